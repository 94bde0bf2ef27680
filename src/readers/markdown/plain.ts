import type { Context } from './context.ts'
import { afterLineEnding, endOfLine, skipSpaceBack } from './lines.ts'
import { writeLines } from './prose.ts'
import { SpanWriter } from './spans.ts'

/** Markers of quotations, lists, headings and table rows. */
const PREFIX = /^(?:[ \t>|]|[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])*/

/**
 * Reads a passage as plain text: a paragraph for every line that begins with a marker or comes after a
 * blank one. Markup within the lines stays in their text.
 */
export function readPlain(context: Context, start: number, end: number): void {
  const { outline, source } = context
  let writer = new SpanWriter(source)
  let last = start
  for (let at = start; at < end; ) {
    const ending = endOfLine(source, at, end)
    const prefix = PREFIX.exec(source.slice(at, ending))?.[0] ?? ''
    const from = at + prefix.length
    if (prefix.trim() !== '' || from === ending) {
      outline.paragraph(writer.finish())
      writer = new SpanWriter(source)
    } else if (at > start) writer.lineEnding(last)
    if (from < ending) writeLines(writer, source, from, skipSpaceBack(source, from, ending))
    last = ending
    at = afterLineEnding(source, ending)
  }
  outline.paragraph(writer.finish())
}
