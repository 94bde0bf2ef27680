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
export type Matcher<Value> = (words: Words) => Match<Value>[]

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
 * @throws RangeError for a phrase without a word.
 */
export function createMatcher<Value>(phrases: Iterable<Phrase<Value>>): Matcher<Value> {
  const root: Node<Value> = {}
  for (const phrase of phrases) insert(root, phrase)
  return (words) => {
    const found: Match<Value>[] = []
    for (const [first, key] of words.keys.entries()) {
      if (root.open || root.next?.has(key)) collect(root, words, first, found)
    }
    return found
  }
}

function insert<Value>(root: Node<Value>, phrase: Phrase<Value>): void {
  const words = wordsOf(phrase.text)
  if (words.keys.length === 0) throw new RangeError(`No word in the phrase "${phrase.text}"`)
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
  for (let index = first; node && index < words.keys.length; index++) {
    const key = words.keys[index] ?? ''
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
