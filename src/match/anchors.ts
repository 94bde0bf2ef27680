/**
 * One index of words for many matchers: a text is read once, by characters, and only where a word stands that
 * some phrase cannot do without does any matcher look closer.
 */

import { endOfWord, keyOf, LOWER, nextWord, withoutPossessive } from './words.ts'

/** By anchor: how many words before it phrases of one matcher begin. */
export type Anchors = ReadonlyMap<string, readonly number[]>

/** An index that was built ahead. */
export interface BuiltIndex {
  /** What each matcher is called, by its number. */
  readonly names: readonly string[]
  /** Lines of an anchor, a tab, and a matcher and an offset, another matcher and an offset, and so on. */
  readonly anchors: string
  /** The hashes of all anchors: bits, eight to a byte, in base64. */
  readonly filter: string
}

/** What a scan found. It is kept for every block of a document, and so takes little room. */
export class Anchored {
  /** The state of the index when the text was scanned. */
  readonly revision: number
  /** Matcher by matcher the words at which its phrases may begin, in order; both in one number. */
  readonly #places: readonly number[]

  constructor(revision: number, places: readonly number[]) {
    this.revision = revision
    this.#places = places
  }

  /** Whether phrases of a matcher may begin anywhere. */
  has(matcher: number): boolean {
    const place = this.#places[this.#from(matcher)]
    return place !== undefined && place < (matcher + 1) * MOST_WORDS
  }

  /** The indices of the words at which phrases of a matcher may begin, in order, each once. */
  firstsOf(matcher: number): readonly number[] {
    const firsts: number[] = []
    const end = (matcher + 1) * MOST_WORDS
    for (let at = this.#from(matcher); at < this.#places.length; at++) {
      const place = this.#places[at] ?? end
      if (place >= end) break
      if (place !== this.#places[at - 1]) firsts.push(place - matcher * MOST_WORDS)
    }
    return firsts
  }

  /** The matchers whose phrases may begin somewhere. */
  matchers(): ReadonlySet<number> {
    return new Set(this.#places.map((place) => Math.floor(place / MOST_WORDS)))
  }

  #from(matcher: number): number {
    let low = 0
    let high = this.#places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#places[middle] ?? 0) < matcher * MOST_WORDS) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** More words than a text can have. */
const MOST_WORDS = 2 ** 26

/** Of a phrase that is only the beginning of a word, so many letters are in the index. */
export const PREFIX = 3

const FILTER_SIZE = 1 << 17
const MASK = FILTER_SIZE - 1

/** So many look-ups are remembered. */
const MOST_LOOKED = 20_000

/**
 * An index of what phrases cannot do without: a word ("brothel"), two words that stand together ("sex work"), or
 * the beginning of a word ("pro*").
 */
export class AnchorIndex {
  readonly #built: () => BuiltIndex | undefined
  #isOpen = false
  #isBuilt = false
  #revision = 0
  #matchers = 0
  #nothing = new Anchored(0, [])
  readonly #names = new Map<string, number>()
  #ahead = ''
  /** By anchor: a matcher and an offset, another matcher and an offset, and so on. */
  readonly #anchors = new Map<string, readonly number[]>()
  /** What was looked up in that, found or not. */
  readonly #looked = new Map<string, readonly number[] | undefined>()
  /** For each hash whether its anchor may be in the index: most words are told apart by this alone. */
  readonly #filter = new Uint8Array(FILTER_SIZE)

  /** An empty index, or one that goes on from what was built ahead, which is asked for late. */
  constructor(built: () => BuiltIndex | undefined = () => undefined) {
    this.#built = built
  }

  /** Grows with every matcher, so that what was scanned before can be told apart. */
  get revision(): number {
    this.#open()
    return this.#revision
  }

  /** The number of a matcher that was built ahead. */
  numberOf(name: string): number | undefined {
    this.#open()
    return this.#isBuilt ? this.#names.get(name) : undefined
  }

  /** Calls a matcher something, for `build`. */
  name(number: number, name: string): void {
    if (!this.#names.has(name)) this.#names.set(name, number)
  }

  /** Adds the anchors of a new matcher; its number. */
  enrol(anchors: Anchors): number {
    this.#open()
    const matcher = this.#matchers++
    for (const [anchor, offsets] of anchors) {
      this.#add(
        anchor,
        offsets.flatMap((offset) => [matcher, offset]),
      )
    }
    this.#revision += 1
    this.#nothing = new Anchored(this.#revision, [])
    return matcher
  }

  /** All matchers that have a name, to be built ahead. */
  build(): BuiltIndex {
    const names = [...this.#names.keys()]
    const numbers = new Map(names.map((name, at) => [this.#names.get(name), at]))
    const lines: string[] = []
    for (const [anchor, uses] of this.#anchors) {
      const kept = uses.flatMap((matcher, at) => {
        const number = at % 2 === 0 ? numbers.get(matcher) : undefined
        return number === undefined ? [] : [number, uses[at + 1] ?? 0]
      })
      if (kept.length > 0) lines.push(`${anchor}\t${kept.join(' ')}`)
    }
    const filter = Array.from({ length: FILTER_SIZE / 8 }, (_, at) =>
      this.#filter.slice(at * 8, at * 8 + 8).reduce((bits, one, bit) => bits | (one << bit), 0),
    )
    return {
      names,
      anchors: `\n${lines.join('\n')}\n`,
      filter: btoa(String.fromCharCode(...filter)),
    }
  }

  #open(): void {
    if (this.#isOpen) return
    this.#isOpen = true
    const built = this.#built()
    if (!built) return
    this.#isBuilt = true
    this.#matchers = built.names.length
    for (const [number, name] of built.names.entries()) this.#names.set(name, number)
    this.#ahead = built.anchors
    const filter = atob(built.filter)
    for (let at = 0; at < filter.length; at++) {
      const bits = filter.charCodeAt(at)
      for (let bit = 0; bits >> bit > 0; bit++) {
        if ((bits >> bit) & 1) this.#filter[at * 8 + bit] = 1
      }
    }
  }

  /** What was added here holds what was there before. */
  #usesOf(anchor: string): readonly number[] | undefined {
    const own = this.#anchors.get(anchor)
    if (own || this.#looked.has(anchor)) return own ?? this.#looked.get(anchor)
    const found = this.#lookUp(anchor)
    if (this.#looked.size > MOST_LOOKED) this.#looked.clear()
    this.#looked.set(anchor, found)
    return found
  }

  #lookUp(anchor: string): readonly number[] | undefined {
    const at = this.#ahead.indexOf(`\n${anchor}\t`)
    if (at < 0) return undefined
    const from = at + anchor.length + 2
    return this.#ahead.slice(from, this.#ahead.indexOf('\n', from)).split(' ').map(Number)
  }

  #add(anchor: string, uses: readonly number[]): void {
    const there = this.#usesOf(anchor)
    this.#anchors.set(anchor, there ? [...there, ...uses] : uses)
    this.#filter[hashOfAnchor(anchor) & MASK] = 1
  }

  /** Reads a text once for all matchers. */
  scan(text: string): Anchored {
    this.#open()
    const places: number[] = []
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
        if (isWord) note(places, word, this.#usesOf(key))
        if (isPair && word > 0) {
          const pair = `${keyOf(text.slice(beforeStart, beforeEnd))} ${key}`
          note(places, word, this.#usesOf(pair))
        }
        if (isPrefix) note(places, word, this.#usesOf(`${key.slice(0, PREFIX)}*`))
      }
      before = hash
      beforeStart = start
      beforeEnd = end
    }
    if (places.length === 0) return this.#nothing
    return new Anchored(
      this.#revision,
      places.sort((one, other) => one - other),
    )
  }
}

function note(places: number[], word: number, uses: readonly number[] | undefined): void {
  if (!uses) return
  for (let at = 0; at < uses.length; at += 2) {
    const first = word - (uses[at + 1] ?? 0)
    if (first >= 0) places.push((uses[at] ?? 0) * MOST_WORDS + first)
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
  const gap = anchor.indexOf(' ')
  if (gap < 0) return hashOf(anchor)
  return hashOfPair(hashOf(anchor.slice(0, gap)), hashOf(anchor.slice(gap + 1)))
}
