/** Word lists of data, ready to be looked up. */

import type { Block } from '../blocks.ts'
import type { Document, Range } from '../document.ts'
import { type Search, searchOnce } from '../match/search.ts'
import { type Words, wordAt } from '../match/words.ts'
import { createSharedMatcher, type Match, type Matcher, type Phrase } from '../match.ts'
import { inside } from '../sorted.ts'
import { phrasesOf } from '../terms/conditions.ts'
import type { Frame } from '../types/lists.ts'

const CAPITALS = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u

/**
 * The phrases of one entry of a list: with a plural, with an asterisk as the beginning of a word, and
 * capitals alone ("ONS") as written.
 */
export function listed<Value>(text: string, value: Value): Phrase<Value>[] {
  if (CAPITALS.test(text)) {
    return [text, `${text}s`].map((form) => ({ text: form, exact: true, value }))
  }
  return phrasesOf(text, value)
}

/** Finds the entries of several lists in blocks, in one pass over the words of each. */
export type Finder<Name extends string> = Search<Name>

/**
 * Compiles lists that are shipped into a finder, which goes by a title; each match carries the name of its list. A
 * block is searched once.
 */
export function createFinder<Name extends string>(
  title: string,
  ...lists: readonly NamedList<Name>[]
): Finder<Name> {
  return searchOnce(createListMatcher(title, ...lists))
}

type NamedList<Name extends string> = readonly [name: Name, list: readonly string[]]

/** Compiles lists that are shipped into a matcher, which goes by a title; each match carries the name of its list. */
export function createListMatcher<Name extends string>(
  title: string,
  ...lists: readonly NamedList<Name>[]
): Matcher<Name> {
  return createSharedMatcher(
    title,
    ...lists.flatMap(([name, list]) => list.map((text) => () => listed(text, name))),
  )
}

/** Those matches of a list, of some in order, that lie in a range. */
export function within<Name extends string>(
  matches: readonly Match<Name>[],
  name: Name,
  range: Range,
): Match<Name>[] {
  return inside(matches, range).filter(({ value }) => value === name)
}

/** Finds frames in a range of a block: a beginning and, a few words on, an end. */
type FrameFinder = ((document: Document, block: Block) => readonly Range[]) & {
  /** What finds beginnings. */
  readonly matcher: Matcher<Frame>
}

/**
 * Compiles frames that are shipped into a finder, which goes by a title. A beginning without an end wanted is found by
 * itself. Ends are only looked for where there is a beginning. The words of a block are searched once.
 */
export function createFrameFinder(title: string, frames: readonly Frame[]): FrameFinder {
  const side = (name: 'from' | 'to') =>
    createSharedMatcher(
      `${title} ${name}`,
      ...frames.map((frame) => () => frame[name].flatMap((text) => listed(text, frame))),
    )
  const [beginnings, ends] = [side('from'), side('to')]
  const searched = new WeakMap<Words, readonly Range[]>()
  const search = (words: Words): readonly Range[] => {
    const found = beginnings(words)
    const closing = found.length > 0 ? ends(words) : []
    return found.flatMap((from): Range[] => {
      const { to, within: most } = from.value
      if (to.length === 0) return [{ start: from.start, end: from.end }]
      const soon = closing.slice(
        firstAt(closing, from.last),
        firstAt(closing, from.last + most + 1),
      )
      const end = soon.find(({ value }) => value === from.value)
      return end && sameSentence(words, from.end, end.start)
        ? [{ start: from.start, end: end.end }]
        : []
    })
  }
  const find = (document: Document, block: Block) => {
    const words = document.words(block)
    const ranges = searched.get(words) ?? search(words)
    searched.set(words, ranges)
    return ranges
  }
  return Object.assign(find, { matcher: beginnings })
}

/** How many of some matches, which are in order, begin before a word. */
function firstAt(matches: readonly Match<unknown>[], word: number): number {
  let low = 0
  let high = matches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((matches[middle]?.first ?? 0) < word) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether no sentence ends between two places in a text. */
function sameSentence({ text }: Words, start: number, end: number): boolean {
  return !/[.!?]\s/.test(text.slice(start, end))
}

/** The place so many words after an index, or the end of the text. */
export function wordsOn(words: Words, index: number, count: number): number {
  return words.ends[wordAt(words, index) + count - 1] ?? words.text.length
}
