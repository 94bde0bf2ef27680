import { afterLineEnding, endOfLine } from './lines.ts'
import {
  checkBoxLength,
  continuesText,
  type End,
  fenceEnd,
  footnoteLabelLength,
  isBlockTag,
  isBreak,
  isDefinition,
  isDelimiterRow,
  isHeading,
  isLoneTag,
  isText,
  isUnderline,
  longHtmlEnd,
  type Marker,
  readMarker,
} from './syntax.ts'

/**
 * What a segment is, as far as the beginnings of its lines tell.
 *
 * `table`, `quotation` and `other` have yet to be worked out. All else is certain, and nothing nests in it.
 */
type Form =
  | 'paragraph'
  | 'underlined'
  | 'heading'
  | 'item'
  | 'footnote'
  | 'definitions'
  | 'code'
  | 'html'
  | 'break'
  | 'table'
  | 'quotation'
  | 'other'

/** A piece of a file that can be read by itself: offsets in UTF-16 units, no blank lines around it. */
export interface Segment {
  readonly form: Form
  readonly start: number
  readonly end: number
}

const TAB_STOP = 4

/** The column from which a line is no block of its own: it is code, or goes on with a footnote. */
const CODE_COLUMN = 4

/** The widest space that may stand between the marker of an item and its text, in columns. */
const WIDEST_SPACE = 4

/** A line without its indentation, where it stands, and how far it is indented. */
interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly column: number
}

/** What is known of the segment that is being read, which begins with a line. */
class Open {
  form: Form
  readonly start: number
  end: number
  lines = 1
  /** The column from which lines belong to the item or footnote. */
  content = Number.POSITIVE_INFINITY
  /** What follows the number of the item, as long as its list is certainly open. */
  delimiter: string | undefined = undefined
  /** What ends the code or HTML. */
  until: End | undefined = undefined
  /** Whether the next line begins something else in any case. */
  isOver = false
  /** Whether nothing is certain to begin before the next blank line. */
  isUnsure = false
  /** Whether the item or footnote may have ended although it seems to go on. */
  mayHaveEnded = false

  constructor({ start, end }: Line, form: Form) {
    this.form = form
    this.start = start
    this.end = end
  }
}

/**
 * Cuts a file into top-level pieces, each of which means the same by itself: a paragraph, a table, one
 * item of a list with all that is in it. Where that is not certain the piece is longer, never shorter.
 */
export function* cutSegments(source: string, from: number): Generator<Segment> {
  let open: Open | undefined
  let afterBlank = true
  for (let at = from; at < source.length; ) {
    const line = readLine(source, at)
    at = afterLineEnding(source, line.end)
    if (open?.until) goOnUntil(open, source.slice(line.start, line.end), line.end)
    else if (line.text === '') afterBlank = true
    else {
      if (open && beginsSegment(open, line, afterBlank)) {
        yield open
        open = undefined
      }
      if (open) goOn(open, line, afterBlank, source)
      else open = begin(line)
      afterBlank = false
    }
  }
  if (open) yield open
}

function readLine(source: string, start: number): Line {
  const end = endOfLine(source, start, source.length)
  let column = 0
  let at = start
  for (; at < end; at++) {
    if (source[at] === '\t') column += TAB_STOP - (column % TAB_STOP)
    else if (source[at] === ' ') column += 1
    else break
  }
  return { text: source.slice(at, end), start, end, column }
}

function beginsSegment(open: Open, line: Line, afterBlank: boolean): boolean {
  if (line.column >= open.content) return false
  if (afterBlank || open.isOver) return true
  if (open.form === 'code') return line.column < CODE_COLUMN
  if (line.column >= CODE_COLUMN || open.form === 'html' || open.isUnsure) return false
  return interrupts(line.text, open)
}

/** Whether a line begins a block of its own right after the line of another. */
function interrupts(text: string, open: Open): boolean {
  const first = text.charAt(0)
  if (first === '#') return isHeading(text)
  if (first === '<') return isBlockTag(text) || longHtmlEnd(text) !== undefined
  if (first === '>') return open.form !== 'quotation'
  if (first === '[') return footnoteLabelLength(text) > 0
  if (first === '`' || first === '~') return fenceEnd(text) !== undefined
  const marker = /[-+*\d]/.test(first) ? readMarker(text) : undefined
  if (!marker || marker.space === '') return false
  const { number, delimiter } = marker
  return number === '' || number === '1' || delimiter === open.delimiter
}

function begin(line: Line): Open {
  const { text, column } = line
  if (column >= CODE_COLUMN) return new Open(line, 'code')
  if (isText(text)) return new Open(line, 'paragraph')
  if (isHeading(text)) return over(new Open(line, 'heading'))
  if (isBreak(text)) return over(new Open(line, 'break'))
  if (text.startsWith('>')) return new Open(line, 'quotation')
  if (text.startsWith('<')) return beginHtml(line)
  if (isDefinition(text)) return new Open(line, 'definitions')
  const until = fenceEnd(text)
  if (until) return goingOn(new Open(line, 'code'), until)
  const label = footnoteLabelLength(text)
  if (label > 0) return holding(new Open(line, formOf('footnote', text, label)), CODE_COLUMN)
  const marker = readMarker(text)
  return marker ? beginItem(line, marker) : new Open(line, 'other')
}

function over(open: Open): Open {
  open.isOver = true
  return open
}

function goingOn(open: Open, until: End | undefined): Open {
  open.until = until
  return open
}

function holding(open: Open, content: number): Open {
  open.content = content
  return open
}

function beginHtml(line: Line): Open {
  const { text } = line
  const until = longHtmlEnd(text)
  if (!until) return new Open(line, isBlockTag(text) || isLoneTag(text) ? 'html' : 'other')
  return until(text) ? over(new Open(line, 'html')) : goingOn(new Open(line, 'html'), until)
}

function beginItem(line: Line, { text: written, space, number, delimiter }: Marker): Open {
  const { text } = line
  const from = line.column + written.length
  const width = widthOf(space, from)
  const isTextBehind = width > 0 && width <= WIDEST_SPACE
  const isPlain = isTextBehind && !space.includes('\t')
  const content = written.length + width
  const box = checkBoxLength(text.slice(content))
  const isBoxed = box > 0 && isText(text.slice(content + box).trimStart())
  const form = isPlain && isBoxed ? 'item' : isPlain ? formOf('item', text, content) : 'other'
  const open = holding(new Open(line, form), from + (isTextBehind ? width : 1))
  open.delimiter = number === '' ? undefined : delimiter
  return open
}

function formOf(form: Form, text: string, from: number): Form {
  return isText(text.slice(from)) ? form : 'other'
}

function widthOf(space: string, from: number): number {
  let column = from
  for (const character of space) column += character === '\t' ? TAB_STOP - (column % TAB_STOP) : 1
  return column - from
}

function goOnUntil(open: Open, line: string, end: number): void {
  open.end = end
  if (!open.until?.(line)) return
  open.until = undefined
  open.isOver = true
}

function goOn(open: Open, line: Line, afterBlank: boolean, source: string): void {
  open.end = line.end
  open.lines += 1
  if (open.form === 'html' || open.form === 'code') return
  if (line.column >= open.content) goOnInside(open, line, afterBlank)
  else goOnOutside(open, line, source.slice(open.start, line.start))
  if ((open.isUnsure || open.mayHaveEnded) && line.column < CODE_COLUMN) {
    open.until = fenceEnd(line.text) ?? beginHtml(line).until
  }
}

function goOnInside(open: Open, { text }: Line, afterBlank: boolean): void {
  if (afterBlank || !continuesText(text)) open.form = 'other'
}

function goOnOutside(open: Open, line: Line, before: string): void {
  const { text, column } = line
  const marker = open.form === 'paragraph' ? undefined : readMarker(text)
  // micromark begins another item here or goes on with the text, depending on what came before.
  if (marker) open.content = Math.min(open.content, column + marker.text.length + 1)
  open.isUnsure ||= !isProse(open.form) && isLoneTag(text)
  open.form = marker || open.isUnsure ? 'other' : formWith(open, line, before)
  if (open.form === 'underlined') open.isOver = true
  if (open.form !== 'other') return
  open.delimiter = undefined
  open.mayHaveEnded = true
}

/** What a segment is, now that a line has been added that stands outside any item. */
function formWith({ form, lines, content }: Open, { text, column }: Line, before: string): Form {
  const isIndented = column >= CODE_COLUMN
  const mayBeTable =
    lines === 2 && content === Number.POSITIVE_INFINITY && (isProse(form) || form === 'other')
  if (mayBeTable && !isIndented && text.includes('|') && isDelimiterRow(text)) return 'table'
  if (form === 'paragraph' && !isIndented && isUnderline(text)) {
    // A line with a bar may be the head of a table.
    return before.includes('|') ? 'other' : 'underlined'
  }
  if (form === 'definitions') return isDefinition(text) ? form : 'other'
  return isProse(form) && !continuesText(text) ? 'other' : form
}

function isProse(form: Form): boolean {
  return form === 'paragraph' || form === 'item' || form === 'footnote'
}
