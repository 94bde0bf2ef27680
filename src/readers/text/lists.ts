import type { Block } from '../../blocks.ts'
import type { Marker } from './markers.ts'
import type { Piece } from './pieces.ts'
import { announces } from './sentences.ts'

/** One open list, and its item so far. */
interface List {
  readonly style: string
  /** The column that its markers stand at. */
  readonly column: number
  readonly quotation: number
  readonly introduction: Block | undefined
  /** The column that the last item's text stands at. */
  content: number
  ordinal: number | undefined
  item: Block | undefined
}

/** Where an item stands. */
export interface Place {
  readonly depth: number
  readonly introduction?: Block
  readonly parent?: Block
}

const DEEPEST = 10
/** What may stand between two parts of one bulleted list: blocks, and characters. */
const MOST_INTERRUPTIONS = 2
const LONGEST_INTERRUPTION = 240

/** The lists that are open at a point of the text, outermost first. */
export class Lists {
  #open: List[] = []
  #interruptions: Block[] = []

  /** Ends all lists, as a heading does. */
  close(): void {
    this.#open = []
    this.#interruptions = []
  }

  /** Notes a paragraph that belongs to no item: a list may go on after it. */
  interrupt(paragraph: Block): void {
    if (this.#open.length > 0) this.#interruptions.push(paragraph)
  }

  /** The item that an indented paragraph after it belongs to, and the column of the item's text. */
  itemAround({ lines: [line] }: Piece): { item: Block; column: number } | undefined {
    if (this.#interruptions.length > 0) return undefined
    const index = this.#open.findLastIndex(
      ({ column, quotation }) => line.column > column + 1 && line.quotation === quotation,
    )
    const list = this.#open[index]
    if (!list?.item) return undefined
    this.#open.length = index + 1
    return { item: list.item, column: list.content }
  }

  /**
   * Finds the place of an item among the open lists, or opens one for it. `previous` is the block
   * directly before it, which introduces a new list.
   */
  place(piece: Piece, marker: Marker, previous: Block | undefined): Place {
    if (this.#interruptions.length > 0 && !this.#resumes(piece, marker)) this.#open = []
    this.#interruptions = []
    const list = this.#siblings(piece, marker) ?? this.#begin(piece, marker, previous)
    list.content = marker.column
    list.ordinal = marker.ordinal
    const parent = this.#open.at(-2)?.item
    return {
      depth: this.#open.length,
      ...(list.introduction ? { introduction: list.introduction } : {}),
      ...(parent ? { parent } : {}),
    }
  }

  /** Gives the innermost list its latest item. */
  fill(item: Block): void {
    const list = this.#open.at(-1)
    if (list) list.item = item
  }

  /** Whether a list goes on after what interrupted it. */
  #resumes(piece: Piece, marker: Marker): boolean {
    const list = this.#open[this.#indexOf(piece, marker)]
    const last = this.#interruptions.at(-1)
    if (!list || !last || announces(last.text)) return false
    if (marker.ordinal !== undefined) return marker.ordinal === (list.ordinal ?? 0) + 1
    const length = this.#interruptions.reduce((sum, { text }) => sum + text.length, 0)
    return this.#interruptions.length <= MOST_INTERRUPTIONS && length <= LONGEST_INTERRUPTION
  }

  #siblings(piece: Piece, marker: Marker): List | undefined {
    const index = this.#indexOf(piece, marker)
    if (index < 0) return undefined
    this.#open.length = index + 1
    return this.#open[index]
  }

  #indexOf({ lines: [line] }: Piece, { style }: Marker): number {
    return this.#open.findLastIndex(
      (list) =>
        list.style === style &&
        Math.abs(list.column - line.column) < 2 &&
        list.quotation === line.quotation,
    )
  }

  #begin({ lines: [line] }: Piece, marker: Marker, previous: Block | undefined): List {
    const outermost = this.#open[0]
    while (!this.#holds(line.column, line.quotation)) this.#open.pop()
    const nested = this.#open.length > 0
    const introduction =
      outermost && !nested && outermost.quotation === line.quotation
        ? outermost.introduction
        : previous
    const list: List = {
      style: marker.style,
      column: line.column,
      quotation: line.quotation,
      introduction,
      content: marker.column,
      ordinal: marker.ordinal,
      item: undefined,
    }
    this.#open.push(list)
    return list
  }

  /** Whether the innermost list can hold one at this column, or none is open. */
  #holds(column: number, quotation: number): boolean {
    const list = this.#open.at(-1)
    if (!list) return true
    return list.quotation === quotation && list.column < column + 2 && this.#open.length < DEEPEST
  }
}
