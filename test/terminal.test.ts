/** Whatever files, their names and the arguments hold, a terminal gets no sign that steers it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printable, printableJson, printableLines } from '../src/printable.ts'

/** It would clear the screen, name the window, put text out of sight and turn the direction of writing. */
const ATTACK = '\u001B[2J\u001B]0;owned\u0007\u009B8m\u202Egnp'
const UNSAFE = /(?!\r?\n|\t)[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

const PACK = `pack: ours
title: "Ours \\e[2J"
about: "Words \\e[2J."
terms:
  - id: leaf
    title: "leaf \\e[2J"
    kind: jargon
    since: "1.0.0"
    summary: "It is green \\e]0;owned\\a."
    forms: [autumn leaf]
    positions: []
    examples: { flag: ["An \\e[2Jautumn leaf fell."], pass: ["It fell."] }
`

/** What GitHub takes for a command in a log: its runner reads each line like this. */
const WORKFLOW_COMMAND = /^\s*::[\w-]+[^\n]*?::|##(?:vso)?\[[\w.-]+[ \]]/m

/** What stands in a draft and in its name, and would be a command in a log. */
const COMMAND = '::set-output name=a::b ##[set-output name=a]b ##vso[task.setvariable variable=a]b'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairdraft-'))
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text)
  write(`${ATTACK}.md`, `He committed suicide${ATTACK} in 2019.\n\nWe met sex${ATTACK} workers.\n`)
  write(`${ATTACK}.docx`, 'no package')
  write('ours.yml', PACK)
  write('wrong.yml', PACK.replace('kind: jargon', `"${'\\e[2J'}": "\\e[2J"`))
  mkdirSync(join(folder, 'own'))
  write('own/fairdraft.yml', 'packs: [../ours.yml]\n')
  write('own/draft.md', 'An autumn leaf fell.\n')
  write('broken.yml', `a: [\u001B[2J\n"\u009B8m`)
  write('unknown.yml', 'extends: ["\\e[2J"]\n"\\e[2J": 1\n')
  write(`${COMMAND}.md`, `${COMMAND}\n\n${COMMAND} met\n${COMMAND} sex workers “${COMMAND}”.\n`)
  write(
    'commands.yml',
    `title: "${COMMAND}"\nauthor: "\\n${COMMAND}"\nrules: { prostitution: warning }\n`,
  )
  write(
    'commands.md',
    `Sex work <!-- fairdraft-ignore ${COMMAND} -->\n\n${COMMAND}\n\nHe committed suicide.\n\n${COMMAND}\n`,
  )
  write('address.yml', 'extends: ["https://a.b/\\e[2J.yml"]\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const NAMED = `${ATTACK}.md`

test.each([
  [['.', '--fail-on', 'never']],
  [['.', '--reporter', 'html']],
  [['own/draft.md', '--verbose', '--explain-quiet']],
  [['.', '--verbose', '--explain-quiet']],
  [[NAMED, '--fix-dry-run']],
  [[NAMED, '--config', 'unknown.yml']],
  [[NAMED, '--config', 'broken.yml']],
  [[NAMED, '--config', 'address.yml']],
  [[NAMED, '--preset', ATTACK]],
  [[NAMED, '--baseline', ATTACK]],
  [[NAMED, `--${ATTACK}`]],
  [['no', ATTACK]],
  [['test', 'ours.yml', 'wrong.yml', 'broken.yml', ATTACK]],
  [['explain', ATTACK]],
  [['explain', 'leaf'], 'own'],
  [['law', ATTACK]],
  [['presets', 'compare', ATTACK, 'recommended']],
  [['new', 'term', ATTACK]],
  [['compare', NAMED, 'own/draft.md']],
  [['profile', NAMED]],
  [['annotate', `${ATTACK}.docx`, '--output', ATTACK]],
  [['serve', '--upstream', ATTACK]],
] as [string[], string?][])('%j', (args, below = '.') => {
  const { stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], {
    cwd: join(folder, below),
    encoding: 'utf8',
  })
  expect((stdout + stderr).length).toBeGreaterThan(0)
  expect(UNSAFE.exec(stdout)?.[0]).toBeUndefined()
  expect(UNSAFE.exec(stderr)?.[0]).toBeUndefined()
})

test.each([
  ...'pretty json ndjson sarif gitlab junit checkstyle unix markdown csv html'
    .split(' ')
    .map((name) => ['.', '--reporter', name, '--verbose', '--explain-quiet']),
  ['commands.md', '--config', 'commands.yml', '--verbose'],
  ['commands.md', '--preset', COMMAND],
  ['commands.md', '--fix-dry-run'],
  ['commands.md', '--questions', `${COMMAND}.md`],
  ['compare', 'commands.md', `${COMMAND}.md`],
  ['compare', 'commands.md', `${COMMAND}.md`, '--json'],
  ['profile', `${COMMAND}.md`],
  ['explain', COMMAND],
  ['law', COMMAND],
  ['test', COMMAND],
])('no word of a file or its name is a command in the log of a workflow: %s %s %s', (...args) => {
  const { stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect((stdout + stderr).length).toBeGreaterThan(0)
  expect(WORKFLOW_COMMAND.exec(stdout)?.[0]).toBeUndefined()
  expect(WORKFLOW_COMMAND.exec(stderr)?.[0]).toBeUndefined()
})

test('what only looks like a command stays as it is, and JSON says the same', () => {
  const harmless = ':::note[Title]\nstd::string a ::b\n10:20::30 ## [x] ##[“a”](c.md)'
  expect(printableLines(harmless)).toBe(harmless)
  expect(printableLines(` ${COMMAND}`)).toBe(
    String.raw` \u003a:set-output name=a::b \u0023#[set-output name=a]b \u0023#vso[task.setvariable variable=a]b`,
  )
  expect(JSON.parse(printableJson({ a: COMMAND }))).toEqual({ a: COMMAND })
})

test('control characters are shown, half characters replaced, and JSON stays JSON', () => {
  expect(printable(`a\r\n${ATTACK}\uD800`)).toBe(
    'a \\u001b[2J\\u001b]0;owned\\u0007\\u009b8m\\u202egnp\uFFFD',
  )
  expect(printableLines('a\r\nb\n\tc\rd\u001B')).toBe('a\r\nb\n\tc\\u000dd\\u001b')
  expect(JSON.parse(printableJson({ a: ATTACK }))).toEqual({ a: ATTACK })
})
