import { widthOf } from './lines.ts'
import type { Piece } from './pieces.ts'

/** How much further in than the text around it a quotation begins: columns. */
export const INDENTATION = 4

/**
 * Where the paragraphs of a text begin, and so which of them are set in as quotations.
 *
 * Some texts set in every paragraph, or the first line of every one: neither is quotation.
 */
export class Margins {
  /** The column that most paragraphs begin at. */
  readonly #usual: number
  /** How far the first lines of paragraphs are set in. */
  readonly #firstLine: number
  /** The column of the writer's own paragraphs since the last heading. */
  #margin: number | undefined

  constructor(pieces: readonly Piece[]) {
    const paragraphs = pieces.filter(({ form, marker }) => form === 'prose' && !marker)
    this.#usual = usualColumn(paragraphs)
    this.#firstLine = usualFirstLine(paragraphs)
  }

  /** Forgets the margin, as a heading does: the paragraphs below it may all be set in. */
  restart(): void {
    this.#margin = undefined
  }

  /** Whether a paragraph is set in against those before it; to be asked once for each, in order. */
  isQuotation(piece: Piece): boolean {
    if (piece.marker) {
      this.#margin = piece.marker.column
      return false
    }
    const column = columnOf(piece)
    const margin = this.#margin
    const set = margin !== undefined && column >= margin + INDENTATION
    const usual =
      column === this.#usual ||
      (margin !== undefined && piece.lines.length === 1 && column === margin + this.#firstLine)
    if (set && !usual && !isCentred(piece)) return true
    this.#margin = set ? margin : column
    return false
  }
}

/** The column of a paragraph, whatever its first line is set in by. */
function columnOf({ lines: [first, second] }: Piece): number {
  return second ? Math.min(first.column, second.column) : first.column
}

/** The column at which more than half of the paragraphs begin; 0 if there is none. */
function usualColumn(paragraphs: readonly Piece[]): number {
  const [column, count] = mostFrequent(paragraphs.map(columnOf))
  return count * 2 > paragraphs.length ? column : 0
}

function usualFirstLine(paragraphs: readonly Piece[]): number {
  const [shift, count] = mostFrequent(
    paragraphs
      .map(({ lines: [first, second] }) => (second ? first.column - second.column : 0))
      .filter((found) => found > 1),
  )
  return count > 1 ? shift : 0
}

function mostFrequent(numbers: readonly number[]): [number, number] {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  let best: [number, number] = [0, 0]
  for (const entry of counts) if (entry[1] > best[1]) best = entry
  return best
}

function isCentred({ lines, width }: Piece): boolean {
  const [line] = lines
  const right = width - widthOf(line)
  return lines.length === 1 && line.column > 8 && Math.abs(line.column - right) < 5
}
