/** Names of known bodies with a slip in one word: "National Police Chiefs' Counsel". */
import { distance } from 'fastest-levenshtein'
import type { Block } from '../blocks.ts'
import { data } from '../data.ts'
import type { Document, Range } from '../document.ts'
import { type Words, wordsOf } from '../match/words.ts'
import { createSharedMatcher, type Matcher } from '../match.ts'

/** A name as it stands in a block, and the name that is probably meant. */
export interface Slip extends Range {
  /** The known name. */
  readonly known: string
  /** The words of the text with the slip mended. */
  readonly mended: string
}

/** Shorter names are too much like other words. */
const FEWEST_WORDS = 3
const SHORTEST_WORD = 5
const MOST_LETTERS = 2

let firstWords: Matcher<readonly Words[]> | undefined

/** The first words of the known names, which a slip does not touch, each with the names. */
function matcherOfFirstWords(): Matcher<readonly Words[]> {
  firstWords ??= createSharedMatcher('body-names', () =>
    [...byFirstWord(data.names.organisations ?? [])].map(([text, value]) => ({ text, value })),
  )
  return firstWords
}

/** The slips in a block. */
export function slipsIn(document: Document, block: Block): Slip[] {
  const words = document.words(block)
  const slips: Slip[] = []
  for (const { first, value } of matcherOfFirstWords()(words)) {
    if (!isCapital(words, first)) continue
    const compared = value.map((name) => compare(words, first, name))
    if (compared.includes('same')) continue
    const slip = compared.find((result) => typeof result === 'object')
    if (slip) slips.push(slip)
  }
  return slips
}

function byFirstWord(all: readonly string[]): ReadonlyMap<string, readonly Words[]> {
  const found = new Map<string, Words[]>()
  for (const name of all) {
    const words = wordsOf(name)
    const first = words.keys[0]
    if (first === undefined || words.keys.length < FEWEST_WORDS) continue
    found.set(first, [...(found.get(first) ?? []), words])
  }
  return found
}

/** Whether the words from an index on are a name, or that name but for one word. */
function compare(words: Words, first: number, name: Words): Slip | 'same' | undefined {
  if (!isNear(words, first, name)) return undefined
  const last = first + name.keys.length - 1
  let wrong: number | undefined
  for (let index = first + 1; index <= last; index++) {
    if (
      !/^(?:['’]s)?['’]?[\s-]+$/.test(words.text.slice(words.ends[index - 1], words.starts[index]))
    )
      return undefined
    if (words.keys[index] === name.keys[index - first]) continue
    if (wrong !== undefined) return undefined
    wrong = index
  }
  if (wrong === undefined) return 'same'
  if (!isCapital(words, wrong) || !isSlip(words.keys[wrong] ?? '', name.keys[wrong - first] ?? ''))
    return undefined
  const start = words.starts[first] ?? 0
  const end = words.ends[last] ?? 0
  const right = name.text.slice(name.starts[wrong - first], name.ends[wrong - first])
  const mended =
    words.text.slice(start, words.starts[wrong]) + right + words.text.slice(words.ends[wrong], end)
  return { start, end, known: name.text, mended }
}

/** Whether all words but one may be those of a name. Cheaper than to compare them. */
function isNear({ hashes }: Words, first: number, name: Words): boolean {
  let wrong = 0
  for (let step = 1; step < name.hashes.length && wrong < 2; step++) {
    if (hashes[first + step] !== name.hashes[step]) wrong++
  }
  return wrong < 2
}

/** A letter or two apart, and no plural and no other way to spell it ("organisation"). */
function isSlip(word: string, meant: string): boolean {
  if (Math.min(word.length, meant.length) < SHORTEST_WORD) return false
  // "Commissioner4" has the mark of a note.
  if (alike(word) === alike(meant) || word.replace(/\d+$/, '') === meant) return false
  return distance(word, meant) <= MOST_LETTERS
}

function alike(word: string): string {
  return word.replaceAll('z', 's').replace(/s$|['’]s?$/, '')
}

function isCapital(words: Words, index: number): boolean {
  return /^\p{Lu}/u.test(words.text.slice(words.starts[index], words.ends[index]))
}
