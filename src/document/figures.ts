/** The grammar of figures in English: shares, multiples, parts, rates and counts. What they count is for others. */

import type { Range } from '../document.ts'

/** Where a figure stands in a text, without what it counts. */
export interface Figure extends Range {
  /** "twice as likely"; "was halved", "fell by half"; "90 %", "one in three"; "two thirds of"; "30 a day"; "80,000", "thousands of". */
  readonly kind: 'multiple' | 'change' | 'share' | 'part' | 'rate' | 'count'
  /** The value of a count; `Infinity` for "thousands of". */
  readonly value: number
}

const UNITS = 'one two three four five six seven eight nine'.split(' ')
const TEENS =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const HEAPS = 'thousands hundreds millions dozens scores'.split(' ')
const OTHERS = 'half several many twice tens'.split(' ')
const CHANGES = 'halved doubled trebled tripled quadrupled'.split(' ')
/** "Tenfold". */
const FOLDS = [...UNITS.slice(1), 'ten', 'twenty'].map((word) => `${word}fold`)
/** "Fell by", "is down": what makes a part that follows a change. */
const MOVED =
  '(?:ris(?:en|es?|ing)|rose|fall(?:en|s|ing)?|fell|dropped|increased|decreased|declined|grown|grew|shrunk|shrank|cut|up|down)'
const NEARLY = '(?:nearly|almost|about|around|roughly|over|more\\sthan|less\\sthan|at\\sleast|some)'
const VALUES = new Map([
  ...UNITS.map((word, index): [string, number] => [word, index + 1]),
  ...TEENS.map((word, index): [string, number] => [word, index + 10]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
])

const SPELLED = `(?:(?:${TENS.join('|')})(?:[-\\s](?:${UNITS.join('|')}))?|${TEENS.join('|')}|${UNITS.join('|')}|a hundred)\\b`
/** No longer than anybody writes: what is tried of a million digits must not grow with their square. */
const DIGITS = '\\d{1,15}(?!\\d)'
const NUMBER = `(?:(?:\\d{1,3}(?:,\\d{3}){1,8}|${DIGITS}(?:\\.${DIGITS})?)(?![\\d,]{0,40}[A-Za-z])|${SPELLED})`
/** "3 million". */
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
])
const SCALE = `(?:\\s(?:${[...SCALES.keys()].join('|')})\\b)`
const SMALL = `(?:${SPELLED}|\\d{1,3}(?![\\d,]))`
const PARTS = '(?:thirds?|quarters?|fifths?|sixths?|tenths?)'
const PER = '(?:\\s?%|[\\s-](?:per\\s?cent|in\\s(?:every\\s)?hundred)\\b)'

/**
 * A number and what stands behind it, of which the number is taken. An engine writes an expression out anew behind
 * each word of a list that it goes on from; behind a look ahead and its name it does not.
 */
function taken(name: string, number: string, behind = ''): string {
  return `(?=(?<${name}>${number})${behind})\\k<${name}>`
}

/** Each is tried where a figure may begin, some only behind certain words; the first that fits is taken. */
const KINDS: readonly (readonly [kind: Figure['kind'], pattern: RegExp, behind?: RegExp])[] = [
  [
    'multiple',
    new RegExp(
      `(?:${taken('number', NUMBER)}|several|many)\\stimes\\s(?:more|as|higher|greater|likelier)\\b(?:\\s(?:likely|many)\\b)?|(?:twice|half)\\sas\\s(?:likely|many)\\b`,
      'iy',
    ),
  ],
  ['change', new RegExp(`(?:${[...CHANGES, ...FOLDS].join('|')})\\b`, 'iy')],
  [
    'change',
    new RegExp(
      `(?:half|a\\s(?:third|quarter|fifth|tenth)|(?:two|three|four)[\\s-]${PARTS})\\b(?!\\sof\\b)`,
      'iy',
    ),
    new RegExp(`\\b${MOVED}\\s(?:by\\s)?(?:${NEARLY}\\s)?$`, 'i'),
  ],
  [
    'share',
    new RegExp(
      [
        `${taken('number', NUMBER)}${PER}`,
        `${taken('part', SMALL)}\\s(?:out\\sof|in)\\s(?:every\\s)?${taken('all', SMALL, '(?!\\s?%)')}`,
        `one\\s[a-z]+\\sin\\s(?:every\\s)?${taken('each', SMALL)}`,
      ].join('|'),
      'iy',
    ),
  ],
  [
    'part',
    new RegExp(
      `(?:(?:two|three|four)[\\s-]${PARTS}|half|a\\s(?:third|quarter|fifth|tenth))\\s(?:of\\b)?`,
      'iy',
    ),
  ],
  [
    'rate',
    new RegExp(
      `${taken('number', NUMBER)}\\s(?:an?|every|per)\\s(?:day|week|month|year)\\b|(?<=\\bevery\\s)${taken('span', SMALL)}\\s(?:seconds|minutes|hours|days|weeks)\\b`,
      'iy',
    ),
  ],
  [
    'count',
    new RegExp(
      `${NUMBER}${SCALE}?(?!\\s?%)|(?:(?:tens|hundreds)\\sof\\s)?(?:${HEAPS.join('|')})\\sof\\b`,
      'iy',
    ),
  ],
]

/** "increased by more than " is shorter. */
const LONGEST_BEHIND = 40

/** What may not stand before a figure: part of a number, of a date or of a sum of money. */
const JOINED = /[\d.,£$€/–-]$/

/** Where a figure may begin: at a digit or a word for a number, and not inside a word. */
const START = new RegExp(
  `(?<![\\p{L}\\p{N}\\p{M}])(?:\\d|(?:${[...VALUES.keys(), ...HEAPS, ...OTHERS, ...CHANGES, ...FOLDS].join('|')}|a\\s(?:hundred|third|quarter|fifth|tenth))\\b)`,
  'giu',
)

/** "01632 960 113": a telephone number. */
const TELEPHONE = /0\d{2,4}(?:[ -]?\d{3,4}){1,3}(?!\d)/y

/** Finds the figures of a text in order of place, in one pass. */
export function figuresIn(text: string): Figure[] {
  const figures: Figure[] = []
  let dialled = 0
  for (const { index: start } of text.matchAll(START)) {
    if (start < dialled) continue
    TELEPHONE.lastIndex = start
    if (TELEPHONE.test(text)) {
      dialled = TELEPHONE.lastIndex
      continue
    }
    if (start < (figures.at(-1)?.end ?? 0) || isJoined(text, start)) continue
    for (const [kind, pattern, behind] of KINDS) {
      pattern.lastIndex = start
      const found = pattern.exec(text)?.[0].trimEnd()
      if (found === undefined) continue
      if (behind && !behind.test(text.slice(Math.max(0, start - LONGEST_BEHIND), start))) continue
      figures.push({ kind, start, end: start + found.length, value: amountOf(found) })
      break
    }
  }
  return figures
}

/** Whether a digit goes on with a number, a date or a sum of money. */
function isJoined(text: string, start: number): boolean {
  return /\d/.test(text.charAt(start)) && JOINED.test(text.charAt(start - 1))
}

const SCALED = new RegExp(`^(.*?)(?:\\s(${[...SCALES.keys()].join('|')}))$`, 'i')

function amountOf(figure: string): number {
  const [, number = figure, scale = ''] = SCALED.exec(figure) ?? []
  const times = SCALES.get(scale.toLowerCase()) ?? 1
  const digits = Number(number.replace(/,/g, ''))
  if (!Number.isNaN(digits)) return digits * times
  return (VALUES.get(number.toLowerCase()) ?? Number.POSITIVE_INFINITY) * times
}
