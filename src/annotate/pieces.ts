import type { Stretch } from '../finding.ts'
import type { Origin, Piece } from '../readers/extraction.ts'

/** A place in a document: a node, and an index in its own text in UTF-16 units. */
export interface Point {
  readonly origin: Origin
  readonly index: number
}

/** A stretch of the extracted text, as it stands in the document. */
export interface Anchor {
  readonly pieces: readonly Piece[]
  readonly from: Point
  /** Where it ends, exclusive. */
  readonly to: Point
}

/** Finds where a stretch of the extracted text stands; undefined if it holds nothing of the document. */
export function anchorOf(pieces: readonly Piece[], { start, end }: Stretch): Anchor | undefined {
  const first = firstEndingAfter(pieces, start)
  const found: Piece[] = []
  for (let index = first; index < pieces.length; index++) {
    const piece = pieces[index]
    if (!piece || piece.start >= end) break
    if (piece.end > piece.start) found.push(piece)
  }
  const [opening, closing] = [found[0], found.at(-1)]
  if (!opening || !closing) return undefined
  return {
    pieces: found,
    from: pointIn(opening, Math.max(start, opening.start)),
    to: pointIn(closing, Math.min(end, closing.end)),
  }
}

function pointIn({ origin, start }: Piece, offset: number): Point {
  return { origin, index: origin.from + offset - start }
}

function firstEndingAfter(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
