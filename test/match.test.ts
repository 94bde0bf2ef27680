import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../src/match/words.ts'
import { createMatcher } from '../src/match.ts'

function matches(text: string, ...phrases: string[]): string[] {
  const matcher = createMatcher(phrases.map((phrase) => ({ text: phrase, value: phrase })))
  return matcher(wordsOf(text)).map(({ start, end }) => text.slice(start, end))
}

describe('one phrase covers every way it is written', () => {
  test.each([
    'sex work',
    'Sex Work',
    'sex-work',
    'sex\u2011work',
    'sex\u2010work',
    'sex\u00A0work',
    'sex\nwork',
    'sex-\nwork',
    'sex  work',
    's\u00ADex wo\u00ADrk',
  ])('%j', (text) => expect(matches(`on ${text} in`, 'sex work')).toEqual([text]))
})

test.each([
  'sex, work',
  'sex. Work',
  'sex/work',
  'sexwork',
  'sex works',
  'unsex work',
  'sex (work)',
])('%j is another text', (text) => expect(matches(text, 'sex work')).toEqual([]))

test('signs of a phrase must be there as written', () => {
  expect(matches('sell/exchange sex and sell exchange sex', 'sell/exchange sex')).toEqual([
    'sell/exchange sex',
  ])
  expect(matches('women’s groups and women groups', "women's groups")).toEqual(['women’s groups'])
})

test('a possessive ending stays outside', () => {
  expect(matches('a sex worker’s safety', 'sex worker')).toEqual(['sex worker'])
})

test('an exact phrase wants its capitals, and may end in a sign', () => {
  const matcher = createMatcher([
    { text: 'SW', exact: true, value: 1 },
    { text: 'Nordic Model Now!', exact: true, value: 2 },
  ])
  expect(matcher(wordsOf('an SW, a sw')).map(({ start }) => start)).toEqual([3])
  expect(matcher(wordsOf('Nordic Model Now! says')).length).toBe(1)
})

test('the longest form of one value at a place wins', () => {
  const matcher = createMatcher([
    { text: 'key partner', value: 'x' },
    { text: 'key partner with', value: 'x' },
  ])
  expect(matcher(wordsOf('a key partner with sites')).map(({ end }) => end)).toEqual([18])
})

test('an open phrase is the beginning of a word', () => {
  const matcher = createMatcher([{ text: 'prostitut', open: true, value: 1 }])
  expect(matcher(wordsOf('prostitution, a prostitute, institute')).length).toBe(2)
})

test('a phrase without a word is refused', () => {
  expect(() => createMatcher([{ text: '–', value: 1 }])).toThrow(/No word/)
})

test('it finds what a naive search finds', () => {
  const word = fc.constantFrom('sex', 'work', 'worker', 'the', 'a', 'key')
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, fc.uniqueArray(phrase, { minLength: 1, maxLength: 6 }), (source, phrases) => {
      const naive = phrases.flatMap((wanted) =>
        [...source.matchAll(new RegExp(`(?<=^| )(?=${wanted}(?: |$))`, 'g'))].map(
          ({ index }) => `${index} ${wanted}`,
        ),
      )
      const matcher = createMatcher(phrases.map((wanted) => ({ text: wanted, value: wanted })))
      const own = matcher(wordsOf(source)).map(({ start, value }) => `${start} ${value}`)
      expect(own.sort()).toEqual(naive.sort())
    }),
  )
})

test('words like toString are ordinary words', () => {
  expect(matches('constructor and toString of __proto__', 'constructor', 'toString')).toEqual([
    'constructor',
    'toString',
  ])
})
