import { data } from './data.ts'
import { AnchorIndex, type Anchors, hashOfAnchor, hashOfPair } from './match/anchors.ts'
import { linesOf } from './match/lines.ts'
import type { Group, Match, Phrase } from './match/phrase.ts'
import { openingsOf, Trie } from './match/trie.ts'
import { PREFIX, type Words, wordsOf } from './match/words.ts'

export type { Match, Phrase } from './match/phrase.ts'

/** Finds all phrases in a text, in order of where they begin; of one value, the longest at a place. */
export interface Matcher<Value> {
  (words: Words): Match<Value>[]
  /** Whether any phrase may be in a text, and so whether looking for them is worth while. */
  mayMatch(words: Words): boolean
  /** Its number in the index it shares with others, if it does. */
  readonly shared?: Shared
}

/** What goes by a number in an index. */
interface Shared {
  readonly index: AnchorIndex
  readonly number: number
}

/**
 * Compiles phrases into one matcher.
 *
 * One phrase covers upper and lower case, spaces, line endings, hyphens of every kind and soft hyphens;
 * any other sign between its words ("/", "&") must be there as written. Time is linear in the text
 * and does not depend on the number of phrases, as long as they share no long beginnings.
 *
 * Each phrase is filed under an anchor, the words of it that are likely to be rarest; only where one stands is
 * any phrase looked for. With an index, one scan of a text serves all the matchers that share it.
 *
 * @throws RangeError for a phrase without a word.
 */
export function createMatcher<Value>(
  phrases: Iterable<Phrase<Value>>,
  index?: AnchorIndex,
): Matcher<Value> {
  return compiled([[...phrases]], index)
}

function compiled<Value>(
  groups: readonly (readonly Phrase<Value>[])[],
  index: AnchorIndex | undefined,
): Matcher<Value> {
  const made = groups.map((phrases) => () => phrases)
  const anchors = anchorsOf(groups.flat())
  const canShare = [...anchors.keys()].every((key) => !isPrefix(key) || key.length > PREFIX)
  if (index && canShare) return shared(index, index.enrol(anchors), made)
  return matcherOf(ownScan(anchors), new Trie(made))
}

/**
 * Compiles phrases that are shipped, and so are compiled once, into a matcher. All of these find their words in
 * one and the same scan of a text. They come in groups. Where the index was built ahead, it knows the matcher by its
 * name, and the phrases of a group are only asked for once one of them may stand in a text.
 *
 * @throws RangeError for a phrase without a word.
 */
export function createSharedMatcher<Value>(
  name: string,
  ...groups: readonly Group<Value>[]
): Matcher<Value> {
  const number = shippedAnchors.numberOf(name)
  if (number !== undefined) return shared(shippedAnchors, number, groups)
  const phrases = groups.map((group) => [...group()])
  const matcher = compiled(phrases, shippedAnchors)
  const openings = groups.length > 1 ? linesOf(openingsOf(phrases)) : undefined
  if (matcher.shared) shippedAnchors.name(matcher.shared.number, name, openings)
  return matcher
}

/** The index of all that is shipped. */
export const shippedAnchors = new AnchorIndex(() => data.anchors)

function shared<Value>(
  index: AnchorIndex,
  number: number,
  groups: readonly Group<Value>[],
): Matcher<Value> {
  let trie: Trie<Value> | undefined
  const mayMatch = (words: Words) => words.anchored(index).has(number)
  const find = (words: Words) => {
    const firsts = words.anchored(index).firstsOf(number)
    if (firsts.length === 0) return []
    trie ??= new Trie(groups, (opening) => index.groupsOf(number, opening))
    return collect(trie, words, firsts)
  }
  return Object.assign(find, { mayMatch, shared: { index, number } })
}

function matcherOf<Value>(
  firstsIn: (words: Words) => readonly number[],
  trie: Trie<Value>,
): Matcher<Value> {
  const find = (words: Words) => collect(trie, words, firstsIn(words))
  return Object.assign(find, { mayMatch: (words: Words) => firstsIn(words).length > 0 })
}

function collect<Value>(trie: Trie<Value>, words: Words, firsts: readonly number[]) {
  const found: Match<Value>[] = []
  for (const first of firsts) {
    for (const match of trie.collect(words, first)) found.push(match)
  }
  return found
}

/** The anchors of phrases, each with how many words before it its phrases begin. */
function anchorsOf<Value>(phrases: readonly Phrase<Value>[]): Anchors {
  const anchors = new Map<string, number[]>()
  for (const phrase of phrases) {
    const { keys } = wordsOf(phrase.text)
    if (keys.length === 0) throw new RangeError(`No word in the phrase "${phrase.text}"`)
    const { anchor, offset } = anchorOf(keys, phrase.open === true)
    const offsets = anchors.get(anchor)
    if (!offsets) anchors.set(anchor, [offset])
    else if (!offsets.includes(offset)) offsets.push(offset)
  }
  return anchors
}

/** What is likely to be rarest in a phrase: of its pairs of words the longest, or its only whole word. */
function anchorOf(keys: readonly string[], open: boolean): { anchor: string; offset: number } {
  const [only = ''] = keys
  if (keys.length === 1) {
    return { anchor: open ? `${only.slice(0, PREFIX)}*` : only, offset: 0 }
  }
  const whole = open ? keys.slice(0, -1) : keys
  const pairs = whole.slice(1).map((key, at) => `${whole[at]} ${key}`)
  const [first = only] = pairs
  const anchor = pairs.reduce((best, pair) => (pair.length > best.length ? pair : best), first)
  return { anchor, offset: pairs.length === 0 ? 0 : pairs.indexOf(anchor) + 1 }
}

const OWN_FILTER = 1 << 10

/** Finds where phrases may begin among the words of a text, for one matcher alone. */
function ownScan(anchors: Anchors) {
  const short = [...anchors.keys()].filter((key) => isPrefix(key) && key.length <= PREFIX)
  const filter = new Uint8Array(OWN_FILTER)
  const uses = new Map<number, readonly number[]>()
  for (const [anchor, offsets] of anchors) {
    const hash = hashOfAnchor(anchor)
    filter[hash & (OWN_FILTER - 1)] = 1
    uses.set(hash, [...(uses.get(hash) ?? []), ...offsets])
  }
  return (words: Words) => {
    const { hashes, prefixes } = words
    const firsts: number[] = []
    const note = (hash: number, word: number) => {
      for (const offset of uses.get(hash) ?? []) if (offset <= word) firsts.push(word - offset)
    }
    let before = 0
    for (let word = 0; word < hashes.length; word++) {
      const hash = hashes[word] ?? 0
      const pair = hashOfPair(before, hash)
      if (filter[hash & (OWN_FILTER - 1)] === 1) note(hash, word)
      if (filter[pair & (OWN_FILTER - 1)] === 1) note(pair, word)
      const prefix = prefixes[word] ?? 0
      if (filter[prefix & (OWN_FILTER - 1)] === 1) note(prefix, word)
      for (const anchor of short) {
        if (words.keyAt(word)?.startsWith(anchor.slice(0, -1))) note(hashOfAnchor(anchor), word)
      }
      before = hash
    }
    return inOrder(firsts)
  }
}

function isPrefix(anchor: string): boolean {
  return anchor.endsWith('*')
}

/** Numbers in order, each once. */
function inOrder(numbers: readonly number[]): readonly number[] {
  if (numbers.length < 2) return numbers
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted.filter((number, at) => number !== sorted[at - 1])
}
