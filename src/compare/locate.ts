/** From a place in a file back to the text it came from: the inverse of `placeInFile`. */

import type { Block, Span } from '../blocks.ts'
import type { Document } from '../document.ts'

/** A place in the text of a block: `index` counts in `block.text`. */
interface Located {
  readonly block: Block
  readonly index: number
}

/** Finds the block that an offset of the file, in UTF-16 units, stands in; the nearest before it, if in none. */
type Locator = (offset: number) => Located | undefined

interface Entry {
  readonly block: Block
  readonly span: Span
  /** Where the span begins in the text of its block. */
  readonly index: number
}

/** Makes a locator for a document; each search takes logarithmic time. */
export function createLocator(document: Document): Locator {
  const entries = document.blocks
    .flatMap((block) => entriesOf(block, document.written(block)))
    .sort((a, b) => a.span.start - b.span.start)
  return (offset) => {
    let low = 0
    let high = entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((entries[middle]?.span.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const entry = entries[low - 1]
    if (!entry) return undefined
    const { block, span, index } = entry
    const within = span.text.length === span.end - span.start ? offset - span.start : 0
    return { block, index: index + Math.min(within, span.text.length) }
  }
}

function entriesOf(block: Block, written: Block): Entry[] {
  let index = 0
  return written.spans.map((span) => {
    const entry = { block, span, index }
    index += span.text.length
    return entry
  })
}

/** The heading of the section that a block belongs to: the second from the top, under the title of the document. */
export function sectionOf(block: Block): Block | undefined {
  const own = block.kind === 'heading' ? [...block.headings, block] : block.headings
  return own[1] ?? own[0]
}
