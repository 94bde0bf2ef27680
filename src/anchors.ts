/**
 * One index of words for many matchers: a text is read once, by characters, and only where a word stands that
 * some phrase cannot do without does any matcher look closer.
 */

import { endOfWord, keyOf, LOWER, nextWord, withoutPossessive } from './words.ts'

/** Phrases of one matcher that hold the same word: how many words before it each of them begins. */
export interface AnchorGroup {
  readonly matcher: number
  readonly offsets: readonly number[]
  /** Called before the first of the phrases is looked for. */
  readonly load: () => void
}

/** What a scan found. */
export interface Anchored {
  /** The state of the index when the text was scanned. */
  readonly revision: number
  /** By matcher: the indices of the words at which its phrases may begin, in no order. */
  readonly firsts: ReadonlyMap<number, readonly number[]>
}

/** Of a phrase that is only the beginning of a word, so many letters are in the index. */
export const PREFIX = 3

const FILTER_SIZE = 1 << 17

const NONE: Anchored['firsts'] = new Map()

/** An index of the words that phrases cannot do without. */
export class AnchorIndex {
  /** Grows with every group, so that what was scanned before can be told apart. */
  revision = 0
  #matchers = 0
  #nothing: Anchored = { revision: 0, firsts: NONE }
  readonly #words = new Map<string, AnchorGroup[]>()
  readonly #prefixes = new Map<string, AnchorGroup[]>()
  /** For each hash of a word or prefix whether it may be in the index: most words are told apart by this alone. */
  readonly #wordFilter = new Uint8Array(FILTER_SIZE)
  readonly #prefixFilter = new Uint8Array(FILTER_SIZE)

  /** A number for a new matcher. */
  enrol(): number {
    return this.#matchers++
  }

  /** Adds phrases that hold a word, or, as a prefix, a word that begins with `PREFIX` letters. */
  add(key: string, isPrefix: boolean, group: AnchorGroup): void {
    const map = isPrefix ? this.#prefixes : this.#words
    const there = map.get(key)
    if (there) there.push(group)
    else map.set(key, [group])
    const filter = isPrefix ? this.#prefixFilter : this.#wordFilter
    filter[hashOf(key) & (FILTER_SIZE - 1)] = 1
    this.revision += 1
    this.#nothing = { revision: this.revision, firsts: NONE }
  }

  /** Reads a text once for all matchers. */
  scan(text: string): Anchored {
    const firsts = new Map<number, number[]>()
    const wordFilter = this.#wordFilter
    const prefixFilter = this.#prefixFilter
    const { length } = text
    let word = 0
    for (let at = 0; at < length; word++) {
      let code = text.charCodeAt(at)
      while (code < 128 && LOWER[code] === 0) code = ++at < length ? text.charCodeAt(at) : 128
      if (at >= length) break
      if (code >= 128) at = nextWord(text, at)
      const start = at
      let hash = 0
      let prefix = 0
      for (let lower = 1; at < length; at++) {
        code = text.charCodeAt(at)
        lower = code < 128 ? (LOWER[code] ?? 0) : 0
        if (lower === 0) break
        hash = (Math.imul(hash, 31) + lower) | 0
        if (at - start === PREFIX - 1) prefix = hash
      }
      if (at < length && (code >= 128 || code === 0x27)) {
        const end = endOfWord(text, start)
        if (end === start) break
        if (end > at) {
          const key = keyOf(text.slice(start, withoutPossessive(text, start, end)))
          hash = hashOf(key)
          prefix = hashOf(key.slice(0, PREFIX))
          at = end
        }
      }
      const isWord = wordFilter[hash & (FILTER_SIZE - 1)] === 1
      const isPrefix = prefixFilter[prefix & (FILTER_SIZE - 1)] === 1
      if (!isWord && !isPrefix) continue
      const key = keyOf(text.slice(start, withoutPossessive(text, start, at)))
      if (isWord) note(firsts, word, this.#words.get(key))
      if (isPrefix) note(firsts, word, this.#prefixes.get(key.slice(0, PREFIX)))
    }
    return firsts.size === 0 ? this.#nothing : { revision: this.revision, firsts }
  }
}

function note(
  firsts: Map<number, number[]>,
  word: number,
  groups: readonly AnchorGroup[] | undefined,
): void {
  for (const { matcher, offsets, load } of groups ?? []) {
    load()
    const known = firsts.get(matcher)
    const those = known ?? []
    if (!known) firsts.set(matcher, those)
    for (const offset of offsets) if (offset <= word) those.push(word - offset)
  }
}

function hashOf(key: string): number {
  let hash = 0
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0
  return hash
}
