import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Directive, Notice, Reading, Span } from '../blocks.ts'
import { parseDirective } from './directives.ts'
import { divisionNotices } from './division.ts'
import { readTable } from './html/table.ts'
import { TextWriter } from './html/text.ts'
import {
  attribute,
  type Element,
  isBacklink,
  isElement,
  isNote,
  isNoteCall,
  isUnread,
  type Node,
  rankOfElement,
  textOf,
} from './html/tree.ts'
import { isBlock, isCaption, isCode, markOf } from './html-elements.ts'
import { isForeign, looksEnglish } from './language.ts'
import { formatNumber } from './numbers.ts'
import { Outline } from './outline.ts'
import { SpanWriter } from './spans.ts'

/** No page that a person wrote is nested more deeply. */
const DEEPEST = 400

const TOO_DEEP: Notice = {
  id: 'document-budget',
  severity: 'warning',
  reason: `Elements of this page are nested more than ${DEEPEST} deep; what stands deeper was not checked.`,
}

/**
 * Reads HTML into blocks. All offsets are UTF-16 units in the source, entities and runs of space being
 * units of text. Scripts, navigation and what is hidden are left out. Never throws.
 */
export function readHtml(text: string): Reading {
  const document = parse(text, { sourceCodeLocationInfo: true })
  const reader = new HtmlReader(text)
  reader.read(document)
  const { outline, directives, isTooDeep } = reader
  const { blocks } = outline
  return {
    blocks,
    directives,
    notices: [...(isTooDeep ? [TOO_DEEP] : []), ...divisionNotices(blocks)],
  }
}

/** Reads the elements of a page, block by block. */
export class HtmlReader {
  readonly outline = new Outline()
  readonly directives: Directive[] = []
  isTooDeep = false
  readonly #source: string
  #writer: SpanWriter
  #text: TextWriter
  /** What becomes of the text that is being read. */
  #finish: (spans: readonly Span[]) => void
  /** In a cell, all blocks are paragraphs of the cell. */
  #inCell = false
  #depth = 0

  constructor(source: string) {
    this.#source = source
    this.#finish = (spans) => this.outline.paragraph(spans)
    this.#writer = new SpanWriter(source)
    this.#text = new TextWriter(source, this.#writer)
  }

  /** Reads a page or what is in an element. */
  read(parent: Tree.ParentNode): void {
    this.#children(parent)
    this.#flush()
  }

  /** Reads a cell: its first text is `open`ed, the rest are more paragraphs of it. */
  readCell(cell: Element): void {
    let isOpen = false
    const wasInCell = this.#inCell
    this.#inCell = true
    this.#reading(cell, (spans) => {
      if (spans.length === 0) return
      if (isOpen) this.outline.cellParagraph(spans)
      else this.outline.cell(spans)
      isOpen = true
    })
    this.#inCell = wasInCell
    if (!isOpen) this.outline.cell([])
  }

  /** Reads a caption. */
  readCaption(element: Element): void {
    this.#reading(element, (spans) => this.outline.caption(spans))
  }

  #children({ childNodes }: Tree.ParentNode): void {
    this.#depth += 1
    if (this.#depth > DEEPEST) this.isTooDeep = true
    else for (const child of childNodes) this.#node(child)
    this.#depth -= 1
  }

  #node(node: Node): void {
    const place = node.sourceCodeLocation
    if (isElement(node)) this.#element(node)
    else if (node.nodeName === '#text' && place) this.#text.add(place.startOffset, place.endOffset)
    else if (node.nodeName === '#comment' && place)
      this.#comment(place.startOffset, place.endOffset)
  }

  #comment(start: number, endAsTold: number): void {
    // parse5 lets a comment that nothing closes end behind the page.
    const end = Math.min(endAsTold, this.#source.length)
    const directive = parseDirective(this.#source.slice(start, end))
    if (directive) this.directives.push({ ...directive, start, end })
  }

  #element(element: Element): void {
    if (isUnread(element) || isBacklink(element)) return
    const block = isBlock({ name: element.tagName, closes: false }) || element.tagName === 'pre'
    if (isInOtherLanguage(element)) {
      if (block) this.#flush()
      else this.#opaque('foreign', element)
    } else if (isNote(element) && !this.#inCell) this.#note(element)
    else if (block || rankOfElement(element)) this.#block(element)
    else this.#inline(element)
  }

  #inline(element: Element): void {
    const tag = { name: element.tagName, closes: false }
    const place = element.sourceCodeLocation
    if (isNoteCall(element)) return this.#writer.noteCall()
    if (tag.name === 'br' && place) {
      this.#writer.unit('\n', place.startOffset, place.endOffset)
      return this.#text.afterOther(true)
    }
    if (tag.name === 'img') return this.#opaque('image', element)
    if (isCode(tag)) return this.#opaque('code', element)
    if (tag.name === 'q') return this.#quote(element)
    const mark = tag.name === 'a' && !attribute(element, 'href') ? undefined : markOf(tag)
    if (mark) this.#writer.mark(mark)
    this.#children(element)
    if (mark) this.#writer.unmark(mark)
  }

  /** The marks of a quotation within a line are put in by the browser. */
  #quote(element: Element): void {
    const { startTag, endTag } = element.sourceCodeLocation ?? {}
    if (startTag) this.#writer.unit('“', startTag.startOffset, startTag.endOffset)
    this.#text.afterOther(true)
    this.#children(element)
    if (endTag) this.#writer.unit('”', endTag.startOffset, endTag.endOffset)
    this.#text.afterOther(false)
  }

  #opaque(kind: 'image' | 'code' | 'foreign', element: Element): void {
    const place = element.sourceCodeLocation
    if (place) this.#writer.opaque(kind, place.startOffset, place.endOffset)
    this.#text.afterOther(false)
  }

  #block(element: Element): void {
    this.#flush()
    const { tagName } = element
    const rank = rankOfElement(element)
    if (this.#inCell) this.#children(element)
    else if (rank) this.#reading(element, (spans) => this.outline.heading(rank, spans))
    else if (isCaption({ name: tagName, closes: false })) this.readCaption(element)
    else if (tagName === 'blockquote') this.#quotation(element)
    else if (/^(?:ul|ol|menu|dir)$/.test(tagName)) this.#list(element)
    else if (tagName === 'table') readTable(this, element)
    else if (tagName === 'hr') this.outline.separate()
    else this.#children(element)
    this.#flush()
  }

  #quotation(element: Element): void {
    this.outline.openQuotation()
    this.#children(element)
    this.#flush()
    this.outline.closeQuotation()
  }

  #note(element: Element): void {
    this.#flush()
    this.outline.openFootnote()
    this.#children(element)
    this.#flush()
    this.outline.closeFootnote()
  }

  #list(list: Element): void {
    this.outline.openList()
    let number = Number(attribute(list, 'start') ?? 1)
    for (const child of list.childNodes) {
      if (isElement(child) && child.tagName === 'li' && !isNote(child) && !isUnread(child)) {
        number = Number(attribute(child, 'value') ?? number)
        this.outline.openItem(markerOf(list, number))
        number += 1
        this.#children(child)
        this.#flush()
      } else this.#node(child)
    }
    this.#flush()
    this.outline.closeList()
  }

  /** Reads an element whose text is something else than paragraphs. */
  #reading(element: Element, finish: (spans: readonly Span[]) => void): void {
    this.#flush()
    const before = this.#finish
    this.#finish = finish
    this.#children(element)
    this.#flush()
    this.#finish = before
  }

  /** Ends the block that is being read. */
  #flush(): void {
    this.#finish(this.#writer.finish())
    this.#writer = new SpanWriter(this.#source)
    this.#text = new TextWriter(this.#source, this.#writer)
  }
}

/** Whether an element is marked as another language and reads so; the page’s own mark says nothing. */
function isInOtherLanguage(element: Element): boolean {
  if (element.tagName === 'html' || element.tagName === 'body') return false
  return isForeign(attribute(element, 'lang')) && !looksEnglish(textOf(element))
}

const NUMBERS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

function markerOf(list: Element, number: number): string {
  if (list.tagName !== 'ol') return '•'
  return `${formatNumber(number, NUMBERS[attribute(list, 'type') ?? ''] ?? 'decimal')}.`
}
