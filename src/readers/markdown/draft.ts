import type { Block, Directive, Notice } from '../../blocks.ts'
import { divisionNotices } from '../division.ts'
import { Outline } from '../outline.ts'

/** A place in a draft behind a heading: what was read up to it, as numbers of blocks and directives, and its headings. */
export interface Mark {
  readonly blocks: number
  readonly directives: number
  readonly headings: readonly Block[]
}

/** What has been read of a Markdown file so far. Offsets are UTF-16 units in the file. */
export class Draft {
  readonly outline: Outline
  readonly directives: Directive[]
  readonly #leftPlain: { readonly start: number; end: number }[] = []

  constructor(outline = new Outline(), directives: readonly Directive[] = []) {
    this.outline = outline
    this.directives = [...directives]
  }

  /** The place reached, if what follows is read alike whatever came before it but for the headings. */
  mark(): Mark | undefined {
    const { isBegun, headings, blocks } = this.outline
    if (!isBegun || this.#leftPlain.length > 0) return undefined
    return { blocks: blocks.length, directives: this.directives.length, headings }
  }

  /** Begins another draft with what this one has up to a mark. */
  upTo({ blocks, directives, headings }: Mark): Draft {
    const outline = new Outline(headings, this.outline.blocks.slice(0, blocks))
    return new Draft(outline, this.directives.slice(0, directives))
  }

  /** Takes note of a passage that was read as plain text, because its markup would take too long. */
  leftPlain(start: number, end: number): void {
    const last = this.#leftPlain.at(-1)
    if (last?.end === start) last.end = end
    else this.#leftPlain.push({ start, end })
  }

  /** What the reader has to say about the file. */
  notices(): Notice[] {
    return [...this.#plainNotices(), ...divisionNotices(this.outline.blocks)]
  }

  /** At most one notice, at the first passage. */
  #plainNotices(): Notice[] {
    const [first, ...others] = this.#leftPlain
    if (!first) return []
    const more = others.length > 0 ? `, and ${others.length} more below` : ''
    const reason = `The Markdown in this passage${more} is too long, dense or deeply nested to be read in reasonable time. It was checked as plain text, so places in it may include markup.`
    return [{ id: 'document-budget', severity: 'warning', reason, ...first }]
  }
}
