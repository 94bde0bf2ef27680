import type { Directive, Notice } from '../../blocks.ts'
import { divisionNotices } from '../division.ts'
import { Outline } from '../outline.ts'

/** What has been read of a Markdown file so far. Offsets are UTF-16 units in the file. */
export class Draft {
  readonly outline = new Outline()
  readonly directives: Directive[] = []
  readonly #leftPlain: { readonly start: number; end: number }[] = []

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
