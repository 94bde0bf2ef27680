/** Aligns the passages of two versions of a text: first those that are the same, then those that are alike, wherever they stand. */

import type { Block } from '../blocks.ts'
import type { Document, Range } from '../document.ts'
import { wordAt } from '../match/words.ts'

/** A stretch of a block that is compared as one: a sentence, or a whole block that stands in both versions. */
export interface Passage extends Range {
  readonly block: Block
  /** Its words as they are compared: lower case, without marks. */
  readonly words: readonly string[]
}

/** A passage of the old version and what it has become: indices of passages. */
interface Pair {
  readonly old: number
  readonly new: number
  /** How much of their words they share, rare words counting most: 1 if all, in the same order. */
  readonly likeness: number
  /** It stands in another section, or in another order among the rest. */
  readonly moved: boolean
}

/** Two versions, passage by passage. */
export interface Alignment {
  readonly old: readonly Passage[]
  readonly new: readonly Passage[]
  /** In the order of the old version; no passage stands in two pairs. */
  readonly pairs: readonly Pair[]
  /** Passages that resemble each other and are in no pair with each other, the most alike first. */
  readonly resembling: readonly Omit<Pair, 'moved'>[]
  /** How alike two passages are, by their indices: 0 to 1. */
  likeness(old: number, next: number): number
}

/** Alike enough to be one passage in two versions wherever it stands. */
const SAME = 0.4
/** Alike enough to be considered at all. */
const RESEMBLING = 0.2
/** Words in more passages than this lead to no candidate: time stays linear. */
const COMMON = 40
/** How many candidates of a passage are looked at closely. */
const CANDIDATES = 5

/** Aligns two versions. Time grows with their length, not with its square. */
export function align(old: Document, next: Document): Alignment {
  const [ours, theirs] = passagesOf(old, next)
  const weight = weights([...ours, ...theirs])
  const sets = [ours, theirs].map((side) => side.map(({ words }) => new Set(words)))
  const likeness = (one: number, other: number) =>
    alike(sets[0]?.[one] ?? new Set(), sets[1]?.[other] ?? new Set(), weight)
  const same = samePairs(ours, theirs)
  const taken = { old: new Set(same.map((pair) => pair.old)), new: new Set(same.map((p) => p.new)) }
  const candidates = candidatesOf(ours, theirs, taken, weight)
    .map((pair) => ({ ...pair, likeness: likeness(pair.old, pair.new) }))
    .filter((pair) => pair.likeness >= RESEMBLING)
    .sort((a, b) => b.likeness - a.likeness || a.old - b.old || a.new - b.new)
  const resembling: Omit<Pair, 'moved'>[] = []
  const pairs: Omit<Pair, 'moved'>[] = [...same]
  for (const pair of candidates) {
    if (pair.likeness < SAME || taken.old.has(pair.old) || taken.new.has(pair.new)) {
      resembling.push(pair)
      continue
    }
    taken.old.add(pair.old)
    taken.new.add(pair.new)
    pairs.push(pair)
  }
  pairs.sort((a, b) => a.old - b.old)
  return { old: ours, new: theirs, pairs: withMoves(pairs, ours, theirs), resembling, likeness }
}

/** Blocks that stand in both versions whole; of the others, their sentences. */
function passagesOf(old: Document, next: Document): [Passage[], Passage[]] {
  const counts = (document: Document) => {
    const count = new Map<string, number>()
    for (const block of document.blocks) {
      const key = keyOf(document.words(block).keys)
      count.set(key, (count.get(key) ?? 0) + 1)
    }
    return count
  }
  const [inOld, inNew] = [counts(old), counts(next)]
  const split = (document: Document) =>
    document.blocks.flatMap((block): Passage[] => {
      const { keys } = document.words(block)
      const key = keyOf(keys)
      if (keys.length === 0) return []
      if (inOld.get(key) === inNew.get(key)) {
        return [{ block, start: 0, end: block.text.length, words: keys }]
      }
      return sentencePassages(document, block)
    })
  return [split(old), split(next)]
}

function sentencePassages(document: Document, block: Block): Passage[] {
  const words = document.words(block)
  return document.sentences(block).flatMap(({ start, end }): Passage[] => {
    const keys = words.keys.slice(wordAt(words, start), wordAt(words, end))
    return keys.length > 0 ? [{ block, start, end, words: keys }] : []
  })
}

function keyOf(words: readonly string[]): string {
  return words.join(' ')
}

/** Passages with the same words in the same order, the first with the first. */
function samePairs(ours: readonly Passage[], theirs: readonly Passage[]) {
  const waiting = new Map<string, number[]>()
  for (const [index, { words }] of theirs.entries()) {
    const key = keyOf(words)
    const those = waiting.get(key)
    if (those) those.push(index)
    else waiting.set(key, [index])
  }
  for (const those of waiting.values()) those.reverse()
  return ours.flatMap(({ words }, old) => {
    const next = waiting.get(keyOf(words))?.pop()
    return next === undefined ? [] : [{ old, new: next, likeness: 1 }]
  })
}

/** The weight of a word: the rarer, the heavier. */
type Weight = (word: string) => number

function weights(passages: readonly Passage[]): Weight {
  const count = new Map<string, number>()
  for (const { words } of passages) {
    for (const word of new Set(words)) count.set(word, (count.get(word) ?? 0) + 1)
  }
  return (word) => Math.log(1 + passages.length / (count.get(word) ?? 1))
}

/** The share of weight that two sets of words have in common. */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>, weight: Weight): number {
  let all = 0
  let shared = 0
  for (const word of one) {
    all += weight(word)
    if (other.has(word)) shared += weight(word)
  }
  for (const word of other) all += weight(word)
  return all === 0 ? 0 : (2 * shared) / all
}

interface Taken {
  readonly old: ReadonlySet<number>
  readonly new: ReadonlySet<number>
}

/** For each passage left, the few of the other version with which it shares most of its rare words. */
function candidatesOf(
  ours: readonly Passage[],
  theirs: readonly Passage[],
  taken: Taken,
  weight: Weight,
) {
  const holding = new Map<string, number[]>()
  for (const [index, { words }] of theirs.entries()) {
    if (taken.new.has(index)) continue
    for (const word of new Set(words)) {
      const those = holding.get(word)
      if (those) those.push(index)
      else holding.set(word, [index])
    }
  }
  return ours.flatMap(({ words }, old) => {
    if (taken.old.has(old)) return []
    const shared = new Map<number, number>()
    for (const word of new Set(words)) {
      const those = holding.get(word) ?? []
      if (those.length > COMMON) continue
      for (const index of those) shared.set(index, (shared.get(index) ?? 0) + weight(word))
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, CANDIDATES)
      .map(([next]) => ({ old, new: next }))
  })
}

/** Which pairs stand elsewhere: under another heading, or off the heaviest run that kept its order. */
function withMoves(
  pairs: readonly Omit<Pair, 'moved'>[],
  ours: readonly Passage[],
  theirs: readonly Passage[],
): Pair[] {
  const staying = heaviestRun(
    pairs.map((pair) => ({ at: pair.new, weight: ours[pair.old]?.words.length ?? 0 })),
    theirs.length,
  )
  const became = new Map<Block, Block>()
  for (const pair of pairs) {
    const [from, to] = [ours[pair.old]?.block, theirs[pair.new]?.block]
    if (from?.kind === 'heading' && to?.kind === 'heading') became.set(from, to)
  }
  const known = new Set(became.values())
  return pairs.map((pair, index) => {
    const from = ours[pair.old]?.block.headings.at(-1)
    const to = theirs[pair.new]?.block.headings.at(-1)
    const expected = from && became.get(from)
    const elsewhere = expected !== undefined && to !== expected && to !== undefined && known.has(to)
    return { ...pair, moved: elsewhere || !staying.has(index) }
  })
}

interface Placed {
  /** A place in the new version, from 0. */
  readonly at: number
  readonly weight: number
}

/** The indices of an increasing run of places that weighs most: what kept its order. */
function heaviestRun(places: readonly Placed[], size: number): ReadonlySet<number> {
  const tree: (number | undefined)[] = new Array(size + 1)
  const total: number[] = []
  const before: (number | undefined)[] = []
  const best = (upTo: number) => {
    let found: number | undefined
    for (let node = upTo; node > 0; node -= node & -node) {
      const index = tree[node]
      if (
        index !== undefined &&
        (total[index] ?? 0) > (found === undefined ? 0 : (total[found] ?? 0))
      )
        found = index
    }
    return found
  }
  for (const [index, { at, weight }] of places.entries()) {
    const last = best(at)
    before.push(last)
    total.push(weight + (last === undefined ? 0 : (total[last] ?? 0)))
    for (let node = at + 1; node <= size; node += node & -node) {
      const held = tree[node]
      if (held === undefined || (total[held] ?? 0) < (total[index] ?? 0)) tree[node] = index
    }
  }
  const run = new Set<number>()
  for (let index = best(size); index !== undefined; index = before[index]) run.add(index)
  return run
}
