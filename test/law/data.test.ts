import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { type Entry, sourcesOf } from '../../src/law/registry.ts'
import type { JurisdictionId } from '../../src/types/law.ts'
import { laws, registry } from './law.ts'

const check = new Ajv({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync('schema/law.schema.json', 'utf8')),
)
const MODES: Readonly<Record<JurisdictionId, readonly string[]>> = {
  'england-and-wales': ['summary-only', 'either-way', 'indictable-only'],
  'northern-ireland': ['summary-only', 'either-way', 'indictable-only'],
  scotland: ['summary', 'solemn', 'summary-or-solemn'],
  'united-kingdom': [],
}
const named = registry.entries.map((entry): [string, Entry] => [entry.provision.id, entry])

describe('the files of law/', () => {
  test.each([...laws])('%s follows the schema', (_, law) => {
    expect(check(law), JSON.stringify(check.errors, null, 2)).toBe(true)
  })

  test('no id stands twice', () => {
    expect(new Set(named.map(([id]) => id)).size).toBe(named.length)
    expect(new Set(registry.acts.map(({ id }) => id)).size).toBe(registry.acts.length)
  })
})

describe.each(named)('%s', (_, { provision, act, law, ...entry }) => {
  const all = { provision, act, law, ...entry }

  test('stands in an Act of the registry, or is common law', () => {
    expect(act?.id).toBe(provision.act)
    expect(act === undefined).toBe(provision.places === undefined)
  })

  test('has sources that its file knows', () => {
    expect(sourcesOf(all)).toHaveLength(provision.sources.length)
  })

  test('has a mode of trial of its jurisdiction', () => {
    const own = [...MODES[law.jurisdiction], 'mixed', 'not-an-offence', 'unknown']
    expect(own).toContain(provision.mode)
    expect(provision.mode === 'mixed').toBe(provision.forms !== undefined)
    for (const { mode } of provision.forms ?? []) expect(own).toContain(mode)
  })

  test('has maxima that fit its mode of trial', () => {
    if (['summary-only', 'summary'].includes(provision.mode)) {
      expect(provision.indictment).toBeUndefined()
    }
    if (provision.mode === 'indictable-only') expect(provision.summary).toBeUndefined()
    if (['either-way', 'indictable-only'].includes(provision.mode) && !provision.repealed) {
      expect(provision.indictment).toBeDefined()
    }
  })

  test('is replaced by entries of the registry', () => {
    for (const id of provision.repealed?.replacedBy ?? []) {
      expect(registry.entry(id), id).toBeDefined()
    }
  })

  test('is due for review within twelve months of its check, and not yet', () => {
    const limit = new Date(provision.checked)
    limit.setUTCFullYear(limit.getUTCFullYear() + 1)
    expect(new Date(provision.reviewBy).getTime()).toBeLessThanOrEqual(limit.getTime())
    expect(new Date(provision.reviewBy).getTime()).toBeGreaterThan(Date.now())
  })
})
