import type { Mark, Opaque, Span } from '../blocks.ts'
import type { Location } from '../finding.ts'
import { looksEnglish } from './language.ts'
import type { Part } from './package.ts'
import { SpanWriter } from './spans.ts'
import type { XmlNode } from './xml.ts'

/** The node of a package that a piece of text stands in. */
export interface Origin {
  readonly part: Part
  readonly node: XmlNode
  /** Where the piece begins in the node’s own text: an index in UTF-16 units. */
  readonly from: number
  /** The program may write it anew, as it does the result of a field. */
  readonly isResult?: boolean
}

/** A piece of a paragraph that is marked alike from end to end. */
export interface Run {
  readonly text: string
  readonly origin: Origin
  /** Marks, outermost first; always in the same order. */
  readonly marks: readonly Mark[]
  readonly opaque?: Opaque | undefined
  /** The piece is marked as being in another language than English. */
  readonly isForeign?: boolean
  /** A footnote is called directly behind it. */
  readonly noted?: boolean
}

/** A piece of the extracted text: offsets in UTF-16 units, end exclusive, and where it comes from. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly origin: Origin
}

/** What stands around a paragraph in the extracted text. */
interface Setting {
  /** What divides it from the paragraph before. */
  readonly separator: string
  /** A number or bullet that the document shows and does not hold. */
  readonly lead?: string
  readonly location: Location
}

/** The text that is taken out of a document, paragraph by paragraph, readable as plain text. */
export class Extraction {
  readonly pieces: Piece[] = []
  readonly #texts: string[] = []
  readonly #places: { readonly start: number; readonly location: Location }[] = []
  #length = 0

  /** The whole text so far. */
  get text(): string {
    return this.#texts.join('')
  }

  /** Adds a paragraph; its spans count in the whole text. A paragraph without text adds its number or bullet only. */
  add(runs: readonly Run[], { separator, lead = '', location }: Setting): Span[] {
    const text = runs.map((run) => run.text).join('')
    const isEmpty = text.trim() === ''
    if (isEmpty && lead === '') return []
    const before = (this.#length > 0 ? separator : '') + (isEmpty ? lead.trimEnd() : lead)
    const start = this.#length + before.length
    if (isEmpty) {
      this.#texts.push(before)
      this.#length = start
      return []
    }
    this.#texts.push(before, text)
    this.#length = start + text.length
    this.#places.push({ start, location })
    let at = start
    for (const run of runs) {
      this.pieces.push({ start: at, end: at + run.text.length, origin: run.origin })
      at += run.text.length
    }
    return spansOf(text, runs).map((span) => ({
      ...span,
      start: span.start + start,
      end: span.end + start,
    }))
  }

  /** Where an offset of the text stands in the document. */
  locate(offset: number): Location {
    let low = 0
    let high = this.#places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#places[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return this.#places[Math.max(low - 1, 0)]?.location ?? {}
  }
}

/** The spans of one paragraph, counted from its beginning. */
function spansOf(text: string, runs: readonly Run[]): Span[] {
  const writer = new SpanWriter(text)
  let at = 0
  for (const group of groupsOf(runs)) {
    const [{ marks, opaque, isForeign }] = group
    const end = at + lengthOf(group)
    const kind = opaque ?? (isForeign && !looksEnglish(text.slice(at, end)) ? 'foreign' : undefined)
    for (const mark of marks) writer.mark(mark)
    if (kind) writer.opaque(kind, at, end)
    else writeLines(writer, text, at, end)
    for (const mark of marks) writer.unmark(mark)
    if (group.at(-1)?.noted) writer.noteCall()
    at = end
  }
  return writer.finish()
}

function writeLines(writer: SpanWriter, text: string, start: number, end: number): void {
  for (let at = start; at < end; ) {
    const found = text.indexOf('\n', at)
    const ending = found < 0 || found > end ? end : found
    if (ending > at) writer.prose(at, ending)
    if (ending < end) writer.lineEnding(ending)
    at = ending + 1
  }
}

type Group = [Run, ...Run[]]

/** Runs that follow one another and are marked alike: programs cut a text wherever it was edited. */
function groupsOf(runs: readonly Run[]): Group[] {
  const groups: Group[] = []
  for (const run of runs) {
    if (run.text === '' && !run.noted) continue
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && !last.noted && isMarkedAlike(last, run)) group.push(run)
    else groups.push([run])
  }
  return groups
}

function isMarkedAlike(one: Run, other: Run): boolean {
  return (
    one.opaque === other.opaque &&
    Boolean(one.isForeign) === Boolean(other.isForeign) &&
    one.marks.length === other.marks.length &&
    one.marks.every((mark, index) => mark === other.marks[index])
  )
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0)
}
