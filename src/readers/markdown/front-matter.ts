import { SpanWriter } from '../spans.ts'
import type { Context } from './context.ts'
import { afterLineEnding, endOfLine, skipSpace, skipSpaceBack } from './lines.ts'
import { writeLines } from './prose.ts'

const FENCE = /(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)/y

/** The values that are prose for readers. */
const FIELD = /^(["']?)(title|subtitle|description|summary)\1[ \t]*[:=][ \t]*/i

/** What a line of front matter looks like; between two thematic breaks there is prose. */
const ENTRY = /^["']?[\w.-]+["']?[ \t]*[:=]|^\[/

const BLOCK_SCALAR = /^[|>][-+\d]*[ \t]*(?:#.*)?$/

/** Values that are no text: numbers, lists, references. */
const NO_TEXT = /^(?:[[{&*!%@`#].*|true|false|null|~|[-+.\d]+)?$/i

const COMMENT = /[ \t]#/

const QUOTED: Readonly<Record<string, RegExp>> = {
  '"': /[^"\\\r\n]+|\\u[\da-f]{4}|\\.|(?:\r\n|\r|\n)[ \t]*/iy,
  "'": /[^'\r\n]+|''|(?:\r\n|\r|\n)[ \t]*/y,
}

/**
 * Reads the front matter that a file may begin with: its title is a heading, its subtitle, description
 * and summary are paragraphs, all else is left out.
 *
 * Returns the offset at which the document itself begins; `start` if there is no front matter.
 */
export function readFrontMatter(context: Context, start: number): number {
  const { source } = context
  FENCE.lastIndex = start
  const fence = FENCE.exec(source)
  if (!fence?.[1]) return start
  const from = start + fence[0].length
  const end = findEnd(source, from, fence[1])
  if (end === undefined) return start
  for (let at = from; at < end; at = afterLineEnding(source, endOfLine(source, at, end))) {
    readField(context, at, end)
  }
  return endOfLine(source, end, source.length)
}

/** The offset of the line that ends the front matter; undefined if it never ends, or is none. */
function findEnd(source: string, from: number, fence: string): number | undefined {
  let isKnown = false
  for (let at = from; at < source.length; ) {
    const ending = endOfLine(source, at, source.length)
    const line = source.slice(at, ending).trimEnd()
    if (line === fence) return at
    if (!isKnown && line !== '' && !line.startsWith('#')) {
      if (!ENTRY.test(line)) return undefined
      isKnown = true
    }
    at = afterLineEnding(source, ending)
  }
  return undefined
}

function readField(context: Context, start: number, limit: number): void {
  const { outline, source } = context
  const field = FIELD.exec(source.slice(start, endOfLine(source, start, limit)))
  if (!field) return
  const spans = readValue(source, start + field[0].length, limit)
  if (field[2]?.toLowerCase() === 'title') outline.heading(1, spans)
  else outline.paragraph(spans)
}

function readValue(source: string, start: number, limit: number): ReturnType<SpanWriter['finish']> {
  const writer = new SpanWriter(source)
  const ending = endOfLine(source, start, limit)
  const value = source.slice(start, ending)
  const quoted = QUOTED[value.charAt(0)]
  if (quoted) writeQuoted(writer, source, start + 1, limit, quoted)
  else if (BLOCK_SCALAR.test(value)) {
    writeIndented(writer, source, afterLineEnding(source, ending), limit)
  } else if (!NO_TEXT.test(value.trimEnd())) {
    const comment = value.search(COMMENT)
    writer.prose(start, comment < 0 ? skipSpaceBack(source, start, ending) : start + comment)
    if (comment < 0) {
      writer.lineEnding(ending)
      writeIndented(writer, source, afterLineEnding(source, ending), limit)
    }
  }
  return writer.finish()
}

/** Writes the lines that are indented, to the first that is not; blank ones count as indented. */
function writeIndented(writer: SpanWriter, source: string, start: number, limit: number): void {
  let end = start
  for (let at = start; at < limit; ) {
    const ending = endOfLine(source, at, limit)
    const first = skipSpace(source, at, ending)
    if (first === at && first < ending) break
    end = ending
    at = afterLineEnding(source, ending)
  }
  writeLines(writer, source, skipSpace(source, start, end), end)
}

function writeQuoted(
  writer: SpanWriter,
  source: string,
  start: number,
  limit: number,
  token: RegExp,
): void {
  token.lastIndex = start
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const [written] = match
    const { index } = match
    const end = index + written.length
    if (end > limit) return
    if (/^[\r\n]/.test(written)) writer.lineEnding(index)
    else if (/^\\|^''$/.test(written)) writer.unit(decodeEscape(written), index, end)
    else writer.prose(index, end)
  }
}

function decodeEscape(written: string): string {
  if (/^\\u/i.test(written)) return String.fromCharCode(Number.parseInt(written.slice(2), 16))
  return { '\\n': '\n', '\\t': '\t' }[written] ?? written.slice(1)
}
