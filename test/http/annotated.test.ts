import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_PARTS, parseAnnotated } from '../../src/http/annotated.ts'
import { parseForm } from '../../src/http/form.ts'

const TEXT = fc.string({ maxLength: 12, unit: 'grapheme' })
const ENTRY = fc.oneof(
  fc.record({ text: TEXT }),
  fc.record({ markup: TEXT }),
  fc.record({ markup: TEXT, interpretAs: TEXT }),
)

test('what stands in one piece of text is located exactly; all else takes its markup in', () => {
  fc.assert(
    fc.property(fc.array(ENTRY, { minLength: 1 }), fc.nat(), fc.nat(), (annotation, from, size) => {
      const annotated = parseAnnotated(JSON.stringify({ annotation }))
      const source = annotation
        .map((entry) => ('text' in entry ? entry.text : entry.markup))
        .join('')
      expect(annotated.length).toBe(source.length)
      if (annotated.text === '') return
      const start = from % annotated.text.length
      const end = start + 1 + (size % (annotated.text.length - start))
      const place = annotated.locate(start, end)
      expect(place.start).toBeGreaterThanOrEqual(0)
      expect(place.end).toBeLessThanOrEqual(source.length)
      expect(place.end).toBeGreaterThanOrEqual(place.start)
      if (place.plain) {
        expect(source.slice(place.start, place.end)).toBe(annotated.text.slice(start, end))
      }
    }),
  )
})

test('a part is found without looking at those before it, and empty parts are none', () => {
  const words = Array.from({ length: 2000 }, (_, at) => ({ text: `${at} ` }))
  const empty = Array.from({ length: 50_000 }, () => ({ text: '' }))
  const annotation = [...words, { markup: '<p>' }, ...empty, { text: 'end' }]
  const { text, locate } = parseAnnotated(JSON.stringify({ annotation }))
  // Looking at every part for every place would take some 10⁹ steps.
  for (let at = 0; at < text.length - 3; at++) {
    expect(locate(at, at + 1)).toEqual({ start: at, end: at + 1, plain: true })
  }
  const end = text.length - 3
  expect(locate(end, end + 3)).toEqual({ start: end + 3, end: end + 6, plain: true })
})

test('there may be only so many parts', () => {
  const parts = (many: number) =>
    JSON.stringify({ annotation: Array.from({ length: many }, () => ({ text: 'a' })) })
  expect(parseAnnotated(parts(MOST_PARTS)).length).toBe(MOST_PARTS)
  expect(() => parseAnnotated(parts(MOST_PARTS + 1))).toThrow(
    `"annotation" must have at most ${MOST_PARTS} entries`,
  )
})

test('an encoded form is read as what was put in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, username) => {
      const read = parseForm(String(new URLSearchParams({ text, language: 'en-GB', username })))
      expect(Object.fromEntries(read)).toEqual({ text, language: 'en-GB', username })
    }),
  )
})

test('a text that came as it is stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const text = `${words} “R&D”, 100% + more`
      expect(parseForm(`text=${text}&language=en-GB`).get('text')).toBe(text)
    }),
  )
})
