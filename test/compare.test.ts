/** Two versions of a text: what became of each finding, against labels that were written before anything was run. */
import { existsSync, readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Change, compare, OUTCOMES, type Outcome } from '../src/compare.ts'
import { check } from '../src/engine.ts'
import { createFramings } from '../src/framings.ts'
import { catalogue, resolveSettings } from '../src/index.ts'

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
