import type { Block } from '../../blocks.ts'
import type { Location } from '../../finding.ts'
import type { Extraction, Run } from '../extraction.ts'
import { Flow, type Setting, separatorOf } from '../flow.ts'
import type { Outline } from '../outline.ts'
import type { Part } from '../package.ts'
import { DEEPEST_HEADING, isNamed, LONGEST_HEADING, rankOfNames } from '../style-names.ts'
import { elementsOf, find, type XmlElement } from '../xml.ts'
import { UNREAD } from './names.ts'
import type { Count, Label, Numbering } from './numbering.ts'
import { RunReader } from './runs.ts'
import type { Style, Styles } from './styles.ts'

/** A footnote or endnote, and the headings it is called under. */
export interface Note {
  readonly element: XmlElement
  readonly headings: readonly Block[]
}

/** What the stories of a document share. */
export interface Shared {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly extraction: Extraction
}

/** The list that a paragraph stands in. */
interface ListPlace {
  readonly count: Count
  /** The nesting, from 0. */
  readonly level: number
  /** The item that has yet to show its label; undefined for its later paragraphs. */
  item: XmlElement | undefined
}

const DEEPEST = 9
const MOST_COLUMNS = 100

/**
 * Reads one story of a document (its body, a note, a header): paragraphs and tables. `before` is how
 * many paragraphs its part had before it.
 */
export class StoryReader {
  readonly notes: Note[] = []
  readonly #name: Location['part']
  readonly #shared: Shared
  readonly #outline: Outline
  readonly #flow: Flow
  readonly #runs: RunReader
  #paragraph: number

  constructor(part: Part, name: Location['part'], shared: Shared, outline: Outline, before = 0) {
    this.#name = name
    this.#shared = shared
    this.#outline = outline
    this.#flow = new Flow(outline)
    this.#runs = new RunReader(part, shared.styles)
    this.#paragraph = before
  }

  /** How many paragraphs there were so far, empty ones included. */
  get paragraphs(): number {
    return this.#paragraph
  }

  /** Reads all blocks in an element; `lead` is put before the first paragraph. */
  read(container: XmlElement, lead = ''): void {
    let first = lead
    for (const paragraph of this.#paragraphs(container, undefined, true)) {
      this.#place(paragraph, first)
      first = ''
    }
    this.#flow.close()
  }

  /** The paragraphs in an element with the lists they stand in; tables are read on the way. */
  *#paragraphs(
    container: XmlElement,
    list: ListPlace | undefined,
    readTables: boolean,
  ): Generator<Paragraph> {
    for (const child of elementsOf(container)) {
      const { name, attributes } = child
      if (UNREAD.has(name) || attributes.get('text:display') === 'none') continue
      if (name === 'text:p' || name === 'text:h') yield* this.#take(child, list, readTables)
      else if (name === 'text:list') yield* this.#list(child, list, readTables)
      else if (name === 'table:table' && readTables && !isFrame(child)) this.#table(child)
      else yield* this.#paragraphs(child, list, readTables)
    }
  }

  *#list(
    element: XmlElement,
    outer: ListPlace | undefined,
    readTables: boolean,
  ): Generator<Paragraph> {
    const style = element.attributes.get('text:style-name') ?? outer?.count.style
    const level = Math.min((outer?.level ?? -1) + 1, DEEPEST)
    const count =
      outer && style === outer.count.style
        ? outer.count
        : this.#shared.numbering.begin(element, style)
    for (const item of elementsOf(element)) {
      const place = { count, level, item: item.name === 'text:list-item' ? item : undefined }
      yield* this.#paragraphs(item, place, readTables)
    }
  }

  *#take(
    element: XmlElement,
    list: ListPlace | undefined,
    readTables: boolean,
  ): Generator<Paragraph> {
    this.#paragraph += 1
    const style = this.#shared.styles.paragraph(element.attributes.get('text:style-name'))
    const { runs, boxes, notes } = this.#runs.read(element, style)
    const { headings } = this.#outline
    this.notes.push(...notes.map((note) => ({ element: note, headings })))
    const isRead = !isNamed(style.names, 'CONTENTS')
    const item = isRead ? list?.item : undefined
    const label = list && item && this.#shared.numbering.next(list.count, list.level, item)
    if (list && item) list.item = undefined
    const number = this.#paragraph
    // An item without text shows its number, and counts.
    const isShown = label?.marker || runs.some(({ text }) => text.trim() !== '')
    if (isRead && isShown) yield { element, style, runs, label, level: list?.level, number }
    for (const box of boxes) yield* this.#paragraphs(box, undefined, readTables)
  }

  #place(paragraph: Paragraph, lead: string): void {
    const setting = settingOf(paragraph)
    const { kind, marker } = setting
    const spans = this.#add(paragraph, {
      separator: kind === 'item' ? '\n' : '\n\n',
      lead: lead + (marker ? `${marker} ` : ''),
    })
    this.#flow.add(spans, setting)
  }

  #table(table: XmlElement): void {
    this.#flow.close()
    this.#outline.openTable()
    for (const [index, { row, isHead }] of [...rowsOf(table, false)].entries()) {
      this.#outline.openRow(isHead)
      for (const [column, cell] of elementsOf(row).entries()) {
        if (cell.name === 'table:table-cell') this.#cell(cell, separatorOf(index, column))
        else if (cell.name === 'table:covered-table-cell') this.#outline.cell([])
      }
    }
    this.#outline.closeTable()
  }

  #cell(cell: XmlElement, before: string): void {
    let separator = before
    let isOpen = false
    for (const paragraph of this.#paragraphs(cell, undefined, false)) {
      const marker = paragraph.label?.marker
      const spans = this.#add(paragraph, { separator, lead: marker ? `${marker} ` : '' })
      separator = '\n'
      if (spans.length === 0) continue
      if (isOpen) this.#outline.cellParagraph(spans)
      else this.#outline.cell(spans)
      isOpen = true
    }
    if (!isOpen) this.#outline.cell([])
    const repeated = Number(cell.attributes.get('table:number-columns-repeated') ?? 1)
    for (let more = 1; more < Math.min(repeated, MOST_COLUMNS); more++) this.#outline.cell([])
  }

  #add({ runs, number }: Paragraph, setting: { separator: string; lead: string }) {
    const location = { ...(this.#name !== undefined && { part: this.#name }), paragraph: number }
    return this.#shared.extraction.add(runs, { ...setting, location })
  }
}

interface Paragraph {
  readonly element: XmlElement
  readonly style: Style
  readonly runs: readonly Run[]
  readonly label: Label | undefined
  /** The level of the list it stands in, from 0. */
  readonly level: number | undefined
  /** Which one it is in its part, from 1. */
  readonly number: number
}

/** How a paragraph is set, by its element, its style, its number and its length. */
function settingOf({ element, style, runs, label, level }: Paragraph): Setting {
  const { names } = style
  const marker = label?.marker || undefined
  const rank = rankOf(element, style)
  const length = runs.reduce((sum, { text }) => sum + text.length, 0)
  if (rank !== undefined && length <= LONGEST_HEADING) {
    return { kind: 'heading', level: rank, marker, isQuoted: false }
  }
  const isQuoted = isNamed(names, 'QUOTATION')
  if (isNamed(names, 'CAPTION')) return { kind: 'caption', marker, isQuoted }
  if (label && marker && !label.isSection) return { kind: 'item', level, marker, isQuoted }
  const goesOn = !marker && (level !== undefined || isNamed(names.slice(0, 1), 'CONTINUATION'))
  return { kind: 'paragraph', level: goesOn ? (level ?? DEEPEST) : -1, marker, isQuoted }
}

function rankOf({ name, attributes }: XmlElement, style: Style): number | undefined {
  const given = name === 'text:h' ? Number(attributes.get('text:outline-level') ?? 1) : style.rank
  const rank = given ?? rankOfNames(style.names)
  return rank ? Math.min(rank, DEEPEST_HEADING) : undefined
}

/** The rows of a table in order, and whether they are its head. */
function* rowsOf(
  table: XmlElement,
  isHead: boolean,
): Generator<{ row: XmlElement; isHead: boolean }> {
  for (const child of elementsOf(table)) {
    if (child.name === 'table:table-row') yield { row: child, isHead }
    else yield* rowsOf(child, isHead || child.name === 'table:table-header-rows')
  }
}

/** A frame around text is no table. */
function isFrame(table: XmlElement): boolean {
  return [...rowsOf(table, false)].every(({ row }) => {
    return elementsOf(row).filter(({ name }) => name === 'table:table-cell').length < 2
  })
}

/** The text of a note. */
export function bodyOf(note: XmlElement): XmlElement | undefined {
  return find(note, 'text:note-body')
}
