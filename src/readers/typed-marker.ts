import type { Span } from '../blocks.ts'
import { splitLines } from './text/lines.ts'
import { isCertain, readMarker } from './text/markers.ts'

/** A paragraph that begins with a bullet or number somebody typed, without it. */
interface TypedItem {
  readonly marker: string
  readonly spans: readonly Span[]
}

/** What is typed as a marker besides unmistakable bullets: "-", "–", "1.", "2)", "(a)"; no initial. */
const TYPED = /^(?:[-–*·]|\d{1,3}[.)]|\((?:\d{1,3}|[a-z]{1,4})\)|[a-z]{1,4}\))$/
const SPACE = /^\s/

/** Finds the bullet or number that was typed before a paragraph, where no list was made of it. */
export function typedItem(spans: readonly Span[]): TypedItem | undefined {
  const [first] = spans
  const [line] = first ? splitLines(first.text) : []
  if (!first || !line || line.from > 0 || first.text.length !== first.end - first.start) return
  const found = readMarker(first.text, line)
  if (!found || found.lead !== undefined) return
  const isTyped = TYPED.test(found.text) && SPACE.test(first.text.slice(found.text.length))
  if (!isTyped && !isCertain(found)) return
  const kept = first.text.slice(found.content)
  const rest = { ...first, text: kept, start: first.end - kept.length }
  const content = [...(kept === '' ? [] : [rest]), ...spans.slice(1)]
  return content.length > 0 ? { marker: found.text, spans: content } : undefined
}
