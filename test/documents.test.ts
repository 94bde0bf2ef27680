/** The rules about whole documents, against labels that were written before the rules were tuned. */
import { readFileSync } from 'node:fs'
import type { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { data } from '../src/data.ts'
import { catalogue, resolveSettings, severityOf, stretchOf } from '../src/index.ts'
import { lintText } from './support.ts'

const FOLDER = 'test/labelled/documents'
const RULES = [
  'missing-coverage',
  'unsupported-statistic',
  'unevidenced-assurance',
  'neutrality-disclaimer',
  'one-sided-sources',
  'inconsistent-terminology',
  'undefined-abbreviation',
  'commitment-without-date-or-owner',
]

interface Label {
  readonly rule: string
  readonly words?: string
  readonly optional?: boolean
}

interface Labelled {
  readonly clean?: boolean
  readonly labels: readonly Label[]
}

const recommended = { extends: ['recommended'] }

/** What a file has wrongly and what it lacks, by rule. */
async function judge(folder: string, name: string, { labels }: Labelled) {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  const file = await lintText(text, name, recommended)
  const findings = file.messages.filter(({ ruleId = '' }) => RULES.includes(groupOf(ruleId)))
  const meets = (label: Label, message: VFile['messages'][number]) => {
    const { ruleId = '' } = message
    if (ruleId !== label.rule && !ruleId.startsWith(`${label.rule}/`)) return false
    if (label.words === undefined) return true
    if (label.rule === 'undefined-abbreviation') return message.actual?.startsWith(label.words)
    const stretch = stretchOf(message)
    return label.words.split('|').some((words) => {
      const place = new RegExp(words.replace(/\s+/g, '\\s+')).exec(text)
      if (!place) throw new Error(`${name} does not hold the words of a label: ${words}`)
      return stretch && stretch.start < place.index + place[0].length && stretch.end > place.index
    })
  }
  const asked = labels.filter(({ optional }) => !optional)
  return {
    file,
    right: findings.filter((message) => labels.some((label) => meets(label, message))),
    wrong: findings.filter((message) => !labels.some((label) => meets(label, message))),
    missed: asked.filter((label) => !findings.some((message) => meets(label, message))),
    met: asked.filter((label) => findings.some((message) => meets(label, message))),
  }
}

function groupOf(id: string): string {
  return id.split('/')[0] ?? id
}

async function judgeAll(folder: string) {
  const labelled: Record<string, Labelled> = parse(readFileSync(`${folder}/labels.yml`, 'utf8'))
  return Promise.all(
    Object.entries(labelled).map(async ([name, labels]) => ({
      name,
      labels,
      ...(await judge(folder, name, labels)),
    })),
  )
}

const judged = await judgeAll(FOLDER)
const unseen = await judgeAll(`${FOLDER}-unseen`)

describe.each(RULES)('%s', (rule) => {
  const of = (ids: readonly string[]) => ids.filter((id) => groupOf(id) === rule).length
  const met = judged.flatMap((one) => one.met.map((label) => label.rule))
  const missed = judged.flatMap((one) => one.missed.map((label) => label.rule))
  const right = judged.flatMap((one) => one.right.map(({ ruleId = '' }) => ruleId))
  const wrong = judged.flatMap((one) => one.wrong.map(({ ruleId = '' }) => ruleId))

  test('finds at least nine labels in ten', () => {
    const lost = judged.flatMap(({ name, missed: those }) =>
      those
        .filter((label) => groupOf(label.rule) === rule)
        .map((label) => `${name}: ${label.rule} ${label.words ?? ''}`),
    )
    expect(of(met) + of(missed), 'label at least one document with this rule').toBeGreaterThan(0)
    expect(of(met) / (of(met) + of(missed)), lost.join('\n')).toBeGreaterThanOrEqual(0.9)
  })

  test('is right at least nine times in ten', () => {
    const alarms = judged.flatMap(({ name, wrong: those }) =>
      those
        .filter(({ ruleId = '' }) => groupOf(ruleId) === rule)
        .map(({ ruleId, actual, line }) => `${name}:${line} ${ruleId}: ${actual}`),
    )
    expect(of(right) / (of(right) + of(wrong)), alarms.join('\n')).toBeGreaterThanOrEqual(0.9)
  })
})

const clean = judged.filter(({ labels }) => labels.clean)

test('a third of the documents are clean', () => {
  expect(clean.length).toBeGreaterThanOrEqual(judged.length / 3)
})

test.each([...clean, ...unseen.filter(({ labels }) => labels.clean)])(
  '$name is careful and stays below warning',
  ({ file }) => {
    const grave = file.messages
      .filter((message) => severityOf(message) !== 'suggestion')
      .map(({ ruleId, actual, line }) => `${line} ${ruleId}: ${actual}`)
    expect(grave, 'say in the rule or term what makes this careful').toEqual([])
  },
)

/**
 * At their first runs 21 of 27 findings were right and 21 of 25 labels were found, then (61 to 65) 26 of 33 and 26 of 34,
 * (77 to 82) 28 of 33 and 27 of 43, (97 to 102) 25 of 34 and 19 of 34, and (103 to 108) 25 of 28 and 20 of 26. */
test('documents that were written after the rules were tuned fare not much worse', () => {
  const count = (side: 'met' | 'missed' | 'right' | 'wrong') =>
    unseen.reduce((sum, one) => sum + one[side].length, 0)
  const wrong = unseen.flatMap(({ name, wrong: those, missed }) => [
    ...those.map(({ ruleId, actual }) => `${name}: wrong ${ruleId} ${actual}`),
    ...missed.map(({ rule, words }) => `${name}: missed ${rule} ${words ?? ''}`),
  ])
  const recall = count('met') / (count('met') + count('missed'))
  const precision = count('right') / (count('right') + count('wrong'))
  expect(Math.min(recall, precision), wrong.join('\n')).toBeGreaterThanOrEqual(0.75)
})

/** A page on another subject: short texts are left alone by `missing-coverage`. */
const PAGE = `The allotments lie between the railway and the canal. ${'The paths are swept in spring, the hedges are cut in autumn, and the taps are shut off before the first frost. '.repeat(12)}`

describe.each(data.expectations)(
  'missing-coverage/$id',
  ({ id, example, mirror, asked, general }) => {
    const idsIn = async (text: string) => {
      const file = await lintText(`${text}\n\n${PAGE}`)
      return file.messages.map(({ ruleId }) => ruleId)
    }

    test('is expected of its example, and met by what would meet it', async () => {
      expect(await idsIn(example.found)).toContain(`missing-coverage/${id}`)
      expect(await idsIn(`${example.found}\n\n${example.met}`)).not.toContain(
        `missing-coverage/${id}`,
      )
    })

    test('has a counterpart if one side alone asks for it', () => {
      const SIDES = [['nordic-model', 'survivor-led'], ['rights-based']]
      const asks = (side: readonly string[], who = asked) => who.some(({ by }) => side.includes(by))
      const sides = SIDES.filter((side) => asks(side))
      if (general) expect(sides, 'what one side asks for is not general').toEqual([])
      const others = SIDES.filter((side) => !sides.includes(side))
      if (sides.length !== 1) return
      const counterpart = data.expectations.find((other) => other.id === mirror)
      expect(
        others.every((side) => asks(side, counterpart?.asked)),
        'name a mirror that the other side asks for',
      ).toBe(true)
    })
  },
)

test('every viewpoint, source and provision that an expectation names is there', () => {
  const { viewpoints, sources } = catalogue.knowledge
  const missing = data.expectations.flatMap(({ id, asked, sources: more }) => [
    ...asked.filter(({ by }) => !viewpoints[by]).map(({ by }) => `${id}: viewpoint ${by}`),
    ...[...more, ...asked.flatMap(({ source }) => source ?? [])]
      .filter((source) => !sources[source])
      .map((source) => `${id}: source ${source}`),
  ])
  expect(missing, 'add it to terms/viewpoints.yml or terms/sources.yml').toEqual([])
})

test('expectations can be switched off together, one by one, and by viewpoint', async () => {
  const name = '09-websites-guidance.md'
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
  const ids = async (config: Parameters<typeof lintText>[2]) => {
    const file = await lintText(text, name, config)
    return file.messages.flatMap(({ ruleId = '' }) =>
      groupOf(ruleId) === 'missing-coverage' ? [ruleId] : [],
    )
  }
  expect(await ids(recommended)).toContain('missing-coverage/asw-law')
  expect(await ids({ rules: { 'missing-coverage': 'off' } })).toEqual([])
  expect(await ids({ rules: { 'missing-coverage/asw-law': 'off' } })).not.toContain(
    'missing-coverage/asw-law',
  )
  expect(await ids({ viewpoint: 'nordic-model' })).toContain('missing-coverage/asw-law')
  expect(await ids({ viewpoint: 'rights-based' })).not.toContain('missing-coverage/asw-law')
  expect(() =>
    resolveSettings({ rules: { 'missing-coverage/aws-law': 'off' } }, catalogue),
  ).toThrow('did you mean "missing-coverage/asw-law"')
})
