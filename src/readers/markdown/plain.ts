import { SpanWriter } from '../spans.ts'
import type { Context } from './context.ts'
import { DEEPEST } from './excess.ts'
import { afterLineEnding, endOfLine, skipSpaceBack } from './lines.ts'
import { writeLines } from './prose.ts'

/** Markers of quotations, lists, headings and table rows. */
const PREFIX = /^(?:[ \t>|]|[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])*/

/**
 * Reads a passage as plain text: a paragraph for every line that begins with a marker or comes after a
 * blank one. Markup within the lines stays in their text.
 */
export function readPlain(context: Context, start: number, end: number): void {
  const { source } = context
  let writer = new SpanWriter(source)
  let quotation = 0
  let last = start
  for (let at = start; at < end; ) {
    const ending = endOfLine(source, at, end)
    const prefix = PREFIX.exec(source.slice(at, ending))?.[0] ?? ''
    const from = at + prefix.length
    if (prefix.trim() !== '' || from === ending) {
      add(context, writer, quotation)
      writer = new SpanWriter(source)
      quotation = Math.min(prefix.split('>').length - 1, DEEPEST)
    } else if (at > start) writer.lineEnding(last)
    if (from < ending) writeLines(writer, source, from, skipSpaceBack(source, from, ending))
    last = ending
    at = afterLineEnding(source, ending)
  }
  add(context, writer, quotation)
}

function add({ outline }: Context, writer: SpanWriter, quotation: number): void {
  const spans = writer.finish()
  if (spans.length === 0) return
  for (let depth = 0; depth < quotation; depth++) outline.openQuotation()
  outline.paragraph(spans)
  for (let depth = 0; depth < quotation; depth++) outline.closeQuotation()
}
