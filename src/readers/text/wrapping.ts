import { isBlank, isSpace, type Line, widthOf } from './lines.ts'
import { endOf, endsClause, endsSentence, startsLower } from './sentences.ts'

/** Lines longer than this were not wrapped by hand: columns. */
const LONGEST_WRAPPED = 160
/** Wider lines than this take evidence to be believed to be wrapped: columns. */
const WIDEST_USUAL = 110
/** Narrower lines than this show nothing about wrapping: columns. */
const NARROWEST = 40
/** How much shorter than the usual width a full line may be: proportional type varies. */
const SLACK = 0.85
/** The same for a line that ends a sentence, so that a paragraph may end with it. */
const SLACK_AT_SENTENCE_END = 0.92
/** How many full lines it takes to judge by them. */
const FEWEST_FULL_LINES = 3
/** How many of the lines after full lines begin in lower case, at least, where prose is wrapped. */
const FEWEST_LOWER = 0.25
/** How many lines a part needs to be judged by itself rather than by the whole text. */
const FEWEST_LINES_OF_PART = 4

/**
 * The width at which a text is wrapped, in columns; `Infinity` if every line is a paragraph of its own.
 */
export function wrapWidth(text: string, lines: readonly Line[]): number {
  return measure(text, lines, 0, lines.length).width
}

/**
 * The width at which lines `start` to `end` (exclusive, none of them blank) are wrapped, in columns:
 * by their own evidence if there is enough of it, else that of the whole text.
 */
export function wrapWidthOf(
  text: string,
  lines: readonly Line[],
  start: number,
  end: number,
  whole: number,
): number {
  if (end - start < FEWEST_LINES_OF_PART) {
    for (let index = start; index < end; index++) {
      const line = lines[index]
      if (line && widthOf(line) > LONGEST_WRAPPED) return Number.POSITIVE_INFINITY
    }
    return whole
  }
  const { width, certain } = measure(text, lines, start, end)
  return certain ? width : whole
}

/** Whether a line was broken because the first word of the next would not have fitted on it. */
export function isFull(text: string, line: Line, next: Line, width: number): boolean {
  return widthOf(line) + 1 + firstWordLength(text, next) >= width * SLACK
}

/** Whether the text of the next line goes on with the sentence or paragraph of a line. */
export function runsOn(text: string, line: Line, next: Line, width: number): boolean {
  const start = text.slice(next.from, Math.min(next.to, next.from + 12))
  if (isNumber(start)) return false
  const finished = endsClause(text, line)
  if (!finished) {
    if (startsLower(text, next) || start.startsWith('(')) return true
    const end = endOf(text, line)
    if (UNFINISHED.test(end) && widthOf(line) * 2 > width) return true
    if (SENTENCE_START.test(start) && !end.endsWith(',')) return false
  }
  if (!isFull(text, line, next, width)) return false
  const slack = SLACK_AT_SENTENCE_END / SLACK
  return !endsSentence(text, line) || isFull(text, line, next, width * slack)
}

/** Words that hardly ever begin a line of prose in capitals but at the start of a sentence. */
const SENTENCE_START =
  /^(?:The|This|These|There|It|We|You|They|He|She|If|When|Our|Your|Their|However|In|For)\s/
/** A line that ends in one of these goes on. */
const UNFINISHED = /\s(?:an?|the|and|or|of|to|for|from|by|with|in|at)$/i

/** A page number, perhaps, between lines. */
function isNumber(start: string): boolean {
  return /^\d{1,4}$/.test(start)
}

function firstWordLength(text: string, line: Line): number {
  const longest = Math.min(line.to, line.from + NARROWEST)
  let index = line.from
  while (index < longest && !isSpace(text.charCodeAt(index))) index++
  return index - line.from
}

/**
 * Measures the lines that have another directly below them, and long lines, which are evidence in
 * themselves. The usual width is the one that only the longest tenth exceeds.
 */
function measure(
  text: string,
  lines: readonly Line[],
  start: number,
  end: number,
): { width: number; certain: boolean } {
  const counts = new Uint32Array(LONGEST_WRAPPED + 2)
  let total = 0
  for (let index = start; index < end; index++) {
    const line = lines[index]
    if (!line || isBlank(line)) continue
    const next = lines[index + 1]
    const width = Math.min(widthOf(line), LONGEST_WRAPPED + 1)
    if (width <= LONGEST_WRAPPED && (index + 1 >= end || !next || isBlank(next))) continue
    counts[width] = (counts[width] ?? 0) + 1
    total += 1
  }
  const width = usualWidth(counts, total)
  if (width > LONGEST_WRAPPED) return { width: Number.POSITIVE_INFINITY, certain: true }
  if (width < NARROWEST) return { width: NARROWEST, certain: false }
  return judge(text, lines, start, end, width, total)
}

function usualWidth(counts: Uint32Array, total: number): number {
  const exceeding = total < FEWEST_LINES_OF_PART ? 0 : Math.max(1, Math.floor(total / 10))
  let seen = 0
  for (let width = counts.length - 1; width > 0; width--) {
    seen += counts[width] ?? 0
    if (seen > exceeding) return width
  }
  return 0
}

/**
 * Lists of titles have lines of similar length, too; but where prose is wrapped, many of the lines
 * after full ones begin in lower case.
 */
function judge(
  text: string,
  lines: readonly Line[],
  start: number,
  end: number,
  width: number,
  total: number,
): { width: number; certain: boolean } {
  let full = 0
  let lower = 0
  for (let index = start; index < end - 1; index++) {
    const line = lines[index]
    const next = lines[index + 1]
    if (!line || !next || isBlank(line) || isBlank(next)) continue
    if (!isFull(text, line, next, width)) continue
    full += 1
    if (startsLower(text, next)) lower += 1
  }
  if (full < FEWEST_FULL_LINES) {
    return { width: width > WIDEST_USUAL ? Number.POSITIVE_INFINITY : width, certain: false }
  }
  if (lower < full * FEWEST_LOWER) return { width: Number.POSITIVE_INFINITY, certain: true }
  return { width, certain: full * 2 >= total }
}
