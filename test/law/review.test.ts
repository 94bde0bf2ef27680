/** Facts past their date of review. */
import { VFile } from 'vfile'
import { afterEach, expect, test, vi } from 'vitest'
import { configurator } from '../../src/config/load.ts'
import { catalogue, lint, resolveSettings, severityOf } from '../../src/index.ts'
import { citationOf, groundOf } from '../../src/law/describe.ts'
import { createRegistry } from '../../src/law/registry.ts'
import { severityFrom } from '../../src/law/report.ts'
import { readersFor, shippedReaders } from '../../src/law/shipped.ts'
import { laws } from './law.ts'

function fact(today?: string) {
  const entry = createRegistry([...laws.values()], today).entry('ew-soa56-s33A')
  if (!entry) throw new Error('No entry ew-soa56-s33A: name one that law/england-and-wales.yml has')
  return entry
}

test.each([
  [undefined, 'error'],
  ['2026-11-21', 'error'],
  ['2099-01-01', 'warning'],
])('on %s a finding that rests on a fact is at most: %s', (today, severity) => {
  const entry = fact(today)
  expect(severityFrom([entry])).toBe(severity)
  expect(groundOf(entry).includes('This fact was due for review on ')).toBe(severity === 'warning')
})

test('the readers of a rule know the day they are given', () => {
  expect(readersFor({})).toBe(shippedReaders())
  expect(readersFor({ today: '2000-01-01' })).toBe(shippedReaders())
  const late = readersFor({ today: '2099-01-01' })
  expect(late.registry.entries.every(({ overdue }) => overdue)).toBe(true)
  expect(readersFor({ today: '2099-01-01' })).toBe(late)
})

test('article 64 of the Order of 2008 was not read: nothing is known of its trial or its maximum', () => {
  const entry = createRegistry([...laws.values()]).entry('ni-art64')
  expect(entry?.provision).toMatchObject({ mode: 'unknown', confidence: 'medium' })
  expect(entry?.provision).not.toHaveProperty('indictment')
  expect(entry && severityFrom([entry])).toBe('warning')
})

test('a paragraph of a subsection stands in brackets of its own', () => {
  const citations = createRegistry([...laws.values()]).entries.map(citationOf)
  expect(citations.filter((citation) => /\(\w+\(/.test(citation))).toEqual([])
  expect(citations.some((citation) => citation.includes('(2)(b)'))).toBe(true)
})

const WRONG = 'Section 33A of the Sexual Offences Act 1956 is a summary-only offence.'

test.each([
  [undefined, 'error', false],
  ['2026-11-21', 'error', false],
  ['2099-01-01', 'warning', true],
])('a draft checked on %s gets: %s', async (today, severity, due) => {
  const settings = resolveSettings({}, catalogue, today)
  const { messages } = await lint(new VFile({ path: 'draft.md', value: WRONG }), settings)
  const finding = messages.find(({ ruleId }) => ruleId === 'offence-classification')
  expect(finding && severityOf(finding)).toBe(severity)
  expect(finding?.reason.includes('due for review')).toBe(due)
})

afterEach(() => vi.useRealTimers())

test('the command tells the rules what day it is', async () => {
  vi.useFakeTimers({ now: new Date('2099-01-01T12:00:00Z'), toFake: ['Date'] })
  const { settings } = await configurator({ preset: ['recommended'] })('draft.md')
  expect(settings.today).toBe('2099-01-01')
})
