import { readdirSync, readFileSync } from 'node:fs'
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

/** Bytes of the page, gzipped, at most. */
const LARGEST_PAGE = 465_000

test('the page stays small', () => {
  const { length } = gzipSync(readFileSync('dist/fairdraft.html'), { level: 9 })
  const cure = 'leave out in script/page.mjs what the page neither shows nor works with'
  expect(length, cure).toBeLessThan(LARGEST_PAGE)
})
