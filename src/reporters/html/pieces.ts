import type { Block, Span } from '../../blocks.ts'
import { SEVERITIES, severityOf, stretchOf } from '../../finding.ts'
import type { Marked } from './marked.ts'

/** A run of one span of a block, and the findings that cover it, the gravest first. */
export interface Piece {
  readonly span: Span
  /** The text as the file has it; for something opaque, what is written there. */
  readonly text: string
  readonly covered: readonly Marked[]
  /** The findings that begin here. */
  readonly begins: readonly Marked[]
}

interface Placed {
  readonly marked: Marked
  readonly start: number
  readonly end: number
}

/**
 * Cuts the spans of blocks where findings begin and end: for each block in turn, its pieces.
 *
 * `source` is the file's text, which the offsets of spans and findings count in (UTF-16 units). Blocks and
 * findings stand in reading order, so that one pass serves all.
 */
export function createCutter(
  source: string,
  findings: readonly Marked[],
): (block: Block) => Piece[] {
  const placed = findings
    .flatMap((marked): Placed[] => {
      const stretch = stretchOf(marked.message)
      return stretch ? [{ marked, ...stretch }] : []
    })
    .sort((a, b) => a.start - b.start)
  const begun = new Set<Marked>()
  return (block) => block.spans.flatMap((span) => cutSpan(span))

  function cutSpan(span: Span): Piece[] {
    const over = overlapping(placed, span)
    const writtenOut = !span.opaque && span.text.length === span.end - span.start
    if (over.length === 0 || !writtenOut) {
      return [pieceOf(span, writtenOut ? span.text : shownOf(span, source), over)]
    }
    const cuts = new Set([span.start, span.end])
    for (const { start, end } of over) {
      if (start > span.start) cuts.add(start)
      if (end < span.end) cuts.add(end)
    }
    const places = [...cuts].sort((a, b) => a - b)
    return places.slice(0, -1).map((start, index) => {
      const end = places[index + 1] ?? span.end
      const covered = over.filter((one) => one.start < end && one.end > start)
      return pieceOf(span, source.slice(start, end), covered)
    })
  }

  function pieceOf(span: Span, text: string, covered: readonly Placed[]): Piece {
    const all = covered.map(({ marked }) => marked)
    const begins = all.filter((marked) => !begun.has(marked))
    for (const marked of begins) begun.add(marked)
    return { span, text, covered: all.toSorted(gravestFirst), begins }
  }
}

function gravestFirst(a: Marked, b: Marked): number {
  return SEVERITIES.indexOf(severityOf(a.message)) - SEVERITIES.indexOf(severityOf(b.message))
}

/** The longest stretch of a finding decides how far back an overlapping one can begin. */
function overlapping(placed: readonly Placed[], { start, end }: Span): readonly Placed[] {
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.start ?? 0) < end) low = middle + 1
    else high = middle
  }
  const found: Placed[] = []
  for (let index = low - 1; index >= 0; index--) {
    const one = placed[index]
    if (!one || one.start + LONGEST_FINDING < start) break
    if (one.end > start) found.unshift(one)
  }
  return found
}

/** No finding marks more than a sentence or a list item: UTF-16 units. */
const LONGEST_FINDING = 20_000

function shownOf({ opaque, text, start, end }: Span, source: string): string {
  if (!opaque) return text
  return opaque === 'image' ? '[image]' : source.slice(start, end)
}
