/** Phrases by their words: one walk through a text finds all that begin at a place. */

import type { Group, Match, Phrase } from './phrase.ts'
import { firstKey, type Words, wordsOf } from './words.ts'

interface Node<Value> {
  next?: Map<string, Node<Value>>
  /** Phrases that end at this word. */
  ends?: Ending<Value>[]
  /** Phrases whose next and last word only has to begin with a string. */
  open?: { readonly beginning: string; readonly ending: Ending<Value> }[]
}

interface Ending<Value> {
  readonly phrase: Phrase<Value>
  /** The signs between each of its words and the next. */
  readonly signs: readonly string[]
  /** The phrase as it must be written, if its capitals count. */
  readonly letters: string | undefined
  /** Another phrase of the same words has the same value. */
  readonly isRepeated: boolean
}

const NOTHING: readonly never[] = []

/** So many words that no phrase begins with are remembered. */
const MOST_IDLE = 10_000

/** What stands for the first word of phrases of which only the beginning of a word is known. */
const OPEN = '*'

/** Phrases that wait by their first word until it is met in a text: most never are. */
export class Trie<Value> {
  readonly #root: Node<Value> = {}
  readonly #groups: readonly Group<Value>[]
  readonly #groupsOf: (opening: string) => readonly number[] | undefined
  readonly #admitted = new Set<string>()
  /** Words met lately that no phrase begins with. */
  readonly #idle = new Set<string>()
  /** The phrases of those groups that were asked for, by their first word. */
  readonly #waiting: ReadonlyMap<string, readonly Phrase<Value>[]>[] = []

  /** Where it is not known which groups have phrases that begin with a word, all are asked. */
  constructor(
    groups: readonly Group<Value>[],
    groupsOf: (opening: string) => readonly number[] | undefined = () => undefined,
  ) {
    this.#groups = groups
    this.#groupsOf = groupsOf
    this.#admit(OPEN)
  }

  /** The phrases that begin at a word; of one value, the longest. */
  collect(words: Words, first: number): readonly Match<Value>[] {
    const opening = words.keyAt(first)
    if (opening === undefined) return NOTHING
    this.#admit(opening)
    // Most places where a phrase may begin have none.
    let here: Match<Value>[] | undefined
    let node: Node<Value> | undefined = this.#root
    for (let index = first; node; index++) {
      const key = words.keyAt(index)
      if (key === undefined) break
      if (node.open) {
        for (const { beginning, ending } of node.open) {
          const match = key.startsWith(beginning) && matchOf(ending, words, first, index)
          if (match) here = withLonger(here, match)
        }
      }
      node = node.next?.get(key)
      if (node?.ends) {
        // A word may stand for hundreds of values: they are compared only if one may be there already.
        const isFirst = here === undefined
        for (const ending of node.ends) {
          const match = matchOf(ending, words, first, index)
          if (!match) continue
          if (here && isFirst && !ending.isRepeated) here.push(match)
          else here = withLonger(here, match)
        }
      }
      if (node && !gapAllowed(words, index)) node = undefined
    }
    return here ?? NOTHING
  }

  #admit(opening: string): void {
    if (this.#admitted.has(opening) || this.#idle.has(opening)) return
    if (this.#idle.size === MOST_IDLE) this.#idle.clear()
    this.#idle.add(opening)
    for (const number of this.#groupsOf(opening) ?? this.#groups.keys()) {
      this.#waiting[number] ??= byOpening(this.#groups[number]?.() ?? [])
      for (const phrase of this.#waiting[number].get(opening) ?? []) {
        insert(this.#root, phrase)
        this.#admitted.add(opening)
      }
    }
  }
}

/** @throws RangeError for a phrase without a word. */
function byOpening<Value>(phrases: Iterable<Phrase<Value>>) {
  const all = new Map<string, Phrase<Value>[]>()
  for (const phrase of phrases) {
    const first = firstKey(phrase.text)
    if (first === undefined) throw new RangeError(`No word in the phrase "${phrase.text}"`)
    const opening = phrase.open && wordsOf(phrase.text).starts.length === 1 ? OPEN : first
    const those = all.get(opening)
    if (those) those.push(phrase)
    else all.set(opening, [phrase])
  }
  return all
}

/** The first words of phrases, each with the groups that have phrases that begin with it. */
export function openingsOf<Value>(
  groups: readonly Iterable<Phrase<Value>>[],
): ReadonlyMap<string, readonly number[]> {
  const openings = new Map<string, number[]>()
  for (const [number, phrases] of groups.entries()) {
    for (const opening of byOpening(phrases).keys()) {
      const those = openings.get(opening)
      if (those) those.push(number)
      else openings.set(opening, [number])
    }
  }
  return openings
}

function insert<Value>(root: Node<Value>, phrase: Phrase<Value>): void {
  const words = wordsOf(phrase.text)
  const closed = phrase.open ? words.keys.slice(0, -1) : words.keys
  let node = root
  for (const key of closed) {
    node.next ??= new Map()
    const known = node.next.get(key)
    const next: Node<Value> = known ?? {}
    if (!known) node.next.set(key, next)
    node = next
  }
  const beginning = words.keys.at(-1) ?? ''
  if (phrase.open) {
    node.open ??= []
    node.open.push({ beginning, ending: endingOf(phrase, words, false) })
  } else {
    node.ends ??= []
    const isRepeated = node.ends.some((other) => other.phrase.value === phrase.value)
    node.ends.push(endingOf(phrase, words, isRepeated))
  }
}

function endingOf<Value>(phrase: Phrase<Value>, words: Words, isRepeated: boolean): Ending<Value> {
  return {
    phrase,
    isRepeated,
    signs: words.keys.slice(1).map((_, at) => signs(words, at)),
    letters: phrase.exact ? lettersOf(written(words)) : undefined,
  }
}

/** A phrase from its first to its last word, if it is there as written. */
function matchOf<Value>(
  { phrase: { value }, signs: wanted, letters }: Ending<Value>,
  words: Words,
  first: number,
  last: number,
): Match<Value> | undefined {
  const start = words.starts[first] ?? 0
  const end = words.ends[last] ?? 0
  for (let step = 0; step < last - first; step++) {
    if (signs(words, first + step) !== wanted[step]) return undefined
  }
  if (letters !== undefined && lettersOf(words.text.slice(start, end)) !== letters) return undefined
  return { value, start, end, first, last: last + 1 }
}

/** What was found at a place with one that is longer, which takes the place of one of the same value. */
function withLonger<Value>(here: Match<Value>[] | undefined, match: Match<Value>): Match<Value>[] {
  if (!here) return [match]
  const known = here.findIndex(({ value }) => value === match.value)
  if (known < 0) here.push(match)
  else here[known] = match
  return here
}

const JOINTS = /[\s\u00AD\u2010\u2011-]+/g
const LONGEST_GAP = 200
const SPACE = 0x20

/** The signs between a word and the next that are neither space nor hyphen. */
function signs({ text, starts, ends }: Words, index: number): string {
  const [from = 0, to = 0] = [ends[index], starts[index + 1]]
  if (to - from === 1 && text.charCodeAt(from) === SPACE) return ''
  const gap = text.slice(from, to)
  return gap.replace(JOINTS, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
}

/** Whether a phrase may go on over the gap after a word: not over a sentence or something opaque. */
function gapAllowed(words: Words, index: number): boolean {
  const end = words.ends[index] ?? 0
  const next = words.starts[index + 1]
  return next !== undefined && next - end < LONGEST_GAP
}

/** A phrase without what stands before its first and after its last word. */
function written({ text, starts, ends }: Words): string {
  return text.slice(starts[0], ends[ends.length - 1])
}

/** A phrase with every joint made a space, for comparing capitals. */
function lettersOf(text: string): string {
  return text.replace(JOINTS, ' ').replaceAll('’', "'")
}
