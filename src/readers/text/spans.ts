import { OPAQUE, type Span } from '../../blocks.ts'
import type { Line } from './lines.ts'

const HAS_ADDRESS = /:\/\/|www\.|@/i
const ADDRESS_STARTS = /https?:\/\/|www\.|@/gi
const LOCAL_PART = /[\p{L}\p{N}._%+-]+$/u
const DOMAIN = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u
const LONGEST_LOCAL_PART = 64
const LONGEST_DOMAIN = 255
const ENDS_ADDRESS = /[\s<>"“”‘«»\uFFFC]/g
const TRAILING = /[.,;:!?'’*_…)\]}]/

/** The spans of lines that belong together, from the offset `from` of the first line. */
export function spansOfLines(text: string, lines: readonly Line[], from: number): Span[] {
  const spans: Span[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before) spans.push(lineEnding(text, before))
    addSpans(spans, text, before ? line.from : from, line.to)
  })
  return spans
}

/** The same spans, but of those that are written one after another one is made. */
export function joined(text: string, spans: readonly Span[]): Span[] {
  const longer: Span[] = []
  for (let at = 0; at < spans.length; ) {
    const first = spans[at]
    if (!first) break
    let last = first
    for (at++; at < spans.length; at++) {
      const next = spans[at]
      if (!next || next.start !== last.end || !isWritten(last) || !isWritten(next)) break
      last = next
    }
    longer.push(last === first ? first : written(text, first.start, last.end))
  }
  return longer
}

function isWritten(span: Span): boolean {
  return !span.opaque && span.text.length === span.end - span.start
}

/** The spans of a stretch of one line: its words as written, its addresses as opaque units. */
export function addSpans(spans: Span[], text: string, start: number, end: number): void {
  let from = start
  for (const address of addressesIn(text, start, end)) {
    if (address.start > from) spans.push(written(text, from, address.start))
    spans.push({ text: OPAQUE, ...address, opaque: 'address' })
    from = address.end
  }
  if (end > from) spans.push(written(text, from, end))
}

/** A span whose text stands in the file as it is. */
export function written(text: string, start: number, end: number): Span {
  return { text: text.slice(start, end), start, end }
}

function lineEnding(text: string, { ending, next }: Line): Span {
  const single = next - ending === 1
  return { text: single ? text.slice(ending, next) : '\n', start: ending, end: next }
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** The addresses in a stretch of one line: offsets in the file. */
function addressesIn(text: string, start: number, end: number): Stretch[] {
  const line = text.slice(start, end)
  if (!HAS_ADDRESS.test(line)) return []
  const addresses: Stretch[] = []
  let from = 0
  for (const { 0: found, index } of line.matchAll(ADDRESS_STARTS)) {
    if (index < from) continue
    const address = found === '@' ? mail(line, from, index) : web(line, index, found.length)
    if (!address) continue
    addresses.push({ start: start + address.start, end: start + address.end })
    from = address.end
  }
  return addresses
}

function web(line: string, index: number, prefix: number): Stretch | undefined {
  if (/[\p{L}\p{N}]/u.test(line.charAt(index - 1))) return undefined
  ENDS_ADDRESS.lastIndex = index
  const end = withoutTrailing(line, index, ENDS_ADDRESS.exec(line)?.index ?? line.length)
  return end > index + prefix ? { start: index, end } : undefined
}

/** Leaves out the punctuation of the sentence, but no bracket that the address itself opened. */
function withoutTrailing(line: string, start: number, found: number): number {
  let end = found
  let unopened = 0
  for (let index = start; index < end; index++) {
    const character = line[index]
    if (character === '(') unopened -= 1
    else if (character === ')') unopened += 1
  }
  while (end > start && TRAILING.test(line.charAt(end - 1))) {
    if (line[end - 1] === ')') {
      if (unopened <= 0) break
      unopened -= 1
    }
    end -= 1
  }
  return end
}

function mail(line: string, from: number, at: number): Stretch | undefined {
  const local = LOCAL_PART.exec(line.slice(Math.max(from, at - LONGEST_LOCAL_PART), at))?.[0]
  const domain = DOMAIN.exec(line.slice(at + 1, at + 1 + LONGEST_DOMAIN))?.[0]
  if (!local || !domain) return undefined
  return { start: at - local.length, end: at + 1 + domain.length }
}
