import { isSpace, type Line, textOf } from './lines.ts'

/** A cell's place in the file, without the space around it: offsets. */
export interface Cell {
  readonly start: number
  readonly end: number
}

/** A table laid out with bars, tabs or aligned columns. */
export interface Table {
  readonly rows: readonly (readonly Cell[])[]
  /** Whether the first row names the columns. */
  readonly headed: boolean
  /** The index of the first line after the table. */
  readonly next: number
}

type Split = (text: string, line: Line) => Cell[]

/** A row of dashes between rows: `|---|---|`, `+----+----+`, `----  ----`. */
const RULE = /^[|+\-=:\s─━│┼]*-{2}[|+\-=:\s─━│┼]*$/
const LONGEST_HEADER = 60
const FEWEST_ROWS = 2
/** Bars also divide titles from their publishers, so that two lines with bars are no table yet. */
const FEWEST_OPEN_ROWS = 3

/**
 * Reads the table that begins at the line `start`, if one does; none of the lines before `end`
 * is blank. Every row has the same number of columns, two at least.
 */
export function readTable(
  text: string,
  lines: readonly Line[],
  start: number,
  end: number,
): Table | undefined {
  return (
    readRows(text, lines, start, end, byBars, isBarred) ??
    readRows(text, lines, start, end, byTabs, () => true) ??
    readRows(text, lines, start, end, byRunsOfTabs, () => true) ??
    readRows(text, lines, start, end, byGaps, isAligned)
  )
}

function readRows(
  text: string,
  lines: readonly Line[],
  start: number,
  end: number,
  split: Split,
  fits: (
    text: string,
    row: readonly Cell[],
    first: readonly Cell[],
    lines: readonly Line[],
  ) => boolean,
): Table | undefined {
  const rows: Cell[][] = []
  const rowLines: Line[] = []
  let ruled: number | undefined
  let index = start
  for (; index < end; index++) {
    const line = lines[index]
    if (!line) break
    if (RULE.test(textOf(text, line).slice(0, 200))) {
      if (rows.length > 0) ruled ??= rows.length
      else if (split !== byBars) return undefined
      continue
    }
    if (!line.gaps) break
    const row = split(text, line)
    const first = rows[0] ?? row
    rowLines[1] = line
    rowLines[0] ??= line
    if (row.length < 2 || row.length !== first.length || !fits(text, row, first, rowLines)) break
    rows.push(row)
  }
  const [first] = rowLines
  const open = split === byBars && !ruled && first !== undefined && !isClosed(text, first)
  if (rows.length < (open ? FEWEST_OPEN_ROWS : FEWEST_ROWS)) return undefined
  return { rows, headed: ruled === 1 || namesColumns(text, rows[0] ?? []), next: index }
}

function byBars(text: string, line: Line): Cell[] {
  const closed = text[line.from] === '|'
  const from = closed ? line.from + 1 : line.from
  const to = text[line.to - 1] === '|' && line.to - 1 > from ? line.to - 1 : line.to
  return cut(text, from, to, /\|/g)
}

function byTabs(text: string, line: Line): Cell[] {
  return cut(text, line.from, line.to, /\t/g)
}

function byRunsOfTabs(text: string, line: Line): Cell[] {
  return cut(text, line.from, line.to, /\t+/g)
}

function byGaps(text: string, line: Line): Cell[] {
  return cut(text, line.from, line.to, / {3,}/g)
}

function cut(text: string, from: number, to: number, separator: RegExp): Cell[] {
  const cells: Cell[] = []
  let start = from
  for (const { 0: found, index } of text.slice(from, to).matchAll(separator)) {
    cells.push(trimmed(text, start, from + index))
    start = from + index + found.length
  }
  cells.push(trimmed(text, start, to))
  return cells
}

function trimmed(text: string, from: number, to: number): Cell {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

function isClosed(text: string, line: Line): boolean {
  return text[line.from] === '|' && text[line.to - 1] === '|'
}

function isBarred(
  text: string,
  _row: readonly Cell[],
  _first: readonly Cell[],
  lines: readonly Line[],
): boolean {
  const [first, line] = lines
  return !first || !line || isClosed(text, first) === isClosed(text, line)
}

/**
 * Every cell begins, or ends, at the same column as the first row's; where there are three or more, it
 * is enough that each stands under its own.
 */
function isAligned(
  _text: string,
  row: readonly Cell[],
  first: readonly Cell[],
  lines: readonly Line[],
): boolean {
  const [firstLine, line] = lines
  if (!firstLine || !line) return false
  const shift = line.from - line.column - (firstLine.from - firstLine.column)
  return row.every(({ start, end }, index) => {
    const above = first[index]
    if (!above) return false
    const [from, to] = [above.start + shift, above.end + shift]
    return start === from || end === to || (row.length > 2 && start < to && end > from)
  })
}

function namesColumns(text: string, row: readonly Cell[]): boolean {
  return row.every(({ start, end }) => {
    const words = text.slice(start, end)
    return (
      words.length > 0 &&
      words.length <= LONGEST_HEADER &&
      /\p{L}/u.test(words) &&
      !/[.,;:!?]$|^[£$€]?\d/.test(words)
    )
  })
}
