// The linters side by side: how each is called, and what it must find.

import { existsSync } from 'node:fs'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { TERMS } from './corpus.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const node = process.execPath
const installed = (path) => join(HERE, 'node_modules', path)
const own = (name) => ({ command: [node, join(HERE, 'tools', `${name}.mjs`)], count: lastNumber })

/** Says at the end how much memory was in use at most: kilobytes. */
const PEAK = `data:text/javascript,process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`

const fairdraft = (...options) => ({
  command: [
    node,
    '--import',
    PEAK,
    join(HERE, '../dist/cli.js'),
    '--reporter',
    'json',
    '--fail-on',
    'never',
    ...options,
  ],
  count: (output) => JSON.parse(output).flatMap(({ messages }) => messages.filter(isTerm)).length,
  exact: true,
})

/**
 * All tools; `exact`: it is given the terms, and must find every one of them; else at least one. `cases`: it is run on
 * those only.
 */
export const TOOLS = [
  { name: 'node -e 0', command: [node, '-e', '0'], count: () => 0, floor: true },
  { name: 'one RegExp', ...own('regexp'), exact: true, floor: true },
  { name: 'fairdraft', ...fairdraft() },
  {
    name: 'fairdraft with 5,000 terms more',
    ...fairdraft('--config', 'more-terms.yml'),
    cases: ['sparse md 10 KB', 'sparse md 1 MB'],
  },
  {
    name: 'alex',
    command: [node, installed('alex/cli.js')],
    count: lines(/warning|error/),
    stderr: true,
  },
  { name: 'textlint terminology', ...textlint('terminology'), exact: true },
  { name: 'textlint prh', ...textlint('prh'), exact: true },
  { name: 'retext + equality', ...own('retext-equality'), formats: ['txt'] },
  { name: 'remark/retext + nlcst-search', ...own('nlcst-search'), exact: true },
  {
    name: 'write-good',
    command: [node, installed('write-good/bin/write-good.js')],
    count: lines(/ on line /),
  },
  {
    name: 'cspell',
    command: [
      node,
      installed('cspell/bin.mjs'),
      'lint',
      '--no-progress',
      '--no-summary',
      '--config',
      'cspell.json',
    ],
    count: lines(/Forbidden word/),
  },
  {
    name: 'Recheck',
    command: [
      node,
      installed('@redocly/cli/bin/cli.js'),
      'recheck',
      '--config',
      'redocly.yaml',
      '--format',
      'json',
      '--max-problems',
      '1000000',
    ],
    count: (output) => Number(/Found (\d+) warning/.exec(output)?.[1] ?? 0),
    stderr: true,
    exact: true,
    formats: ['md'],
  },
  { name: 'harper.js', ...own('harper') },
  ...(onPath('vale')
    ? [
        {
          name: 'Vale',
          command: ['vale', '--output=line', '--no-exit'],
          count: lines(/Bench\./),
          exact: true,
        },
      ]
    : []),
]

/** Whether a finding of Fairdraft’s is about one of the terms; it has many more, and counts words in some of them. */
function isTerm({ actual, ruleId }) {
  if (/^(?:inconsistent-terminology|missing-coverage)/.test(ruleId)) return false
  const words = actual?.toLowerCase() ?? ''
  return Object.keys(TERMS).some((term) => words.includes(term))
}

function textlint(rule) {
  return {
    command: [
      node,
      installed('textlint/bin/textlint.js'),
      '--config',
      `textlint-${rule}.json`,
      '--format',
      'unix',
    ],
    count: lines(/^\S+:\d+:\d+:/),
  }
}

function lines(pattern) {
  return (output) => output.split('\n').filter((line) => pattern.test(line)).length
}

function lastNumber(output) {
  return Number(output.trim().split('\n').at(-1))
}

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

/** Writes the configurations of all tools into the folder that they run in. */
export async function configure(folder) {
  const write = (path, text) => writeFile(join(folder, path), text)
  const json = (path, value) => write(path, JSON.stringify(value))
  const terms = Object.entries(TERMS)
  // textlint looks for its rules below the folder that it runs in.
  await symlink(installed(''), join(folder, 'node_modules'))
  await json('textlint-terminology.json', {
    rules: { terminology: { defaultTerms: false, terms: terms.map(([from, to]) => [from, to]) } },
  })
  await json('textlint-prh.json', { rules: { prh: { rulePaths: ['prh.yml'] } } })
  const rules = terms.map(([from, to]) => `  - expected: ${to}\n    pattern: /\\b${from}\\b/i\n`)
  await write('prh.yml', `version: 1\nrules:\n${rules.join('')}`)
  await json('cspell.json', {
    version: '0.2',
    language: 'en-GB',
    flagWords: terms.flatMap(([from]) => from.split(' ').at(-1)),
    ignoreWords: [],
  })
  const pairs = terms.map(([from, to]) => `            ${from}: ${to}\n`)
  await write(
    'redocly.yaml',
    `recheck:\n  rules:\n    rule/terms:\n      severity: warn\n      message: Avoid it\n      assertions:\n        swap:\n          ignoreCase: true\n          wordBoundary: true\n          pairs:\n${pairs.join('')}`,
  )
  await mkdir(join(folder, 'styles/Bench'), { recursive: true })
  await write(
    '.vale.ini',
    'StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = Bench\n',
  )
  await write('more-terms.yml', 'extends: [recommended]\npacks: [./many.yml]\n')
  await write('many.yml', manyTerms(5000))
  const swaps = terms.map(([from, to]) => `  ${from}: ${to}\n`)
  await write(
    'styles/Bench/Terms.yml',
    `extends: substitution\nmessage: "Use '%s' instead of '%s'."\nlevel: warning\nignorecase: true\nswap:\n${swaps.join('')}`,
  )
}

/** A pack of made-up terms of two words, none of which stands in a text. */
function manyTerms(count) {
  const letters = 'bcdfghjklm'
  const word = (number) => [...String(number)].map((digit) => letters[Number(digit)]).join('')
  const terms = Array.from({ length: count }, (_, at) => {
    const id = `${word(10_000 + at)}-trade`
    const form = id.replace('-', ' ')
    return `
  - id: ${id}
    title: ${form}
    kind: other
    since: 0.1.0
    summary: Made up.
    forms: [${form}]
    positions: [{ viewpoint: makers, stance: avoid, why: Made up., source: guide, read: seen, basis: direct }]
    examples: { flag: [They wrote ${form} here.], pass: ['They wrote "${form}" here.'] }`
  })
  return `pack: many
title: Many
about: Made up.
viewpoints: { makers: { name: Makers, short: makers, about: Made up. } }
sources: { guide: { title: Guide, url: 'https://www.example.org' } }
terms:${terms.join('')}
`
}
