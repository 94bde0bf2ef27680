/** Places in an Act as texts write them: "section 33A(1)", "ss. 33, 34 and 36", "arts 37 to 40". */

import type { PlaceKind } from '../../types/law.ts'

/** What kind of place is cited; only some kinds stand in the registry. */
type CitedKind = PlaceKind | 'chapter' | 'regulation' | 'clause'

/** A place as cited. */
export interface CitedPlace {
  readonly kind: CitedKind
  /** The number with its letters in capitals: 33A. */
  readonly number: string
  /** The last number of a range: 36. */
  readonly to?: string
  /** Subsection and below, without the outermost brackets: "1", "2A", "1(b)". */
  readonly subsection?: string
}

/** A place and where it is written: indices in the text, end exclusive. */
export interface WrittenPlace extends CitedPlace {
  readonly start: number
  readonly end: number
  /** The larger place it stands in: paragraph 33A of *Schedule 2*. */
  readonly within?: CitedPlace
}

const KINDS: readonly (readonly [RegExp, CitedKind])[] = [
  [/^(?:s|§)/i, 'section'],
  [/^a/i, 'article'],
  [/^para/i, 'paragraph'],
  [/^p/i, 'part'],
  [/^ch/i, 'chapter'],
  [/^r/i, 'regulation'],
  [/^cl/i, 'clause'],
]

const UNIT =
  'sections?|sec[.s]?|ss?|§§?|articles?|arts?|schedules?|schs?|parts?|pts?|chapters?|paragraphs?|paras?|regulations?|regs?|clauses?|cll?'
const NUMBER = '\\d{1,4}(?:[a-z]{1,2}|\\s[a-z](?=\\s+of\\b))?(?![\\p{L}\\d]|,\\d|\\s?%)'
const BRACKETS =
  '(?:\\((?:\\d{1,3}[a-z]{0,2}|[a-z]{1,4})\\)| \\((?:\\d{1,2}[a-z]?|[a-z]|[ivx]{2,4})\\))*'

const HEAD = new RegExp(
  `(?:sub-?s(?:ections?|\\.)?\\s*((?:\\([\\da-z]{1,4}\\))+)\\s+(?:of|to)\\s+(?:the\\s+)?)?(?<![\\p{L}\\p{N}’'-])(${UNIT})(?:\\.\\s*|\\s{1,2}|(?=[\\d§])|(?<=§))(${NUMBER}|[ivx]{1,6}(?![\\p{L}\\p{N}]))(${BRACKETS})`,
  'giu',
)
/** Most text has no number: it is passed over sooner than `HEAD` would. */
const MAY_HOLD_NUMBER = /\d|\b[ivx]{1,6}(?![a-z\d])/i
const RANGE = new RegExp(`\\s*(?:[-‐‑–—]|\\b(?:to|through)\\b)\\s*(${NUMBER})(${BRACKETS})`, 'iuy')
const NEXT = new RegExp(
  `(\\s*(?:,\\s*(?:and|or|&)?|and/or|and|or|&|/)\\s*)(${NUMBER})(${BRACKETS})`,
  'iuy',
)
const DECIMAL = /\.(\d{1,2})(?![\d.]*\d)/y
/** ", subsection (2)," and "(1)(a) to (c)": what else belongs to a place. */
const LATER =
  /,?\s+sub-?s(?:ections?|\.)?\s*((?:\([\da-z]{1,4}\))+),?|(?:\s*(?:,|and|or|to|[-–])\s*(?:\((?:\d{1,2}[a-z]?|[a-z]|[ivx]{2,4})\))+)+/iy
const ORDINAL = /\d(?:st|nd|rd|th)$/i
const YEAR = /^(?:1[2-9]|20)\d\d$/
const MEASURED =
  /^\s*(?:%|st\b|nd\b|(?:per\s?cent|months?|years?|days?|weeks?|hours?|minutes?|people|persons?|women|men|children|officers?|cases?|times|pounds?|[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay\b|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec)|-?(?:month|year|day)\b|(?:Act|Order)\b)/

/**
 * Finds the places written in a text, in groups that belong together: "sections 33, 34 and 36" is one
 * group of three. A range keeps its two ends; it is never spelled out.
 */
export function placesIn(text: string): WrittenPlace[][] {
  if (!MAY_HOLD_NUMBER.test(text)) return []
  const groups: WrittenPlace[][] = []
  HEAD.lastIndex = 0
  for (let head = HEAD.exec(text); head; head = HEAD.exec(text)) {
    const group = groupAt(text, head)
    if (group.length === 0) continue
    groups.push(group)
    HEAD.lastIndex = group.at(-1)?.end ?? HEAD.lastIndex
  }
  return nested(text, groups)
}

function groupAt(text: string, head: RegExpExecArray): WrittenPlace[] {
  const [whole, subsection, unit = '', number = '', brackets = ''] = head
  const kind = kindOf(unit)
  if (!kind || !numberAllowed(kind, number)) return []
  if (/^ss?$/i.test(unit) && /^\s*[ivx]/i.test(number)) return []
  const end = head.index + whole.length
  const first = withRest(text, place(kind, number, subsection ?? brackets, head.index, end))
  if (!first) return []
  const group = [withRange(text, first)]
  for (;;) {
    const last = group.at(-1)
    if (!last) return group
    NEXT.lastIndex = last.end
    const next = NEXT.exec(text)
    const [, gap = '', following = '', inBrackets = ''] = next ?? []
    if (!next || !continues(text, following, NEXT.lastIndex)) return group
    const start = next.index + gap.length
    group.push(withRange(text, place(kind, following, inBrackets, start, NEXT.lastIndex)))
  }
}

/** A place with what belongs to it behind; nothing for a decimal number, unless it is that of an article. */
function withRest(text: string, written: WrittenPlace): WrittenPlace | undefined {
  DECIMAL.lastIndex = written.end
  const decimal = DECIMAL.exec(text)?.[1]
  if (decimal) {
    if (written.kind !== 'article') return undefined
    return { ...written, subsection: decimal, end: DECIMAL.lastIndex }
  }
  if (/^[.]\d/.test(text.slice(written.end, written.end + 2))) return undefined
  LATER.lastIndex = written.end
  const later = LATER.exec(text)
  if (!later || (!later[1] && !written.subsection)) return written
  const inner = later[1] ? bracketed(later[1]) : written.subsection
  return { ...written, ...(inner ? { subsection: inner } : {}), end: LATER.lastIndex }
}

/** Whether a number after a comma or "and" is another place and no amount, date or year. */
function continues(text: string, number: string, end: number): boolean {
  if (/^[.]\d/.test(text.slice(end, end + 2))) return false
  return !YEAR.test(number) && !ORDINAL.test(number) && !MEASURED.test(text.slice(end, end + 12))
}

function withRange(text: string, written: WrittenPlace): WrittenPlace {
  RANGE.lastIndex = written.end
  const range = RANGE.exec(text)
  const to = range?.[1]
  if (!to || !continues(text, to, RANGE.lastIndex)) return written
  return { ...written, to: to.toUpperCase(), end: RANGE.lastIndex }
}

function place(
  kind: CitedKind,
  number: string,
  brackets: string,
  start: number,
  end: number,
): WrittenPlace {
  const inner = bracketed(brackets)
  const arabic = /^\d/.test(number)
    ? number.replace(/\s/, '').toUpperCase()
    : String(fromRoman(number))
  // "33(A)": paragraphs have small letters, so a capital belongs to the number.
  if (/^[A-Z]$/.test(inner)) return { kind, number: arabic + inner, start, end }
  return { kind, number: arabic, ...(inner ? { subsection: inner } : {}), start, end }
}

/** Brackets as a place keeps them: "(1)(b)" is "1(b)". */
function bracketed(brackets: string): string {
  return brackets.replaceAll(' ', '').replace(/^\(([^)]*)\)/, '$1')
}

function kindOf(unit: string): CitedKind | undefined {
  if (/^sch/i.test(unit)) return 'schedule'
  return KINDS.find(([pattern]) => pattern.test(unit))?.[1]
}

function numberAllowed(kind: CitedKind, number: string): boolean {
  if (/^\d/.test(number)) return !ORDINAL.test(number) && !YEAR.test(number)
  const roman = kind === 'part' || kind === 'schedule' || kind === 'chapter' || kind === 'article'
  return roman && number === number.toUpperCase()
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

function fromRoman(number: string): number {
  const values = [...number.toUpperCase()].map((letter) => ROMAN[letter] ?? 0)
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  )
}

const INSIDE = /^,?\s+(?:of|to|in)\s+(?:the\s+)?$/i
const BESIDE = /^,?\s*$/

/** "paragraph 33A of Schedule 2", "Sch 2 para 33A": the paragraph, within the Schedule. */
function nested(text: string, groups: readonly WrittenPlace[][]): WrittenPlace[][] {
  const joined: WrittenPlace[][] = []
  for (const group of groups) {
    const before = joined.at(-1)
    const [outer, inner] = [before?.at(-1), group[0]]
    const gap = outer && inner ? text.slice(outer.end, inner.start) : 'none'
    if (before && outer && inner && INSIDE.test(gap) && rank(inner) < rank(outer)) {
      joined[joined.length - 1] = before.map((one) => ({
        ...one,
        end: inner.end,
        within: bare(inner),
      }))
    } else if (
      before?.length === 1 &&
      outer &&
      inner &&
      BESIDE.test(gap) &&
      rank(outer) < rank(inner)
    ) {
      joined[joined.length - 1] = group.map((one, at) => ({
        ...one,
        start: at === 0 ? outer.start : one.start,
        within: bare(outer),
      }))
    } else joined.push(group)
  }
  return joined
}

const RANKS: readonly CitedKind[] = [
  'part',
  'schedule',
  'chapter',
  'section',
  'article',
  'paragraph',
]

function rank({ kind }: CitedPlace): number {
  return RANKS.indexOf(kind)
}

function bare({ kind, number }: CitedPlace): CitedPlace {
  return { kind, number }
}

/** Whether a number is one of a run: "33 to 36" holds 34 but not 33A, "136A to 136R" holds 136C. */
export function within(number: string, first: string, last: string = first): boolean {
  if (number === first || number === last) return true
  if (first === last) return false
  const [at, from, to] = [split(number), split(first), split(last)]
  if (from.base === to.base) {
    return (
      at.base === from.base &&
      order(at.letters, from.letters) > 0 &&
      order(at.letters, to.letters) < 0
    )
  }
  return at.letters === '' && at.base > from.base && at.base < to.base
}

function split(number: string): { base: number; letters: string } {
  const letters = number.replace(/^\d+/, '')
  return { base: Number.parseInt(number, 10), letters }
}

function order(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0)
}
