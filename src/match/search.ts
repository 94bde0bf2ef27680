import type { Block } from '../blocks.ts'
import type { Document } from '../document.ts'
import type { Match, Matcher } from '../match.ts'
import type { Words } from './words.ts'

/** The finds in a block, in order. */
export type Search<Value> = ((document: Document, block: Block) => readonly Match<Value>[]) & {
  /** What is searched for. */
  readonly matcher: Matcher<Value>
}

/** Makes a matcher search the words of a block once, however often it is asked. */
export function searchOnce<Value>(matcher: Matcher<Value>): Search<Value> {
  const found = new WeakMap<Words, readonly Match<Value>[]>()
  const search = (document: Document, block: Block) => {
    const words = document.words(block)
    const known = found.get(words)
    if (known) return known
    const matches = matcher(words)
    found.set(words, matches)
    return matches
  }
  return Object.assign(search, { matcher })
}
