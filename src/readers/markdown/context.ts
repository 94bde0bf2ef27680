import type { Directive, Notice } from '../../blocks.ts'
import { parseDirective } from '../directives.ts'
import { Outline } from '../outline.ts'
import { Tokenizer } from './tokenizer.ts'

/** What all parts of the Markdown reader share while they read one file. */
export class Context {
  readonly outline = new Outline()
  readonly directives: Directive[] = []
  readonly tokenizer: Tokenizer
  readonly source: string
  readonly #leftPlain: { readonly start: number; end: number }[] = []

  constructor(source: string) {
    this.source = source
    this.tokenizer = new Tokenizer(source)
  }

  /** Takes note of a comment in the file if it is a directive. */
  comment(start: number, end: number): void {
    const written = this.source.slice(start, end)
    if (!written.includes('fairdraft')) return
    // In a quotation, every line of a comment has the prefix of the quotation.
    const directive = parseDirective(written.replace(/(\r\n|\r|\n)[ \t>]*/g, '\n'))
    if (directive) this.directives.push({ ...directive, start, end })
  }

  /** Takes note of a passage that was read as plain text, because its markup would take too long. */
  leftPlain(start: number, end: number): void {
    const last = this.#leftPlain.at(-1)
    if (last?.end === start) last.end = end
    else this.#leftPlain.push({ start, end })
  }

  /** What the reader has to say about the file: at most one notice, at the first passage. */
  notices(): Notice[] {
    const [first, ...others] = this.#leftPlain
    if (!first) return []
    const more = others.length > 0 ? `, and ${others.length} more below` : ''
    const reason = `The Markdown in this passage${more} is too long, dense or deeply nested to be read in reasonable time. It was checked as plain text, so places in it may include markup.`
    return [{ id: 'document-budget', severity: 'warning', reason, ...first }]
  }
}
