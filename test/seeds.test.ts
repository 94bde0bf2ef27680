/** The points that the project was founded on: each is found, or docs/not-covered.md says why not. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { found, lintText } from './support.ts'

/** How many points each of the five documents gives. */
const POINTS = [24, 20, 44, 20, 16]

/** One point: a sentence of our own, and what finds it; or good practice, in which nothing is found. */
interface Point {
  row: string
  text: string
  by?: string
  silent?: boolean
  /** It is about what a document of some length leaves out. */
  long?: boolean
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const list: { rows: Point[]; padding: string } = parse(read('labelled/seeds.yml'))
const points = list.rows.map(({ long, text, ...point }) => ({
  ...point,
  text: long ? `${text}\n\n${list.padding}` : text,
}))
const troubles = points.flatMap(({ by, ...point }) => (by === undefined ? [] : [{ ...point, by }]))
const notCovered = [...read('../docs/not-covered.md').matchAll(/^\| (\d+\.\d+) /gm)].map(
  ([, row]) => row,
)

test('every point stands once: as covered, or with a reason in docs/not-covered.md', () => {
  const rows = POINTS.flatMap((count, document) =>
    Array.from({ length: count }, (_, index) => `${document}.${index + 1}`),
  )
  expect([...points.map(({ row }) => row), ...notCovered].sort()).toEqual(rows.sort())
  expect(points.length).toBeGreaterThanOrEqual(110)
})

test.each(troubles)('$row is found by $by', async ({ text, by }) => {
  const file = await lintText(text)
  expect(found(file).map((line) => line.split(': ')[0])).toContain(by)
})

test.each(points.filter(({ silent }) => silent))('$row is left alone', async ({ text }) => {
  expect(found(await lintText(text, 'draft.md', {}))).toEqual([])
})

test('most are found by the default preset', async () => {
  const missed = []
  for (const { row, text, by } of troubles) {
    const file = await lintText(text, 'draft.md', {})
    if (!file.messages.some(({ ruleId }) => ruleId === by)) missed.push(`${row} ${by}`)
  }
  expect(missed.length, `only other presets find ${missed.join(', ')}`).toBeLessThanOrEqual(20)
})
