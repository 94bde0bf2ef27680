/** Amounts as texts write them: terms of imprisonment, levels of fines, pounds. */

import type { Range } from '../../document.ts'

/** An amount of punishment. Terms are in months where they can be. */
export type Amount =
  | { readonly kind: 'term'; readonly count: number; readonly unit: 'day' | 'week' | 'month' }
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: 'pounds'; readonly pounds: number }

/** An amount and where it is written: indices in the text, end exclusive. */
interface WrittenAmount extends Range {
  readonly amount: Amount
}

const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const NUMBER = `\\d{1,3}|${NUMBERS.slice(1).join('|')}`
/** "has a year", "up to a month": one. */
const ONE =
  '(?<=\\b(?:to|than|within|has|have|of|carries|faces?|risks?)\\s)an?(?=\\s(?:month|year|decade)\\b)'
const TERM = new RegExp(
  `(?<![\\p{L}\\p{N}.,£-])(${NUMBER}|${ONE})[\\s-]{1,2}(day|week|month|mth|year|yr|decade)s?(?![\\p{L}\\p{N}-]*[-\\s]+(?:olds?|of age)\\b)(?!\\p{L})`,
  'giu',
)
const LEVEL = new RegExp(`(?<!\\p{L})level[\\s-](${NUMBER})(?![\\p{L}\\p{N}])`, 'giu')
const POUNDS =
  /£\s?(\d{1,3}(?:,\d{3})+|\d+)(?![\d,]|\.\d|\s?(?:m|bn|k|million|billion)\b)|(?<![\d.,£])(\d{1,3}(?:,\d{3})+|\d{2,6}) pounds\b/gi

/** Without one of these there is no amount in a text, and most have none. */
const UNIT = /£|level|day|week|month|mth|year|yr/i

/** Finds the amounts in a text, in order of place. */
export function amountsIn(text: string): WrittenAmount[] {
  if (!UNIT.test(text)) return []
  const found: WrittenAmount[] = []
  for (const { 0: words, 1: number = '', 2: unit = '', index } of text.matchAll(TERM)) {
    const amount = termOf(valueIn(number), unit.toLowerCase())
    if (amount) found.push({ start: index, end: index + words.length, amount })
  }
  for (const { 0: words, 1: number = '', index } of text.matchAll(LEVEL)) {
    const amount = { kind: 'level', level: valueIn(number) } as const
    found.push({ start: index, end: index + words.length, amount })
  }
  for (const { 0: words, 1: sign, 2: word = '', index } of text.matchAll(POUNDS)) {
    const pounds = Number((sign ?? word).replaceAll(',', ''))
    const amount = { kind: 'pounds', pounds } as const
    found.push({ start: index, end: index + words.length, amount })
  }
  return found.sort((a, b) => a.start - b.start)
}

function valueIn(number: string): number {
  if (/^an?$/i.test(number)) return 1
  return /^\d/.test(number) ? Number(number) : NUMBERS.indexOf(number.toLowerCase())
}

function termOf(count: number, unit: string): Amount | undefined {
  if (unit === 'year' || unit === 'yr') return { kind: 'term', count: count * 12, unit: 'month' }
  if (unit === 'decade') return { kind: 'term', count: count * 120, unit: 'month' }
  if (unit === 'mth') return { kind: 'term', count, unit: 'month' }
  if (unit === 'month' || unit === 'week' || unit === 'day') return { kind: 'term', count, unit }
  return undefined
}

const DAYS = { day: 1, week: 7, month: 30 } as const

/** Whether one term is longer than another; amounts that are no terms are not compared. */
export function isLonger(one: Amount, other: Amount): boolean {
  if (one.kind !== 'term' || other.kind !== 'term') return false
  return one.count * DAYS[one.unit] > other.count * DAYS[other.unit]
}

/** A term as the registry writes it, "7 years"; nothing for "life" and "none". */
export function readTerm(written: string): Amount | undefined {
  return amountsIn(written)[0]?.amount
}
