import { expect, test } from 'vitest'
import yargs from 'yargs'
import { CHECK_OPTIONS, type CheckArguments } from '../src/cli/check/options.ts'
import { plainArguments } from '../src/cli/check/plain.ts'
import { checkCommand } from '../src/cli/check.ts'
import { STDIN } from '../src/cli/files.ts'

/** What yargs makes of the words, as far as a check looks at it. */
async function toldByYargs(words: readonly string[]): Promise<object> {
  const told: CheckArguments[] = []
  await yargs(words.map((word) => (word === '-' ? STDIN : word)))
    .command({ ...checkCommand, handler: (args) => void told.push(args) })
    .parserConfiguration({ 'populate--': true, 'parse-positional-numbers': false })
    .parseAsync()
  return known(told[0] ?? {})
}

function known(args: object): object {
  const names = ['files', ...Object.keys(CHECK_OPTIONS)]
  const entries = Object.entries(args).filter(([name]) => names.includes(name))
  return { files: [], ...Object.fromEntries(entries) }
}

test.each([
  '',
  'draft.md',
  'check',
  'check draft.md',
  'check check',
  'check law',
  'drafts 007 a/*.md -',
  'check draft.md --reporter json --quiet',
  '--preset nordic-model draft.md --preset statutory --fail-on warning',
  'check --config x/fairdraft.yml --verbose --explain-quiet draft.md',
  'draft.md --baseline base.json --update-baseline --output report.txt',
  'draft.md --fix --cache --watch --fix-dry-run --changed-since main --stdin-filename a.txt',
  '--stdin-ndjson --questions questions.md',
])('a plain command line means what it means to yargs: %s', async (line) => {
  const words = line.split(' ').filter(Boolean)
  const plain = plainArguments(words)
  expect(plain).toBeDefined()
  expect(known(plain ?? {})).toEqual(await toldByYargs(words))
})

test.each([
  'explain sex-work',
  'draft.md law',
  'check --help',
  'help',
  '-h',
  '--version',
  '--reporter=json draft.md',
  '--reporter plain draft.md',
  '--fail-on nothing draft.md',
  '--max-warnings 3 draft.md',
  '--plugin ./rule.mjs draft.md',
  '--quiet false draft.md',
  '--config a.yml --config b.yml draft.md',
  '--reporter json --reporter csv draft.md',
  '--quiet --quiet draft.md',
  '--no-quiet draft.md',
  '--config',
  '--config --quiet',
  '-q draft.md',
  '--unknown draft.md',
  '-- draft.md',
  "Minister's.md",
])('what is not plain is left to yargs: %s', (line) => {
  expect(plainArguments(line.split(' '))).toBeUndefined()
})
