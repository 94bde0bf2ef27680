/** Passages with what the rules of law should make of them: see test/labelled/law.yml, law-fresh.yml, law-practice.yml and law-drafts.yml. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Finding } from '../../src/finding.ts'
import { rules } from '../../src/rules/index.ts'
import { find } from './law.ts'

interface Passage {
  readonly text: string
  readonly as?: 'md' | 'txt'
}

interface Wrong extends Passage {
  readonly rule: string
  readonly words: string
}

interface Labelled {
  readonly wrong: readonly Wrong[]
  readonly right: readonly Passage[]
}

const names = ['law.yml', 'law-fresh.yml', 'law-practice.yml', 'law-drafts.yml']
const sets = names.map((name): [string, Labelled] => [
  name,
  parse(readFileSync(`test/labelled/${name}`, 'utf8')),
])
const LAW = new Set([
  'offence-classification',
  'offence-penalty',
  'repealed-provision',
  'citation-mismatch',
  'jurisdiction',
  'police-power',
  'time-limit',
  'offence-elements',
  'duty-wording',
  'definition',
])
const WANTED = 0.95
/** A right statement reported as wrong is worse than a wrong one that is missed. */
const LEFT_ALONE = 0.97

function findings({ text, as }: Passage): Finding[] {
  return rules.filter(({ meta }) => LAW.has(meta.id)).flatMap((rule) => find(rule, text, as))
}

/** Whether a finding touches some words of the passage. */
function touches({ place }: Finding, text: string, words: string): boolean {
  if (!place || !('start' in place)) return false
  const { start, end } = place
  const [whole, part] = [text.toLowerCase(), words.toLowerCase()]
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    if ((start.offset ?? 0) < at + words.length && (end.offset ?? 0) > at) return true
  }
  return false
}

function missed(passages: readonly Wrong[]): string[] {
  return passages.flatMap((passage) => {
    const found = findings(passage)
    const hit = found.some(
      (one) => one.ruleId === passage.rule && touches(one, passage.text, passage.words),
    )
    const instead = found.map(({ ruleId, actual }) => `${ruleId}: ${actual}`).join('; ')
    return hit
      ? []
      : [`${passage.rule} [${passage.words}] ${passage.text} → ${instead || 'nothing'}`]
  })
}

function alarms(passages: readonly Passage[]): string[] {
  return passages.flatMap((passage) =>
    findings(passage).map(({ ruleId, actual }) => `${ruleId}: ${actual} in: ${passage.text}`),
  )
}

function share(wrong: number, all: number): string {
  return `${all - wrong} of ${all}`
}

describe.each(sets)('labelled passages of %s', (_, labelled) => {
  test('are enough, and half of them are right', () => {
    expect(labelled.wrong.length + labelled.right.length).toBeGreaterThanOrEqual(220)
    expect(labelled.right.length).toBeGreaterThanOrEqual(110)
  })

  test('mistakes are found at the right words by the right rule', () => {
    const all = missed(labelled.wrong)
    const least = Math.ceil(labelled.wrong.length * WANTED)
    const message = `${share(all.length, labelled.wrong.length)} found; missed:\n${all.join('\n')}`
    expect(labelled.wrong.length - all.length, message).toBeGreaterThanOrEqual(least)
  })

  test('what is right is left alone', () => {
    const all = alarms(labelled.right)
    const least = Math.ceil(labelled.right.length * LEFT_ALONE)
    const message = `${share(all.length, labelled.right.length)} left alone; alarms:\n${all.join('\n')}`
    expect(labelled.right.length - all.length, message).toBeGreaterThanOrEqual(least)
  })
})
