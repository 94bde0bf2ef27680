import { fromWindows1252 } from '../decode.ts'
import { decodeEntity } from '../entities.ts'
import type { SpanWriter } from '../spans.ts'

/** Comments and tags that the parser passed over, references, space, and words with single spaces. */
const TOKEN =
  /<!--[\s\S]*?-->|<[/!?a-z][^>]*>|&(?:#x?[\da-f]{1,8}|\w{1,32});|[ \t\n\f\r]+|[^ \t\n\f\r&<]+(?: [^ \t\n\f\r&<]+)*|[&<]/gi

/** Writes the text of one block of HTML: space counts once, and not at the beginning. */
export class TextWriter {
  readonly #source: string
  readonly #writer: SpanWriter
  #afterSpace = true

  constructor(source: string, writer: SpanWriter) {
    this.#source = source
    this.#writer = writer
  }

  /** Adds the text that is written from `start` to `end`. */
  add(start: number, end: number): void {
    for (const { 0: written, index } of this.#source.slice(start, end).matchAll(TOKEN)) {
      const from = start + index
      if (/^[ \t\n\f\r]/.test(written)) this.#space(written, from)
      else if (!/^<./.test(written)) this.#words(written, from)
    }
  }

  /** Notes that something other than text was added. */
  afterOther(isSpace: boolean): void {
    this.#afterSpace = isSpace
  }

  #space(written: string, from: number): void {
    if (this.#afterSpace) return
    this.#afterSpace = true
    const end = from + written.length
    if (written === ' ') this.#writer.prose(from, end)
    else this.#writer.unit(/[\n\r]/.test(written) ? '\n' : ' ', from, end)
  }

  #words(written: string, from: number): void {
    this.#afterSpace = false
    const end = from + written.length
    const character = written.length > 1 && written.startsWith('&') && decodeEntity(written)
    if (character) this.#writer.unit(fromWindows1252(character), from, end)
    else this.#writer.prose(from, end)
  }
}
