/** A text with markup in it, as LanguageTool’s clients send it. */

import { fieldsOf } from '../fields.ts'
import { lastUntil } from '../sorted.ts'

/** So many pieces of text and markup are read at most. */
export const MOST_PARTS = 100_000

/** A text to check, and where its characters stand in what the client has. */
export interface AnnotatedText {
  /** What is checked: the text, with what the markup is to be read as. */
  readonly text: string
  /** How long the text is with its markup: UTF-16 units. */
  readonly length: number
  /** Where a stretch of `text` stands with the markup counted; `plain` if no markup stands in it. */
  locate(start: number, end: number): { start: number; end: number; plain: boolean }
}

interface Part {
  /** Where the part begins in the text that is checked. */
  readonly start: number
  /** The same with the markup counted. */
  readonly from: number
  readonly text: string
  /** How long the part is in what the client has. */
  readonly length: number
  readonly markup: boolean
}

/** A text without markup. */
export function plainText(text: string): AnnotatedText {
  const locate = (start: number, end: number) => ({ start, end, plain: true })
  return { text, length: text.length, locate }
}

/**
 * Reads the parameter `data`: `{"text": …}`, or `{"annotation": [{"text": …}, {"markup": …, "interpretAs": …}]}`.
 *
 * @throws SyntaxError that says what is wrong with it.
 */
export function parseAnnotated(json: string): AnnotatedText {
  const { text, annotation } = fieldsOf(parse(json))
  if (typeof text === 'string') return plainText(text)
  if (!Array.isArray(annotation)) {
    throw new SyntaxError('"data" must have "text" or a list "annotation"')
  }
  if (annotation.length > MOST_PARTS) {
    throw new SyntaxError(`"annotation" must have at most ${MOST_PARTS} entries`)
  }
  const parts: Part[] = []
  let [start, from] = [0, 0]
  for (const entry of annotation) {
    const part = { ...partOf(entry), start, from }
    if (part.text !== '') parts.push(part)
    start += part.text.length
    from += part.length
  }
  return joined(parts, from)
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // The engine’s own message quotes the text.
    throw new SyntaxError('"data" must be JSON')
  }
}

function partOf(entry: unknown): Pick<Part, 'text' | 'length' | 'markup'> {
  const { text, markup, interpretAs = '' } = fieldsOf(entry)
  if (typeof text === 'string' && markup === undefined) {
    return { text, length: text.length, markup: false }
  }
  if (typeof markup === 'string' && text === undefined && typeof interpretAs === 'string') {
    return { text: interpretAs, length: markup.length, markup: true }
  }
  throw new SyntaxError(
    'each entry of "annotation" must have either "text" or "markup" (with "interpretAs" if wanted), all of them strings',
  )
}

/** The text of parts that each have some, in order. */
function joined(parts: readonly Part[], length: number): AnnotatedText {
  const last = (offset: number) => lastUntil(parts, offset) ?? parts[0]
  return {
    text: parts.map(({ text }) => text).join(''),
    length,
    locate(start, end) {
      const [first, final] = [last(start), last(end - 1)]
      if (!first || !final) return { start, end, plain: false }
      return {
        start: first.markup ? first.from : first.from + start - first.start,
        end: final.markup ? final.from + final.length : final.from + end - final.start,
        plain: first === final && !first.markup,
      }
    },
  }
}
