import { AnchorIndex, PREFIX } from './anchors.ts'
import { type Words, wordsOf } from './words.ts'

/** A phrase to look for, and what it stands for. */
export interface Phrase<Value> {
  /** Words; a space stands for white space, a line ending, or any hyphen. */
  readonly text: string
  /** Capitals must be as written. */
  readonly exact?: boolean
  /** The last word is only the beginning of a word: "prostitut*". */
  readonly open?: boolean
  readonly value: Value
}

/** A phrase found in a text. */
export interface Match<Value> {
  readonly value: Value
  /** Where the phrase begins and ends: indices in the text, end exclusive, possessive ending outside. */
  readonly start: number
  readonly end: number
  /** The index of its first word, and of the word after its last. */
  readonly first: number
  readonly last: number
}

/** Finds all phrases in a text, in order of where they begin; of one value, the longest at a place. */
export interface Matcher<Value> {
  (words: Words): Match<Value>[]
  /** Whether any phrase may be in a text, and so whether looking for them is worth while. */
  mayMatch(words: Words): boolean
  /** Its number in the index it shares with others, if it does. */
  readonly shared?: Shared
}

/** What goes by a number in an index. */
export interface Shared {
  readonly index: AnchorIndex
  readonly number: number
}

interface Node<Value> {
  next?: Map<string, Node<Value>>
  /** Phrases that end at this word. */
  ends?: Ending<Value>[]
  /** Phrases whose next and last word only has to begin with a string. */
  open?: { readonly beginning: string; readonly ending: Ending<Value> }[]
}

interface Ending<Value> {
  readonly phrase: Phrase<Value>
  readonly words: Words
}

/**
 * Compiles phrases into one matcher.
 *
 * One phrase covers upper and lower case, spaces, line endings, hyphens of every kind and soft hyphens;
 * any other sign between its words ("/", "&") must be there as written. Time is linear in the text
 * and does not depend on the number of phrases, as long as they share no long beginnings.
 *
 * Each phrase is filed under its longest word, and compiled when that word is first met in a text. With an
 * index, one scan of a text serves all the matchers that share it.
 *
 * @throws RangeError for a phrase without a word.
 */
export function createMatcher<Value>(
  phrases: Iterable<Phrase<Value>>,
  index?: AnchorIndex,
): Matcher<Value> {
  const root: Node<Value> = {}
  const groups = grouped(phrases, root)
  const canShare = [...groups.keys()].every((key) => !isPrefix(key) || key.length > PREFIX)
  const shared = index && canShare ? enrolled(index, groups) : undefined
  const firstsIn = shared ? sharedScan(shared) : ownScan(groups)
  const find = (words: Words) => {
    const firsts = firstsIn(words)
    if (firsts.length === 0) return []
    const found: Match<Value>[] = []
    for (const first of inOrder(firsts)) collect(root, words, first, found)
    return found
  }
  const mayMatch = (words: Words) => firstsIn(words).length > 0
  return Object.assign(find, { mayMatch }, shared && { shared })
}

/** The index of all that is shipped. */
export const shippedAnchors = new AnchorIndex()

/**
 * Compiles phrases that are shipped, and so are compiled once, into a matcher. All of these find their words in
 * one and the same scan of a text.
 *
 * @throws RangeError for a phrase without a word.
 */
export function createSharedMatcher<Value>(phrases: Iterable<Phrase<Value>>): Matcher<Value> {
  return createMatcher(phrases, shippedAnchors)
}

/** The phrases of a matcher that are filed under one word. */
class Group<Value> {
  readonly offsets: number[] = []
  readonly #root: Node<Value>
  #waiting: Phrase<Value>[] | undefined = []

  constructor(root: Node<Value>) {
    this.#root = root
  }

  add(phrase: Phrase<Value>, offset: number): void {
    this.#waiting?.push(phrase)
    if (!this.offsets.includes(offset)) this.offsets.push(offset)
  }

  readonly load = (): void => {
    for (const phrase of this.#waiting ?? []) insert(this.#root, phrase)
    this.#waiting = undefined
  }
}

/** By anchor: a word, two words that stand together, or the beginning of a word, with an asterisk. */
type Groups<Value> = ReadonlyMap<string, Group<Value>>

function grouped<Value>(phrases: Iterable<Phrase<Value>>, root: Node<Value>): Groups<Value> {
  const groups = new Map<string, Group<Value>>()
  for (const phrase of phrases) {
    const { keys } = wordsOf(phrase.text)
    if (keys.length === 0) throw new RangeError(`No word in the phrase "${phrase.text}"`)
    const { anchor, offset } = anchorOf(keys, phrase.open === true)
    const group = groups.get(anchor) ?? new Group(root)
    groups.set(anchor, group)
    group.add(phrase, offset)
  }
  return groups
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

function enrolled<Value>(index: AnchorIndex, groups: Groups<Value>): Shared {
  const matcher = index.enrol()
  for (const [anchor, { offsets, load }] of groups) index.add(anchor, { matcher, offsets, load })
  return { index, number: matcher }
}

/** Finds where phrases may begin by a scan that other matchers share. */
function sharedScan({ index, number }: Shared) {
  return (words: Words) => words.anchored(index).firsts.get(number) ?? NOWHERE
}

const NOWHERE: readonly number[] = []

/** Finds where phrases may begin among the words of a text that is split anyway. */
function ownScan<Value>(groups: Groups<Value>) {
  const lengths = new Set([...groups.keys()].filter(isPrefix).map(({ length }) => length - 1))
  const paired = new Set([...groups.keys()].flatMap((anchor) => /^(\S+) /.exec(anchor)?.[1] ?? []))
  return ({ keys }: Words) => {
    const firsts: number[] = []
    const note = (group: Group<Value> | undefined, word: number) => {
      if (!group) return
      group.load()
      for (const offset of group.offsets) if (offset <= word) firsts.push(word - offset)
    }
    for (const [word, key] of keys.entries()) {
      note(groups.get(key), word)
      const before = keys[word - 1] ?? ''
      if (paired.has(before)) note(groups.get(`${before} ${key}`), word)
      for (const length of lengths) note(groups.get(`${key.slice(0, length)}*`), word)
    }
    return firsts
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

function insert<Value>(root: Node<Value>, phrase: Phrase<Value>): void {
  const words = wordsOf(phrase.text)
  const ending = { phrase, words }
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
  if (phrase.open) node.open = [...(node.open ?? []), { beginning, ending }]
  else node.ends = [...(node.ends ?? []), ending]
}

function collect<Value>(
  root: Node<Value>,
  words: Words,
  first: number,
  found: Match<Value>[],
): void {
  const here = new Map<Value, Match<Value>>()
  let node: Node<Value> | undefined = root
  for (let index = first; node; index++) {
    const key = words.keyAt(index)
    if (key === undefined) break
    for (const { beginning, ending } of node.open ?? []) {
      if (key.startsWith(beginning)) accept(ending, words, first, index, here)
    }
    node = node.next?.get(key)
    for (const ending of node?.ends ?? []) accept(ending, words, first, index, here)
    if (node && !gapAllowed(words, index)) node = undefined
  }
  found.push(...here.values())
}

function accept<Value>(
  { phrase, words: wanted }: Ending<Value>,
  words: Words,
  first: number,
  index: number,
  here: Map<Value, Match<Value>>,
): void {
  const start = words.starts[first] ?? 0
  const end = words.ends[index] ?? 0
  for (let step = 0; step < index - first; step++) {
    if (signs(words, first + step) !== signs(wanted, step)) return
  }
  if (phrase.exact && lettersOf(words.text.slice(start, end)) !== lettersOf(written(wanted))) return
  here.set(phrase.value, { value: phrase.value, start, end, first, last: index + 1 })
}

const JOINTS = /[\s\u00AD\u2010\u2011-]+/g
const LONGEST_GAP = 200

/** The signs between a word and the next that are neither space nor hyphen. */
function signs(words: Words, index: number): string {
  const gap = words.text.slice(words.ends[index], words.starts[index + 1])
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
  return text.slice(starts[0], ends.at(-1))
}

/** A phrase with every joint made a space, for comparing capitals. */
function lettersOf(text: string): string {
  return text.replace(JOINTS, ' ').replaceAll('’', "'")
}
