import { decodeEntity } from '../entities.ts'
import { isBlock, isCaption, isUnread, rankOf, readTag, type Tag } from '../html-elements.ts'
import { SpanWriter } from '../spans.ts'
import type { Context } from './context.ts'
import { DEEPEST } from './excess.ts'
import { InlineTags } from './inline-tags.ts'

/** A line of HTML: offsets in the file, in UTF-16 units; `end` is where its line ending begins. */
export interface HtmlLine {
  readonly start: number
  readonly end: number
}

/** Comments, tags, declarations, character references, line endings, and the text between them. */
const TOKEN = new RegExp(
  [
    /<!--[\s\S]*?(?:-->|$)/,
    /<\?[\s\S]*?(?:\?>|$)/,
    /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/,
    /<![^<>]*>/,
    /<\/?[a-z](?:"[^"<]*"|'[^'<]*'|[^'"<>])*>/,
    /&#?\w{1,32};/,
    /\n[ \t]*/,
    /[^<&\n]+/,
    /[<&]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
)

/**
 * Reads the text of HTML that stands among Markdown: a paragraph for every element that is no part of a
 * line. Comments may be directives; scripts, styles and preformatted text are left out.
 */
export function readHtml(context: Context, lines: readonly HtmlLine[]): void {
  const { source } = context
  const reader = new HtmlReader(context)
  const text = lines.map(({ start, end }) => source.slice(start, end)).join('\n')
  let line = 0
  let before = 0
  const place = (index: number): number => {
    for (let at = lines[line]; at && index - before > at.end - at.start; at = lines[line]) {
      before += at.end - at.start + 1
      line += 1
    }
    return (lines[line]?.start ?? 0) + index - before
  }
  for (const { 0: written, index } of text.matchAll(TOKEN)) {
    const start = place(index)
    reader.take(written, start, place(index + written.length - 1) + 1)
  }
  reader.end()
}

class HtmlReader {
  readonly #context: Context
  #writer: SpanWriter
  #tags: InlineTags
  /** The element around the text that is being read. */
  #block: Tag | undefined
  /** An element that is passed over until its end. */
  #unread: string | undefined
  #quotations = 0

  constructor(context: Context) {
    this.#context = context
    this.#writer = new SpanWriter(context.source)
    this.#tags = new InlineTags(this.#writer)
  }

  take(written: string, start: number, end: number): void {
    const tag = readTag(written)
    if (this.#unread) {
      if (tag?.closes && tag.name === this.#unread) this.#unread = undefined
    } else if (tag && (isBlock(tag) || isUnread(tag))) this.#blockTag(tag)
    else if (tag) this.#tags.take(tag, start, end)
    else if (/^<[!?]/.test(written)) this.#context.comment(start, end)
    else if (written.startsWith('\n')) this.#writer.lineEnding(start)
    else this.#text(written, start, end)
  }

  end(): void {
    this.#flush()
    while (this.#quotations > 0) this.#closeQuotation()
  }

  #text(written: string, start: number, end: number): void {
    const character = written.length > 1 && written.startsWith('&') && decodeEntity(written)
    if (character) this.#writer.unit(character, start, end)
    else this.#writer.prose(start, end)
  }

  #blockTag(tag: Tag): void {
    this.#flush()
    this.#block = tag.closes ? undefined : tag
    if (isUnread(tag) && !tag.closes) this.#unread = tag.name
    if (tag.name !== 'blockquote') return
    if (tag.closes) this.#closeQuotation()
    else if (++this.#quotations <= DEEPEST) this.#context.outline.openQuotation()
  }

  #closeQuotation(): void {
    if (this.#quotations > 0 && this.#quotations-- <= DEEPEST) {
      this.#context.outline.closeQuotation()
    }
  }

  /** Ends the paragraph, heading or caption that is being read. */
  #flush(): void {
    const { outline, source } = this.#context
    const spans = this.#writer.finish()
    const rank = this.#block && rankOf(this.#block)
    if (rank) outline.heading(rank, spans)
    else if (this.#block && isCaption(this.#block)) outline.caption(spans)
    else outline.paragraph(spans)
    this.#writer = new SpanWriter(source)
    this.#tags = new InlineTags(this.#writer)
  }
}
