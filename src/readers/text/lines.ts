/** One line of a plain text: where its own words stand, and how far they are indented. */
export interface Line {
  /** Where the line's own text begins, after indentation and `>` prefixes: an offset in the file. */
  readonly from: number
  /** Where it ends, before trailing space: an offset in the file; equal to `from` in a blank line. */
  readonly to: number
  /** Where the line ending begins: an offset in the file. */
  readonly ending: number
  /** Where the next line begins: an offset in the file. */
  readonly next: number
  /** How far the text is indented, in columns; a tab stop is four. */
  readonly column: number
  /** How many `>` stand before it. */
  readonly quotation: number
  /** Whether it holds a bar, a tab or three spaces between words, as rows of tables do. */
  readonly gaps: boolean
}

const TAB = 9
const FORM_FEED = 12
const SPACE = 32
const BAR = 124
const BYTE_ORDER_MARK = 0xfeff
const TAB_STOP = 4
const MOST_COLUMNS_BEFORE_PREFIX = 3

/** Splits a text into its lines. A form feed counts as a blank line. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
  while (start < text.length) {
    const line = readLine(text, start)
    lines.push(line)
    if (text.charCodeAt(line.ending) === FORM_FEED) lines.push(blankLine(line.next))
    start = line.next
  }
  return lines
}

/** Whether a line holds nothing but space. */
export function isBlank(line: Line): boolean {
  return line.from === line.to
}

/** How many columns a line takes up, its indentation included. */
export function widthOf(line: Line): number {
  return line.column + line.to - line.from
}

/** The words of a line, without indentation and trailing space. */
export function textOf(text: string, line: Line): string {
  return text.slice(line.from, line.to)
}

/** Whether a UTF-16 unit is a space of any width, a tab or a byte-order mark. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === SPACE || code === TAB
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === BYTE_ORDER_MARK
  )
}

function isLineEnding(code: number): boolean {
  if (code < 128) return code >= 10 && code <= 13
  return code === 0x85 || code === 0x2028 || code === 0x2029
}

function readLine(text: string, start: number): Line {
  const { from, column, quotation } = readPrefix(text, start)
  let to = from
  let spaces = 0
  let gaps = false
  let index = from
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (isLineEnding(code)) break
    if (isSpace(code)) {
      spaces += code === TAB ? 3 : 1
      continue
    }
    if (code === BAR || spaces > 2) gaps = true
    spaces = 0
    to = index + 1
  }
  return { from, to, ending: index, next: afterEnding(text, index), column, quotation, gaps }
}

function readPrefix(
  text: string,
  start: number,
): { from: number; column: number; quotation: number } {
  let index = start
  let column = 0
  let quotation = 0
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === TAB) column += TAB_STOP - (column % TAB_STOP)
    else if (isSpace(code)) column += 1
    else if (column <= MOST_COLUMNS_BEFORE_PREFIX && isQuotationMark(text, index)) {
      quotation += 1
      column = 0
      if (text.charCodeAt(index + 1) === SPACE) index += 1
    } else break
  }
  return { from: index, column, quotation }
}

/** A `>` before words, as in e-mail; not a comparison such as ">50%" or ">= 5". */
function isQuotationMark(text: string, index: number): boolean {
  return text[index] === '>' && !/[\d=]/.test(text.charAt(index + 1))
}

function afterEnding(text: string, index: number): number {
  return Math.min(text.length, index + (text.startsWith('\r\n', index) ? 2 : 1))
}

function blankLine(at: number): Line {
  return { from: at, to: at, ending: at, next: at, column: 0, quotation: 0, gaps: false }
}
