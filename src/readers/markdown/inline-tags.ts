import { isCode, markOf, type Tag } from '../html-elements.ts'
import type { SpanWriter } from '../spans.ts'

/** Takes account of HTML tags within a text: marks, line breaks, and code, which becomes opaque. */
export class InlineTags {
  readonly #writer: SpanWriter
  #code: { readonly name: string; readonly index: number; readonly start: number } | undefined

  constructor(writer: SpanWriter) {
    this.#writer = writer
  }

  /** Takes a tag in that stands from `start` to `end`; other tags mean nothing. */
  take(tag: Tag, start: number, end: number): void {
    const mark = markOf(tag)
    if (mark && tag.closes) this.#writer.unmark(mark)
    else if (mark) this.#writer.mark(mark)
    else if (tag.name === 'br') this.#writer.unit('\n', start, end)
    else if (isCode(tag)) this.#codeTag(tag, start, end)
  }

  /** Code without an end is read as prose: nothing is lost. */
  #codeTag({ name, closes }: Tag, start: number, end: number): void {
    if (!closes) this.#code ??= { name, index: this.#writer.length, start }
    else if (name === this.#code?.name) {
      this.#writer.replace(this.#code.index, 'code', this.#code.start, end)
      this.#code = undefined
    }
  }
}
