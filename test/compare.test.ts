/** Two versions of a text: what became of each finding, against labels that were written before anything was run. */
import { existsSync, readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createFramings } from '../src/compare/framings.ts'
import { type Change, compare, OUTCOMES, type Outcome } from '../src/compare.ts'
import { data } from '../src/data.ts'
import { check } from '../src/engine.ts'
import { catalogue, resolveSettings } from '../src/index.ts'
import { changesReporters, summaryOf } from '../src/reporters/changes.ts'
import { termId } from '../src/terms.ts'

const FOLDER = 'test/labelled/versions'
const settings = resolveSettings({ extends: ['recommended'] }, catalogue)
const known = createFramings(settings)

type Label = Readonly<Record<string, string>>
const labelled: Record<string, Partial<Record<Outcome, readonly Label[]>>> = parse(
  readFileSync(`${FOLDER}/labels.yml`, 'utf8'),
)

async function versionsOf(old: string, next: string, name = 'draft.md') {
  const [before, after] = [
    await check(new VFile({ path: `old/${name}`, value: old }), settings),
    await check(new VFile({ path: `new/${name}`, value: next }), settings),
  ]
  const changes = compare(before, after, known)
  return {
    old: before.file,
    new: after.file,
    changes,
    framings: known,
    styles: ['House style: x.'],
  }
}

function read(pair: string) {
  const kind = existsSync(`${FOLDER}/${pair}/old.md`) ? 'md' : 'txt'
  const [old = '', next = ''] = ['old', 'new'].map((side) =>
    readFileSync(`${FOLDER}/${pair}/${side}.${kind}`, 'utf8'),
  )
  return versionsOf(old, next, `${pair}.${kind}`)
}

/** "rule: old words → new words", or the words of the one version that has them. */
function say({ ruleId, old, new: now }: Change): string {
  const words = [old?.quote, now?.quote].flatMap((quote) => quote?.replace(/\s+/g, ' ') ?? [])
  const differ = new Set(words.map((quote) => quote.toLowerCase()))
  return `${ruleId}: ${differ.size > 1 ? words.join(' → ') : words[0]}`
}

function sayLabel(label: Label): string {
  const [[rule, words] = ['', '']] = Object.entries(label)
  const sides = new Set(words.split(' → ').map((quote) => quote.toLowerCase()))
  return `${rule}: ${sides.size > 1 ? words : words.split(' → ')[0]}`
}

describe.each(Object.keys(labelled))('%s', (pair) => {
  test.each(OUTCOMES)('%s is as labelled', async (outcome) => {
    const { changes } = await read(pair)
    const labels = labelled[pair]?.[outcome] ?? []
    const [got, wanted] = [changes[outcome].map(say), labels.map(sayLabel)]
    const more = got.filter((line) => !wanted.includes(line))
    const less = wanted.filter((line) => !got.includes(line))
    expect([
      ...more.map((line) => `found ${line}`),
      ...less.map((line) => `missed ${line}`),
    ]).toEqual([])
    expect(got.length).toBe(wanted.length)
  })
})

test('a section that changes places takes its findings along, the rest stays where it was', async () => {
  const sections = ['Clinic', 'Hostel', 'Station', 'Market', 'Harbour'].map(
    (name) => `## ${name}\n\nThe ${name.toLowerCase()} team met a sex worker on its round.\n`,
  )
  const [first = '', ...rest] = sections
  const { changes } = await versionsOf(sections.join('\n'), [...rest, first].join('\n'))
  expect(changes.moved.map(({ old }) => old?.passage.text)).toEqual([
    'The clinic team met a sex worker on its round.',
  ])
  expect(changes.persisting.length).toBe(4)
})

test('a version compared with itself changes nothing, and backwards fixed is introduced', async () => {
  const { changes, old, new: next } = await read('01-guidance-two-years')
  const back = await versionsOf(String(next), String(old))
  expect(back.changes.introduced.map(({ ruleId }) => ruleId).sort()).toEqual(
    changes.fixed.map(({ ruleId }) => ruleId).sort(),
  )
  const same = await versionsOf(String(old), String(old))
  expect(same.changes.persisting.length).toBe(old.messages.length)
})

test('every finding of both versions stands in one list', async () => {
  for (const pair of Object.keys(labelled)) {
    const { changes, old, new: next } = await read(pair)
    for (const [side, messages] of [
      ['old', old.messages] as const,
      ['new', next.messages] as const,
    ]) {
      const lists = OUTCOMES.map(
        (outcome) => new Set(changes[outcome].flatMap((one) => one[side]?.finding ?? [])),
      )
      expect(lists.reduce((sum, { size }) => sum + size, 0)).toBe(messages.length)
      expect(new Set(lists.flatMap((list) => [...list])).size).toBe(messages.length)
    }
  }
})

test('every term of a framing is there, and in no other framing', () => {
  const terms = data.framings.flatMap((framing) => framing.terms)
  const ids = new Set(
    catalogue.packs.flatMap(({ pack }) => pack.terms.map((term) => termId(pack, term))),
  )
  expect(terms.filter((id) => !ids.has(id))).toEqual([])
  expect(new Set(terms).size).toBe(terms.length)
})

test('the summary can be quoted, and the reports show both texts', async () => {
  const versions = await read('01-guidance-two-years')
  expect(summaryOf(versions).join(' ')).toContain('“key partner” became “work alongside”')
  const { pretty, markdown, html, json } = changesReporters
  const lines = pretty(versions, 80).split('\n')
  expect(lines.filter((line) => line.length > 80)).toEqual([])
  expect(markdown(versions)).toContain('**key partner**')
  expect(html(versions)).toContain('<mark>key partner</mark>')
  const parsed = JSON.parse(json(versions))
  expect(Object.keys(parsed)).toEqual(['fixed', 'persisting', 'reworded', 'introduced', 'moved'])
  expect(Object.keys(parsed.reworded[0])).toEqual(['ruleId', 'old', 'new'])
  expect(Object.keys(parsed.reworded[0].old)).toEqual(['quote', 'place'])
})
