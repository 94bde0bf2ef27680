import type { Span } from '../blocks.ts'
import type { Outline } from './outline.ts'
import { typedItem } from './typed-marker.ts'

/** How a word processor sets a paragraph. */
export interface Setting {
  readonly kind: 'heading' | 'caption' | 'item' | 'paragraph'
  /** The rank of a heading, from 1; the level of an item, or of a paragraph inside one, from 0. */
  readonly level?: number | undefined
  /** The number or bullet it shows. */
  readonly marker?: string | undefined
  readonly isQuoted: boolean
}

/**
 * Puts the paragraphs of a word processor into an outline. There, a list is a run of paragraphs that
 * have levels, or begin with a typed bullet or number, and a block quotation a run of paragraphs of one
 * style.
 */
export class Flow {
  readonly #outline: Outline
  /** The levels of the lists that are open, outermost first. */
  readonly #lists: number[] = []
  #isQuoted = false

  constructor(outline: Outline) {
    this.#outline = outline
  }

  /** Adds a paragraph. */
  add(spans: readonly Span[], { kind, level, marker, isQuoted }: Setting): void {
    if (spans.length === 0) return
    this.#quote(isQuoted)
    const typed = kind === 'paragraph' && marker === undefined ? typedItem(spans) : undefined
    if (typed) this.#item(0, typed.marker, typed.spans)
    else if (kind === 'item') this.#item(level ?? 0, marker ?? '', spans)
    else {
      this.#closeLists(kind === 'paragraph' ? (level ?? -1) : -1)
      if (kind === 'heading') this.#outline.heading(level ?? 1, spans, marker)
      else if (kind === 'caption') this.#outline.caption(spans)
      else this.#outline.paragraph(spans, marker)
    }
  }

  /** Ends all lists and quotations, as a table or the end of the text does. */
  close(): void {
    this.#closeLists(-1)
    if (this.#isQuoted) this.#outline.closeQuotation()
    this.#isQuoted = false
  }

  #quote(isQuoted: boolean): void {
    if (isQuoted === this.#isQuoted) return
    this.close()
    if (isQuoted) this.#outline.openQuotation()
    this.#isQuoted = isQuoted
  }

  #item(level: number, marker: string, spans: readonly Span[]): void {
    this.#closeLists(level)
    if ((this.#lists.at(-1) ?? -1) < level) {
      this.#lists.push(level)
      this.#outline.openList()
    }
    this.#outline.openItem(marker)
    this.#outline.paragraph(spans)
  }

  /** Ends the lists that are deeper than a level. */
  #closeLists(level: number): void {
    while ((this.#lists.at(-1) ?? -1) > level) {
      this.#lists.pop()
      this.#outline.closeList()
    }
  }
}

/** What divides a cell from what is before it in the text: a tab in a row, a line between rows. */
export function separatorOf(row: number, column: number): string {
  if (column > 0) return '\t'
  return row > 0 ? '\n' : '\n\n'
}
