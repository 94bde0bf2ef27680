/**
 * Blocks of spans: text with positions, whatever the format.
 *
 * A reader turns a file into blocks; everything after it works on `block.text` and asks here where
 * in the file an index of that text stands.
 */

import { countUntil } from './sorted.ts'

/** How a span of text is marked in its format: titles are often recognisable only by this. */
export type Mark = 'emphasis' | 'strong' | 'link' | 'deleted'

/** What an opaque span stands for: something that is no prose and is never flagged inside. */
export type Opaque = 'code' | 'address' | 'image' | 'field' | 'markup' | 'foreign'

/** The character that stands for an opaque span in the text of its block. */
export const OPAQUE = '\uFFFC'

/**
 * A piece of a block's text and the place in the file that it was written at.
 *
 * Either the text is written out in the file (`text.length === end - start`, so every index in it has
 * a place of its own), or it is one unit (an entity, an escape, a line ending of two characters, a piece of
 * code) that is replaced as a whole.
 */
export interface Span {
  /** The text as read; `OPAQUE` for an opaque span. */
  readonly text: string
  /** Where the span begins in the file: an offset in UTF-16 units. */
  readonly start: number
  /** Where the span ends in the file: an offset in UTF-16 units, exclusive. */
  readonly end: number
  /** How the span is marked, outermost mark first. */
  readonly marks?: readonly Mark[]
  /** What an opaque span stands for. */
  readonly opaque?: Opaque
  /** A footnote is called directly behind the span. */
  readonly noted?: true
}

/** What part of a document a block is. A block quotation is not a kind: any block may stand in one. */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'footnote' | 'caption'

/** What a reader knows of a block besides its spans. */
export interface Structure {
  readonly kind: BlockKind
  /** The rank of a heading (1–6), the nesting of a list item (1 is outermost), 0 elsewhere. */
  readonly depth: number
  /** How many block quotations the block stands in: 0 is the writer's own text. */
  readonly quotation: number
  /** The headings above the block, outermost first. */
  readonly headings: readonly Block[]
  /** The block that introduces the list or table that this block belongs to ("… are:"). */
  readonly introduction?: Block
  /** The list item that this block belongs to, if it is a paragraph or an item inside one. */
  readonly parent?: Block
  /** The cell at the head of this cell's column. */
  readonly columnHeader?: Block
  /** The first cell of this cell's row. */
  readonly rowHeader?: Block
  /** The number or letter a list item or heading carries in the file, as written ("1.", "(a)", "•"). */
  readonly marker?: string
}

/** A run of prose with positions: one heading, paragraph, list item, table cell, footnote or caption. */
export interface Block extends Structure {
  readonly spans: readonly Span[]
  /** The text of all spans, joined. */
  readonly text: string
}

/** A comment in the file that silences rules: `<!-- fairdraft-ignore-next sex-work: reason -->`. */
export interface Directive {
  /** `next`: the next block; `disable` and `enable`: from here on. */
  readonly kind: 'next' | 'disable' | 'enable'
  /** Rule ids, or terms' bare ids; empty means all. */
  readonly ids: readonly string[]
  /** Why, in the writer's words. */
  readonly reason: string
  /** The last day on which it holds, as written; a day looks like 2027-03-01. */
  readonly until?: string
  /** Offsets of the comment in the file, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

/** Something the reader has to say about the file itself, such as text that it could not read. */
export interface Notice {
  readonly id: string
  readonly severity: 'warning' | 'suggestion'
  readonly reason: string
  /** Offsets in the file, in UTF-16 units; absent where it concerns the whole file. */
  readonly start?: number
  readonly end?: number
}

/** What a reader makes of a file. Blocks stand in reading order. */
export interface Reading {
  readonly blocks: readonly Block[]
  readonly directives: readonly Directive[]
  readonly notices: readonly Notice[]
}

/** Makes a block of its structure and spans; empty spans are dropped, and long white space is one unit. */
export function createBlock(structure: Structure, spans: readonly Span[]): Block {
  const kept = spans.every(isKept) ? spans : spans.flatMap(withShortSpace)
  const text = kept.length === 1 ? (kept[0]?.text ?? '') : kept.map((span) => span.text).join('')
  const { kind, depth, quotation, headings } = structure
  // Written out: copying a structure of any shape takes several times as long.
  const block: Building = { kind, depth, quotation, headings, spans: kept, text }
  const { introduction, parent, columnHeader, rowHeader, marker } = structure
  if (introduction) block.introduction = introduction
  if (parent) block.parent = parent
  if (columnHeader) block.columnHeader = columnHeader
  if (rowHeader) block.rowHeader = rowHeader
  if (marker !== undefined) block.marker = marker
  return block
}

type Building = { -readonly [key in keyof Block]: Block[key] }

/** No wording has longer white space in it; patterns that look over white space stay quick below this. */
const LONG_SPACE = /\s{40,}/g
const LONGEST_SPACE = 40

/** Whether a span stays as it is. */
function isKept({ text, opaque, start, end }: Span): boolean {
  if (text.length < LONGEST_SPACE) return text !== ''
  return opaque !== undefined || text.length !== end - start || text.search(LONG_SPACE) < 0
}

/** Makes each long run of white space in a span a unit, which reads as one space; drops a span without text. */
function withShortSpace(span: Span): Span[] {
  if (span.text === '') return []
  if (isKept(span)) return [span]
  const runs = span.text.matchAll(LONG_SPACE)
  const { noted: _noted, ...rest } = span
  const pieces: Span[] = []
  let from = 0
  const addWritten = (to: number) => {
    const text = span.text.slice(from, to)
    if (text) pieces.push({ ...rest, text, start: span.start + from, end: span.start + to })
  }
  for (const { 0: run, index } of runs) {
    addWritten(index)
    from = index + run.length
    pieces.push({ ...rest, text: ' ', start: span.start + index, end: span.start + from })
  }
  addWritten(span.text.length)
  const last = pieces.at(-1)
  if (span.noted && last) pieces[pieces.length - 1] = { ...last, noted: true }
  return pieces
}

/**
 * Where a range of a block's text stands in the file.
 *
 * `start` and `end` are indices in `block.text`, end exclusive; the answer is offsets in the file, in
 * UTF-16 units. An index inside a unit (an entity, an escape) takes the whole unit in.
 *
 * @throws RangeError if the range is empty or outside the block.
 */
export function placeInFile(
  block: Block,
  start: number,
  end: number,
): { start: number; end: number } {
  if (start < 0 || end > block.text.length || start >= end) {
    throw new RangeError(`No range ${start}–${end} in a block of ${block.text.length} characters`)
  }
  const [first] = block.spans
  // Most blocks are written in one piece.
  if (first && block.spans.length === 1 && isWritten(first)) {
    return { start: first.start + start, end: first.start + end }
  }
  return { start: offsetInFile(block, start, 'start'), end: offsetInFile(block, end - 1, 'end') }
}

/** Whether a span’s text is written out in the file. */
function isWritten({ text, start, end }: Span): boolean {
  return text.length === end - start
}

function offsetInFile(block: Block, index: number, side: 'start' | 'end'): number {
  const [placed] = spansIn(block, index, index + 1)
  if (!placed) {
    throw new RangeError(`No index ${index} in a block of ${block.text.length} characters`)
  }
  const { span, start } = placed
  if (isWritten(span)) return span.start + (index - start) + (side === 'end' ? 1 : 0)
  return side === 'start' ? span.start : span.end
}

/** A span and where it begins in its block's text. */
interface PlacedSpan {
  readonly span: Span
  readonly start: number
}

const placed = new WeakMap<Block, readonly PlacedSpan[]>()

/** The spans of a block in which some of a range of its text stands: indices, end exclusive. */
export function spansIn(block: Block, start: number, end: number): readonly PlacedSpan[] {
  if (block.spans.length === 1) return end > 0 ? placeSpans(block) : []
  const spans = placed.get(block) ?? placedOnce(block)
  const first = Math.max(0, countUntil(spans, start) - 1)
  return spans.slice(first, countUntil(spans, end - 1))
}

function placedOnce(block: Block): readonly PlacedSpan[] {
  const spans = placeSpans(block)
  placed.set(block, spans)
  return spans
}

function placeSpans({ spans }: Block): readonly PlacedSpan[] {
  let start = 0
  return spans.map((span) => {
    const here = { span, start }
    start += span.text.length
    return here
  })
}
