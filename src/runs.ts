/** Cuts a document into runs of blocks, and these into chapters: what is put together of it, part by part. */

import type { Block } from './blocks.ts'
import { isSameList } from './remember.ts'

/** Cuts the blocks of a document into runs; one that was met before is the same list. */
export const cutIntoRuns = cutWhere(
  8,
  32,
  // By the length of a text, so that a change moves the ends of the next runs but little.
  ({ kind, text }: Block) => kind === 'heading' || text.length % 8 === 0,
)

/** Cuts the runs of a document into chapters; one that was met before is the same list. */
export const cutIntoChapters = cutWhere(4, 16, ({ length }: readonly Block[]) => length % 4 === 0)

/** Makes a function that cuts a list where some items begin a part, which has at least so many items, and at most. */
function cutWhere<Item extends object>(
  shortest: number,
  longest: number,
  begins: (item: Item) => boolean,
) {
  const met = new WeakMap<Item, readonly Item[]>()
  const asBefore = (first: Item, part: readonly Item[]) => {
    const known = met.get(first)
    if (known && isSameList(known, part)) return known
    met.set(first, part)
    return part
  }
  return (items: readonly Item[]): readonly (readonly Item[])[] => {
    const parts: (readonly Item[])[] = []
    for (let start = 0, end = 0; start < items.length; start = end) {
      end = start + shortest
      let next = items[end]
      while (next && end < start + longest && !begins(next)) next = items[++end]
      parts.push(items.slice(start, end))
    }
    return parts.map((part) => (part[0] ? asBefore(part[0], part) : part))
  }
}
