/** What a block belongs to. */

import type { Block } from '../blocks.ts'

/**
 * What stands over a block, the nearest first: the heads of its row and column, the item it is part of, the
 * sentence that introduces its list, and its headings, or only the last of them.
 */
export function over(block: Block, headings: 'last' | 'all' = 'last'): readonly Block[] {
  const { rowHeader, columnHeader, parent, introduction } = block
  const above = headings === 'all' ? [...block.headings].reverse() : block.headings.slice(-1)
  return [rowHeader, columnHeader, parent, introduction, ...above].filter(
    (other): other is Block => other !== undefined && other !== block,
  )
}
