/** What a text discusses, and which expectations of a careful reader it leaves open. */

import type { Block } from '../blocks.ts'
import { type ContextClass, contextOf } from '../context.ts'
import type { Document, Range, Run } from '../document.ts'
import type { MentionReader } from '../law/cite/mention.ts'
import { searchOnce } from '../match/search.ts'
import { createSharedMatcher, type Match } from '../match.ts'
import { inRuns, rememberedByRun } from '../remember.ts'
import type { Expectation } from '../types/expectations.ts'
import { listed } from './lists.ts'

/** An expectation that a text does not meet, and the first passage that raises it. */
export interface Gap extends Range {
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
  readonly parts: Set<Part>
  weight: number
  /** How often the subject is mentioned. */
  count: number
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
  const ownWeights = rememberedByRun((document, run): ReadonlyMap<Expectation, number> => {
    const weights = new Map<Expectation, number>()
    for (const { expectation, distinct } of heldIn(document, run)) {
      const own = weightOf(distinct.filter((mention) => isOwn(document, mention)))
      weights.set(expectation, own + (weights.get(expectation) ?? 0))
    }
    return weights
  })
  const allCited = inRuns((document, block): readonly Cited[] =>
    mentions(document, block).flatMap(({ start, end, entries }) =>
      entries.map(({ provision }) => ({ block, start, end, id: provision.id })),
    ),
  )
  return (document) => {
    if (!isLong(document)) return []
    const found = new Map<Expectation, Sum>()
    for (const run of document.runs) {
      for (const [expectation, sum] of heldInRun(document, run)) {
        const all = found.get(expectation)
        if (all) add(all, sum)
        else found.set(expectation, add(nothing(), sum))
      }
    }
    let cited: readonly Cited[] | undefined
    return [...found].flatMap(([expectation, { parts, weight, count, held }]): Gap[] => {
      if (parts.has('met') || parts.has('unless') || !isOfKind(expectation, parts)) return []
      const enough = expectation.mentions ?? MENTIONS
      if (weight < enough) return []
      const own = document.runs.reduce(
        (sum, run) => sum + (ownWeights(document, run).get(expectation) ?? 0),
        0,
      )
      if (own < enough) return []
      const { law } = expectation.met
      if (law) cited ??= allCited(document)
      if (law && cited?.some((one) => law.includes(one.id) && !isPartOf(one, held))) return []
      const first = passageOf(document, held)
      return first ? [{ expectation, ...first, mentions: count }] : []
    })
  }
}

function sumOf(all: readonly Held[]): ReadonlyMap<Expectation, Sum> {
  const found = new Map<Expectation, Sum>()
  for (const held of all) {
    const { expectation, parts, weight, distinct } = held
    const sum = found.get(expectation) ?? nothing()
    found.set(expectation, add(sum, { parts, weight, count: distinct.length, held: [held] }))
  }
  return found
}

function nothing(): Sum {
  return { parts: new Set(), weight: 0, count: 0, held: [] }
}

function add(
  sum: Sum,
  { parts, weight, count, held }: Readonly<Omit<Sum, 'parts'>> & Pick<Held, 'parts'>,
): Sum {
  for (const part of parts) sum.parts.add(part)
  sum.weight += weight
  sum.count += count
  sum.held.push(...held)
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
function isOfKind(expectation: Expectation, parts: ReadonlySet<Part>): boolean {
  const asked = expectation.with ?? expectation.titled
  if (asked && !parts.has('with') && !parts.has('titled')) return false
  return !expectation.also || parts.has('also')
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
function passageOf(document: Document, held: readonly Held[]) {
  let first: Mention | undefined
  for (const { block, distinct } of held) {
    if (block.quotation > 0) continue
    const own = distinct.find(
      ({ start, end }) => contextOf(document, block, start, end).class === 'own-voice',
    )
    if (!own) continue
    first ??= own
    if (block.kind === 'heading' || document.words(block).keys.length < SUBSTANTIAL) continue
    return { block, start: own.start, end: own.end }
  }
  return first && { block: first.block, start: first.start, end: first.end }
}

/** A provision that a document cites, by number or by name, and where. */
interface Cited extends Range {
  readonly block: Block
  readonly id: string
}

/** Whether what names a provision is a word of the subject itself: "pimping website" cites no law. */
function isPartOf({ block, start, end }: Cited, held: readonly Held[]): boolean {
  return held.some(
    (one) => one.block === block && one.all.some((word) => word.start <= start && word.end >= end),
  )
}
