/** Whether a text gives its grounds: a source for a figure, a test for an assurance, the other side’s view. */

import { type Block, spansIn } from '../blocks.ts'
import { data } from '../data.ts'
import type { Document, Range } from '../document.ts'
import { asked, inRuns, isSameMap, isSameSet, ofDocument } from '../remember.ts'
import { countUntil } from '../sorted.ts'
import type { Term } from '../types/terms.ts'
import { createFinder, createFrameFinder, type Finder, within } from './lists.ts'

/** The rules that ask for grounds. */
type EvidenceRule = NonNullable<Term['rule']>

type Cue =
  | 'sources'
  | 'bracketed'
  | 'studies'
  | 'vague'
  | 'continuing'
  | 'resuming'
  | 'pointing'
  | 'tests'
  | 'references'
  | 'balance'

let cues: Finder<Cue> | undefined

function cuesIn(document: Document, block: Block) {
  cues ??= createFinder<Cue>(
    'evidence',
    ['sources', data.lists.evidence.sources],
    ['bracketed', data.lists.evidence.bracketed],
    ['studies', data.lists.evidence.studies],
    ['vague', data.lists.evidence.vague],
    ['continuing', data.lists.evidence.continuing],
    ['resuming', data.lists.evidence.resuming],
    ['pointing', data.lists.evidence.pointing],
    ['tests', data.lists.evidence.tests],
    ['references', data.lists.evidence.references],
    ['balance', data.lists.disclaimers.balance],
  )
  return cues(document, block)
}

/** Whether the text answers what a rule would ask of some words: indices in `block.text`. */
export function isAnswered(
  rule: EvidenceRule,
  document: Document,
  block: Block,
  words: Range,
): boolean {
  if (rule === 'neutrality-disclaimer') return isBalanced(document, block)
  if (rule === 'unsupported-statistic') return hasSource(document, block, words)
  return hasSource(document, block, words) || isTested(document, block, words)
}

/**
 * Whether a source stands for some words: in their sentence, in the next one if that points to it, in the one before if
 * that speaks of a study, in an earlier one that theirs continues, in the sentence that introduces their list, or under their table.
 */
export function hasSource(document: Document, block: Block, words: Range): boolean {
  const { before, last, own, after } = around(document, block, words)
  const found = cuesIn(document, block)
  return (
    cites(document, block, own) ||
    (within(found, 'studies', last).length > 0 && cites(document, block, last)) ||
    within(found, 'pointing', after).length > 0 ||
    isNamedBehind(block, words, own) ||
    (continuesEarlier(document, block, words) && cites(document, block, before)) ||
    (within(found, 'resuming', own).length > 0 && isCitedAbove(document, block)) ||
    isIntroduced(document, block) ||
    isAmongSources(document, block) ||
    isCovered(document, block) ||
    titleNamesData(document) ||
    isCitedAtEnd(document, block) ||
    hasSourceBelow(document, block)
  )
}

/** Whether a name stands in brackets at the end of a sentence, "(Street Studies Unit).", or behind it, "… home. (ONS)". */
function isNamedBehind({ text }: Block, { end }: Range, own: Range): boolean {
  return (
    isName(AT_END.exec(text.slice(end, own.end))?.[1], 2) ||
    isName(BEHIND.exec(text.slice(end, end + FARTHEST_BEHIND))?.[1], 1)
  )
}

/** Whether words have capitals and name more than a place; a single word at the end of a sentence may be an abbreviation. */
function isName(inside: string | undefined, fewest: number): boolean {
  const words =
    inside?.match(/[\p{L}\d][\p{L}\d’'/-]*/gu)?.filter((word) => !SMALL.test(word)) ?? []
  return (
    words.length >= fewest &&
    words.every((word) => /^[\p{Lu}\d]/u.test(word)) &&
    !words.every((word) => PLACE.test(word))
  )
}

const FARTHEST_BEHIND = 400
const AT_END = /\s\(([^()\n]{4,80})\)\.?\s*$/
const BEHIND = /[.!?]["”’]?\*?\s*\(([^()\n]{2,80})\)/
const SMALL = /^(?:of|and|the|for|on|in|report|figures|statistics|data|survey)$/
const PLACE = /^(?:UK|London|England|Wales|Scotland|Ireland|Northern|Greater)$/

/** Whether one of the paragraphs shortly above names the source that a text goes on to speak of. */
function isCitedAbove(document: Document, block: Block): boolean {
  let above = document.before(block)
  for (let far = 0; above && far < NEAREST; far++, above = document.before(above)) {
    const { kind, text } = above
    const found = within(cuesIn(document, above), 'sources', { start: 0, end: text.length })
    if (kind !== 'heading' && (found.length > 0 || PUBLISHED.test(text))) return true
  }
  return false
}

/** Whether the sentence of some words goes on with those before it: "of these", "the survey". */
export function continuesEarlier(document: Document, block: Block, words: Range): boolean {
  const { own } = around(document, block, words)
  return (
    within(cuesIn(document, block), 'continuing', own).length > 0 ||
    within(cuesIn(document, block), 'resuming', own).length > 0 ||
    PART_OF.test(block.text.slice(own.start, own.end))
  )
}

/** The words in the sentence of some others that name nobody as their source: "according to a recent report". */
export function vagueSource(document: Document, block: Block, words: Range): Range | undefined {
  const { own } = around(document, block, words)
  return within(cuesIn(document, block), 'vague', own)[0]
}

/** "188 of 318", "71 of the victims": part of a number that was given before. */
const PART_OF = /\d,?\s+of\s+(?:the\s+\p{L}|\d)/u

/** The sentence of some words, all before it in the block, the last one before it, and the one after it. */
function around(document: Document, block: Block, words: Range) {
  const sentences = document.sentences(block)
  const index = countUntil(sentences, words.start) - 1
  const own = sentences[index] ?? { start: 0, end: block.text.length }
  const after = sentences[index + 1] ?? { start: block.text.length, end: block.text.length }
  const last = sentences[index - 1] ?? { start: 0, end: 0 }
  return { before: { start: 0, end: own.start }, last, own, after }
}

/** Whether a block names a source anywhere. */
export function citesSource(document: Document, block: Block): boolean {
  return cites(document, block, { start: 0, end: block.text.length })
}

/** Whether a range names a source: by a word, a name with a year, a note, or a link. */
function cites(document: Document, block: Block, range: Range): boolean {
  if (range.end <= range.start) return false
  const text = block.text.slice(range.start, range.end)
  return (
    within(cuesIn(document, block), 'sources', range).length > 0 ||
    namesStudy(text) ||
    NOTE.test(text) ||
    JOINED_NOTE.test(text) ||
    [...text.matchAll(IN_BRACKETS)].some(({ index, 0: whole, 1: inside = '' }) => {
      const start = range.start + index
      const held = within(cuesIn(document, block), 'bracketed', {
        start,
        end: start + whole.length,
      })
      return (HAS_YEAR.test(inside) && namesWork(inside)) || held.length > 0
    }) ||
    ACCORDING.test(text) ||
    AS_REPORTED.test(text) ||
    ESTIMATES.test(text) ||
    PUBLISHED.test(text) ||
    NAMED_DATA.test(text) ||
    isMarked(block, range)
  )
}

const NOTE =
  /\[(?:\d{1,3}|[ivxl]{1,7})\]|[¹²³\u2070-\u2079]|\(n ?= ?\d|\((?:see )?notes? \d|\p{L}\s?\(\d{1,2}\)(?=\s*(?:[.,;]|$))/iu
/**
 * "were children.5 The", "trafficking1 in", "7%25 of": the mark of a note that plain text has joined to a word.
 * "Catch22", "s.33" and "Covid19" are none.
 */
const JOINED_NOTE =
  /(?:(?<![\p{L}\d.])(?!(?:pp?|paras?|no|nos|arts?|regs?|ss?|sch|vol|ch|figs?|refs?|v)\b)[\p{L}’'-]{2,}[)”’]?[.,;:]["”’]?|(?<![\p{L}\d])(?!covid)\p{Ll}{4,}|\d%|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s20\d\d)\d{1,3}(?=\s+["“‘(]?\p{Lu}|\s+\p{Ll}|\s*$|[.,;:)])/u
/** "According to the Office …", "according to a survey carried out by Hill": somebody with a name. */
const ACCORDING =
  /\b[Aa]ccording\sto\s(?:(?:\p{Ll}+\s){0,4}|(?:\p{Ll}+\s){1,7}(?:by|from|at)\s(?:the\s)?)\p{Lu}\p{L}+/u
/** "As the Evening Post reported". */
const AS_REPORTED =
  /\b[Aa]s\s(?:the\s)?(?:\p{Lu}[\p{L}’'-]+\s){1,5}(?:ha(?:s|ve)\s)?(?:report(?:s|ed)|found|finds|showed|shown|shows|said|says|wrote|writes|noted|notes)\b/u
/** "The Crime Agency estimates there are": a body with a name of two words or more. */
const ESTIMATES =
  /(?:\b\p{Lu}[\p{L}’'-]+\s(?:(?:of|for|on|and)\s)?){2,6}(?:ha(?:s|ve)\s)?(?:estimate[sd]?|calculate[sd]?|recorded|counted)\s(?:that\s)?(?:there|around|about|some|at|over|more|nearly|\d)/u
/** "The Harbour Office published figures": a body, and what it has put before the public. */
const PUBLISHED =
  /\b\p{Lu}\p{L}+\s(?:has\s)?(?:published|released|issued)\s(?:\p{Ll}+\s){0,4}(?:reports?|figures|statistics|data|findings|estimates?|survey|research)\b/u
/** "CHAIN data shows", "according to which Harbour figures suggest": data with a name. */
const NAMED_DATA =
  /(?:\b\p{Lu}{3,}|(?<=[\p{Ll},]\s)\p{Lu}\p{Ll}+)\s(?:figures|statistics|data|records|research)\s(?:show|suggest|indicat|reveal)/u
const HAS_YEAR = /\b(?:19|20)\d\d\b/
const YEAR = /\b(?:19|20)\d\d[a-z]?\b/g
const NAME_BEFORE =
  /(?:(\p{Lu}[\p{L}\p{M}’'.&-]+)|et al\.?|and others|and colleagues)[,’']?s?\s*\(?$/u
/** Capitalised words that stand before a year and name no author. */
const NO_NAME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|In|By|Since|From|Until|During|Before|After|Between|The|For|Of|And|To|Act|Order|Bill|Regulations|Rules|Code|Convention|Protocol)$/i

/** "Hester and others (2019)", "(ONS, 2021)": a name directly before a year. */
function namesStudy(text: string): boolean {
  for (const { index } of text.matchAll(YEAR)) {
    const before = NAME_BEFORE.exec(text.slice(Math.max(0, index - 60), index))
    if (before && (before[1] === undefined || !NO_NAME.test(before[1]))) return true
  }
  return false
}

/** What stands in brackets with a year: "(workforce return, March 2026)". */
const IN_BRACKETS = /\(([^()]*)\)/g

/** Whether words in brackets name more than a date and are no Act. */
function namesWork(inside: string): boolean {
  const words = inside.match(/\p{L}{3,}/gu) ?? []
  return words.some((word) => !NO_NAME.test(word)) && !/\b(?:Act|Order|Bill)\b/.test(inside)
}

/** Whether a footnote, a link or an address stands in a range or directly behind it, as where a note gives one. */
function isMarked(block: Block, range: Range): boolean {
  const reach = Math.min(block.text.length, range.end + 2)
  return spansIn(block, range.start, reach).some(({ span, start }) => {
    const end = start + span.text.length
    const linked = span.marks?.includes('link') || span.opaque === 'address'
    return linked || (span.noted && end <= range.end + 1)
  })
}

function isIntroduced(document: Document, { kind, introduction }: Block): boolean {
  if (!introduction || kind === 'cell') return false
  return cites(document, introduction, { start: 0, end: introduction.text.length })
}

/** A footnote is a source, and so is what stands in a list of references. */
function isAmongSources(document: Document, { kind, headings }: Block): boolean {
  if (kind === 'footnote') return true
  const heading = headings.at(-1)
  return heading !== undefined && cuesIn(document, heading).some(isWholeHeading(heading))
}

function isWholeHeading(heading: Block) {
  return ({ value, start, end }: { value: Cue } & Range) =>
    value === 'references' && heading.text.length - (end - start) < 12
}

const NEAREST = 3

/** "Source: …" under a table, or beside a block. */
function hasSourceBelow(document: Document, block: Block): boolean {
  const isSource = (other: Block | undefined) => other !== undefined && SOURCE_LINE.test(other.text)
  if (block.kind === 'cell') return isSource(belowTable(document, block))
  let next = document.after(block)
  for (let far = 1; next && far < NEAREST && !isSource(next); far++) next = document.after(next)
  return isSource(next)
}

const SOURCE_LINE = /^\s*[(*]?sources?\s?:/i

/** The block behind the cells among which a cell stands. */
const belowTable = asked((document, block) => belowTables(document).get(block))

const belowTables = ofDocument(({ blocks }) => {
  const below = new Map<Block, Block | undefined>()
  for (const [at, block] of [...blocks.entries()].reverse()) {
    const next = blocks[at + 1]
    if (block.kind === 'cell') below.set(block, next?.kind === 'cell' ? below.get(next) : next)
  }
  return below
}, isSameMap)

/** "Our response to the homelessness statistics (April to June 2023)": what the title of a text is about is its source. */
const titleNamesData = ofDocument(
  ({ blocks: [first] }) =>
    first !== undefined && first.text.length < LONGEST_TITLE && DATA_OF.test(first.text),
)

const LONGEST_TITLE = 160
const DATA_OF =
  /\b(?:statistics|figures|data|census|survey|findings|analysis)\b[^.]{0,60}\b(?:19|20)\d\d\b/i

/** Whether an item ends with a source in brackets: that holds for all its sentences. */
function isCitedAtEnd(document: Document, block: Block): boolean {
  if (block.kind !== 'item' || !/\)\.?\s*$/.test(block.text)) return false
  const start = block.text.lastIndexOf('(')
  return start > 0 && cites(document, block, { start: start - 1, end: block.text.length })
}

let coverings: ReturnType<typeof createFrameFinder> | undefined

/** Whether the section says of all its figures where they come from; before any heading, the document does. */
const isCovered = asked((document, block) => {
  const sections = coveredSections(document)
  return sections.has(block.headings.at(-1)) || sections.has(undefined)
})

const coveredSections = ofDocument(
  (document): ReadonlySet<Block | undefined> => new Set(allCovered(document)),
  isSameSet,
)

const allCovered = inRuns(
  (document, block) => (covering()(document, block).length > 0 ? [block.headings.at(-1)] : []),
  () => covering().matcher,
)

function covering() {
  coverings ??= createFrameFinder('coverings', data.lists.evidence.covering)
  return coverings
}

/** A figure that is no year, number of a section, time of day or date. */
const FIGURE =
  /(?<![\p{L}\d.:,£/-])(?!(?:19|20)\d\d\b)\d[\d,.]*(?!\s?(?:am|pm|January|February|March|April|May|June|July|August|September|October|November|December)\b)(?![\p{L}\d])/gu
const NUMBERED =
  /(?:\bsections?|\bss?\.|\bArticles?|\bParts?|\bparagraphs?|\bchapters?|\bSchedules?|\bunder|\bover|\bages?|\baged)\s*$/i
/** A report with its date: "the report of March 2024". */
const DATED =
  /\b(?:report|audit|review|inspection|evaluation|results?|figures|minutes)\b[^.]{0,60}\b(?:19|20)\d\d\b/i

/** Whether a figure, a test by somebody or a dated report stands in the sentence of an assurance or the next. */
function isTested(document: Document, block: Block, words: Range): boolean {
  const { own, after } = around(document, block, words)
  const range = { start: own.start, end: after.end }
  const text = block.text.slice(range.start, range.end)
  return (
    within(cuesIn(document, block), 'tests', range).length > 0 ||
    DATED.test(text) ||
    [...text.matchAll(FIGURE)].some(({ index }) => !NUMBERED.test(text.slice(0, index))) ||
    cites(document, block, after)
  )
}

/** Whether a paragraph, or the next one of its section, names the view of others. */
function isBalanced(document: Document, block: Block): boolean {
  const next = document.after(block)
  const same = next?.headings.at(-1) === block.headings.at(-1) ? next : undefined
  return [block, same].some(
    (one) =>
      one !== undefined &&
      (cuesIn(document, one).some(({ value }) => value === 'balance') || namesSides(document, one)),
  )
}

/** "Some have asked … Others feel …": a paragraph that reports more than one view. */
function namesSides(document: Document, block: Block): boolean {
  const keys = new Set(document.words(block).keys)
  return data.lists.disclaimers.sides.every((word) => keys.has(word))
}
