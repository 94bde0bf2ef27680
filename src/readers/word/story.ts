import type { Block, Span } from '../../blocks.ts'
import type { Location } from '../../finding.ts'
import type { Extraction, Run } from '../extraction.ts'
import { Flow, type Setting, separatorOf } from '../flow.ts'
import type { Outline } from '../outline.ts'
import type { Part } from '../package.ts'
import { DEEPEST_HEADING, isNamed, LONGEST_HEADING, rankOfNames } from '../style-names.ts'
import { elementsOf, find, type XmlElement } from '../xml.ts'
import { branchOf, isContents, isDeletedRow, runsOn, UNREAD } from './elements.ts'
import { Fields } from './fields.ts'
import { isOn, valOf } from './names.ts'
import type { Label, Numbering } from './numbering.ts'
import { RunReader } from './runs.ts'
import { listProperties, mergeLists, outlineLevel, type Style, type Styles } from './styles.ts'

/** A reference to a footnote or endnote, and the headings it stands under. */
export interface Call {
  readonly element: XmlElement
  readonly headings: readonly Block[]
}

/** What the stories of a document share. */
export interface Shared {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly extraction: Extraction
}

/**
 * Reads one story of a document (its body, a note, a header): paragraphs and tables. `before` is how
 * many paragraphs its part had before it.
 */
export class StoryReader {
  readonly calls: Call[] = []
  readonly #part: Part
  readonly #name: Location['part']
  readonly #shared: Shared
  readonly #outline: Outline
  readonly #flow: Flow
  #fields: Fields
  #runs: RunReader
  #paragraph: number
  /** What paragraphs whose ends are deleted add to the next one. */
  #pending: Run[] = []

  constructor(part: Part, name: Location['part'], shared: Shared, outline: Outline, before = 0) {
    this.#part = part
    this.#name = name
    this.#paragraph = before
    this.#shared = shared
    this.#outline = outline
    this.#flow = new Flow(outline)
    this.#fields = new Fields(part.root)
    this.#runs = new RunReader(part, shared.styles, this.#fields)
  }

  /** How many paragraphs there were so far, empty ones included. */
  get paragraphs(): number {
    return this.#paragraph
  }

  /** Reads all blocks in an element; `lead` is put before the first paragraph. */
  read(container: XmlElement, lead = ''): void {
    this.#blocks(container, lead)
    this.#flow.close()
  }

  #blocks(container: XmlElement, lead = ''): void {
    let first = lead
    for (const child of elementsOf(container)) {
      const { name } = child
      if (name === 'w:p') {
        this.#readParagraph(child, first)
        first = ''
      } else if (name === 'w:tbl') this.#table(child)
      else if (name === 'mc:AlternateContent') {
        const branch = branchOf(child)
        if (branch) this.#blocks(branch)
      } else if (!UNREAD.has(name) && !(name === 'w:sdt' && isContents(child))) {
        this.#blocks(child, first)
      }
    }
  }

  #readParagraph(paragraph: XmlElement, lead: string): void {
    const style = this.#styleOf(paragraph)
    const { runs, boxes } = this.#take(paragraph, style)
    if (runs) this.#place(paragraph, style, runs, lead)
    for (const box of boxes) this.#box(box)
  }

  /** Reads the text of a paragraph; none if it runs on into the next. */
  #take(paragraph: XmlElement, style: Style) {
    this.#paragraph += 1
    const { runs, boxes, calls } = this.#runs.read(paragraph, style)
    const { headings } = this.#outline
    this.calls.push(...calls.map((element) => ({ element, headings })))
    const all = [...this.#pending, ...runs]
    this.#pending = runsOn(paragraph) ? all : []
    const isRead = this.#pending.length === 0 && !isNamed(style.names, 'CONTENTS')
    return { runs: isRead ? all : undefined, boxes }
  }

  #place(paragraph: XmlElement, style: Style, runs: readonly Run[], lead: string): void {
    const properties = find(paragraph, 'w:pPr')
    const isEmpty = runs.every(({ text }) => text.trim() === '')
    if (isEmpty && isOn(find(properties, 'w:rPr', 'w:vanish'))) return
    const label = this.#labelOf(properties, style)
    // An item without text shows its number, and counts.
    if (isEmpty && !label?.marker) return
    const setting = settingOf(properties, style, label, lengthOf(runs))
    const { kind, marker } = setting
    const spans = this.#add(runs, {
      separator: kind === 'item' ? '\n' : '\n\n',
      lead: lead + (marker ? `${marker} ` : ''),
    })
    this.#flow.add(spans, setting)
  }

  #table(table: XmlElement): void {
    const rows = rowsOf(table)
    const cells = rows.map(cellsOf)
    // A frame around text is no table.
    if (cells.every(({ length }) => length < 2)) {
      for (const [cell] of cells) if (cell) this.#blocks(cell)
      return
    }
    this.#flow.close()
    this.#outline.openTable()
    rows.forEach((row, index) => {
      this.#outline.openRow(index < rows.length - 1 && isHead(row, index, table))
      this.#skipColumns(spanOf(find(row, 'w:trPr', 'w:gridBefore'), 0))
      cells[index]?.forEach((cell, column) => {
        this.#cell(cell, separatorOf(index, column))
      })
    })
    this.#outline.closeTable()
  }

  #cell(cell: XmlElement, before: string): void {
    let separator = before
    let isOpen = false
    for (const { paragraph, style, runs } of this.#paragraphsIn(cell)) {
      const label = this.#labelOf(find(paragraph, 'w:pPr'), style)
      const spans = this.#add(runs, { separator, lead: label?.marker ? `${label.marker} ` : '' })
      if (spans.length > 0 || label?.marker) separator = '\n'
      if (spans.length === 0) continue
      if (isOpen) this.#outline.cellParagraph(spans)
      else this.#outline.cell(spans)
      isOpen = true
    }
    if (!isOpen) this.#outline.cell([])
    this.#skipColumns(spanOf(find(cell, 'w:tcPr', 'w:gridSpan'), 1) - 1)
  }

  /** The paragraphs in a cell that have text, with those of text boxes and of tables inside it. */
  #paragraphsIn(cell: XmlElement): CellParagraph[] {
    return elementsOf(cell).flatMap((child): CellParagraph[] => {
      const { name } = child
      if (name === 'w:p') {
        const style = this.#styleOf(child)
        const { runs, boxes } = this.#take(child, style)
        const inner = boxes.flatMap((box) => this.#inBox(box, () => this.#paragraphsIn(box)))
        return [...(runs ? [{ paragraph: child, style, runs }] : []), ...inner]
      }
      if (name === 'w:tr' && isDeletedRow(child)) return []
      return UNREAD.has(name) ? [] : this.#paragraphsIn(child)
    })
  }

  #skipColumns(count: number): void {
    for (let column = 0; column < Math.min(count, MOST_COLUMNS); column++) this.#outline.cell([])
  }

  #box(box: XmlElement): void {
    this.#inBox(box, () => this.#blocks(box))
  }

  /** A text box has fields of its own, and stands in the middle of a paragraph. */
  #inBox<Result>(box: XmlElement, read: () => Result): Result {
    const [fields, runs, pending] = [this.#fields, this.#runs, this.#pending]
    this.#fields = new Fields(box)
    this.#runs = new RunReader(this.#part, this.#shared.styles, this.#fields)
    this.#pending = []
    const result = read()
    this.#fields = fields
    this.#runs = runs
    this.#pending = pending
    return result
  }

  #styleOf(paragraph: XmlElement): Style {
    return this.#shared.styles.paragraph(valOf(find(paragraph, 'w:pPr', 'w:pStyle')))
  }

  #labelOf(properties: XmlElement | undefined, style: Style): Label | undefined {
    const list = mergeLists(style.list, listProperties(properties))
    return this.#shared.numbering.next(list, valOf(find(properties, 'w:pStyle')))
  }

  #add(runs: readonly Run[], setting: { separator: string; lead: string }): Span[] {
    const location = {
      ...(this.#name !== undefined && { part: this.#name }),
      paragraph: this.#paragraph,
    }
    return this.#shared.extraction.add(runs, { ...setting, location })
  }
}

interface CellParagraph {
  readonly paragraph: XmlElement
  readonly style: Style
  readonly runs: readonly Run[]
}

const MOST_COLUMNS = 100

/** How a paragraph is set, by its style, its own properties, its number and its length. */
function settingOf(
  properties: XmlElement | undefined,
  { names, outlineLevel: ofStyle }: Style,
  label: Label | undefined,
  length: number,
): Setting {
  const marker = label?.marker || undefined
  const rank = rankOf(outlineLevel(properties) ?? ofStyle, names)
  if (rank !== undefined && length <= LONGEST_HEADING) {
    return { kind: 'heading', level: rank, marker, isQuoted: false }
  }
  const isQuoted = isNamed(names, 'QUOTATION')
  if (isNamed(names, 'CAPTION')) return { kind: 'caption', marker, isQuoted }
  if (label && marker && !label.isSection) return { kind: 'item', ...label, isQuoted }
  const goesOn = label ? !marker : isNamed(names.slice(0, 1), 'CONTINUATION')
  return { kind: 'paragraph', level: goesOn ? (label?.level ?? DEEPEST) : -1, marker, isQuoted }
}

/** Deeper than any list: a paragraph that ends none. */
const DEEPEST = 9

/** The rank of a heading, 1 to 6, by its outline level (9 is body text) or the name of its style. */
function rankOf(level: number | undefined, names: readonly string[]): number | undefined {
  if (level === undefined) return rankOfNames(names)
  return level < 9 ? Math.min(level + 1, DEEPEST_HEADING) : undefined
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0)
}

/** The rows of a table, with those inside content controls. */
function rowsOf(table: XmlElement): XmlElement[] {
  return within(table, 'w:tr').filter((row) => !isDeletedRow(row))
}

function cellsOf(row: XmlElement): XmlElement[] {
  return within(row, 'w:tc')
}

function within(element: XmlElement, wanted: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === wanted) return [child]
    return UNREAD.has(child.name) ? [] : within(child, wanted)
  })
}

/** A row is a head if it is repeated on every page, or if it is the first and the table is styled so. */
function isHead(row: XmlElement, index: number, table: XmlElement): boolean {
  if (isOn(find(row, 'w:trPr', 'w:tblHeader'))) return true
  const look = find(table, 'w:tblPr', 'w:tblLook')
  if (index > 0 || !look) return false
  const flag = look.attributes.get('w:firstRow')
  if (flag !== undefined) return /^(?:1|true|on)$/.test(flag)
  return (Number.parseInt(valOf(look) ?? '', 16) & 0x20) !== 0
}

function spanOf(element: XmlElement | undefined, otherwise: number): number {
  const span = Number.parseInt(valOf(element) ?? '', 10)
  return Number.isNaN(span) ? otherwise : span
}
