/** What a block belongs to. */

import type { Block } from '../../blocks.ts'
import { asked, isSameList, ofDocument, steady } from '../../remember.ts'

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

/** The other cells of a cell’s row, from left to right; none for a block that is no cell. */
export const rowOf = asked(
  steady((document, block): readonly Block[] => {
    if (block.kind !== 'cell') return NONE
    const row = rowsOf(document).get(block.rowHeader ?? block) ?? NONE
    return row.filter((cell) => cell !== block)
  }, isSameList),
)

const NONE: readonly Block[] = []

const rowsOf = ofDocument(({ blocks }): ReadonlyMap<Block, readonly Block[]> => {
  const found = new Map<Block, Block[]>()
  for (const block of blocks) {
    const { rowHeader } = block
    if (!rowHeader || rowHeader === block) continue
    const row = found.get(rowHeader) ?? [rowHeader]
    if (row.length < MOST_CELLS) row.push(block)
    found.set(rowHeader, row)
  }
  return found
}, hasSameLists)

function hasSameLists(
  ones: ReadonlyMap<Block, readonly Block[]>,
  others: ReadonlyMap<Block, readonly Block[]>,
): boolean {
  return (
    ones.size === others.size &&
    [...ones].every(([key, list]) => isSameList(list, others.get(key) ?? NONE))
  )
}
