import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { generate, random } from '../bench/corpus.mjs'
import { rules } from '../src/index.ts'
import { found, lintText } from './support.ts'

/** The built library, whose index of anchors was made ahead; its types are those of the source. */
const built: typeof import('../src/index.ts') = await import(
  new URL('../dist/index.js', import.meta.url).href
)
const settings = built.resolveSettings({ extends: ['all'] }, built.catalogue)

const passages = readFileSync('test/labelled/passages.jsonl', 'utf8').trim().split('\n')
const texts = new Map<string, () => string>([
  ...rules.map(({ meta }): [string, () => string] => [
    `the examples of ${meta.id}`,
    () => [...meta.examples.flag, ...meta.examples.pass].map(({ text }) => text).join('\n\n'),
  ]),
  ['the labelled passages', () => passages.map((line) => JSON.parse(line).text).join('\n\n')],
  ...readdirSync('examples').map((name): [string, () => string] => [
    name,
    () => readFileSync(`examples/${name}`, 'utf8'),
  ]),
  ['characters by name', () => 'Caf&eacute;s met sex&nbsp;workers; he committed&ensp;suicide.\n'],
  ['sparse text', () => generate({ length: 30_000, density: 'sparse' }).text],
  ['dense text', () => generate({ length: 30_000, density: 'dense' }).text],
  ['shuffled words', () => shuffled(passages.map((line) => JSON.parse(line).text).join(' '))],
])

/** The same words in another order: phrases are broken and new ones arise. */
function shuffled(text: string): string {
  const next = random(7)
  const words = text.split(/\s+/)
  const parts: string[] = []
  while (parts.length < 3000) {
    const at = Math.floor(next() * words.length)
    parts.push(words.slice(at, at + 2 + Math.floor(next() * 5)).join(' '))
    if (next() < 0.2) parts.push('\n\n')
  }
  return parts.join(' ')
}

test.each([...texts])('what is built finds in %s what its source finds', async (_name, make) => {
  const text = make()
  const file = await built.lint(new VFile({ path: 'draft.md', value: text }), settings)
  const wanted = await lintText(text)
  expect(found(file)).toEqual(found(wanted))
  expect(file.messages.map(({ place }) => place)).toEqual(wanted.messages.map(({ place }) => place))
})

test('the command finds what its source finds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fairdraft-'))
  const drafts = [...texts.values()].map((make, at) => ({ path: `${at}.md`, text: make() }))
  for (const { path, text } of drafts) await writeFile(join(folder, path), text)
  const options = ['--preset', 'all', '--reporter', 'json', '--fail-on', 'never']
  const args = [resolve('dist/cli.js'), ...drafts.map(({ path }) => path), ...options]
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1772000000' }
  const running = promisify(execFile)(process.execPath, args, { cwd: folder, env, maxBuffer: 1e9 })
  const files: readonly Pick<VFile, 'path' | 'messages'>[] = JSON.parse((await running).stdout)
  await rm(folder, { recursive: true })
  for (const [at, { path, text }] of drafts.entries()) {
    const { messages = [] } = files[at] ?? {}
    const told = messages.map(({ ruleId, actual }) => `${ruleId}: ${actual}`)
    expect(told, path).toEqual(found(await lintText(text, path)))
  }
})

/** Bytes of the page, gzipped, at most. */
const LARGEST_PAGE = 465_000

test('the page stays small', () => {
  const { length } = gzipSync(readFileSync('dist/fairdraft.html'), { level: 9 })
  const cure = 'leave out in script/page.mjs what the page neither shows nor works with'
  expect(length, cure).toBeLessThan(LARGEST_PAGE)
})
