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

/** Where a subject is mentioned. */
interface Mention extends Range {
  readonly block: Block
}

/** How much a run of blocks, or a document, says of a subject. */
interface Said {
  weight: number
  /** How often the subject is mentioned. */
  count: number
}

/** A bit for each part, by its place among all. */
type Parts = number

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
  const matcherOf = (name: string, parts: readonly Part[]) =>
    createSharedMatcher(
      name,
      ...[...soughtByPhrase(expectations, parts)].map(
        ([text, those]) =>
          () =>
            listed(text, those),
      ),
    )
  const subjects = matcherOf('coverage-subjects', ['discussed'])
  const matcher = matcherOf('coverage', PARTS)
  const search = searchOnce(subjects)
  const saidIn = rememberedByRun((document, run): ReadonlyMap<Expectation, Said> => {
    const said = new Map<Expectation, Said>()
    for (const block of document.candidates(subjects, run)) {
      addSaid(said, block, search(document, block))
    }
    return said
  })
  const partsIn = rememberedByRun((document, run): ReadonlyMap<Expectation, Parts> => {
    const parts = new Map<Expectation, Parts>()
    for (const block of document.candidates(matcher, run)) {
      for (const { value } of matcher(document.words(block))) {
        for (const { expectation, part } of value) {
          if (part === 'titled' && !isTitle(document, block)) continue
          parts.set(expectation, (parts.get(expectation) ?? 0) | bitOf(part))
        }
      }
    }
    return parts
  })
  /** Where a block mentions the subject of an expectation, in order. */
  const mentioned = (document: Document, block: Block, expectation: Expectation) =>
    search(document, block).filter(({ value }) =>
      value.some((one) => one.expectation === expectation),
    )
  const mentionedIn = (document: Document, run: Run, expectation: Expectation): Mention[] =>
    document.candidates(subjects, run).flatMap((block) =>
      distinct(mentioned(document, block, expectation)).map(({ start, end }) => ({
        block,
        start,
        end,
      })),
    )
  /** How much is said of each subject in words that are not somebody else’s. */
  const ownWeightsIn = rememberedByRun((document, run): ReadonlyMap<Expectation, number> => {
    const weights = new Map<Expectation, number>()
    for (const [expectation] of saidIn(document, run)) {
      const own = mentionedIn(document, run, expectation).filter((one) => isOwn(document, one))
      addWeight(weights, expectation, sumOf(own))
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
  const citations = (document: Document): ReadonlyMap<string, readonly Mention[]> => {
    const all = new Map<string, Mention[]>()
    for (const run of document.runs) {
      for (const [id, those] of citedIn(document, run)) {
        const known = all.get(id)
        if (known) for (const one of those) known.push(one)
        else all.set(id, [...those])
      }
    }
    return all
  }
  return (document) => {
    if (!isLong(document)) return []
    const said = document.runs.map((run) => saidIn(document, run))
    const enough = enoughSaid(said)
    if (enough.size === 0) return []
    const found = new Map<Expectation, Parts>()
    const open = new Set(enough.keys())
    for (const run of document.runs) {
      for (const [expectation, parts] of partsIn(document, run)) {
        const all = parts | (found.get(expectation) ?? 0)
        found.set(expectation, all)
        if (isSettled(all)) open.delete(expectation)
      }
      // Most texts settle soon what is expected of them.
      if (open.size === 0) return []
    }
    let all: ReadonlyMap<string, readonly Mention[]> | undefined
    let own: ReadonlyMap<Expectation, number> | undefined
    return [...found].flatMap(([expectation, parts]): Gap[] => {
      const mentions = enough.get(expectation)
      if (mentions === undefined || isSettled(parts) || !isOfKind(expectation, parts)) return []
      own ??= ownWeights(document)
      if ((own.get(expectation) ?? 0) < leastOf(expectation)) return []
      const { law = [] } = expectation.met
      const isMet = law.some((id) => {
        all ??= citations(document)
        return all
          .get(id)
          ?.some((one) => !isPartOf(one, mentioned(document, one.block, expectation)))
      })
      if (isMet) return []
      const first = passageOf(document, subject(document, expectation, said))
      return first ? [{ expectation, ...first, mentions }] : []
    })
  }

  /** Where a document mentions the subject of an expectation, run by run. */
  function* subject(
    document: Document,
    expectation: Expectation,
    said: readonly ReadonlyMap<Expectation, Said>[],
  ): Generator<readonly Mention[]> {
    for (const [at, run] of document.runs.entries()) {
      if (said[at]?.has(expectation)) yield mentionedIn(document, run, expectation)
    }
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
): ReadonlyMap<string, readonly Mention[]> {
  const cited = new Map<string, Mention[]>()
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

/** The subjects of which some runs of blocks say enough together, each with how often they mention it. */
function enoughSaid(
  runs: readonly ReadonlyMap<Expectation, Said>[],
): ReadonlyMap<Expectation, number> {
  const sums = new Map<Expectation, Said>()
  for (const run of runs) {
    for (const [expectation, { weight, count }] of run) {
      const sum = sumFor(sums, expectation)
      sum.weight += weight
      sum.count += count
    }
  }
  return new Map(
    [...sums].flatMap(([expectation, { weight, count }]) =>
      weight < leastOf(expectation) ? [] : [[expectation, count] as const],
    ),
  )
}

function leastOf({ mentions = MENTIONS }: Expectation): number {
  return mentions
}

function sumFor(sums: Map<Expectation, Said>, expectation: Expectation): Said {
  const known = sums.get(expectation)
  if (known) return known
  const sum = { weight: 0, count: 0 }
  sums.set(expectation, sum)
  return sum
}

/** Adds what a block says of each subject, by the phrases found in it, which are in order. */
function addSaid(
  said: Map<Expectation, Said>,
  block: Block,
  matches: readonly Match<readonly Sought[]>[],
): void {
  const reached = new Map<Expectation, number>()
  for (const { value, start, end } of matches) {
    for (const { expectation } of value) {
      const sum = sumFor(said, expectation)
      // One inside a longer one is not counted again.
      if (start >= (reached.get(expectation) ?? 0)) {
        sum.count++
        sum.weight += weightOf(block)
      }
      reached.set(expectation, end)
    }
  }
}

function bitOf(part: Part): Parts {
  return 1 << PARTS.indexOf(part)
}

function has(parts: Parts, part: Part): boolean {
  return (parts & bitOf(part)) !== 0
}

/** Whether a text has what is expected, or something by which nobody expects it. */
function isSettled(parts: Parts): boolean {
  return has(parts, 'met') || has(parts, 'unless')
}

/** Whether a text is of the kind that an expectation is about, by its words or its title. */
function isOfKind(expectation: Expectation, parts: Parts): boolean {
  const asked = expectation.with ?? expectation.titled
  if (asked && !has(parts, 'with') && !has(parts, 'titled')) return false
  return !expectation.also || has(parts, 'also')
}

/** Longer lines, in words, are no title. */
const LONGEST_TITLE = 20

/** Whether a block is the title of a document: its first heading or line. */
function isTitle({ before, words }: Document, block: Block): boolean {
  return before(block) === undefined && words(block).starts.length <= LONGEST_TITLE
}

/** Each phrase with all that it is sought for: many expectations share their words. */
function soughtByPhrase(
  expectations: readonly Expectation[],
  parts: readonly Part[],
): Map<string, Sought[]> {
  const sought = new Map<string, Sought[]>()
  for (const expectation of expectations) {
    for (const part of parts) {
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

/** How much a mention says of a subject: in a heading double, in other people’s words nothing. */
function weightOf({ quotation, kind }: Block): number {
  if (quotation > 0) return 0
  return kind === 'heading' ? 2 : 1
}

function sumOf(mentions: readonly Mention[]): number {
  return mentions.reduce((sum, { block }) => sum + weightOf(block), 0)
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
function distinct<Mentioned extends Range>(mentions: readonly Mentioned[]): readonly Mentioned[] {
  return mentions.filter(({ start }, index) => start >= (mentions[index - 1]?.end ?? 0))
}

/** The first passage in the writer’s own voice that does more than name the subject. */
function passageOf(document: Document, runs: Iterable<readonly Mention[]>): Mention | undefined {
  let first: Mention | undefined
  for (const mentions of runs) {
    let seen: Block | undefined
    for (const mention of mentions) {
      const { block, start, end } = mention
      if (block.quotation > 0 || block === seen) continue
      if (contextOf(document, block, start, end).class !== 'own-voice') continue
      first ??= mention
      // The first of a block speaks for it.
      seen = block
      if (block.kind !== 'heading' && document.words(block).starts.length >= SUBSTANTIAL)
        return mention
    }
  }
  return first
}

/** Whether what names a provision is a word of the subject itself: "pimping website" cites no law. */
function isPartOf({ start, end }: Range, subject: readonly Range[]): boolean {
  return subject.some((word) => word.start <= start && word.end >= end)
}
