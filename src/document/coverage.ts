/** What a text discusses, and which expectations of a careful reader it leaves open. */

import type { Block } from '../blocks.ts'
import { type ContextClass, contextOf } from '../context.ts'
import type { Document, Range } from '../document.ts'
import type { MentionReader } from '../law/cite/mention.ts'
import { createSharedMatcher, type Match } from '../match.ts'
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

/** Finds the gaps in a document; the law it cites is read by `mentions`. */
export type GapFinder = (document: Document, mentions: MentionReader) => readonly Gap[]

/** Compiles expectations into a finder: one pass over the words of a document for all of them. */
export function createGapFinder(expectations: readonly Expectation[]): GapFinder {
  const matcher = createSharedMatcher(
    'coverage',
    ...[...soughtByPhrase(expectations)].map(
      ([text, those]) =>
        () =>
          listed(text, those),
    ),
  )
  return (document, mentions) => {
    if (!isLong(document)) return []
    const found = new Map<Expectation, Held>()
    for (const block of document.candidates(matcher)) {
      for (const match of matcher(document.words(block))) {
        const mention: Mention = { ...match, block }
        for (const { expectation, part } of match.value) {
          if (part === 'titled' && !isTitle(document, block)) continue
          const held = found.get(expectation) ?? { parts: new Set(), discussed: [] }
          found.set(expectation, held)
          held.parts.add(part)
          if (part === 'discussed') held.discussed.push(mention)
        }
      }
    }
    let cited: readonly Cited[] | undefined
    return [...found].flatMap(([expectation, { parts, discussed: all }]): Gap[] => {
      if (parts.has('met') || parts.has('unless')) return []
      if (!isOfKind(expectation, parts)) return []
      const discussed = distinct(all)
      const enough = expectation.mentions ?? MENTIONS
      if (weightOf(discussed) < enough) return []
      if (weightOf(discussed.filter((mention) => isOwn(document, mention))) < enough) return []
      const { law } = expectation.met
      if (law) cited ??= citedIn(document, mentions)
      if (law && cited?.some((one) => law.includes(one.id) && !isPartOf(one, all))) return []
      const first = passageOf(document, discussed)
      return first ? [{ expectation, ...first, mentions: discussed.length }] : []
    })
  }
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
function isTitle({ blocks, words }: Document, block: Block): boolean {
  return block === blocks[0] && words(block).keys.length <= LONGEST_TITLE
}

/** What a text holds of one expectation. */
interface Held {
  readonly parts: Set<Part>
  readonly discussed: Mention[]
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
  return mentions.filter((mention, index) => {
    const before = mentions[index - 1]
    return before?.block !== mention.block || mention.start >= before.end
  })
}

/** The first passage in the writer’s own voice that does more than name the subject. */
function passageOf(document: Document, mentions: readonly Mention[]) {
  const own = mentions.filter(
    ({ block, start, end }) =>
      block.quotation === 0 && contextOf(document, block, start, end).class === 'own-voice',
  )
  const passage =
    own.find(
      ({ block }) => block.kind !== 'heading' && document.words(block).keys.length >= SUBSTANTIAL,
    ) ?? own[0]
  return passage && { block: passage.block, start: passage.start, end: passage.end }
}

/** A provision that a document cites, by number or by name, and where. */
interface Cited extends Range {
  readonly block: Block
  readonly id: string
}

function citedIn(document: Document, mentions: MentionReader): readonly Cited[] {
  return document.blocks.flatMap((block) =>
    mentions(document, block).flatMap(({ start, end, entries }) =>
      entries.map(({ provision }) => ({ block, start, end, id: provision.id })),
    ),
  )
}

/** Whether what names a provision is a word of the subject itself: "pimping website" cites no law. */
function isPartOf({ block, start, end }: Cited, discussed: readonly Mention[]): boolean {
  return discussed.some((one) => one.block === block && one.start <= start && one.end >= end)
}
