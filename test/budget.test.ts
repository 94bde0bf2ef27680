import { expect, test } from 'vitest'
import { cutOf, MOST_PIECES } from '../src/readers/budget.ts'
import { lintText } from './support.ts'

const LONGEST = 32_000_000

test.each([
  ['lines', 'Nothing.\n'],
  ['lines that end in a carriage return', 'Nothing.\r'],
  ['lines that end in both', 'Nothing.\r\n'],
  ['cells', '| a '],
  ['columns', 'a\t'],
  ['elements', '<i>'],
])('as many %s are read as there may be, and no more', (_, piece) => {
  expect(cutOf(piece.repeat(MOST_PIECES), LONGEST)).toBeUndefined()
  const cut = cutOf(`A line.\n${piece.repeat(MOST_PIECES + 1)}`, LONGEST)
  expect(cut).toBeGreaterThan(0)
  expect(cut).toBeLessThanOrEqual(piece.length * MOST_PIECES + 8)
})

test('a text is cut at the end of a line where it is too long', () => {
  expect(cutOf('one\ntwo\nthree', 10)).toBe(7)
  expect(cutOf('one two three', 10)).toBe(1)
  expect(cutOf('one\ntwo\nthree', 13)).toBeUndefined()
})

test('a document of too many pieces is checked up to a place that a finding names', async () => {
  const head = 'We met sex workers.\n'
  const { messages } = await lintText(`${head}${'\n'.repeat(MOST_PIECES)}${head}`)
  expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([
    ['prostitution/sex-worker', 1],
    ['document-budget', MOST_PIECES],
  ])
  expect(messages[1]?.reason).toContain('Everything up to here was checked, nothing after it')
}, 60_000)
