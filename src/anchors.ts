/**
 * One index of words for many matchers: a text is read once, by characters, and only where a word stands that
 * some phrase cannot do without does any matcher look closer.
 */

import { endOfWord, keyOf, LOWER, nextWord, withoutPossessive } from './words.ts'

/** Phrases of one matcher that are filed under the same anchor: how many words before it each of them begins. */
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
const MASK = FILTER_SIZE - 1

const NONE: Anchored['firsts'] = new Map()

/**
 * An index of what phrases cannot do without: a word ("brothel"), two words that stand together ("sex work"), or
 * the beginning of a word ("pro*").
 */
export class AnchorIndex {
  /** Grows with every group, so that what was scanned before can be told apart. */
  revision = 0
  #matchers = 0
  #nothing: Anchored = { revision: 0, firsts: NONE }
  readonly #groups = new Map<string, AnchorGroup[]>()
  /** For each hash whether its anchor may be in the index: most words are told apart by this alone. */
  readonly #filter = new Uint8Array(FILTER_SIZE)

  /** A number for a new matcher. */
  enrol(): number {
    return this.#matchers++
  }

  /** Adds phrases under an anchor. */
  add(anchor: string, group: AnchorGroup): void {
    const there = this.#groups.get(anchor)
    if (there) there.push(group)
    else this.#groups.set(anchor, [group])
    this.#filter[hashOfAnchor(anchor) & MASK] = 1
    this.revision += 1
    this.#nothing = { revision: this.revision, firsts: NONE }
  }

  /** Reads a text once for all matchers. */
  scan(text: string): Anchored {
    const firsts = new Map<number, number[]>()
    const filter = this.#filter
    const { length } = text
    let before = 0
    let beforeStart = 0
    let beforeEnd = 0
    let word = 0
    for (let at = 0; at < length; word++) {
      let code = text.charCodeAt(at)
      while (code < 128 && LOWER[code] === 0) code = ++at < length ? text.charCodeAt(at) : 128
      if (at < length && code >= 128) at = nextWord(text, at)
      if (at >= length) break
      const start = at
      let hash = 0
      let prefix = 0
      for (; at < length; at++) {
        code = text.charCodeAt(at)
        const lower = code < 128 ? (LOWER[code] ?? 0) : 0
        if (lower === 0) break
        hash = (Math.imul(hash, 31) + lower) | 0
        if (at - start === PREFIX - 1) prefix = hash
      }
      let end = at
      if (at < length && (code >= 128 || code === 0x27)) {
        at = endOfWord(text, start)
        end = withoutPossessive(text, start, at)
        const key = keyOf(text.slice(start, end))
        hash = hashOf(key)
        prefix = hashOf(key.slice(0, PREFIX))
      }
      const isWord = filter[hash & MASK] === 1
      const isPair = filter[hashOfPair(before, hash) & MASK] === 1
      const isPrefix = filter[~prefix & MASK] === 1
      if (isWord || isPair || isPrefix) {
        const key = keyOf(text.slice(start, end))
        if (isWord) note(firsts, word, this.#groups.get(key))
        if (isPair && word > 0) {
          const pair = `${keyOf(text.slice(beforeStart, beforeEnd))} ${key}`
          note(firsts, word, this.#groups.get(pair))
        }
        if (isPrefix) note(firsts, word, this.#groups.get(`${key.slice(0, PREFIX)}*`))
      }
      before = hash
      beforeStart = start
      beforeEnd = end
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

function hashOfPair(one: number, other: number): number {
  return (Math.imul(one, 16_777_619) ^ other) + 1
}

function hashOfAnchor(anchor: string): number {
  if (anchor.endsWith('*')) return ~hashOf(anchor.slice(0, -1))
  const [one = '', other] = anchor.split(' ')
  return other === undefined ? hashOf(one) : hashOfPair(hashOf(one), hashOf(other))
}
