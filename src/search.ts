import type { Block } from './blocks.ts'
import type { Document } from './document.ts'
import type { Match, Matcher } from './match.ts'

/** The finds in a block, in order. */
export type Search<Value> = (document: Document, block: Block) => readonly Match<Value>[]

/** Makes a matcher search every block once, however often it is asked. */
export function searchOnce<Value>(matcher: Matcher<Value>): Search<Value> {
  const found = new WeakMap<Block, readonly Match<Value>[]>()
  return (document, block) => {
    const known = found.get(block)
    if (known) return known
    const matches = matcher(document.words(block))
    found.set(block, matches)
    return matches
  }
}
