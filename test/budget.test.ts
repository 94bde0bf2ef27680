import type { Root } from 'nlcst'
import type { Plugin } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { createBlock } from '../src/blocks.ts'
import { catalogue, lint, resolveSettings } from '../src/index.ts'
import { firstDivide, keepFirst, limitOf, MOST_FINDINGS } from '../src/most-findings.ts'
import { cutOf, MOST_PIECES } from '../src/readers/cut.ts'
import { lintText } from './support.ts'

test.each([
  ['lines', 'Nothing.\n'],
  ['lines that end in a carriage return', 'Nothing.\r'],
  ['lines that end in both', 'Nothing.\r\n'],
  ['cells', '| a '],
  ['columns', 'a\t'],
  ['elements', '<i>'],
])('as many %s are read as there may be, and no more', (_, piece) => {
  expect(cutOf(piece.repeat(MOST_PIECES))).toBeUndefined()
  const cut = cutOf(`A line.\n${piece.repeat(MOST_PIECES + 1)}`)
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

test('the findings that come first in a text are kept, in whatever order they were found', () => {
  const starts = [70, 10, 50, 30, 90, 50, 20]
  const kept = [starts, starts.toReversed(), starts.toSorted()].map((order) => {
    const file = new VFile('x'.repeat(100))
    for (const [index, start] of order.entries()) {
      file.message('Found.', at(start))
      if (index % 2 === 1) keepFirst(file, 4)
    }
    keepFirst(file, 4)
    return [limitOf(file), ...file.messages.map(({ column = 0 }) => column - 1).sort()]
  })
  // Two begin where the list would end: neither is listed.
  expect(kept).toEqual(Array(3).fill([50, 10, 20, 30]))
})

test('a document with too many findings says up to where they are listed', async () => {
  const many: Plugin<[], Root> = () => (_, file) => {
    for (let start = MOST_FINDINGS + 9; start >= 0; start--) file.message('Found.', at(start))
  }
  const text = `${'x'.repeat(MOST_FINDINGS)} A text. <!-- fairdraft-ignore-next sex-work: why -->\n\nSex work.\n`
  const file = new VFile({ path: 'draft.md', value: text })
  await lint(file, { ...resolveSettings({}, catalogue), plugins: [many] })
  const [first, ...others] = file.messages
  expect(first?.reason, 'the long word is read in parts').toContain('20,000 characters')
  expect(others.length).toBe(MOST_FINDINGS + 1)
  expect(file.messages.at(-1)).toMatchObject({ ruleId: 'document-budget', column: MOST_FINDINGS })
  expect(file.messages.at(-1)?.reason).toContain('100,000 findings')
}, 60_000)

test('a text is looked through until there are too many findings in what stands first in the file', () => {
  const block = (start: number) =>
    createBlock({ kind: 'paragraph', depth: 0, quotation: 0, headings: [] }, [
      { text: 'Text.', start, end: start + 5 },
    ])
  const divide = (starts: readonly (readonly number[])[], from: number) =>
    firstDivide({ runs: starts.map((run) => run.map(block)), written: (one) => one }, from)
  expect([0, 1, 2].map((from) => divide([[0, 10], [20], [30]], from))).toEqual([0, 1, 2])
  // The last two are notes, which stand before what comes before them.
  expect([0, 1, 2].map((from) => divide([[0, 10], [40], [60], [20, 50]], from))).toEqual([0, 3, 3])
})

function at(start: number) {
  const point = (offset: number) => ({ line: 1, column: offset + 1, offset })
  return { start: point(start), end: point(start + 1) }
}
