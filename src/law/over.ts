/** What a block belongs to. */

import type { Block } from '../blocks.ts'

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
