import { afterLineEnding, endOfLine } from './lines.ts'

/** The longest run of text, in UTF-16 units, that is tokenised at once. */
export const LONGEST_TEXT = 4_000

/** The longest block, in UTF-16 units, whose structure is tokenised at once. */
const LONGEST_BLOCK = 64_000

/** The deepest nesting of quotations and lists that is read. */
export const DEEPEST = 32

/** How many columns of indentation are taken for one level of nesting. */
const COLUMNS_PER_LEVEL = 4

/**
 * What micromark looks back from. Its work grows with the square of the number of these in one text:
 * it took 4 s for 5,500 of them in 16 KB, and minutes for ten times as much.
 */
const DELIMITER = /\*+|_+|~+|[[\]\\&<]|`+|:\/\/|www\.|@/gi

/** From words it looks back only to a bracket, which takes a sixteenth of the work. */
const WORD = /[\w.+-]+/g
const SHARE_OF_WORDS = 0.25

/** The same holds for the lines of a block, which take about half the work. */
const SHARE_OF_LINES = 0.75

/** So many delimiters are fine in the shortest text. */
const FREE_DELIMITERS = 128

/** How much work (delimiters squared) is done for each UTF-16 unit. */
const WORK_PER_UNIT = 64

/** A line that begins a text of its own: blank, an item, a heading, or the row of a table. */
const NEW_TEXT = /^[ \t>]*(?:[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||$)/

/** A line that makes the text before it a heading, or looks like it. */
const UNDERLINE = /^[ \t>]*(?:-+|=+)[ \t]*$/

/** Everything on a line that may nest what follows. */
const NESTING = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]))*[ \t]*/

/** Counts what makes one text slow to tokenise. */
class Density {
  #delimiters = 0
  #words = 0
  #hasBracket = false
  #length = 0

  add(text: string): void {
    this.#length += text.length
    this.#delimiters += count(text, DELIMITER)
    this.#words += count(text, WORD)
    this.#hasBracket ||= text.includes('[')
  }

  get isTooHigh(): boolean {
    const words = this.#hasBracket ? this.#words * SHARE_OF_WORDS : 0
    return exceeds(this.#delimiters + words, this.#length)
  }
}

/** Whether the delimiters in a text would make micromark slow. */
export function isDense(text: string): boolean {
  const density = new Density()
  density.add(text)
  return density.isTooHigh
}

/** Whether a block would make micromark slow or overflow its stack. */
export function isExcessive(source: string, start: number, end: number): boolean {
  if (end - start > LONGEST_BLOCK) return true
  let density = new Density()
  let underlines = 0
  let lines = 0
  for (let at = start; at < end; ) {
    const ending = endOfLine(source, at, end)
    const line = source.slice(at, ending)
    if (isDeep(line)) return true
    lines += 1
    if (UNDERLINE.test(line)) underlines += 1
    if (NEW_TEXT.test(line)) {
      if (density.isTooHigh) return true
      density = new Density()
    }
    density.add(line)
    at = afterLineEnding(source, ending)
  }
  return density.isTooHigh || exceeds(Math.max(underlines, lines * SHARE_OF_LINES), end - start)
}

function exceeds(delimiters: number, length: number): boolean {
  return delimiters > FREE_DELIMITERS && delimiters ** 2 > WORK_PER_UNIT * length
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function isDeep(line: string): boolean {
  const prefix = NESTING.exec(line)?.[0] ?? ''
  if (count(prefix, />|[-+*]|\d[.)]/g) > DEEPEST) return true
  const isBlank = prefix.length === line.length
  return !isBlank && prefix.replace(/\t/g, '    ').length > DEEPEST * COLUMNS_PER_LEVEL
}
