import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { random } from '../bench/corpus.mjs'
import { rememberRecent } from '../src/recent.ts'
import { found, lintText } from './support.ts'

test('what is remembered of a text is what is made of it, and nothing of long ago is kept', () => {
  const text = fc.string({ maxLength: 3 })
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const lengths = rememberRecent(({ length }) => length)
      expect(texts.map(lengths)).toEqual(texts.map(({ length }) => length))
    }),
  )
  const made: string[] = []
  const first = rememberRecent((long) => made.push(long.slice(0, 1)))
  for (const letter of 'aababca') first(letter.repeat(600_000))
  expect(made.join('')).toBe('abca')
})

test('a text that was checked after each of many edits has the findings of one checked at once', async () => {
  const next = random(11)
  let text = readFileSync('examples/force-guidance.md', 'utf8')
  const signs = ['a', ' ', '\n\n', '. ', '“', '*', 'sex work', '- ']
  for (let edit = 0; edit < 40; edit++) {
    const at = Math.floor(next() * text.length)
    const sign = signs[edit % signs.length] ?? ''
    text = text.slice(0, at) + sign + text.slice(at + (edit % 3))
    await lintText(text)
  }
  const edited = await lintText(text)
  // Another copy of the library, which has met none of these texts.
  const { catalogue, lint, resolveSettings }: typeof import('../src/index.ts') = await import(
    new URL('../dist/index.js', import.meta.url).href
  )
  const { VFile } = await import('vfile')
  const fresh = await lint(
    new VFile({ path: 'draft.md', value: text }),
    resolveSettings({ extends: ['all'] }, catalogue),
  )
  expect(found(edited)).toEqual(found(fresh))
  expect(edited.messages.map(({ place }) => place)).toEqual(
    fresh.messages.map(({ place }) => place),
  )
  expect(edited.data.quiet).toEqual(fresh.data.quiet)
})
