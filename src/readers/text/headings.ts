import { widthOf } from './lines.ts'
import { numbersHeadings } from './markers.ts'
import type { Piece } from './pieces.ts'
import { announces, endsSentence, startsLower } from './sentences.ts'

const LONGEST_TITLE = 100
const MOST_LINES = 3
const MOST_WORDS = 16
/** How many short lines may follow each other as headings: title, part, section. */
const LONGEST_CHAIN = 3
/** How long a line of prose under a heading is, at least, where lines are not wrapped: columns. */
const PROSE = 90
const DEEPEST = 6
const CAPITALS = 2
const PLAIN = 3

const PART =
  /^(?:Part|Chapter|Section|Annex|Appendix|Schedule|Article|Clause|Box)\s+(\d{1,3}(?:\.\d{1,3})*|[A-Z]|[IVXL]{1,6})\s*(?:$|[:.–—-]\s+\S)/i
const MONTHS =
  '\\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b'
const DATE_OR_TIME = new RegExp(
  `\\d(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTHS}|${MONTHS}\\s+\\d{1,2}\\b|^${MONTHS}\\s+\\d{4}$|\\d:\\d\\d|\\d[./]\\d{1,2}[./]\\d`,
)
const ADDRESS = /https?:|www\.|@/
/** A line that ends in one of these goes on: it is no title. */
const UNFINISHED =
  /\b(?:an?|the|and|or|but|of|to|for|from|by|with|at|as|that|which|who|is|are|was|were|be|been|has|have|had|will|would|shall|should|can|could|may|might|must|if|than|including|include|includes|such|our|their|its|his|her|your)$/i
/** "What to look for", "Who we work with": these may end so. */
const QUESTION = /^(?:What|Who|Whom|Where|Which|How)\b/
/** Dots, a tab or wide space before a page number, as in tables of contents. */
const LEADERS = /\.{3,}|(?:\. ){3,}|\t|\s{3,}\d+$/

/**
 * The ranks of the pieces that are headings, 1 to 6; undefined for the others.
 *
 * A rank follows the numbering, the hashes or the underline; capitals are 2, other short lines 3, and
 * such a line at the very beginning is the title, 1.
 */
export function rankHeadings(
  text: string,
  pieces: readonly Piece[],
  furniture: ReadonlySet<Piece>,
): (number | undefined)[] {
  const titles = pieces.map((piece) => (furniture.has(piece) ? undefined : titleOf(text, piece)))
  const look: Look = { text, pieces, furniture, titles, ranks: [] }
  pieces.forEach((piece, index) => {
    look.ranks.push(rank(look, index, piece))
  })
  return look.ranks
}

interface Look {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly furniture: ReadonlySet<Piece>
  /** The words of each piece that could be a heading by its own looks. */
  readonly titles: readonly (string | undefined)[]
  /** The ranks of the pieces looked at so far. */
  readonly ranks: (number | undefined)[]
}

function rank(look: Look, index: number, piece: Piece): number | undefined {
  if (piece.rank) return piece.rank
  if (piece.underline) return piece.underline === '=' || piece.underline === '*' ? 1 : 2
  const title = look.titles[index]
  if (!title || piece.lines[0].quotation > 0) return undefined
  if (piece.marker) return rankByNumber(look, index, piece)
  const part = PART.exec(title)
  if (part && isFollowed(look, index)) return Math.min(DEEPEST, (part[1] ?? '').split('.').length)
  const found = isUpper(title) ? CAPITALS : standsAsHeading(look, index, piece, title) ? PLAIN : 0
  if (found === 0 || !isFollowed(look, index)) return undefined
  return index === 0 ? 1 : found
}

/** A numbered title is a heading unless the numbers before or after it make a list of it. */
function rankByNumber(look: Look, index: number, piece: Piece): number | undefined {
  const { pieces } = look
  const { marker } = piece
  const next = pieces[index + 1]
  if (!marker || !next || !isFollowed(look, index)) return undefined
  if (marker.style === 'section') return Math.min(DEEPEST, marker.levels)
  if (!numbersHeadings(marker)) return undefined
  const isSibling = (other: Piece | undefined, step: number) =>
    other?.marker?.style === marker.style && other.marker.ordinal === (marker.ordinal ?? 0) + step
  if (isSibling(pieces[index - 1], -1) || isSibling(next, 1)) return undefined
  const plain = next.form === 'prose' && !next.marker
  if (plain && next.lines[0].column > piece.lines[0].column + 1) return undefined
  return plain && look.titles[index + 1] && isSibling(pieces[index + 2], 1) ? undefined : 1
}

function standsAsHeading(look: Look, index: number, piece: Piece, title: string): boolean {
  if (/[?]$/.test(title) && piece.closes) return false
  if ((UNFINISHED.test(title) && !QUESTION.test(title)) || !/^[“‘"'(]?[\p{Lu}\p{N}]/u.test(title))
    return false
  if (!piece.opens && !standsInside(look, index, piece)) return false
  return leadsTo(look, index, LONGEST_CHAIN)
}

/**
 * In the middle of its part, a short line is a heading below another one, or between the end of a
 * sentence and more prose: in wrapped text any, elsewhere one much longer than itself.
 */
function standsInside({ text, pieces, ranks }: Look, index: number, piece: Piece): boolean {
  const before = pieces[index - 1]
  const end = before?.lines.at(-1)
  const after = pieces[index + 1]?.lines[0]
  if (!before || !end || !after || piece.closes) return false
  if (ranks[index - 1] !== undefined) return true
  if (before.form === 'table' || !endsSentence(text, end)) return false
  return Number.isFinite(piece.width) || (widthOf(after) >= PROSE && endsSentence(text, after))
}

/** Whether prose, or a list, follows a title, perhaps after further titles. */
function leadsTo(look: Look, index: number, chain: number): boolean {
  const piece = look.pieces[index]
  const next = look.pieces[index + 1]
  if (!piece || !next || !isFollowed(look, index)) return false
  if (next.form !== 'prose') return next.form !== 'footnote'
  if (startsLower(look.text, next.lines[0])) return false
  const title = look.titles[index + 1]
  if (title === undefined || next.underline) return true
  if (next.marker || PART.test(title) || (piece.closes && isUpper(title))) return true
  // Short lines that fill their part are a list of names, not titles upon titles.
  if (!piece.closes && next.closes) return false
  return chain > 1 && leadsTo(look, index + 1, chain - 1)
}

function isFollowed({ pieces, furniture }: Look, index: number): boolean {
  const next = pieces[index + 1]
  return next !== undefined && !furniture.has(next)
}

/** The words of a piece that is short and unfinished enough for a heading. */
function titleOf(text: string, { lines, form, from, marker }: Piece): string | undefined {
  const last = lines.at(-1) ?? lines[0]
  const numbered = form === 'item' && marker && numbersHeadings(marker)
  if (lines.length > MOST_LINES || (form !== 'prose' && !numbered)) return undefined
  if (last.to - from > LONGEST_TITLE + lines.length) return undefined
  const words = text.slice(from, last.to)
  if (!/\p{L}{2}/u.test(words) || /[.,;:!…—–-][”’"')\]]*$/.test(words)) return undefined
  if (/[.!?]["”’)]* +\p{Lu}/u.test(words) && !/\b(?:Mr|Mrs|Ms|Dr|St|No|vs?)\. /.test(words)) {
    return undefined
  }
  if (LEADERS.test(words) || ADDRESS.test(words) || DATE_OR_TIME.test(words)) return undefined
  if (announces(words) || words.split(/\s+/).length > MOST_WORDS) return undefined
  return words
}

function isUpper(title: string): boolean {
  return title === title.toUpperCase() && /^[\p{Lu}\p{N}].*\p{Lu}{3}|^\p{Lu}{3}/u.test(title)
}
