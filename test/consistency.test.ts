/** What the packs and presets say must agree with itself. */
import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { data } from '../src/data.ts'
import { catalogue, lint, resolveSettings, severityOf } from '../src/index.ts'
import { formsOf } from '../src/replace.ts'
import { type PackRule, termId, termRule } from '../src/terms.ts'
import type { Preset } from '../src/types/preset.ts'
import type { Term } from '../src/types/terms.ts'
import { found, lintText } from './support.ts'

const terms = catalogue.packs.flatMap(({ pack }) => pack.terms.map((term) => ({ pack, term })))
const { viewpoints, sources } = catalogue.knowledge

test('ids are unique', () => {
  const ids = terms.map(({ pack, term }) => termId(pack, term))
  expect(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    'rename the newer one',
  ).toEqual([])
})

describe('the list of ids that have been shipped, terms/ids.txt', () => {
  const shipped = readLines('../terms/ids.txt')

  test('names every term', () => {
    const ids = terms.map(({ pack, term }) => termId(pack, term))
    expect(
      ids.filter((id) => !shipped.includes(id)),
      'run `npm run generate`',
    ).toEqual([])
    expect(shipped).toEqual([...new Set(shipped)].sort())
  })

  test('names nothing that has gone', () => {
    const { ids } = resolveSettings({ extends: ['all'] }, catalogue)
    expect(
      shipped.filter((id) => !ids.has(id)),
      'an id never goes: keep it under `formerly`, or set `status: retired`',
    ).toEqual([])
  })
})

test('at least 240 terms are shipped', () => {
  expect(terms.filter(({ term }) => term.status !== 'retired').length).toBeGreaterThanOrEqual(240)
})

test('every source is used and has a secure address', () => {
  const used = new Set([
    ...terms.flatMap(({ term }) => term.positions.flatMap(({ source }) => source ?? [])),
    ...Object.values(viewpoints).flatMap(({ sources: cited = [] }) => cited),
    ...data.expectations.flatMap(({ sources: cited, asked }) => [
      ...cited,
      ...asked.flatMap(({ source }) => source ?? []),
    ]),
  ])
  const entries = Object.entries(sources)
  expect(
    entries.flatMap(([id]) => (used.has(id) ? [] : [id])),
    'take it out of terms/sources.yml',
  ).toEqual([])
  expect(entries.flatMap(([id, { url }]) => (url.startsWith('https://') ? [] : [id]))).toEqual([])
})

test('every viewpoint and source that a position names is there', () => {
  const missing = terms.flatMap(({ term }) =>
    term.positions.flatMap(({ viewpoint, source }) => [
      ...(viewpoints[viewpoint] ? [] : [`${term.id}: viewpoint ${viewpoint}`]),
      ...(source === undefined || sources[source] ? [] : [`${term.id}: source ${source}`]),
    ]),
  )
  expect(missing, 'add it to terms/viewpoints.yml or terms/sources.yml').toEqual([])
})

test('every term that is subsumed is there', () => {
  const ids = new Set(terms.map(({ term }) => term.id))
  expect(terms.flatMap(({ term }) => (term.subsumes ?? []).filter((id) => !ids.has(id)))).toEqual(
    [],
  )
})

test('a term that all avoid says so only if two viewpoints say it in sources of their own', () => {
  const wrong = terms.filter(({ term }) => {
    const avoid = term.positions.filter(({ stance }) => stance === 'avoid')
    const direct = new Set(
      avoid.filter(({ basis }) => basis === 'direct').map(({ viewpoint }) => viewpoint),
    )
    return term.consensus && (avoid.length < term.positions.length || direct.size < 2)
  })
  expect(
    wrong.map(({ term }) => term.id),
    'set consensus to false',
  ).toEqual([])
})

describe.each(catalogue.presets.map(({ name = '' }) => name))('preset %s', (name) => {
  const settings = resolveSettings({ extends: [name] }, catalogue)

  test('names its author, its date, what it is about, what it covers and what not', () => {
    const preset = catalogue.presets.find((candidate) => candidate.name === name)
    expect(preset).toMatchObject({
      title: expect.any(String),
      author: expect.any(String),
      date: expect.any(String),
      about: expect.any(String),
      coverage: {
        covers: expect.arrayContaining([expect.any(String)]),
        omits: expect.arrayContaining([expect.any(String)]),
      },
    })
  })

  test('does not flag what it suggests', async () => {
    // The preset for measuring reports every wording there is, so it cannot agree with itself.
    if (settings.packs.every(({ options }) => options.evidence === 'none')) return
    const suggestions = new Map<string, string>()
    const used = new Set(settings.packs.map(({ pack }) => pack.pack.pack))
    for (const { pack, term } of terms.filter(({ pack }) => used.has(pack.pack))) {
      for (const text of term.examples.flag) {
        const { messages } = await lintText(text, 'draft.md', { extends: [name] })
        for (const { ruleId, expected = [] } of messages) {
          if (ruleId !== termId(pack, term)) continue
          for (const wording of expected) suggestions.set(wording, term.id)
        }
      }
    }
    const contradictions = []
    for (const [wording, id] of suggestions) {
      const own = await lintText(`It says: ${wording} in March.`, 'draft.md', { extends: [name] })
      if (own.messages.length > 0) contradictions.push(`${id} suggests “${wording}”: ${found(own)}`)
    }
    expect(contradictions, 'take the wording out of the term').toEqual([])
  })
})

test('wording offered where no side is taken is avoided by nobody, not even by our inference', async () => {
  const offered = terms.flatMap(({ term }) =>
    (term.neutral ?? []).flatMap(formsOf).map(([, wording]) => ({ id: term.id, wording })),
  )
  const avoided = []
  for (const { id, wording } of offered) {
    const config: Preset = { extends: ['recommended'], evidence: 'any' }
    const file = await lintText(`It says: ${wording} in March.`, 'draft.md', config)
    if (file.messages.length > 0) avoided.push(`${id} offers “${wording}”: ${found(file)}`)
  }
  expect(
    avoided,
    'take the wording out of `neutral`, or make it the position of who writes it',
  ).toEqual([])
})

test('no pack offers what another reports', async () => {
  const advice = packOf('advice', 'old den', ['new den'])
  const other = packOf('other', 'new den', [])
  expect(await offeredBy([advice])).toEqual(['new den'])
  expect(await offeredBy([advice, other])).toEqual([])
})

/** A pack of one term, and the wordings it offers. */
function packOf(id: string, form: string, neutral: string[]): PackRule {
  const term: Term = {
    id: `${id}-term`,
    title: form,
    kind: 'other',
    since: '0.1.0',
    forms: [{ one: form }],
    neutral: neutral.map((one) => ({ one })),
    positions: [{ viewpoint: 'statutory', stance: 'avoid', why: 'A test.', basis: 'inferred' }],
    examples: { flag: [], pass: [] },
  }
  return termRule({ pack: id, title: id, about: 'A test.', terms: [term] }, catalogue.knowledge)
}

async function offeredBy(packs: PackRule[]) {
  const presets = [{ name: 'test', evidence: 'none' as const }]
  const settings = resolveSettings({ extends: ['test'] }, { ...catalogue, packs, presets })
  const file = await lint(new VFile({ path: 'draft.md', value: 'We saw the old den.' }), settings)
  return file.messages[0]?.expected
}

/** What drafters of gender-neutral texts are advised to write. */
test.each([
  'The form must be signed and returned within 14 days.',
  'An appeal may be made in writing.',
  'Where a person is arrested, the reason must be given.',
  'The chair is elected each year, and notice of the vote is sent to members.',
])('a passive that avoids a gendered word is left alone: %s', async (text) => {
  expect(found(await lintText(text, 'draft.md', {}))).toEqual([])
})

describe('our own prose', () => {
  test.each(['README', 'CONTRIBUTING', 'GUIDELINES', 'CHANGELOG', 'docs/not-covered'])(
    '%s.md passes the linter',
    async (name) => {
      expect(await warningsIn(readText(`../${name}.md`))).toEqual([])
    },
  )

  test('packs, viewpoints and presets pass the linter', async () => {
    const prose = [
      ...terms.flatMap(({ term }) => [
        term.summary,
        term.note,
        ...(term.advice ?? []),
        ...term.positions.flatMap(({ why, dissent, advice = [] }) => [why, dissent, ...advice]),
      ]),
      ...Object.values(viewpoints).flatMap(({ about, dissent }) => [about, dissent]),
      ...catalogue.presets.flatMap(({ about, coverage }) => [
        about,
        ...(coverage?.covers ?? []),
        ...(coverage?.omits ?? []),
      ]),
      // A title is the wording itself, and so is talked about.
      ...terms.map(({ term }) => `The words “${term.title}” are in the pack.`),
    ]
    const warnings = []
    for (const text of new Set(prose)) if (text) warnings.push(...(await warningsIn(text)))
    expect(warnings, 'put words that are talked about in quotation marks').toEqual([])
  })
})

/** What the default preset finds in a text, suggestions left out. */
async function warningsIn(text: string): Promise<string[]> {
  const file = await lintText(text, 'draft.md', {})
  return file.messages
    .filter((message) => severityOf(message) !== 'suggestion')
    .map(({ line, ruleId, actual }) => `${line}: ${ruleId}: ${actual}`)
}

function readText(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

function readLines(path: string): string[] {
  return readText(path).split('\n').filter(Boolean)
}
