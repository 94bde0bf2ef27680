import type { HtmlReader } from '../html.ts'
import { attribute, childrenOf, type Element, isElement } from './tree.ts'

const MOST_COLUMNS = 100
const MOST_ROWS = 1000

/** Reads a table; one that is there for its layout only is read as text. */
export function readTable(reader: HtmlReader, table: Element): void {
  const rows = rowsOf(table)
  const isLayout =
    /^(?:presentation|none)$/.test(attribute(table, 'role') ?? '') ||
    rows.every(({ row }) => cellsOf(row).length < 2)
  if (isLayout) return reader.read(table)
  for (const caption of childrenOf(table, 'caption')) reader.readCaption(caption)
  reader.outline.openTable()
  /** How many more rows a cell above takes up, by column. */
  const taken: number[] = []
  for (const [index, { row, inHead }] of rows.entries()) {
    const cells = cellsOf(row)
    const isHead = inHead || (index === 0 && cells.every(({ tagName }) => tagName === 'th'))
    reader.outline.openRow(isHead && rows.length > 1)
    readRow(reader, cells, taken)
  }
  reader.outline.closeTable()
}

function readRow(reader: HtmlReader, cells: readonly Element[], taken: number[]): void {
  let column = 0
  const pass = () => {
    for (let left = taken[column] ?? 0; left > 0; left = taken[column] ?? 0) {
      taken[column++] = left - 1
      reader.outline.cell([])
    }
  }
  for (const cell of cells) {
    pass()
    reader.readCell(cell)
    const rows = spanOf(cell, 'rowspan', MOST_ROWS) - 1
    const columns = spanOf(cell, 'colspan', MOST_COLUMNS)
    for (let more = 1; more < columns; more++) reader.outline.cell([])
    for (const end = column + columns; column < end; column++) taken[column] = rows
  }
  pass()
}

function spanOf(cell: Element, name: string, most: number): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return span > 0 ? Math.min(span, most) : 1
}

interface Row {
  readonly row: Element
  readonly inHead: boolean
}

function rowsOf(table: Element): Row[] {
  return table.childNodes.filter(isElement).flatMap((child): Row[] => {
    if (child.tagName === 'tr') return [{ row: child, inHead: false }]
    if (!/^t(?:head|body|foot)$/.test(child.tagName)) return []
    const inHead = child.tagName === 'thead'
    return childrenOf(child, 'tr').map((row) => ({ row, inHead }))
  })
}

function cellsOf({ childNodes }: Element): Element[] {
  return childNodes.filter(isElement).filter(({ tagName }) => /^t[dh]$/.test(tagName))
}
