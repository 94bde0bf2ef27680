/** How much of a document is read at most: time and memory grow with its length, and with how much it is cut up. */

const MILLION = 1_000_000

/** How much of one document is read at most: UTF-16 units. */
export const LONGEST_DOCUMENT = 32 * MILLION

/**
 * So many lines, cells and elements are read: each may become a block, which takes as much room as a paragraph. More of
 * them would not fit into the memory that Node takes on a machine of 8 GB.
 */
export const MOST_PIECES = 400_000

/** Why a document was cut. */
export const TOO_LONG = `This document is longer than what is checked in one go (${LONGEST_DOCUMENT / MILLION} million characters; ${MOST_PIECES.toLocaleString('en-GB')} lines, cells of tables or elements).`

const [TAB, LINE_FEED, CARRIAGE_RETURN, LESS_THAN, BAR] = [9, 10, 13, 60, 124]

/**
 * Where a text has to be cut, because it is longer than `longest` UTF-16 units or has too many pieces: an offset, that
 * of a line ending if there is one; undefined if all of it can be read.
 */
export function cutOf(text: string, longest = LONGEST_DOCUMENT): number | undefined {
  const limit = Math.min(longest, text.length > MOST_PIECES ? endOfPieces(text) : text.length)
  return limit < text.length ? Math.max(text.lastIndexOf('\n', limit), 1) : undefined
}

/** Where one piece too many begins; the length of the text if it has no more than it may. */
function endOfPieces(text: string): number {
  let pieces = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isLineEnd =
      code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)
    const begins = isLineEnd || code === BAR || code === TAB || code === LESS_THAN
    if (begins && ++pieces > MOST_PIECES) return at
  }
  return text.length
}
