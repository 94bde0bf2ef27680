import { type Block, type BlockKind, createBlock, type Span, type Structure } from '../../blocks.ts'
import { divide } from '../division.ts'
import { Lists } from './lists.ts'
import { INDENTATION, Margins } from './margins.ts'
import type { Piece } from './pieces.ts'
import { addSpans, joined, spansOfLines } from './spans.ts'
import type { Cell } from './tables.ts'

/** What is known of a block besides its kind and what its piece shows. */
type Place = Partial<Structure> & Pick<Structure, 'depth'>

const TOP: Place = { depth: 0 }

/** Makes blocks of pieces: headings above, lists and what introduces them, quotations, tables. */
export function outline(
  text: string,
  pieces: readonly Piece[],
  ranks: readonly (number | undefined)[],
  furniture: ReadonlySet<Piece>,
): readonly Block[] {
  const outliner = new Outliner(text, new Margins(pieces))
  pieces.forEach((piece, index) => {
    if (furniture.has(piece)) outliner.addFurniture(piece)
    else outliner.add(piece, ranks[index])
  })
  return outliner.blocks
}

class Outliner {
  readonly blocks: Block[] = []
  readonly #text: string
  readonly #margins: Margins
  #headings: readonly Block[] = []
  /** The heading that the text begins with: no numbered part ends it. */
  #title: Block | undefined
  readonly #lists = new Lists()
  /** The paragraph, item or heading directly before: what may introduce a list or a table. */
  #previous: Block | undefined

  constructor(text: string, margins: Margins) {
    this.#text = text
    this.#margins = margins
  }

  add(piece: Piece, rank: number | undefined): void {
    if (rank !== undefined) this.#addHeading(piece, rank)
    else if (piece.form === 'table') this.#addTable(piece)
    else if (piece.form === 'footnote') this.#emit(piece, 'footnote', TOP)
    else if (piece.form === 'item') this.#addItem(piece)
    else this.#addParagraph(piece)
  }

  /** Adds a page number or running title: lists go on after it, and it introduces none. */
  addFurniture(piece: Piece): void {
    this.#emit(piece, 'paragraph', TOP)
  }

  #addHeading(piece: Piece, rank: number): void {
    const quoted = piece.lines[0].quotation > 0
    const numbered = piece.rank === undefined && piece.underline === undefined
    const above = this.#headings.filter(
      (heading) => quoted || heading.depth < rank || (numbered && heading === this.#title),
    )
    const heading = this.#emit(piece, 'heading', { depth: rank, headings: above })
    if (!heading || quoted) return
    if (this.blocks.length === 1) this.#title = heading
    this.#headings = [...above, heading]
    this.#lists.close()
    this.#margins.restart()
    this.#previous = heading
  }

  #addParagraph(piece: Piece): void {
    const [line] = piece.lines
    const parent = piece.marker ? undefined : this.#lists.itemAround(piece)
    const indented = parent
      ? line.column >= parent.column + INDENTATION
      : this.#margins.isQuotation(piece)
    const quotation = line.quotation + (indented ? 1 : 0)
    const place = parent ? { depth: 0, parent: parent.item } : TOP
    const block = this.#emit(piece, 'paragraph', { ...place, quotation })
    if (!block) return
    if (!parent) this.#lists.interrupt(block)
    this.#previous = block
  }

  #addItem(piece: Piece): void {
    const { marker } = piece
    if (!marker) return
    const lead = this.#leadOf(piece)
    const block = this.#emit(piece, 'item', this.#lists.place(piece, marker, lead))
    if (!block) return
    this.#lists.fill(block)
    this.#previous = block
  }

  #addTable(piece: Piece): void {
    const { table } = piece
    if (!table) return
    const header: (Block | undefined)[] = []
    table.rows.forEach((row, index) => {
      const named = table.headed && index === 0
      let first: Block | undefined
      row.forEach((cell, column) => {
        const block = this.#addCell(piece, cell, named ? [] : [header[column], first])
        if (column === 0) first = block
        if (named) header[column] = block
      })
    })
    this.#lists.close()
    this.#previous = undefined
  }

  #addCell(
    piece: Piece,
    { start, end }: Cell,
    [columnHeader, rowHeader]: readonly (Block | undefined)[],
  ): Block | undefined {
    const spans: Span[] = []
    const lead = this.#leadOf(piece)
    addSpans(spans, this.#text, start, end)
    return this.#emitSpans(piece, spans, 'cell', {
      depth: 0,
      ...(lead ? { introduction: lead } : {}),
      ...(columnHeader ? { columnHeader } : {}),
      ...(rowHeader ? { rowHeader } : {}),
    })
  }

  /** The block directly before, if it may introduce a piece: a quotation introduces nothing outside it. */
  #leadOf({ lines: [{ quotation }] }: Piece): Block | undefined {
    return this.#previous?.quotation === quotation ? this.#previous : undefined
  }

  #emit(piece: Piece, kind: BlockKind, place: Place): Block | undefined {
    return this.#emitSpans(piece, this.#spansOf(piece), kind, place)
  }

  /** Adds the block, in parts if it is too long; answers the first part, or nothing if it is empty. */
  #emitSpans(
    piece: Piece,
    spans: readonly Span[],
    kind: BlockKind,
    place: Place,
  ): Block | undefined {
    const { quotation } = piece.lines[0]
    const marker = piece.marker ? { marker: piece.marker.text } : undefined
    const structure = { kind, quotation, headings: this.#headings, ...marker, ...place }
    if (spans.length === 0) return undefined
    const parts = divide(createBlock(structure, joined(this.#text, spans)))
    for (const part of parts) this.blocks.push(part)
    return parts[0]
  }

  #spansOf({ lines, from, marker }: Piece): Span[] {
    const lead = marker?.lead
    if (lead === undefined) return spansOfLines(this.#text, lines, from)
    const opening = { text: this.#text.slice(lead, lead + 1), start: lead, end: lead + 1 }
    return [opening, ...spansOfLines(this.#text, lines, marker?.content ?? from)]
  }
}
