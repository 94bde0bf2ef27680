import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AnchorIndex } from '../src/match/anchors.ts'
import { keyOf, wordsOf } from '../src/match/words.ts'
import { createMatcher, type Phrase } from '../src/match.ts'

/** Words as a pattern says what they are, which is slow. */
function naiveWords(text: string) {
  const pattern = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u00AD]|['’](?=[\p{L}\p{N}]))*/gu
  return [...text.matchAll(pattern)].map(({ 0: raw, index }) => {
    const word = raw.length > 2 ? raw.replace(/['’]s$/i, '') : raw
    return { start: index, end: index + word.length, key: keyOf(word) }
  })
}

const SIGNS = [
  ..."aAbsSİſßé7²½½\u0301\u00AD'’“” -–.,\n\u00A0\uFFFC😀𝐀𐐀\uD800\uDC00漢",
  'sex',
  'work',
  '’s',
]
const texts = fc.array(fc.constantFrom(...SIGNS), { maxLength: 30 }).map((parts) => parts.join(''))

test('a text is split as the pattern of a word says', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { starts, ends, keys } = wordsOf(text)
      const words = keys.map((key, at) => ({ start: starts[at], end: ends[at], key }))
      expect(words).toEqual(naiveWords(text))
    }),
    { numRuns: 2000 },
  )
})

const phrases = fc.array(
  fc.record({
    text: texts.filter((text) => wordsOf(text).keys.length > 0),
    open: fc.boolean(),
    exact: fc.boolean(),
    value: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
)

test('matchers that share one scan find what each finds by itself', () => {
  fc.assert(
    fc.property(phrases, phrases, fc.array(texts, { maxLength: 4 }), (one, other, several) => {
      const index = new AnchorIndex()
      const text = [...several, one[0]?.text, other[0]?.text].join(' ')
      const words = wordsOf(text)
      // The second matcher joins the index after the text was scanned for the first.
      for (const list of [one, other] as readonly (readonly Phrase<number>[])[]) {
        const shared = createMatcher(list, index)
        expect(shared(words)).toEqual(createMatcher(list)(wordsOf(text)))
      }
    }),
    { numRuns: 1000 },
  )
})
