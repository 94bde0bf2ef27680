/** What a text discusses, and which expectations of a careful reader it leaves open. */

import type { Block } from '../blocks.ts'
import { type ContextClass, contextOf } from '../context.ts'
import type { Chapter, Document, Range, Run } from '../document.ts'
import type { MentionReader } from '../law/cite/mention.ts'
import { searchOnce } from '../match/search.ts'
import { createSharedMatcher, type Match } from '../match.ts'
import { type Query, rememberedByChapter, rememberedByRun } from '../remember.ts'
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

/** How much a run of blocks, a chapter or a document says of a subject. */
interface Said {
  readonly weight: number
  /** How often the subject is mentioned. */
  readonly count: number
}

/** What is said of a subject in words that are not somebody else’s. */
interface Own {
  readonly weight: number
  /** Where it is first mentioned in the writer’s own voice, and where that does more than name it. */
  readonly first: Mention | undefined
  readonly passage: Mention | undefined
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
  const saidIn = rememberedByRun((document, run) => {
    const said = new Map<Expectation, Said>()
    for (const block of document.candidates(subjects, run)) {
      addSaid(said, block, search(document, block))
    }
    return said
  })
  const partsIn = rememberedByRun((document, run) => {
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
  const ownIn = rememberedByRun((document, run) => {
    const subjects = [...saidIn(document, run).keys()]
    return new Map(
      subjects.map((one) => [one, ownOf(document, mentionedIn(document, run, one))] as const),
    )
  })
  const citedIn = rememberedByRun((document, run) => citedOf(document, run, mentions))
  const said = inChapter(saidIn, plus)
  const held = inChapter(partsIn, (one, other) => one | other)
  const own = inChapter(ownIn, joined)
  const cited = inChapter(citedIn, (ones, others) => [...ones, ...others])
  return (document) => {
    if (!isLong(document)) return []
    const { chapters } = document
    const enough = enoughSaid(merged(chapters, (chapter) => said(document, chapter), plus))
    if (enough.size === 0) return []
    const found = new Map<Expectation, Parts>()
    const open = new Set(enough.keys())
    for (const chapter of chapters) {
      for (const [expectation, parts] of held(document, chapter)) {
        const all = parts | (found.get(expectation) ?? 0)
        found.set(expectation, all)
        if (isSettled(all)) open.delete(expectation)
      }
      // Most texts settle soon what is expected of them.
      if (open.size === 0) return []
    }
    let all: ReadonlyMap<Expectation, Own> | undefined
    return [...found].flatMap(([expectation, parts]): Gap[] => {
      const mentions = enough.get(expectation)
      if (mentions === undefined || isSettled(parts) || !isOfKind(expectation, parts)) return []
      all ??= merged(chapters, (chapter) => own(document, chapter), joined)
      const { weight, first, passage } = all.get(expectation) ?? NOTHING
      if (weight < leastOf(expectation)) return []
      const { law = [] } = expectation.met
      const isMet = law.some((id) =>
        chapters.some((chapter) =>
          cited(document, chapter)
            .get(id)
            ?.some((one) => !isPartOf(one, mentioned(document, one.block, expectation))),
        ),
      )
      if (isMet) return []
      const place = passage ?? first
      return place ? [{ expectation, ...place, mentions }] : []
    })
  }
}

/** What the runs of a chapter hold by some key, put together. */
function inChapter<Key, Value>(
  inRun: Query<ReadonlyMap<Key, Value>, Run>,
  add: (one: Value, other: Value) => Value,
): Query<ReadonlyMap<Key, Value>, Chapter> {
  return rememberedByChapter((document, chapter) =>
    merged(chapter, (run) => inRun(document, run), add),
  )
}

/** What some parts of a document hold by some key, put together in their order. */
function merged<Part, Key, Value>(
  parts: readonly Part[],
  heldIn: (part: Part) => ReadonlyMap<Key, Value>,
  add: (one: Value, other: Value) => Value,
): ReadonlyMap<Key, Value> {
  const all = new Map<Key, Value>()
  for (const part of parts) {
    for (const [key, value] of heldIn(part)) {
      const known = all.get(key)
      all.set(key, known === undefined ? value : add(known, value))
    }
  }
  return all
}

function plus(one: Said, other: Said): Said {
  return { weight: one.weight + other.weight, count: one.count + other.count }
}

function joined(one: Own, other: Own): Own {
  return {
    weight: one.weight + other.weight,
    first: one.first ?? other.first,
    passage: one.passage ?? other.passage,
  }
}

const NOTHING: Own = { weight: 0, first: undefined, passage: undefined }

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

/** The subjects of which a document says enough, each with how often it mentions them. */
function enoughSaid(said: ReadonlyMap<Expectation, Said>): ReadonlyMap<Expectation, number> {
  return new Map(
    [...said].flatMap(([expectation, { weight, count }]) =>
      weight < leastOf(expectation) ? [] : [[expectation, count] as const],
    ),
  )
}

function leastOf({ mentions = MENTIONS }: Expectation): number {
  return mentions
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
      // One inside a longer one is not counted again.
      if (start >= (reached.get(expectation) ?? 0)) {
        const known = said.get(expectation)
        const one = { weight: weightOf(block), count: 1 }
        said.set(expectation, known ? plus(known, one) : one)
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

/** What a run says of a subject in words that are not somebody else’s: quoted, named as a word, or part of a name or title. */
function ownOf(document: Document, mentions: readonly Mention[]): Own {
  let { weight, first, passage } = NOTHING
  let seen: Block | undefined
  for (const mention of mentions) {
    const { block, start, end } = mention
    const { class: whose } = contextOf(document, block, start, end)
    if (!OTHERS.has(whose)) weight += weightOf(block)
    if (whose !== 'own-voice' || block.quotation > 0 || block === seen) continue
    first ??= mention
    // The first of a block speaks for it.
    seen = block
    if (doesMore(document, block)) passage ??= mention
  }
  return { weight, first, passage }
}

/** Whether a block does more than name its subject. */
function doesMore({ words }: Document, block: Block): boolean {
  return block.kind !== 'heading' && words(block).starts.length >= SUBSTANTIAL
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

/** Whether what names a provision is a word of the subject itself: "pimping website" cites no law. */
function isPartOf({ start, end }: Range, subject: readonly Range[]): boolean {
  return subject.some((word) => word.start <= start && word.end >= end)
}
