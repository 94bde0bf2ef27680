/** House styles side by side. */
import { expect, test } from 'vitest'
import { comparisonTables } from '../src/cli/comparison.ts'
import { comparePresets, sayCell } from '../src/compare-presets.ts'
import { catalogue } from '../src/index.ts'

const WIDTH = 100
const comparison = comparePresets(['nordic-model', 'rights-based', 'recommended'], catalogue)
const differing = { ...comparison, rows: comparison.rows.filter(({ same }) => !same) }

function cellsOf(id: string) {
  return comparison.rows.find((row) => row.id === id)?.cells ?? []
}

test('a term that one viewpoint avoids and another prefers', () => {
  const [nordic, rights, neutral] = cellsOf('prostitution/sex-work')
  expect(nordic).toMatchObject({ severity: 'warning', stance: 'avoid', basis: 'direct' })
  expect(nordic?.wording).toContain('prostitution')
  expect(nordic?.sources[0]?.url).toMatch(/^https:/)
  expect(rights).toMatchObject({ severity: 'off', stance: 'prefer', wording: [] })
  expect(neutral).toMatchObject({ severity: 'suggestion', stance: null, basis: null })
  expect(neutral?.sources.length).toBeGreaterThan(0)
})

test('an inferred position is called so and cites nothing', () => {
  const [, rights] = cellsOf('prostitution/punter')
  expect(rights).toMatchObject({ stance: 'avoid', basis: 'inferred', sources: [] })
  expect(rights && sayCell(rights)).toContain('inferred by us')
})

test('a house style does not differ from itself', () => {
  const { rows } = comparePresets(['statutory', 'statutory'], catalogue)
  expect(rows.filter(({ same }) => !same)).toEqual([])
})

test('an unknown preset is an error that names the nearest', () => {
  expect(() => comparePresets(['rights-basd'], catalogue)).toThrow('did you mean "rights-based"?')
})

test('in a terminal no line but an address is longer than the screen', () => {
  const lines = comparisonTables.pretty(differing, WIDTH).split('\n')
  expect(lines.filter((line) => line.length > WIDTH && !line.includes('https://'))).toEqual([])
})

test('every row of the Markdown table has as many cells as its head', () => {
  const table = comparisonTables
    .markdown(differing)
    .split('\n')
    .filter((line) => line.startsWith('| '))
  const bars = new Set(table.map((line) => line.match(/(?<!\\)\|/g)?.length))
  expect(table.length).toBe(differing.rows.length + 2)
  expect([...bars]).toEqual([5])
})

test('the page names its columns and rows, and every link in it has a target', () => {
  const page = comparisonTables.html(differing)
  expect(page.match(/<th scope="col">/g)?.length).toBe(4)
  expect(page.match(/<th scope="row">/g)?.length).toBe(differing.rows.length)
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  expect(links.filter((id) => id === undefined || !ids.has(id))).toEqual([])
})

test('the JSON form is the comparison', () => {
  expect(JSON.parse(comparisonTables.json(comparison))).toEqual(comparison)
})
