import { widthOf } from './lines.ts'
import type { Piece } from './pieces.ts'

const LONGEST = 100

/**
 * The pieces that belong to the page rather than the text: page numbers, and the running titles that
 * stand beside at least two of them.
 */
export function findFurniture(text: string, pieces: readonly Piece[]): ReadonlySet<Piece> {
  const furniture = new Set(pieces.filter((piece) => isWordless(text, piece)))
  const beside = new Map<string, Piece[]>()
  pieces.forEach((piece, index) => {
    const [before, after] = [pieces[index - 1], pieces[index + 1]]
    const besideNumber = (before && furniture.has(before)) || (after && furniture.has(after))
    if (!besideNumber || !standsAlone(piece)) return
    const words = text.slice(piece.from, piece.lines[0].to)
    const same = beside.get(words)
    if (same) same.push(piece)
    else beside.set(words, [piece])
  })
  for (const same of beside.values()) {
    if (same.length > 1) for (const piece of same) furniture.add(piece)
  }
  return furniture
}

function standsAlone(piece: Piece): boolean {
  return (
    piece.form === 'prose' &&
    !piece.marker &&
    piece.lines.length === 1 &&
    piece.opens &&
    piece.closes &&
    widthOf(piece.lines[0]) <= LONGEST
  )
}

function isWordless(text: string, piece: Piece): boolean {
  const [line] = piece.lines
  if (piece.lines.length > 1 || piece.form !== 'prose' || widthOf(line) > LONGEST) return false
  return !/\p{L}{2}/u.test(text.slice(piece.from, line.to))
}
