import type { Root } from 'nlcst'
import type { Plugin } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { createBlock } from '../src/blocks.ts'
import { timeoutOf } from '../src/config/timeout.ts'
import { catalogue, type Finding, lint, resolveSettings, stretchOf } from '../src/index.ts'
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

describe('a check that takes too long', () => {
  const settings = resolveSettings({ extends: ['all'] }, catalogue)
  const PARAGRAPHS = 60
  /** What was met before is not worked out again: each text is a new one. */
  const textOf = (number: number) => {
    const many = (line: (at: number) => string) =>
      Array.from({ length: PARAGRAPHS }, (_, at) => line(at))
    return [
      `# Visits of team ${number}\n`,
      ...many((at) => `Team ${number} met ${at} sex workers.[^${at}]\n`),
      ...many((at) => `[^${at}]: A punter wrote it to team ${number}.\n`),
    ].join('\n')
  }
  /** Checks a text with a clock that goes on by a second whenever somebody looks at it. */
  const lintFor = async (seconds: number, value: string) => {
    let looks = 0
    const file = new VFile({ path: 'draft.md', value })
    await lint(file, { ...settings, timeout: { seconds, start: () => () => looks++ >= seconds } })
    return { file, looks }
  }
  const wholeRules = settings.rules.flatMap(({ rule, ...options }) =>
    'inDocument' in rule.look(options) ? rule.meta.id : [],
  )
  const isNotice = ({ ruleId }: Finding) => ruleId === 'document-budget'
  const isOfBlock = (finding: Finding) =>
    !isNotice(finding) && !wholeRules.includes(finding.ruleId?.split('/')[0] ?? '')

  test('is ended wherever it is, and says where, with all that was found before', async () => {
    const { looks } = await lintFor(Number.POSITIVE_INFINITY, textOf(0))
    const [places, reasons] = [new Set<number>(), new Set<string>()]
    for (let seconds = 0; seconds < looks; seconds += 3) {
      const text = textOf(seconds)
      const { file } = await lintFor(seconds, text)
      const notices = file.messages.filter(isNotice)
      const [end = 0] = notices.flatMap((notice) => stretchOf(notice)?.end ?? [])
      const whole = await lint(new VFile({ path: 'draft.md', value: text }), settings)
      const due = whole.messages.filter(
        (one) => isOfBlock(one) && (stretchOf(one)?.end ?? 0) <= end,
      )
      expect(notices.length).toBe(1)
      expect(file.messages.filter(isOfBlock).map(String)).toEqual(due.map(String))
      expect(file.data.unfinished).toBe(true)
      places.add(end)
      reasons.add(notices.map(({ reason }) => reason.replace(/\d+ seconds/, 'N seconds')).join())
    }
    expect(places.size, 'wherever it is').toBeGreaterThan(2)
    const [first, second] = [...reasons]
    expect(first).toBe(
      'The check of this document took more than N seconds of processor time. Only 0 of its 121 paragraphs, items, cells and notes were checked, those up to here, and the document was not judged as a whole: split the file, or allow more time.',
    )
    expect(second).toMatch(/Only [1-9]\d* of its 121 paragraphs/)
    expect([...reasons].at(-1)).toBe(
      'The check of this document took more than N seconds of processor time. Each of its paragraphs was checked, but the document was not judged as a whole: split the file, or allow more time.',
    )
  }, 60_000)

  test('advises more time only where an option gives it', async () => {
    const reasons = [timeoutOf(), timeoutOf(300)].map(async (timeout) => {
      const ended = { ...timeout, start: () => () => true }
      const file = new VFile({ path: 'draft.md', value: 'Text.' })
      const { messages } = await lint(file, { ...settings, timeout: ended })
      return messages.map(({ reason }) => reason.split(': ').at(-1))
    })
    expect(await Promise.all(reasons)).toEqual([
      ['split the file.'],
      ['split the file, or allow more time.'],
    ])
  })

  test('has no end without a limit, and the same findings under one that is not reached', async () => {
    const text = textOf(-2)
    const [free, limited] = [
      await lint(new VFile({ path: 'draft.md', value: text }), settings),
      (await lintFor(Number.POSITIVE_INFINITY, text)).file,
    ]
    expect(limited.messages.map(String)).toEqual(free.messages.map(String))
    expect(limited.data.unfinished).toBeUndefined()
  })
})

function at(start: number) {
  const point = (offset: number) => ({ line: 1, column: offset + 1, offset })
  return { start: point(start), end: point(start + 1) }
}
