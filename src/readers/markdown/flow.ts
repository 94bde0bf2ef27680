import type { Context } from './context.ts'
import { type HtmlLine, readHtml } from './html.ts'
import { type Prose, ProseReader } from './prose.ts'
import type { Event, Token } from './tokenizer.ts'

/** Tokens that hold the text of one block. */
const PROSE = new Set([
  'paragraph',
  'atxHeadingText',
  'setextHeadingText',
  'tableHeader',
  'tableData',
])

/**
 * Reads blocks of any kind with micromark. The part of a table that goes on needs the table’s head
 * again: `head` is put before it, and only what stands from `start` on is read.
 *
 * Returns false, and reads nothing, if micromark fails.
 */
export function readFlow(context: Context, start: number, end: number, head = ''): boolean {
  const events = context.tokenizer.blocks(start, end, head)
  if (!events) return false
  const reader = new FlowReader(context, start)
  for (const event of events) reader.handle(event)
  return true
}

/** Turns micromark’s events into blocks. */
class FlowReader {
  readonly #context: Context
  readonly #start: number
  #prose: ProseReader | undefined
  #proseToken: Token | undefined
  #heading: Prose | undefined
  #rank = 0
  #inHead = false
  #html: HtmlLine[] = []

  constructor(context: Context, start: number) {
    this.#context = context
    this.#start = start
  }

  handle(event: Event): void {
    const phase = event[0]
    const token: Token = event[1]
    if (this.#prose && token === this.#proseToken) this.#endProse(token.type, this.#prose.finish())
    else if (this.#prose) this.#prose.handle(event)
    else if (token.start.offset < this.#start) return
    else if (phase === 'exit') this.#exit(token)
    else if (PROSE.has(token.type)) this.#beginProse(token)
    else this.#enter(token)
  }

  #beginProse(token: Token): void {
    this.#prose = new ProseReader(this.#context)
    this.#proseToken = token
  }

  #endProse(type: string, prose: Prose): void {
    const { outline } = this.#context
    this.#prose = undefined
    if (type === 'tableHeader' || type === 'tableData') outline.cell(prose.spans)
    else if (type !== 'paragraph') this.#heading = prose
    else if (prose.isImage) outline.caption(prose.spans)
    else outline.paragraph(prose.spans)
  }

  #enter({ type, start, end }: Token): void {
    const { outline, source } = this.#context
    switch (type) {
      case 'blockQuote':
        return outline.openQuotation()
      case 'gfmFootnoteDefinition':
        return outline.openFootnote()
      case 'listOrdered':
      case 'listUnordered':
        return outline.openList()
      case 'listItemPrefix':
        return outline.openItem(source.slice(start.offset, end.offset).trim())
      case 'table':
        return outline.openTable()
      case 'tableHead':
        this.#inHead = true
        return
      case 'tableRow':
        return outline.openRow(this.#inHead)
      case 'atxHeadingSequence':
        this.#rank ||= end.offset - start.offset
        return
      case 'setextHeadingLineSequence':
        this.#rank = source[start.offset] === '=' ? 1 : 2
        return
      case 'htmlFlowData':
        this.#html.push({ start: start.offset, end: end.offset })
        return
    }
  }

  #exit({ type }: Token): void {
    const { outline } = this.#context
    switch (type) {
      case 'blockQuote':
        return outline.closeQuotation()
      case 'gfmFootnoteDefinition':
        return outline.closeFootnote()
      case 'listOrdered':
      case 'listUnordered':
        return outline.closeList()
      case 'table':
        return outline.closeTable()
      case 'tableHead':
        this.#inHead = false
        return
      case 'thematicBreak':
        return outline.separate()
      case 'atxHeading':
      case 'setextHeading':
        outline.heading(this.#rank, this.#heading?.spans ?? [])
        this.#rank = 0
        this.#heading = undefined
        return
      case 'htmlFlow':
        readHtml(this.#context, this.#html)
        this.#html = []
        return
    }
  }
}
