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

/** A known name, by one of its words: how many words stand before it. */
interface Known {
  readonly name: Words
  readonly at: number
}

let known: Matcher<Known> | undefined

function matcherOfNames(): Matcher<Known> {
  known ??= createSharedMatcher('body-names', () =>
    (data.names.organisations ?? []).flatMap((organisation) => {
      const name = wordsOf(organisation)
      if (name.keys.length < FEWEST_WORDS) return []
      return knownBy(name.keys).map((at) => ({ text: name.keys[at] ?? '', value: { name, at } }))
    }),
  )
  return known
}

/**
 * The words by which a name is found whatever the slip, likely to be rare as they are long: its first, which a slip does
 * not touch, or two others, of which it touches one at most.
 */
function knownBy(keys: readonly string[]): readonly number[] {
  const [one = 0, other = 0] = [...keys.keys()]
    .slice(1)
    .sort((a, b) => (keys[b]?.length ?? 0) - (keys[a]?.length ?? 0))
  return (keys[other]?.length ?? 0) >= (keys[0]?.length ?? 0) ? [one, other] : [0]
}

/** The slips in a block. */
export function slipsIn(document: Document, block: Block): Slip[] {
  const words = document.words(block)
  const slips: Slip[] = []
  for (const [first, names] of namesFrom(words)) {
    const compared = [...names].map((name) => compare(words, first, name))
    if (compared.includes('same')) continue
    const slip = compared.find((result) => typeof result === 'object')
    if (slip) slips.push(slip)
  }
  return slips.sort((one, other) => one.start - other.start)
}

/** By the index of a word with a capital the known names that may begin there. */
function namesFrom(words: Words): ReadonlyMap<number, ReadonlySet<Words>> {
  const found = new Map<number, Set<Words>>()
  for (const { first: there, value } of matcherOfNames()(words)) {
    const first = there - value.at
    if (words.keyAt(first) !== value.name.keys[0] || !isCapital(words, first)) continue
    const names = found.get(first)
    if (names) names.add(value.name)
    else found.set(first, new Set([value.name]))
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
