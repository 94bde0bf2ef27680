import { afterLineEnding, endOfLine } from './lines.ts'

/** The longest run of text, in UTF-16 units, that is tokenised at once. */
export const LONGEST_TEXT = 8_000

/** The longest block, in UTF-16 units, whose structure is tokenised at once. */
export const LONGEST_BLOCK = 64_000

/** The deepest nesting of quotations and lists that is read. */
export const DEEPEST = 32

/** How many columns of indentation are taken for one level of nesting. */
const COLUMNS_PER_LEVEL = 4

/** micromark’s work grows with the square of the number of these in one run of text. */
const DELIMITER = /\*+|_+|~+|[[\]]|<|`+|:\/\/|www\.|@/gi

/** So many delimiters are fine in the shortest text. */
const FREE_DELIMITERS = 64

/** How many units of work (delimiters squared) a UTF-16 unit of text may cost. */
const WORK_PER_UNIT = 32

/** A line that begins a text of its own: blank, an item, a heading, or the row of a table. */
const NEW_TEXT = /^[ \t>]*(?:[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||$)/

/** A line that makes the text before it a heading, or looks like it. */
const UNDERLINE = /^[ \t>]*(?:-+|=+)[ \t]*$/

/** Everything on a line that may nest what follows. */
const NESTING = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]))*[ \t]*/

/** Whether the delimiters in a run of text would make micromark slow. */
export function isDense(text: string): boolean {
  return exceeds(text.match(DELIMITER)?.length ?? 0, text.length)
}

/** Whether a block would make micromark slow or overflow its stack. */
export function isExcessive(source: string, start: number, end: number): boolean {
  if (end - start > LONGEST_BLOCK) return true
  let run = 0
  let from = start
  let underlines = 0
  for (let at = start; at < end; ) {
    const ending = endOfLine(source, at, end)
    const line = source.slice(at, ending)
    if (isDeep(line)) return true
    if (UNDERLINE.test(line)) underlines += 1
    if (NEW_TEXT.test(line)) {
      if (exceeds(run, at - from)) return true
      run = 0
      from = at
    }
    run += line.match(DELIMITER)?.length ?? 0
    at = afterLineEnding(source, ending)
  }
  return exceeds(run, end - from) || exceeds(underlines, end - start)
}

function exceeds(delimiters: number, length: number): boolean {
  return delimiters > FREE_DELIMITERS && delimiters ** 2 > WORK_PER_UNIT * length
}

function isDeep(line: string): boolean {
  const prefix = NESTING.exec(line)?.[0] ?? ''
  if ((prefix.match(/>|[-+*]|\d[.)]/g)?.length ?? 0) > DEEPEST) return true
  const isBlank = prefix.length === line.length
  return !isBlank && prefix.replace(/\t/g, '    ').length > DEEPEST * COLUMNS_PER_LEVEL
}
