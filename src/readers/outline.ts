import { type Block, type BlockKind, createBlock, type Span, type Structure } from '../blocks.ts'
import { divide } from './division.ts'

/** How long a paragraph between two parts of one bullet list may be, in UTF-16 units. */
const LONGEST_INTERRUPTION = 200

/** A list, kept after its end: it may go on after a paragraph. */
interface List {
  /** The bullet, or what follows the number: only items with the same one make up a list. */
  readonly delimiter: string
  readonly introduction: Block | undefined
  /** The number that the next item would have. */
  next: number
  /** How many paragraphs have come since, and the last of them. */
  interruptions: number
  interruption: Block | undefined
}

/** One level of nesting, on which lists can follow one another. */
interface Level {
  readonly kind: 'document' | 'quotation' | 'item' | 'footnote'
  readonly headings: readonly Block[]
  /** The number or bullet, and the introduction, of the item that this level is the content of. */
  readonly marker?: string
  readonly introduction?: Block | undefined
  /** The first paragraph of that item. */
  item?: Block
  /** The paragraph or heading directly before. */
  lead?: Block | undefined
  list?: List | undefined
}

/** The structure of a block that is being added. */
type Building = { -readonly [key in keyof Structure]: Structure[key] }

interface Table {
  readonly introduction: Block | undefined
  readonly columns: (Block | undefined)[]
  inHead: boolean
  column: number
  rowHeader: Block | undefined
}

/**
 * Builds the blocks of a document in reading order, and works out how they belong together: the path of
 * headings, what introduces a list or table, whose paragraph and whose cell a block is.
 *
 * Knows nothing of any syntax. Blocks without text are left out.
 */
export class Outline {
  readonly blocks: Block[]
  #headings: readonly Block[]
  #level: Level
  readonly #outer: Level[] = []
  readonly #listBases: number[] = []
  #quotation = 0
  #table: Table | undefined

  /** Begins a document, or a part of one that stands below some headings; `before` is what stands up to the last of them. */
  constructor(headings: readonly Block[] = [], before: readonly Block[] = []) {
    this.blocks = [...before]
    this.#headings = headings
    this.#level = {
      kind: 'document',
      headings,
      lead: before.length > 0 ? headings.at(-1) : undefined,
    }
  }

  /** Whether a heading has just begun a section: nothing that came before bears on what follows but by its headings. */
  get isBegun(): boolean {
    const { lead, list } = this.#level
    const isOpen = this.#outer.length + this.#listBases.length > 0
    return !isOpen && !list && lead !== undefined && lead === this.#headings.at(-1)
  }

  /** The headings that what comes next stands below, outermost first. */
  get headings(): readonly Block[] {
    return this.#headings
  }

  /** Adds a heading of rank 1 to 6; what follows stands below it. `marker` is its number. */
  heading(depth: number, spans: readonly Span[], marker?: string): void {
    this.#headings = this.#headings.filter((above) => above.depth < depth)
    const block = this.#add({ ...this.#structure('heading', marker), depth }, spans)
    if (!block) return
    this.#headings = [...this.#headings, block]
    this.#level.lead = block
    this.#level.list = undefined
  }

  /** Adds a paragraph: the text of an item if it is the first in one. `marker` is its own number. */
  paragraph(spans: readonly Span[], marker?: string): void {
    if (spans.length === 0) return
    const level = this.#level
    if (level.kind === 'footnote') this.#prose('footnote', spans, marker)
    else if (level.kind === 'item' && !level.item) this.#item(level, spans)
    else this.#prose('paragraph', spans, marker)
  }

  /** Adds the caption of a figure or table. */
  caption(spans: readonly Span[]): void {
    this.#add(this.#structure('caption'), spans)
  }

  openQuotation(): void {
    this.#quotation += 1
    this.#open({ kind: 'quotation', headings: this.#headings })
  }

  /** Ends a quotation: its headings count for nothing outside, and what stood before it introduces nothing. */
  closeQuotation(): void {
    this.#quotation -= 1
    this.#headings = this.#level.headings
    this.#close()
    this.#level.lead = undefined
    const last = this.blocks.at(-1)
    if (last && last.quotation > this.#quotation) this.#interrupt(last)
  }

  openFootnote(): void {
    this.#open({ kind: 'footnote', headings: this.#headings })
  }

  closeFootnote(): void {
    this.#close()
  }

  openList(): void {
    this.#listBases.push(this.#outer.length)
  }

  /** Begins the next item of the innermost list; `marker` is its number or bullet as written. */
  openItem(marker: string): void {
    this.#closeTo(this.#listBases.at(-1) ?? 0)
    const { introduction } = this.#listFor(marker)
    this.#open({ kind: 'item', headings: this.#headings, marker, introduction })
  }

  closeList(): void {
    this.#closeTo(this.#listBases.pop() ?? 0)
    this.#level.lead = undefined
  }

  /** Begins a table. Rows that come after its end, without another beginning, go on with it. */
  openTable(): void {
    const introduction = this.#level.lead
    const row = { inHead: false, column: 0, rowHeader: undefined }
    this.#table = { introduction, columns: [], ...row }
  }

  openRow(inHead: boolean): void {
    if (this.#table) Object.assign(this.#table, { inHead, column: 0, rowHeader: undefined })
  }

  /** Adds the next cell of the row; an empty one only takes up its column. */
  cell(spans: readonly Span[]): void {
    const table = this.#table
    if (!table) return
    const column = table.column++
    const block = this.#add(this.#cellStructure(table, column), spans)
    if (table.inHead) table.columns[column] = block
    else if (column === 0) table.rowHeader = block
  }

  /** Adds another paragraph of the cell before. */
  cellParagraph(spans: readonly Span[]): void {
    const table = this.#table
    if (table) this.#add(this.#cellStructure(table, table.column - 1), spans)
  }

  /** Ends a table: no list goes on across it. */
  closeTable(): void {
    this.separate()
  }

  /** Ends what came before: no list goes on, and nothing introduces anything, across a break. */
  separate(): void {
    this.#level.lead = undefined
    this.#level.list = undefined
  }

  #item(level: Level, spans: readonly Span[]): void {
    const { introduction, marker } = level
    const structure = this.#structure('item', marker)
    structure.depth = this.#itemDepth()
    if (introduction) structure.introduction = introduction
    const item = this.#add(structure, spans)
    if (item) level.item = item
    if (item) level.lead = item
  }

  #prose(kind: BlockKind, spans: readonly Span[], marker?: string): void {
    const block = this.#add(this.#structure(kind, marker), spans)
    if (!block) return
    this.#level.lead = block
    this.#interrupt(block)
  }

  /** Notes what stands between two parts of a list: the list may go on after it. */
  #interrupt(block: Block): void {
    const { list } = this.#level
    if (!list) return
    list.interruptions += 1
    list.interruption = block
  }

  #cellStructure({ introduction, inHead, rowHeader, columns }: Table, column: number): Structure {
    const structure = this.#structure('cell')
    const columnHeader = inHead ? undefined : columns[column]
    if (introduction) structure.introduction = introduction
    if (columnHeader) structure.columnHeader = columnHeader
    if (rowHeader && column > 0) structure.rowHeader = rowHeader
    return structure
  }

  #structure(kind: BlockKind, marker?: string): Building {
    const quotation = this.#quotation
    const structure: Building = { kind, depth: 0, quotation, headings: this.#headings }
    if (marker !== undefined) structure.marker = marker
    const parent = kind === 'paragraph' || kind === 'item' ? this.#parent() : undefined
    if (parent) structure.parent = parent
    return structure
  }

  #parent(): Block | undefined {
    return this.#level.item ?? this.#outer.findLast(({ item }) => item)?.item
  }

  /** How many items stand around what comes next. */
  #itemDepth(): number {
    const own = this.#level.kind === 'item' ? 1 : 0
    return this.#outer.reduce((sum, { kind }) => sum + (kind === 'item' ? 1 : 0), own)
  }

  /** Adds a block, in parts if it is too long; answers the first part, or nothing if there is no text. */
  #add(structure: Structure, spans: readonly Span[]): Block | undefined {
    if (spans.length === 0) return undefined
    const parts = divide(createBlock(structure, spans))
    for (const part of parts) this.blocks.push(part)
    return parts[0]
  }

  #listFor(marker: string): List {
    const level = this.#level
    const delimiter = marker.slice(-1)
    const number = Number.parseInt(marker, 10)
    const last = level.list
    if (last && continues(last, delimiter, number)) {
      last.next += 1
      last.interruptions = 0
      last.interruption = undefined
      return last
    }
    level.list = {
      delimiter,
      introduction: last?.interruptions === 0 ? last.introduction : level.lead,
      next: number + 1,
      interruptions: 0,
      interruption: undefined,
    }
    return level.list
  }

  #open(level: Level): void {
    this.#outer.push(this.#level)
    this.#level = level
  }

  #close(): void {
    this.#level = this.#outer.pop() ?? this.#level
  }

  #closeTo(depth: number): void {
    while (this.#outer.length > depth) this.#close()
  }
}

/** Whether an item goes on with a list that ended before: directly, or after an interrupting paragraph. */
function continues(list: List, delimiter: string, number: number): boolean {
  if (list.delimiter !== delimiter) return false
  if (!list.interruption) return true
  if (list.interruption.text.trimEnd().endsWith(':')) return false
  if (!Number.isNaN(number)) return number === list.next
  return list.interruptions === 1 && list.interruption.text.length <= LONGEST_INTERRUPTION
}
