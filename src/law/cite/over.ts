/** What a block belongs to. */

import type { Block } from '../../blocks.ts'
import type { Document } from '../../document.ts'

const DEEPEST = 12

/**
 * What stands over a block, the nearest first: the heads of its row and column, the items it is part of with the
 * sentences that introduce their lists, and its headings, or only the last of them.
 */
export function over(block: Block, headings: 'last' | 'all' = 'last'): readonly Block[] {
  const found: (Block | undefined)[] = [block.rowHeader, block.columnHeader]
  let at: Block | undefined = block
  for (let depth = 0; at && depth < DEEPEST; depth++) {
    found.push(at.parent, at.introduction)
    at = at.parent
  }
  const above = headings === 'all' ? [...block.headings].reverse() : block.headings.slice(-1)
  return [...new Set([...found, ...above])].filter(
    (other): other is Block => other !== undefined && other !== block,
  )
}

/** How many cells of a row are looked at. */
const MOST_CELLS = 40
const rows = new WeakMap<Document, ReadonlyMap<Block, readonly Block[]>>()

/** The other cells of a cell’s row, from left to right; none for a block that is no cell. */
export function rowOf(document: Document, block: Block): readonly Block[] {
  const known = rows.get(document) ?? rowsOf(document)
  rows.set(document, known)
  const row = known.get(block.rowHeader ?? block) ?? []
  return block.kind === 'cell' ? row.filter((cell) => cell !== block) : []
}

function rowsOf(document: Document): ReadonlyMap<Block, readonly Block[]> {
  const found = new Map<Block, Block[]>()
  for (const block of document.blocks) {
    const { rowHeader } = block
    if (!rowHeader || rowHeader === block) continue
    const row = found.get(rowHeader) ?? [rowHeader]
    if (row.length < MOST_CELLS) row.push(block)
    found.set(rowHeader, row)
  }
  return found
}
