/** Whose vocabulary a text speaks. */
import { existsSync, readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { check } from '../src/engine.ts'
import { catalogue, resolveSettings } from '../src/index.ts'
import { profileOf, type Stance } from '../src/profile.ts'
import { profileReporters } from '../src/reporters/profile.ts'

const settings = resolveSettings({ extends: ['all'] }, catalogue)

async function profile(text: string, path = 'draft.md') {
  const checked = await check(new VFile({ path, value: text }), settings)
  return profileOf(checked, settings)
}

const TEXT = `# Report

## Outreach

The team met a sex worker and two other sex workers. “A prostituted woman rang us,” said the nurse.

## Law

Prostituted women were not charged.
`

test('wordings count for those who prefer and for those who avoid them', async () => {
  const { own } = await profile(TEXT)
  const of = (id: string) => own.viewpoints.find(({ viewpoint }) => viewpoint === id)
  expect(of('rights-based')?.counts.prefer.direct).toBe(2)
  expect(of('nordic-model')?.counts.avoid.direct).toBe(2)
  expect(of('nordic-model')?.counts.prefer.direct).toBe(1)
  expect(of('rights-based')?.counts.avoid).toEqual({ direct: 0, inferred: 1 })
  expect(of('rights-based')?.examples.prefer[0]?.count).toBe(2)
})

test('other people’s words are counted apart', async () => {
  const { own, others } = await profile(TEXT)
  expect([own.uses, others.uses]).toEqual([3, 1])
})

test('sections stand in reading order and sum up to the whole', async () => {
  const { own, sections } = await profile(TEXT)
  expect(sections.map(({ heading, uses }) => [heading, uses])).toEqual([
    ['Outreach', 2],
    ['Law', 1],
  ])
  expect(sections.reduce((sum, { uses }) => sum + uses, 0)).toBe(own.uses)
})

test('there is no score, and a text without contested wording has no counts', async () => {
  const { own } = await profile('The library opens at nine.')
  expect(own).toEqual({ uses: 0, viewpoints: [] })
})

test('a terminal line is no longer than the screen, and the page escapes what it shows', async () => {
  const profiles = [await profile(TEXT.replace('## Law', '## Law <b>'))]
  const lines = profileReporters.pretty(profiles, 90).split('\n')
  expect(lines.filter((line) => line.length > 90 && !line.startsWith('draft.md'))).toEqual([])
  expect(profileReporters.html(profiles)).not.toContain('<b>')
  expect(JSON.parse(profileReporters.json(profiles))).toEqual(profiles)
  const table = profileReporters
    .markdown(profiles)
    .split('\n')
    .filter((line) => line.startsWith('| '))
  expect(table.length).toBeGreaterThan(4)
})

test('a word that has another sense is nobody’s vocabulary', async () => {
  const { own, others } = await profile('The solicitor rang her client, and the punter lost a bet.')
  const said = [own, others].flatMap(({ viewpoints }) =>
    viewpoints.flatMap(({ examples }) => Object.values(examples).flat()),
  )
  expect(said.filter(({ words }) => words === 'client')).toEqual([])
})

const FOLDER = 'test/labelled/versions'

interface Counted {
  readonly viewpoint: string
  readonly stance: Stance
  readonly term: string
  readonly count: number
  readonly others?: boolean
}

const counted: Record<string, Record<'old' | 'new', readonly Counted[]>> = parse(
  readFileSync(`${FOLDER}/profile.yml`, 'utf8'),
)

describe.each(Object.entries(counted))('%s', (pair, versions) => {
  test.each(['old', 'new'] as const)(
    'the %s version speaks as it was counted by hand',
    async (side) => {
      const kind = existsSync(`${FOLDER}/${pair}/old.md`) ? 'md' : 'txt'
      const name = `${FOLDER}/${pair}/${side}.${kind}`
      const { own, others } = await profile(readFileSync(name, 'utf8'), name)
      const got = versions[side].map((label): Counted => {
        const voice = label.others ? others : own
        const leaning = voice.viewpoints.find(({ viewpoint }) => viewpoint === label.viewpoint)
        const used = leaning?.examples[label.stance].find(({ ruleId }) => ruleId === label.term)
        return { ...label, count: used?.count ?? 0 }
      })
      expect(got).toEqual(versions[side])
    },
  )
})
