/**
 * One index of words for many matchers: the words of a text are looked up once, by their hashes, and only where
 * one stands that some phrase cannot do without does any matcher look closer.
 */

import { linesOf, numbersIn, tableIn } from './lines.ts'
import { hashOf, keyOf, PREFIX, type Split } from './words.ts'

/** By anchor: how many words before it phrases of one matcher begin. */
export type Anchors = ReadonlyMap<string, readonly number[]>

/** An index that was built ahead. */
export interface BuiltIndex {
  /** What each matcher is called, by its number. */
  readonly names: readonly string[]
  /** Lines of an anchor, and a matcher and an offset, another matcher and an offset, and so on. */
  readonly anchors: string
  /** For each matcher whose phrases come in several groups, lines of their first words with the groups. */
  readonly openings: readonly (string | null)[]
  /** The hashes of all anchors: bits, eight to a byte, in base64. */
  readonly filter: string
}

/** What a scan found. It is kept for every block of a document, and so takes little room. */
export class Anchored {
  /** The state of the index when the text was scanned. */
  readonly revision: number
  /** The matchers whose phrases may begin somewhere, in order, each once. */
  readonly matchers: readonly number[]
  /** Matcher by matcher the words at which its phrases may begin, in order, each once. */
  readonly #firsts: readonly number[]
  /** For each of the matchers how many of those there are up to its last. */
  readonly #ends: readonly number[]

  constructor(
    revision: number,
    matchers: readonly number[] = NONE,
    firsts: readonly number[] = NONE,
    ends: readonly number[] = NONE,
  ) {
    this.revision = revision
    this.matchers = matchers
    this.#firsts = firsts
    this.#ends = ends
  }

  /** Whether phrases of a matcher may begin anywhere. */
  has(matcher: number): boolean {
    return this.matchers.includes(matcher)
  }

  /** The indices of the words at which phrases of a matcher may begin, in order, each once. */
  firstsOf(matcher: number): readonly number[] {
    const at = this.matchers.indexOf(matcher)
    return at < 0 ? NONE : this.#firsts.slice(this.#ends[at - 1] ?? 0, this.#ends[at])
  }
}

const NONE: readonly never[] = []

const FILTER_SIZE = 1 << 17
const MASK = FILTER_SIZE - 1

/** After so many look-ups in what was built ahead, all of it is taken into a table. */
const MOST_LOOKED = 500

/** How an anchor is made up of the words of a text. */
type Form = 'word' | 'pair' | 'prefix'

/**
 * An index of what phrases cannot do without: a word ("brothel"), two words that stand together ("sex work"), or
 * the beginning of a word ("pro*").
 */
export class AnchorIndex {
  readonly #built: () => BuiltIndex | undefined
  #isOpen = false
  #isBuilt = false
  /** Grows with every matcher, so that what was scanned before can be told apart. */
  revision = 0
  #matchers = 0
  #nothing = new Anchored(0)
  readonly #names = new Map<string, number>()
  #ahead = ''
  #openings: (string | null)[] = []
  /** By anchor: a matcher and an offset, another matcher and an offset, and so on. */
  readonly #anchors = new Map<string, readonly number[]>()
  /** What was looked up in what was built ahead, found or not. */
  readonly #looked = new Map<string, readonly number[] | undefined>()
  /** All of it by hashes, for long texts. Two anchors of one hash share their uses: a matcher looks once too often. */
  #table: Map<number, readonly number[]> | undefined
  /** For each hash whether its anchor may be in the index: most words are told apart by this alone. */
  readonly #filter = new Uint8Array(FILTER_SIZE)

  /** An empty index, or one that goes on from what was built ahead, which is asked for late. */
  constructor(built: () => BuiltIndex | undefined = () => undefined) {
    this.#built = built
  }

  /** The number of a matcher that was built ahead. */
  numberOf(name: string): number | undefined {
    this.#open()
    return this.#isBuilt ? this.#names.get(name) : undefined
  }

  /** The groups of a matcher whose phrases begin with a word, if that was built ahead. */
  groupsOf(number: number, opening: string): readonly number[] | undefined {
    const openings = this.#openings[number]
    return openings ? (numbersIn(openings, opening) ?? []) : undefined
  }

  /** Calls a matcher something, for `build`; with the groups that begin with a word, if there are several. */
  name(number: number, name: string, openings?: string): void {
    if (this.#names.has(name)) return
    this.#names.set(name, number)
    this.#openings[number] = openings ?? null
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
    this.revision += 1
    this.#nothing = new Anchored(this.revision)
    return matcher
  }

  /** All matchers that have a name, to be built ahead. */
  build(): BuiltIndex {
    const names = [...this.#names.keys()]
    const numbers = new Map(names.map((name, at) => [this.#names.get(name), at]))
    const anchors = [...this.#anchors].flatMap(([anchor, uses]): [string, number[]][] => {
      const kept = uses.flatMap((matcher, at) => {
        const number = at % 2 === 0 ? numbers.get(matcher) : undefined
        return number === undefined ? [] : [number, uses[at + 1] ?? 0]
      })
      return kept.length > 0 ? [[anchor, kept]] : []
    })
    const filter = Array.from({ length: FILTER_SIZE / 8 }, (_, at) =>
      this.#filter.slice(at * 8, at * 8 + 8).reduce((bits, one, bit) => bits | (one << bit), 0),
    )
    return {
      names,
      anchors: linesOf(anchors),
      openings: [...this.#names.values()].map((number) => this.#openings[number] ?? null),
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
    this.#openings = [...built.openings]
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
    const found = numbersIn(this.#ahead, anchor)
    this.#looked.set(anchor, found)
    if (this.#looked.size > MOST_LOOKED) this.#table = this.#tabulate()
    return found
  }

  #tabulate(): Map<number, readonly number[]> {
    const table = new Map<number, readonly number[]>()
    const add = (anchor: string, uses: readonly number[]) => {
      const hash = hashOfAnchor(anchor)
      table.set(hash, [...(table.get(hash) ?? []), ...uses])
    }
    for (const [anchor, uses] of tableIn(this.#ahead)) {
      if (!this.#anchors.has(anchor)) add(anchor, uses)
    }
    for (const [anchor, uses] of this.#anchors) add(anchor, uses)
    return table
  }

  #add(anchor: string, uses: readonly number[]): void {
    const there = this.#usesOf(anchor)
    this.#anchors.set(anchor, there ? [...there, ...uses] : uses)
    this.#filter[hashOfAnchor(anchor) & MASK] = 1
    this.#table = undefined
    this.#looked.clear()
  }

  /** Looks the words of a text up once for all matchers. */
  scan(split: Split): Anchored {
    this.#open()
    const { hashes, prefixes } = split
    const filter = this.#filter
    const found = new Found()
    let before = 0
    for (let word = 0; word < hashes.length; word++) {
      const hash = hashes[word] ?? 0
      const pair = hashOfPair(before, hash)
      const prefix = prefixes[word] ?? 0
      if (filter[hash & MASK] === 1) found.add(word, this.#usesAt(hash, split, word, 'word'))
      if (filter[pair & MASK] === 1 && word > 0) {
        found.add(word, this.#usesAt(pair, split, word, 'pair'))
      }
      if (filter[prefix & MASK] === 1) found.add(word, this.#usesAt(prefix, split, word, 'prefix'))
      before = hash
    }
    return found.anchored(this.revision) ?? this.#nothing
  }

  #usesAt(hash: number, split: Split, word: number, form: Form): readonly number[] | undefined {
    return this.#table ? this.#table.get(hash) : this.#usesOf(anchorAt(split, word, form))
  }
}

/** Where phrases may begin in a text that is being scanned, matcher by matcher. */
class Found {
  /** For each matcher words, in order, each once. */
  readonly #firsts: (number[] | undefined)[] = []

  /** Adds what is known of the anchor that ends at a word. */
  add(word: number, uses: readonly number[] | undefined): void {
    if (!uses) return
    for (let at = 0; at < uses.length; at += 2) {
      const first = word - (uses[at + 1] ?? 0)
      if (first < 0) continue
      const matcher = uses[at] ?? 0
      const those = this.#firsts[matcher]
      if (those) insert(those, first)
      else this.#firsts[matcher] = [first]
    }
  }

  /** What was found, if anything was. */
  anchored(revision: number): Anchored | undefined {
    if (this.#firsts.length === 0) return undefined
    const matchers: number[] = []
    const firsts: number[] = []
    const ends: number[] = []
    for (const [matcher, those] of this.#firsts.entries()) {
      if (!those) continue
      matchers.push(matcher)
      for (const first of those) firsts.push(first)
      ends.push(firsts.length)
    }
    // A list that grew has room for more; a copy has none.
    return new Anchored(revision, matchers.slice(), firsts.slice(), ends.slice())
  }
}

/** Puts a number in its place, which is at or near the end, if it is not there. */
function insert(numbers: number[], number: number): void {
  let at = numbers.length
  while ((numbers[at - 1] ?? -1) > number) at--
  if (numbers[at - 1] === number) return
  if (at === numbers.length) numbers.push(number)
  else numbers.splice(at, 0, number)
}

function anchorAt({ text, starts, ends }: Split, word: number, form: Form): string {
  const key = keyOf(text.slice(starts[word], ends[word]))
  if (form === 'word') return key
  if (form === 'prefix') return `${key.slice(0, PREFIX)}*`
  return `${keyOf(text.slice(starts[word - 1], ends[word - 1]))} ${key}`
}

/** The hash of two words that stand together, by theirs. */
export function hashOfPair(one: number, other: number): number {
  return ((Math.imul(one, 16_777_619) ^ other) + 1) | 0
}

/** The hash of an anchor: that of a word or pair, or of the beginning of a word, where it stands in a text. */
export function hashOfAnchor(anchor: string): number {
  if (anchor.endsWith('*')) return ~hashOf(anchor.slice(0, -1))
  const gap = anchor.indexOf(' ')
  if (gap < 0) return hashOf(anchor)
  return hashOfPair(hashOf(anchor.slice(0, gap)), hashOf(anchor.slice(gap + 1)))
}
