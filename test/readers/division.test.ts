import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBlock, OPAQUE, placeInFile, type Span } from '../../src/blocks.ts'
import { divide, divisionNotices } from '../../src/readers/division.ts'

const LONGEST = 20_000

/** Spans that follow one another in a file: words as written, units of one or two characters, opaque ones. */
const spans = fc
  .array(
    fc.oneof(
      fc
        .tuple(
          fc.constantFrom('word ', 'A sentence of it. ', 'x', '\n', '🎉'),
          fc.integer({ min: 1, max: 3000 }),
        )
        .map(([words, times]) => ({ text: words.repeat(times), more: 0 })),
      fc.constantFrom({ text: '≫⃒', more: 4 }, { text: ' ', more: 60 }, { text: OPAQUE, more: 9 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces): Span[] => {
    let start = 0
    return pieces.map(({ text, more }) => {
      const span = { text, start, end: start + text.length + more }
      start = span.end
      return text === OPAQUE ? { ...span, opaque: 'address' } : span
    })
  })

const PARAGRAPH = { kind: 'paragraph', depth: 0, quotation: 0, headings: [] } as const

test('the parts of a block hold all of its words, each at its place, and are short enough', () => {
  fc.assert(
    fc.property(spans, (pieces) => {
      const block = createBlock(PARAGRAPH, pieces)
      const parts = divide(block)
      if (block.text.length <= LONGEST) {
        expect(parts).toEqual([block])
        return
      }
      expect(divisionNotices(parts)).toHaveLength(parts.length > 0 ? 1 : 0)
      expect(parts.map(({ text }) => text.replace(/\s/g, '')).join('')).toBe(
        block.text.replace(/\s/g, ''),
      )
      let end = 0
      for (const part of parts) {
        expect(part.text).toBe(part.text.trim())
        // A unit of two characters may begin at the last place.
        expect(part.text.length).toBeLessThanOrEqual(LONGEST + 1)
        expect(part.text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
        const place = placeInFile(part, 0, part.text.length)
        expect(place.start).toBeGreaterThanOrEqual(end)
        end = place.end
      }
    }),
  )
})

test('a block is divided behind a sentence, and not behind the stop of an abbreviation', () => {
  const text = 'Under s. 33A of it, a person is guilty. '.repeat(1200)
  const parts = divide(createBlock(PARAGRAPH, [{ text, start: 0, end: text.length }]))
  expect(parts.length).toBe(3)
  for (const part of parts) expect(part.text).toMatch(/^Under .*guilty\.$/)
})

test('the call of a note stands behind the last part of its words', () => {
  const text = 'A word in it. '.repeat(2000)
  const parts = divide(createBlock(PARAGRAPH, [{ text, start: 0, end: text.length, noted: true }]))
  expect(parts.map(({ spans: all }) => all.map(({ noted }) => noted))).toEqual([
    [undefined],
    [true],
  ])
})
