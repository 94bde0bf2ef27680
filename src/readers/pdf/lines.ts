/** A piece of text as it is drawn on a page; lengths in points, from the bottom left corner. */
export interface Item {
  readonly str: string
  /** The matrix it is drawn with: the last two numbers are its place, x and y. */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** A line of a page. */
export interface Line {
  /** The page, from 1. */
  readonly page: number
  /** Which line of the page it is, from the top, from 1. */
  readonly number: number
  readonly text: string
  /** The left end and the baseline. */
  readonly x: number
  readonly y: number
  /** The right end. */
  readonly right: number
  /** The size of its letters. */
  readonly size: number
}

/** What stands for letters that the file draws and does not name. */
export const LOST = '\uFFFD'

/** A gap this wide, in letter sizes, divides columns of a table; a smaller one, words. */
const COLUMN_GAP = 1.5
const WORD_GAP = 0.15
/** How far the baseline of one line may vary, in letter sizes. */
const SAME_LINE = 0.5
/** Letters as small as this beside others, and raised, are a note call. */
const RAISED = 0.75

interface Draft {
  text: string
  x: number
  y: number
  right: number
  size: number
}

/** Puts the items of a page together into lines, in the order in which they are drawn. */
export function linesOf(items: readonly Item[], page: number): Line[] {
  const drafts: Draft[] = []
  for (const item of items) {
    const [, , , , x = 0, y = 0] = item.transform
    const text = textOf(item)
    if (text === '' || (text.trim() === '' && item.height === 0)) continue
    const size = sizeOf(item)
    const open = drafts.at(-1)
    if (!open || !goesOn(open, x, y, size)) {
      drafts.push({ text, x, y, right: x + item.width, size })
    } else if (isCall(open, text, y, size)) open.right = x + item.width
    else append(open, text, x, item.width, size)
  }
  const kept = drafts.filter(({ text }) => text.trim() !== '')
  const heights = [...new Set(kept.map(({ y }) => Math.round(y)))].sort((a, b) => b - a)
  const numbers = new Map(heights.map((height, index) => [height, index + 1]))
  return kept.map((draft) => ({
    ...draft,
    text: draft.text.trim(),
    page,
    number: numbers.get(Math.round(draft.y)) ?? 0,
  }))
}

/** The text of an item; letters without a name come as nothing that has a width, or as control codes. */
function textOf({ str, width }: Item): string {
  if (str === '') return width > 0 ? LOST : ''
  return /\p{Cc}/u.test(str) ? str.replace(/(?![\t\r\n])\p{Cc}/gu, LOST) : str
}

function sizeOf({ transform, height }: Item): number {
  const [, , c = 0, d = 0] = transform
  return Math.hypot(c, d) || height || 1
}

function goesOn(open: Draft, x: number, y: number, size: number): boolean {
  const largest = Math.max(open.size, size)
  return Math.abs(y - open.y) < largest * SAME_LINE && x > open.right - largest * COLUMN_GAP
}

function isCall(open: Draft, text: string, y: number, size: number): boolean {
  return size < open.size * RAISED && y > open.y && /^\s*\d{1,3}\s*$/.test(text)
}

function append(open: Draft, text: string, x: number, width: number, size: number): void {
  const gap = x - open.right
  const spaced = /\s$/.test(open.text) || /^\s/.test(text)
  if (gap > COLUMN_GAP * size) open.text = `${open.text.trimEnd()}   ${text.trimStart()}`
  else open.text += gap > WORD_GAP * size && !spaced ? ` ${text}` : text
  open.right = Math.max(open.right, x + width)
  if (size > open.size) open.size = size
}
