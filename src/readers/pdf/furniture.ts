import type { Line } from './lines.ts'

/** How much of a page, at its top and at its bottom, may be a header or footer. */
const BAND = 0.12
/** On how many pages a line must stand to be one; on all, if there are fewer. */
const ENOUGH = 3

/** A page: its lines, and its lower and upper edge in points. */
export interface Page {
  readonly lines: readonly Line[]
  readonly bottom: number
  readonly top: number
}

/** The lines of a document by page, and its headers and footers, each once. */
interface Sorted {
  readonly pages: readonly (readonly Line[])[]
  readonly furniture: readonly Line[]
}

/**
 * Takes out headers, footers and page numbers: what stands at the same height in the margin of several
 * pages, and is the same but for numbers.
 */
export function sortFurniture(pages: readonly Page[]): Sorted {
  const seen = new Map<string, Set<number>>()
  for (const page of pages) {
    for (const line of page.lines) {
      const key = keyOf(line, page)
      if (key === undefined) continue
      const on = seen.get(key) ?? new Set()
      seen.set(key, on.add(line.page))
    }
  }
  const enough = Math.max(Math.min(ENOUGH, pages.length), 2)
  const once = new Map<string, Line>()
  const kept = pages.map((page) =>
    page.lines.filter((line) => {
      const key = keyOf(line, page)
      if (key === undefined || (seen.get(key)?.size ?? 0) < enough) return true
      if (/\p{L}{2}/u.test(line.text) && !once.has(key)) once.set(key, line)
      return false
    }),
  )
  return { pages: kept, furniture: [...once.values()] }
}

/** What two headers have in common; undefined for a line that stands in no margin. */
function keyOf({ text, y }: Line, { bottom, top }: Page): string | undefined {
  const height = (y - bottom) / (top - bottom)
  if (height > BAND && height < 1 - BAND) return undefined
  const words = text.replace(/\d+/g, '#').replace(/\b[ivxl]+\b/gi, '#')
  return `${Math.round(height * 50)} ${words}`
}
