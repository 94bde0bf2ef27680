/** What a text discusses, and which expectations of a careful reader it leaves open. */

import type { Block } from '../blocks.ts'
import { type ContextClass, contextOf } from '../context.ts'
import type { Document, Range, Run } from '../document.ts'
import type { MentionReader } from '../law/cite/mention.ts'
import { searchOnce } from '../match/search.ts'
import { createSharedMatcher, type Match } from '../match.ts'
import { rememberedByRun } from '../remember.ts'
import type { Expectation } from '../types/expectations.ts'
import { listed } from './lists.ts'

/** An expectation that a text does not meet, and the first passage that raises it. */
interface Gap extends Range {
  readonly expectation: Expectation
  readonly block: Block
  /** How often the subject is mentioned. */
  readonly mentions: number
}

/** A text shorter than this, in words, cannot be expected to say everything. */
const SHORTEST = 250
const MENTIONS = 3
/** A passage of fewer words only names its subject. */
const SUBSTANTIAL = 6

type Part = 'discussed' | 'with' | 'titled' | 'also' | 'unless' | 'met'
const PARTS: readonly Part[] = ['discussed', 'with', 'titled', 'also', 'unless', 'met']

/** Phrases of one part of one expectation. */
interface Sought {
  readonly expectation: Expectation
  readonly part: Part
}

interface Mention extends Match<readonly Sought[]> {
  readonly block: Block
}

/** What a block holds of one expectation. */
interface Held {
  readonly expectation: Expectation
  readonly block: Block
  readonly parts: ReadonlySet<Part>
  /** Where the subject is mentioned, in order, and those of them that lie in no longer one. */
  readonly all: readonly Mention[]
  readonly distinct: readonly Mention[]
  readonly weight: number
}

/** What a run of blocks holds of one expectation, or a document. */
interface Sum {
  /** A bit for each part, by its place among all. */
  parts: number
  weight: number
  /** How often the subject is mentioned. */
  count: number
}

/** The same of a run, with what its blocks hold. */
interface RunSum extends Sum {
  readonly held: Held[]
}

/** Finds the gaps in a document. */
export type GapFinder = (document: Document) => readonly Gap[]

/**
 * Compiles expectations into a finder: one pass over the words of a document for all of them. The law that a document
 * cites is read by `mentions`.
 */
export function createGapFinder(
  expectations: readonly Expectation[],
  mentions: MentionReader,
): GapFinder {
  const matcher = createSharedMatcher(
    'coverage',
    ...[...soughtByPhrase(expectations)].map(
      ([text, those]) =>
        () =>
          listed(text, those),
    ),
  )
  const search = searchOnce(matcher)
  const heldIn = (document: Document, run: Run): readonly Held[] =>
    document
      .candidates(matcher, run)
      .flatMap((block) => heldOf(document, block, search(document, block)))
  const heldInRun = rememberedByRun((document, run) => sumOf(heldIn(document, run)))
  /** How much is said of each subject in words that are not somebody else’s. */
  const ownWeightsIn = rememberedByRun((document, run): ReadonlyMap<Expectation, number> => {
    const weights = new Map<Expectation, number>()
    for (const { expectation, distinct } of heldIn(document, run)) {
      addWeight(weights, expectation, weightOf(distinct.filter((one) => isOwn(document, one))))
    }
    return weights
  })
  const ownWeights = (document: Document): ReadonlyMap<Expectation, number> => {
    const weights = new Map<Expectation, number>()
    for (const run of document.runs) {
      for (const [expectation, weight] of ownWeightsIn(document, run)) {
        addWeight(weights, expectation, weight)
      }
    }
    return weights
  }
  const citedIn = rememberedByRun((document, run) => citedOf(document, run, mentions))
  const citations = (document: Document): ReadonlyMap<string, readonly CitedInRun[]> => {
    const all = new Map<string, CitedInRun[]>()
    for (const [run, blocks] of document.runs.entries()) {
      for (const [id, those] of citedIn(document, blocks)) {
        const known = all.get(id) ?? []
        known.push({ run, cited: those })
        all.set(id, known)
      }
    }
    return all
  }
  return (document) => {
    if (!isLong(document)) return []
    const found = new Map<Expectation, Sum>()
    const sums = document.runs.map((run) => heldInRun(document, run))
    for (const inRun of sums) {
      for (const [expectation, sum] of inRun) {
        const known = found.get(expectation)
        if (known) add(known, sum)
        else found.set(expectation, add(nothing(), sum))
      }
    }
    let all: ReadonlyMap<string, readonly CitedInRun[]> | undefined
    let own: ReadonlyMap<Expectation, number> | undefined
    return [...found].flatMap(([expectation, { parts, weight, count }]): Gap[] => {
      if (has(parts, 'met') || has(parts, 'unless') || !isOfKind(expectation, parts)) return []
      const enough = expectation.mentions ?? MENTIONS
      if (weight < enough) return []
      own ??= ownWeights(document)
      if ((own.get(expectation) ?? 0) < enough) return []
      const { law = [] } = expectation.met
      const isMet = law.some((id) => {
        all ??= citations(document)
        return all.get(id)?.some(({ run, cited }) => {
          const held = sums[run]?.get(expectation)?.held ?? []
          return cited.some((one) => !isPartOf(one, held))
        })
      })
      if (isMet) return []
      const first = passageOf(document, expectation, sums)
      return first ? [{ expectation, ...first, mentions: count }] : []
    })
  }
}

function addWeight(
  weights: Map<Expectation, number>,
  expectation: Expectation,
  weight: number,
): void {
  weights.set(expectation, weight + (weights.get(expectation) ?? 0))
}

/** What citations in a run of blocks name, by the provision’s id. */
function citedOf(
  document: Document,
  run: Run,
  mentions: MentionReader,
): ReadonlyMap<string, readonly Cited[]> {
  const cited = new Map<string, Cited[]>()
  for (const block of run) {
    for (const { start, end, entries } of mentions(document, block)) {
      for (const { provision } of entries) {
        const those = cited.get(provision.id) ?? []
        those.push({ block, start, end })
        cited.set(provision.id, those)
      }
    }
  }
  return cited
}

function sumOf(all: readonly Held[]): ReadonlyMap<Expectation, RunSum> {
  const found = new Map<Expectation, RunSum>()
  for (const held of all) {
    const { expectation, parts, weight, distinct } = held
    const sum = found.get(expectation) ?? { ...nothing(), held: [] }
    add(sum, { parts: bitsOf(parts), weight, count: distinct.length })
    sum.held.push(held)
    found.set(expectation, sum)
  }
  return found
}

function nothing(): Sum {
  return { parts: 0, weight: 0, count: 0 }
}

function bitsOf(parts: Iterable<Part>): number {
  let bits = 0
  for (const part of parts) bits |= 1 << PARTS.indexOf(part)
  return bits
}

function has(bits: number, part: Part): boolean {
  return (bits & bitsOf([part])) !== 0
}

function add(sum: Sum, { parts, weight, count }: Sum): Sum {
  sum.parts |= parts
  sum.weight += weight
  sum.count += count
  return sum
}

/** What a block holds of each expectation, by the phrases found in it. */
function heldOf(
  document: Document,
  block: Block,
  matches: readonly Match<readonly Sought[]>[],
): readonly Held[] {
  const parts = new Map<Expectation, Set<Part>>()
  const discussed = new Map<Expectation, Mention[]>()
  for (const match of matches) {
    for (const { expectation, part } of match.value) {
      if (part === 'titled' && !isTitle(document, block)) continue
      parts.set(expectation, (parts.get(expectation) ?? new Set()).add(part))
      if (part !== 'discussed') continue
      const those = discussed.get(expectation) ?? []
      those.push({ ...match, block })
      discussed.set(expectation, those)
    }
  }
  return [...parts].map(([expectation, own]) => {
    const all = discussed.get(expectation) ?? []
    const apart = distinct(all)
    return { expectation, block, parts: own, all, distinct: apart, weight: weightOf(apart) }
  })
}

/** Whether a text is of the kind that an expectation is about, by its words or its title. */
function isOfKind(expectation: Expectation, parts: number): boolean {
  const asked = expectation.with ?? expectation.titled
  if (asked && !has(parts, 'with') && !has(parts, 'titled')) return false
  return !expectation.also || has(parts, 'also')
}

/** Longer lines, in words, are no title. */
const LONGEST_TITLE = 20

/** Whether a block is the title of a document: its first heading or line. */
function isTitle({ before, words }: Document, block: Block): boolean {
  return before(block) === undefined && words(block).keys.length <= LONGEST_TITLE
}

/** Each phrase with all that it is sought for: many expectations share their words. */
function soughtByPhrase(expectations: readonly Expectation[]): Map<string, Sought[]> {
  const sought = new Map<string, Sought[]>()
  for (const expectation of expectations) {
    for (const part of PARTS) {
      for (const text of phrasesOf(expectation, part)) {
        sought.set(text, [...(sought.get(text) ?? []), { expectation, part }])
      }
    }
  }
  return sought
}

function phrasesOf(expectation: Expectation, part: Part): readonly string[] {
  return (part === 'met' ? expectation.met.phrases : expectation[part]) ?? []
}

function isLong({ blocks, words }: Document): boolean {
  let count = 0
  for (const block of blocks) {
    count += words(block).starts.length
    if (count >= SHORTEST) return true
  }
  return false
}

/** How much a text says of a subject: a heading counts double, other people’s words not at all. */
function weightOf(mentions: readonly Mention[]): number {
  return mentions
    .filter(({ block }) => block.quotation === 0)
    .reduce((sum, { block }) => sum + (block.kind === 'heading' ? 2 : 1), 0)
}

/** Whether a mention is not somebody else’s word: quoted, named as a word, or part of a name or title. */
function isOwn(document: Document, { block, start, end }: Mention): boolean {
  return !OTHERS.has(contextOf(document, block, start, end).class)
}

const OTHERS: ReadonlySet<ContextClass> = new Set([
  'quotation',
  'scare-quotes',
  'mention',
  'title',
  'name',
  'address',
])

/** Mentions without those inside longer ones. */
function distinct(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.filter(({ start }, index) => start >= (mentions[index - 1]?.end ?? 0))
}

/** The first passage in the writer’s own voice that does more than name the subject. */
function passageOf(
  document: Document,
  expectation: Expectation,
  sums: readonly ReadonlyMap<Expectation, RunSum>[],
) {
  let first: Mention | undefined
  for (const sum of sums) {
    for (const { block, distinct } of sum.get(expectation)?.held ?? []) {
      if (block.quotation > 0) continue
      const own = distinct.find(
        ({ start, end }) => contextOf(document, block, start, end).class === 'own-voice',
      )
      if (!own) continue
      first ??= own
      if (block.kind === 'heading' || document.words(block).keys.length < SUBSTANTIAL) continue
      return { block, start: own.start, end: own.end }
    }
  }
  return first && { block: first.block, start: first.start, end: first.end }
}

/** Where a document cites a provision, by number or by name. */
interface Cited extends Range {
  readonly block: Block
}

/** Where it does in one run, and how many runs stand before that. */
interface CitedInRun {
  readonly run: number
  readonly cited: readonly Cited[]
}

/** Whether what names a provision is a word of the subject itself: "pimping website" cites no law. */
function isPartOf({ block, start, end }: Cited, held: readonly Held[]): boolean {
  return held.some(
    (one) => one.block === block && one.all.some((word) => word.start <= start && word.end >= end),
  )
}
