import type { Mark, Span } from '../../blocks.ts'
import { decodeEntity } from '../entities.ts'
import { readTag } from '../html-elements.ts'
import { SpanWriter } from '../spans.ts'
import type { Context } from './context.ts'
import { isDense, LONGEST_TEXT } from './excess.ts'
import { InlineTags } from './inline-tags.ts'
import { afterLineEnding, endOfLine, skipSpace, skipSpaceBack } from './lines.ts'
import type { Event, Token } from './tokenizer.ts'

/** The text of one block. */
export interface Prose {
  readonly spans: readonly Span[]
  /** Whether there is nothing but the text of images. */
  readonly isImage: boolean
}

const MARKS: Readonly<Record<string, Mark>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  strikethrough: 'deleted',
  link: 'link',
}

/** Tokens whose content is no text of the block. */
const SILENT = new Set(['gfmFootnoteCall', 'taskListCheck', 'resource', 'reference'])

/** Characters that may begin markup within a text. */
const MARKUP = /[*_~`\\<&[\]@]|:\/\/|www\./i

/** Turns micromark’s events within one block into spans. */
export class ProseReader {
  readonly #context: Context
  readonly #writer: SpanWriter
  readonly #tags: InlineTags
  /** A token that is passed over until its end. */
  #passed: Token | undefined
  #openImages = 0
  #hasImage = false
  #hasOther = false
  #labelEnd = 0

  constructor(context: Context, writer = new SpanWriter(context.source)) {
    this.#context = context
    this.#writer = writer
    this.#tags = new InlineTags(writer)
  }

  /** Takes the next event in. */
  handle([phase, token]: Event): void {
    if (this.#passed) {
      if (phase === 'exit' && token === this.#passed) this.#passed = undefined
    } else if (phase === 'enter') this.#enter(token)
    else this.#exit(token)
  }

  /** Whether there was nothing but images so far. */
  get isImage(): boolean {
    return this.#hasImage && !this.#hasOther
  }

  /** The text that was taken in. */
  finish(): Prose {
    return { spans: this.#writer.finish(), isImage: this.isImage }
  }

  #enter(token: Token): void {
    const { type, start, end } = token
    const mark = MARKS[type]
    if (mark) this.#writer.mark(mark)
    else if (type === 'data') this.#data(start.offset, end.offset)
    else if (type === 'lineEnding') this.#writer.lineEnding(start.offset)
    else if (type === 'image') this.#openImages += 1
    else if (SILENT.has(type)) {
      this.#passed = token
      if (type === 'gfmFootnoteCall') this.#writer.noteCall()
    } else if (this.#unit(type, start.offset, end.offset)) this.#passed = token
  }

  #exit({ type, end }: Token): void {
    const mark = MARKS[type]
    if (mark) this.#writer.unmark(mark)
    else if (type === 'label') this.#labelEnd = end.offset
    else if (type === 'image') {
      this.#openImages -= 1
      this.#hasImage = true
      this.#writer.opaque('image', this.#labelEnd - 1, end.offset)
    }
  }

  #data(start: number, end: number): void {
    if (skipSpace(this.#context.source, start, end) < end) this.#noteOther()
    this.#writer.prose(start, end)
  }

  /** Writes a token that stands for one unit of text; false if it is none. */
  #unit(type: string, start: number, end: number): boolean {
    const { source } = this.#context
    if (type === 'characterEscape') this.#writer.unit(source.slice(start + 1, end), start, end)
    else if (type === 'characterReference') {
      this.#writer.unit(decodeEntity(source.slice(start, end)) ?? '\uFFFD', start, end)
    } else if (type === 'codeText') this.#writer.opaque('code', start, end)
    else if (type === 'autolink' || type === 'literalAutolink') {
      this.#writer.opaque('address', start, end)
    } else if (type === 'htmlText') this.#html(start, end)
    else return false
    this.#noteOther()
    return true
  }

  #html(start: number, end: number): void {
    const tag = readTag(this.#context.source.slice(start, end))
    if (tag) this.#tags.take(tag, start, end)
    else this.#context.comment(start, end)
  }

  #noteOther(): void {
    if (this.#openImages === 0) this.#hasOther = true
  }
}

/** Reads a text that is one block from `start` to `end`; a long one piece by piece. */
export function readProse(context: Context, start: number, end: number): Prose {
  const writer = new SpanWriter(context.source)
  let isImage = false
  for (let from = start; from < end; ) {
    const to = end - from > LONGEST_TEXT ? endOfPiece(context.source, from) : end
    isImage = readPiece(context, writer, from, to)
    from = to
  }
  return { spans: writer.finish(), isImage: isImage && end - start <= LONGEST_TEXT }
}

/** Writes lines as they stand: addresses are the only markup. */
export function writeLines(writer: SpanWriter, source: string, start: number, end: number): void {
  for (let at = start; at < end; ) {
    const ending = endOfLine(source, at, end)
    const from = at === start ? at : skipSpace(source, at, ending)
    const to = ending === end ? end : skipSpaceBack(source, from, ending)
    if (from < to) writer.prose(from, to)
    if (ending === end) return
    writer.lineEnding(ending)
    at = afterLineEnding(source, ending)
  }
}

function readPiece(context: Context, writer: SpanWriter, start: number, end: number): boolean {
  const text = context.source.slice(start, end)
  const isPlain = !MARKUP.test(text)
  const events = isPlain || isDense(text) ? undefined : context.tokenizer.text(start, end)
  if (!events) {
    if (!isPlain) context.leftPlain(start, end)
    writeLines(writer, context.source, start, end)
    return false
  }
  const reader = new ProseReader(context, writer)
  for (const event of events) reader.handle(event)
  return reader.isImage
}

/** Where the last sentence, line or word that fits into a piece ends, before the space behind it. */
function endOfPiece(source: string, start: number): number {
  const window = source.slice(start, start + LONGEST_TEXT)
  const ends = [window.lastIndexOf('. ') + 1, window.lastIndexOf('\n'), window.lastIndexOf(' ')]
  const length = ends.find((index) => index > LONGEST_TEXT / 2) ?? LONGEST_TEXT
  return start + (window[length - 1] === '\r' ? length - 1 : length)
}
