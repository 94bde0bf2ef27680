import type { Context } from './context.ts'
import { isExcessive } from './excess.ts'
import { readFlow } from './flow.ts'
import { type HtmlLine, readHtml } from './html.ts'
import { afterLineEnding, endOfLine, skipSpace, skipSpaceBack } from './lines.ts'
import { readPlain } from './plain.ts'
import { readProse } from './prose.ts'
import type { Segment } from './segments.ts'
import { checkBoxLength, footnoteLabelLength, readMarker } from './syntax.ts'

/** How much of a table is read at once, in UTF-16 units. */
const LONGEST_TABLE_PART = 4_000

/** Reads one segment into the outline of the document. */
export function readSegment(context: Context, segment: Segment): void {
  const { outline, source } = context
  const { start, end } = segment
  switch (segment.form) {
    case 'paragraph':
      return readParagraph(context, start, end)
    case 'underlined':
      return readUnderlined(context, start, end)
    case 'heading':
      return readHeading(context, start, end)
    case 'item':
      return readItem(context, start, end)
    case 'footnote':
      return readFootnote(context, start, end)
    case 'html':
      return readHtml(context, linesOf(source, start, end))
    case 'break':
      return outline.separate()
    case 'table':
      return readTable(context, start, end)
    case 'quotation':
    case 'other':
      return readOther(context, start, end)
  }
}

function readParagraph(context: Context, start: number, end: number): void {
  const { spans, isImage } = readProse(context, start, end)
  if (isImage) context.outline.caption(spans)
  else context.outline.paragraph(spans)
}

function readUnderlined(context: Context, start: number, end: number): void {
  const { outline, source } = context
  let underline = end
  while (!/[\r\n]/.test(source.charAt(underline - 1))) underline -= 1
  const depth = source[skipSpace(source, underline, end)] === '=' ? 1 : 2
  const textEnd = underline - (source.startsWith('\r\n', underline - 2) ? 2 : 1)
  outline.heading(depth, readProse(context, start, textEnd).spans)
}

function readHeading(context: Context, start: number, end: number): void {
  const { outline, source } = context
  const signs = skipSpace(source, start, end)
  let from = signs
  while (source[from] === '#') from += 1
  let to = skipSpaceBack(source, from, end)
  let closing = to
  while (closing > from && source[closing - 1] === '#') closing -= 1
  // Number signs at the end count for nothing only after a space.
  const text = skipSpaceBack(source, from, closing)
  if (text < closing || closing === from) to = text
  outline.heading(from - signs, readProse(context, from, to).spans)
}

function readItem(context: Context, start: number, end: number): void {
  const { outline, source } = context
  const from = skipSpace(source, start, end)
  const marker = readMarker(source.slice(from, endOfLine(source, from, end)))?.text ?? ''
  const content = skipSpace(source, from + marker.length, end)
  outline.openList()
  outline.openItem(marker)
  readParagraph(context, content + checkBoxLength(source.slice(content, end)), end)
  outline.closeList()
}

function readFootnote(context: Context, start: number, end: number): void {
  const { outline, source } = context
  const from = skipSpace(source, start, end)
  const label = footnoteLabelLength(source.slice(from, endOfLine(source, from, end)))
  outline.openFootnote()
  readParagraph(context, from + label, end)
  outline.closeFootnote()
}

/** Reads a table part by part, each with the head of the table before it. */
function readTable(context: Context, start: number, end: number): void {
  const { source } = context
  const rows = afterLineEnding(source, endOfLine(source, start, end))
  const body = afterLineEnding(source, endOfLine(source, rows, end))
  const head = source.slice(start, body)
  const longest = Math.max(LONGEST_TABLE_PART, head.length)
  let from = start
  for (let at = body; at < end; ) {
    at = Math.min(end, afterLineEnding(source, endOfLine(source, at, end)))
    if (at - from < longest && at < end) continue
    readOther(context, from, at, from === start ? '' : head)
    from = at
  }
  if (from < end) readOther(context, from, end)
}

function readOther(context: Context, start: number, end: number, head = ''): void {
  const isRead = !isExcessive(context.source, start, end) && readFlow(context, start, end, head)
  if (!isRead) readExcessive(context, start, end)
}

function readExcessive(context: Context, start: number, end: number): void {
  const { source } = context
  if (source[skipSpace(source, start, end)] === '<') {
    return readHtml(context, linesOf(source, start, end))
  }
  context.leftPlain(start, end)
  readPlain(context, start, end)
}

function linesOf(source: string, start: number, end: number): HtmlLine[] {
  const lines: HtmlLine[] = []
  for (let at = start; at < end; ) {
    const ending = endOfLine(source, at, end)
    if (at < ending) lines.push({ start: at, end: ending })
    at = afterLineEnding(source, ending)
  }
  return lines
}
