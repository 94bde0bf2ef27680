import type { Root } from 'nlcst'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import type { Block } from './blocks.ts'
import { lastPlainStop, plainSentences } from './document/sentences.ts'
import { type Words, wordsOf } from './match/words.ts'
import type { Matcher } from './match.ts'
import { isTooLong, recall, rememberRecent } from './recent.ts'
import { note, noteFact, type Query } from './remember.ts'
import { cutIntoChapters, cutIntoRuns } from './runs.ts'
import { lastUntil } from './sorted.ts'

/** A stretch of a block's text: indices, end exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Some blocks of a document that follow one another: what is worked out of many blocks is put together of runs. */
export type Run = readonly Block[]

/** Some runs that follow one another: a change in one leaves what was put together of the others. */
export type Chapter = readonly Run[]

/**
 * A draft as rules see it: its blocks, and what was worked out about them.
 *
 * Words and sentences are worked out when first asked for and kept, so that nothing is parsed twice
 * and nothing is parsed that no rule looks at. A block that was met lately is the same object again, wherever in its
 * file it stands now; `written` tells where.
 */
export interface Document {
  /** Told apart from every other document by this. */
  readonly number: number
  /** What is worked out of its blocks serves later documents too. */
  readonly isRemembered: boolean
  /** All blocks. What is worked out of a block and asks for them is worked out again after any change. */
  readonly blocks: readonly Block[]
  /** All blocks, in runs. */
  readonly runs: readonly Run[]
  /** All runs, in chapters. */
  readonly chapters: readonly Chapter[]
  /** Phrases that the user wants left alone, as written in his configuration. */
  readonly exempt: readonly string[]
  /** How many blocks stand before a block. */
  place(block: Block): number
  /** The block that stands next before a block, and next after it. */
  before(block: Block): Block | undefined
  after(block: Block): Block | undefined
  /** A block with the places of its spans in the file. */
  written(block: Block): Block
  /** The words of a block's text. */
  words(block: Block): Words
  /** The blocks in which a matcher may find something, in order; of a run of them, if one is given. */
  candidates(matcher: Matcher<unknown>, run?: Run): readonly Block[]
  /** The sentences of a block's text, without the space between them. */
  sentences(block: Block): readonly Range[]
  /** The sentence that an index of the block's text stands in, or the nearest before it. */
  sentenceAt(block: Block, index: number): Range
}

let documents = 0

const wordsKnown = new WeakMap<Block, Words>()
const sentencesKnown = new WeakMap<Block, readonly Range[]>()

/** Makes a document of blocks as they stand in a file. */
export function createDocument(
  written: readonly Block[],
  exempt: readonly string[] = [],
): Document {
  const isRemembered = !isTooLong(written)
  const blocks = isRemembered ? recall(written) : written
  const places = new Map<Block, number>()
  for (const block of blocks) places.set(block, places.size)
  const runs = cutIntoRuns(blocks)
  const chapters = cutIntoChapters(runs)
  const place = (block: Block) => places.get(block) ?? blocks.length
  const document: Document = {
    number: ++documents,
    isRemembered,
    get blocks() {
      noteFact(blocksOf, blocks)
      return blocks
    },
    get runs() {
      noteFact(blocksOf, blocks)
      return runs
    },
    get chapters() {
      noteFact(blocksOf, blocks)
      return chapters
    },
    get exempt() {
      noteFact(exemptOf, exempt)
      return exempt
    },
    place(block) {
      note(placeOf, block, place(block))
      return place(block)
    },
    before(block) {
      const other = blocks[place(block) - 1]
      note(before, block, other)
      return other
    },
    after(block) {
      const other = blocks[place(block) + 1]
      note(after, block, other)
      return other
    },
    written: (block) => written[place(block)] ?? block,
    words: (block) => kept(wordsKnown, block, recentWords),
    candidates(matcher, run) {
      const among = run ?? document.blocks
      return among.filter((block) => matcher.mayMatch(document.words(block)))
    },
    sentences: (block) => kept(sentencesKnown, block, recentSentences),
    sentenceAt: (block, index) =>
      lastUntil(document.sentences(block), index) ?? { start: 0, end: block.text.length },
  }
  return document
}

/** What a document is asked that has more than one block in it. */
const blocksOf = (document: Document) => document.blocks
const exemptOf = (document: Document) => document.exempt
const placeOf: Query<number> = (document, block) => document.place(block)
const before: Query<Block | undefined> = (document, block) => document.before(block)
const after: Query<Block | undefined> = (document, block) => document.after(block)

const recentWords = rememberRecent(wordsOf)
const recentSentences = rememberRecent((text) => sentencesOf(text))

function kept<Value>(
  cache: WeakMap<Block, Value>,
  block: Block,
  make: (text: string) => Value,
): Value {
  const known = cache.get(block)
  if (known !== undefined) return known
  const made = make(block.text)
  cache.set(block, made)
  return made
}

/** The most text that is parsed at once: retext-english grows faster than its input. */
const LONGEST_PARSE = 4000

const english = unified().use(retextEnglish).freeze()

/** Parses English into nlcst trees, one after another if the text is long; each with the index it begins at. */
export function* parse(text: string): Generator<{ readonly root: Root; readonly start: number }> {
  for (const { start, end } of pieces(text)) {
    yield { root: english.parse(text.slice(start, end)), start }
  }
}

/** Finds the sentences of a text; with retext-english’s parser where a stop is in doubt. */
function sentencesOf(text: string): Range[] {
  return plainSentences(text) ?? parsedSentences(text)
}

/** Finds the sentences of a text with retext-english’s parser. */
export function parsedSentences(text: string): Range[] {
  const ranges: Range[] = []
  for (const { root, start: from } of parse(text)) {
    for (const paragraph of root.children) {
      for (const sentence of 'children' in paragraph ? paragraph.children : []) {
        if (sentence.type !== 'SentenceNode') continue
        const { start, end } = sentence.position ?? {}
        if (start?.offset === undefined || end?.offset === undefined) continue
        const [first, ...others] = splitAtMissedStops(text, {
          start: from + start.offset,
          end: from + end.offset,
        })
        if (!first) continue
        const begun = isCut(text, ranges.at(-1), from) ? ranges.pop() : undefined
        ranges.push({ start: begun?.start ?? first.start, end: first.end }, ...others)
      }
    }
  }
  return mergeAbbreviations(text, ranges)
}

/** Whether the last sentence of a piece goes on in the next, which begins at `from`. */
function isCut(text: string, last: Range | undefined, from: number): boolean {
  return (
    last !== undefined && last.end <= from && !isEnded(text.slice(Math.max(0, last.end - 3), from))
  )
}

const STOPPED = /[.!?…‽][”"’')\]]*$/

/** Whether a text ends with a stop and what closes behind it, or with a blank line. */
function isEnded(text: string): boolean {
  const words = text.trimEnd()
  return STOPPED.test(words) || text.slice(words.length).split('\n').length > 2
}

/** A long text in pieces, which end with a sentence where they can: one cut in two would be two. */
function* pieces(text: string): Generator<Range> {
  let start = 0
  while (text.length - start > LONGEST_PARSE) {
    const window = text.slice(start, start + LONGEST_PARSE)
    const stop =
      lastPlainStop(window) || window.lastIndexOf('\n') + 1 || window.lastIndexOf(' ') + 1
    const end = start + (stop || LONGEST_PARSE)
    yield { start, end }
    start = end
  }
  if (start < text.length) yield { start, end: text.length }
}

/** The parser reads on over a number or an "in" that ends a sentence: "It costs £10,000. After that …". */
const MISSED_STOP = /\.(?=\s+[“"‘']?\p{Lu}\p{Ll})(?<=(?:\p{L}[^.!?]*\d|\p{L}\sin)\.)/gu

function* splitAtMissedStops(text: string, { start, end }: Range): Generator<Range> {
  let from = start
  for (const { index } of text.slice(start, end).matchAll(MISSED_STOP)) {
    const stop = start + index + 1
    yield { start: from, end: stop }
    from = stop + (/^\s+/.exec(text.slice(stop, end))?.[0].length ?? 0)
  }
  yield { start: from, end }
}

/** "s. 33A", "ss. 33", "para. 4", "art. 6", "No. 3", "max. 14 years": the stop is no end of a sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:ss?|art|arts|para|paras|pt|sch|cl|reg|regs|no|nos|p|pp|cf|vol|ch|c|max|min|approx)\.$/i

/** "My right hon. Friend", "Cllr. Roe". */
const STYLE = /(?:^|[\s(])(?:hon|rt|cllr|supt|insp|sgt)\.$/i

const LONGEST_ABBREVIATION = 8

function isAbbreviated(text: string, before: Range, { start }: Range): boolean {
  const end = text.slice(Math.max(before.start, before.end - LONGEST_ABBREVIATION), before.end)
  const next = text.charAt(start)
  return (
    (/[\dIVX(]/.test(next) && ABBREVIATION.test(end)) || (/\p{Lu}/u.test(next) && STYLE.test(end))
  )
}

function mergeAbbreviations(text: string, ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const range of ranges) {
    const before = merged.at(-1)
    if (before && isAbbreviated(text, before, range)) {
      merged[merged.length - 1] = { start: before.start, end: range.end }
    } else merged.push(range)
  }
  return merged
}
