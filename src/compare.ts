/** What a new version of a text did with the findings of the old one. */

import { type Alignment, align, type Passage } from './compare/align.ts'
import type { Framings } from './compare/framings.ts'
import { createLocator } from './compare/locate.ts'
import type { Checked } from './engine.ts'
import { type Finding, stretchOf } from './finding.ts'

/** What became of a finding; `reworded`: the passage changed, the framing stayed. */
export type Outcome = 'fixed' | 'persisting' | 'reworded' | 'introduced' | 'moved'

/** All outcomes, those that a reader of the new version must act on first. */
export const OUTCOMES: readonly Outcome[] = [
  'reworded',
  'introduced',
  'persisting',
  'moved',
  'fixed',
]

/** A finding in one version, with the words it is about. */
export interface Quoted {
  readonly finding: Finding
  /** The flagged words, at most their sentence; empty if the finding is about the whole text. */
  readonly quote: string
  /** The sentence that the words stand in; the words are at `start` to `end` of it. */
  readonly passage: { readonly text: string; readonly start: number; readonly end: number }
}

/** A finding and what became of it. The rule is that of the old version, where there is one. */
export interface Change {
  readonly ruleId: string
  readonly old: Quoted | null
  readonly new: Quoted | null
}

/** Every finding of both versions, each in one list; a list is in the order of the new version. */
export type Changes = { readonly [Key in Outcome]: readonly Change[] }

/** Compares two versions of a text that were checked with the same settings. */
export function compare(old: Checked, next: Checked, framings: Framings): Changes {
  const alignment = align(old.document, next.document)
  const ours = placed(old, alignment.old)
  const theirs = placed(next, alignment.new)
  const matched = match(ours, theirs, alignment, framings)
  const matchedNew = new Set(matched.map((pair) => pair.new))
  const matchedOld = new Set(matched.map((pair) => pair.old))
  const lists: Record<Outcome, Change[]> = {
    fixed: ours.filter((one) => !matchedOld.has(one)).map((one) => changeOf(one, null)),
    persisting: [],
    reworded: [],
    introduced: theirs.filter((one) => !matchedNew.has(one)).map((one) => changeOf(null, one)),
    moved: [],
  }
  const order = new Map(theirs.map((one, index) => [one, index]))
  const inOrder = [...matched].sort((a, b) => (order.get(a.new) ?? 0) - (order.get(b.new) ?? 0))
  for (const pair of inOrder) lists[pair.outcome].push(changeOf(pair.old, pair.new))
  return lists
}

/** A finding, and the passage it stands in; about the whole text: in none. */
interface Placed extends Quoted {
  readonly ruleId: string
  /** The flagged words as they are compared. */
  readonly words: string
  /** An index of passages, -1 for none. */
  readonly at: number
}

interface Matched {
  readonly old: Placed
  readonly new: Placed
  readonly outcome: Outcome
}

function changeOf(old: Placed | null, next: Placed | null): Change {
  return { ruleId: (old ?? next)?.ruleId ?? '', old, new: next }
}

/** Every finding of a version with its passage and its sentence. */
function placed({ file, document }: Checked, passages: readonly Passage[]): Placed[] {
  const locate = createLocator(document)
  const first = new Map<Passage['block'], number>()
  for (const [index, { block }] of passages.entries()) {
    if (!first.has(block)) first.set(block, index)
  }
  return file.messages.map((finding): Placed => {
    const start = stretchOf(finding)?.start
    const found = start === undefined ? undefined : locate(start)
    const ruleId = finding.ruleId ?? ''
    const actual = finding.actual ?? ''
    if (!found) {
      return {
        finding,
        ruleId,
        quote: '',
        words: '',
        at: -1,
        passage: { text: '', start: 0, end: 0 },
      }
    }
    const { block, index } = found
    const sentence = document.sentenceAt(block, index)
    const end = Math.min(index + actual.length, Math.max(sentence.end, index))
    let at = first.get(block) ?? -1
    while (passages[at + 1]?.block === block && (passages[at + 1]?.start ?? 0) <= index) at++
    return {
      finding,
      ruleId,
      quote: block.text.slice(index, end),
      words: flat(actual),
      at,
      passage: {
        text: block.text.slice(sentence.start, sentence.end),
        start: index - sentence.start,
        end: end - sentence.start,
      },
    }
  })
}

function flat(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00AD-]+/g, ' ')
    .replaceAll('’', "'")
}

/** A gap of more passages says nothing of what replaced what. */
const LONGEST_GAP = 24

/**
 * Pairs findings: those about the whole text by their rule; those in passages that belong together; those
 * where one passage took the place of another; those in passages that resemble each other.
 */
function match(
  ours: readonly Placed[],
  theirs: readonly Placed[],
  alignment: Alignment,
  framings: Framings,
): readonly Matched[] {
  const { matched, pairWhole, pairPassages } = createMatching(framings)
  const isWhole = (one: Placed) => framings.isWhole(one.ruleId)
  pairWhole(ours.filter(isWhole), theirs.filter(isWhole))
  const inPassages = (side: readonly Placed[]) =>
    groupBy(
      side.filter((one) => one.at >= 0 && !isWhole(one)),
      (one) => one.at,
    )
  const [old, next] = [inPassages(ours), inPassages(theirs)]
  const pairAt = (at: number, to: number, ...rest: [likeness: number, moved: boolean, boolean?]) =>
    pairPassages(old.get(at) ?? [], next.get(to) ?? [], ...rest)

  for (const pair of alignment.pairs) pairAt(pair.old, pair.new, pair.likeness, pair.moved)
  const gapOf = gapsOf(alignment)
  for (const at of old.keys()) {
    const [from, to] = gapOf(at)
    if (to - from > LONGEST_GAP) continue
    const inside = Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)
      .filter((index) => next.has(index))
      .map((index) => ({ index, likeness: alignment.likeness(at, index) }))
      .sort((a, b) => b.likeness - a.likeness || a.index - b.index)
    for (const { index, likeness } of inside) pairAt(at, index, likeness, false)
  }
  for (const pair of alignment.resembling) pairAt(pair.old, pair.new, pair.likeness, false, false)
  return matched
}

/** Below this the passage was rewritten around the words. */
const UNCHANGED = 0.5

/** Pairs findings step by step; what one step has paired, the next leaves alone. */
function createMatching({ framingOf }: Framings) {
  const matched: Matched[] = []
  const outcomes = new Map<Placed, Outcome>()
  const pair = (old: Placed, next: Placed, outcome: Outcome) => {
    matched.push({ old, new: next, outcome })
    outcomes.set(old, outcome).set(next, outcome)
  }
  const open = (side: readonly Placed[]) => side.filter((one) => !outcomes.has(one))
  const words = (one: Placed) => `${one.ruleId} ${one.words}`
  const framing = (one: Placed) => framingOf(one.ruleId)

  /** Where several findings of one framing became fewer, or more, all of them were reworded. */
  const joinReworded = (side: readonly Placed[], others: readonly Placed[], join: Join) => {
    for (const one of open(side)) {
      const other = others.find(
        (candidate) =>
          outcomes.get(candidate) === 'reworded' &&
          candidate.ruleId !== one.ruleId &&
          framing(candidate) === framing(one),
      )
      if (other) join(one, other)
    }
  }
  return {
    matched,
    pairWhole: (old: readonly Placed[], next: readonly Placed[]) =>
      pairAlike(old, next, [words, idOf], (one, other) => pair(one, other, 'persisting')),
    pairPassages: (
      old: readonly Placed[],
      next: readonly Placed[],
      likeness: number,
      moved: boolean,
      replaced = true,
    ) => {
      pairAlike(open(old), open(next), [words, idOf, framing], (one, other) => {
        const same = words(one) === words(other) && likeness >= UNCHANGED
        pair(one, other, same ? (moved ? 'moved' : 'persisting') : 'reworded')
      })
      if (!replaced) return
      joinReworded(old, next, (one, other) => pair(one, other, 'reworded'))
      joinReworded(next, old, (one, other) => pair(other, one, 'reworded'))
    },
  }
}

type Join = (one: Placed, other: Placed) => void

function idOf({ ruleId }: Placed): string {
  return ruleId
}

/** Pairs members of two lists that share a key, in order; what the first key leaves, the next one takes. */
function pairAlike(
  old: readonly Placed[],
  next: readonly Placed[],
  keys: readonly ((one: Placed) => string)[],
  pair: (old: Placed, next: Placed) => void,
): void {
  let [ours, theirs] = [old, next]
  for (const keyOf of keys) {
    if (ours.length === 0 || theirs.length === 0) return
    const waiting = groupBy(theirs, keyOf)
    const taken = new Set<Placed>()
    for (const one of ours) {
      const other = waiting.get(keyOf(one))?.shift()
      if (!other) continue
      taken.add(one).add(other)
      pair(one, other)
    }
    ours = ours.filter((one) => !taken.has(one))
    theirs = theirs.filter((one) => !taken.has(one))
  }
}

function groupBy<Key>(all: readonly Placed[], keyOf: (one: Placed) => Key): Map<Key, Placed[]> {
  const groups = new Map<Key, Placed[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** For a passage of the old version, the stretch of the new one between what its neighbours have become. */
function gapsOf({ old, new: next, pairs }: Alignment): (at: number) => [from: number, to: number] {
  const became = new Map(pairs.map((pair) => [pair.old, pair.new]))
  const before: number[] = []
  const after: number[] = []
  for (let at = 0, last = -1; at < old.length; at++) {
    before[at] = last
    last = became.get(at) ?? last
  }
  for (let at = old.length - 1, last = next.length; at >= 0; at--) {
    after[at] = last
    last = became.get(at) ?? last
  }
  return (at) => [(before[at] ?? -1) + 1, after[at] ?? next.length]
}
