/** Wrong statements of law that the registry knows, found in a text. */

import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import type { Words } from '../../match/words.ts'
import {
  createMatcher,
  createSharedMatcher,
  type Match,
  type Matcher,
  type Phrase,
} from '../../match.ts'
import { type Query, remembered } from '../../remember.ts'
import { inside } from '../../sorted.ts'
import type { JurisdictionId, Statement, StatementRule } from '../../types/law.ts'
import { createJurisdictionReader } from '../cite/jurisdiction.ts'
import { closed, type MentionReader } from '../cite/mention.ts'
import { over } from '../cite/over.ts'
import { type Entry, extentOf, type Registry } from '../registry.ts'
import { explained, type LawReport, severityFrom, upperFirst } from '../report.ts'
import { clauseAt, withoutEmphasis } from '../sentence/clause.ts'
import { mannerOf } from '../sentence/manner.ts'

/** A wrong statement in a text: indices in `block.text`, end exclusive. */
interface FoundStatement extends Range {
  readonly block: Block
  readonly statement: Statement
  readonly entry: Entry
  /** The words that make the claim, which a correction would replace. */
  readonly claim: Range
}

/** Finds the wrong statements in a block, in order of place. */
const NONE: readonly FoundStatement[] = []

export type StatementReader = Query<readonly FoundStatement[]> & {
  /** There is no statement in a block where this finds nothing. */
  readonly matcher: Matcher<unknown>
}

/** The words of a statement that a phrase belongs to: a group by its index, or one of the other lists. */
interface Part {
  readonly of: Known
  readonly group: number | 'subjects' | 'unless'
}

interface Known {
  readonly statement: Statement
  readonly entry: Entry
  /** Its groups but for the one that tells of it. */
  readonly others: () => readonly Matcher<Part>[]
  /** What else is looked for where it may be made. */
  readonly around: () => Matcher<Part>
}

type Hit = Match<Part>

/** Makes a reader of statements. `fallback` is whose law a text is about that does not say so. */
export function createStatementReader(
  registry: Registry,
  mentions: MentionReader,
  fallback: JurisdictionId,
): StatementReader {
  const jurisdictions = createJurisdictionReader(registry)
  const all = statementsOf(registry)
  const told = createSharedMatcher('law/statements', ...all.map((of) => () => tellingPhrases(of)))
  const known = remembered(read)
  const find: Query<readonly FoundStatement[]> = (document, block) =>
    told.mayMatch(document.words(block)) ? known(document, block) : NONE
  return Object.assign(find, { matcher: told })

  function read(document: Document, block: Block): FoundStatement[] {
    const words = document.words(block)
    const hits = [...byStatement(told(words))]
      .flatMap(([of, telling]) => hitsOf(of, telling, words))
      .sort((one, other) => one.first - other.first || one.last - other.last)
    const found: FoundStatement[] = []
    for (const [sentence, own] of bySentence(document, block, hits)) {
      for (const [of, parts] of byStatement(own)) {
        const one = judged(document, block, sentence, of, parts)
        if (one) add(found, one)
      }
    }
    return found.sort((a, b) => a.start - b.start)
  }

  function judged(
    document: Document,
    block: Block,
    sentence: Range,
    of: Known,
    hits: readonly Hit[],
  ): FoundStatement | undefined {
    const { statement, entry } = of
    const plain = withoutEmphasis(block.text.slice(sentence.start, sentence.end))
    const softened = hits.some(
      ({ value, start }) =>
        value.group === 'unless' && /\S/.test(plain.charAt(start - sentence.start)),
    )
    if (softened) return undefined
    const groups = statement.says.map((_, at) => hits.filter(({ value }) => value.group === at))
    const [claims = [], ...rest] = groups
    if (groups.some((group) => group.length === 0)) return undefined
    const claim = claims.find((one) => {
      const clause = clauseAt(block.text, sentence, one.start)
      const together = rest.every((group) =>
        group.some(({ start, end }) => start >= clause.start && end <= clause.end),
      )
      return together && claimed(block.text, mainClause(block.text, sentence, one), one, statement)
    })
    if (!claim) return undefined
    const clause = clauseAt(block.text, sentence, claim.start)
    const denied = (group: readonly Hit[]) =>
      inside(group, clause).every((one) => negated(block.text, one))
    if (!statement.either && rest.some(denied)) return undefined
    const own = ownClause(block.text, sentence, claim)
    const subject = hits.some(
      ({ value, start }) => value.group === 'subjects' && start >= own.start && start < own.end,
    )
    if (!subject && !speaksOf(document, block, own, of)) return undefined
    if (!isLawHere(document, block, sentence, claim, entry)) return undefined
    const cited = inside(mentions(document, block), sentence).find(
      ({ citation, entries }) => citation && entries.includes(entry),
    )?.citation
    const place =
      statement.rule === 'citation-mismatch' && cited
        ? cited.phrase
        : stretch(claim, rest, statement)
    const end = closed(block.text, place.start, place.end)
    return { block, statement, entry, claim, start: place.start, end }
  }

  /** Whether a sentence is about a provision: it mentions it, or points back to what does. */
  function speaksOf(
    document: Document,
    block: Block,
    sentence: Range,
    { statement, entry }: Known,
  ) {
    if (statement.subjects?.includes('*')) return true
    const all = mentions(document, block)
    const here = inside(all, sentence)
    if (here.some((mention) => mention.entries.includes(entry))) return true
    if (here.some((mention) => mention.entries.length > 0 && mention.citation)) return false
    const before = all.findLast(({ end }) => end <= sentence.start)
    const back = POINTS_BACK.test(block.text.slice(sentence.start, sentence.end))
    if (before) return back && before.entries.includes(entry)
    const above = over(block).map((other) => mentions(document, other))
    return above.find((those) => those.length > 0)?.some(({ entries }) => entries.includes(entry))
  }

  /** Whether an entry is law where the sentence speaks of. */
  function isLawHere(
    document: Document,
    block: Block,
    sentence: Range,
    claim: Range,
    entry: Entry,
  ): boolean {
    const cited = inside(mentions(document, block), sentence).some(
      ({ citation, entries }) => citation && entries.length === 1 && entries.includes(entry),
    )
    if (cited) return true
    const clause = clauseAt(block.text, sentence, claim.start)
    const named = jurisdictions(document, block, claim.start, clause)
    const where = named.length > 0 ? named : [fallback]
    return where.every((one) => extentOf(entry).includes(one))
  }
}

/** "there is no offence of attempting it": that is said of the attempt. */
const OF_ATTEMPT = /^\s+(?:of|to)\s+(?:attempt|conspir|incit|encourag|assist|aid|abet)/i
const POINTS_BACK =
  /^[\s,:(–—-]*(?:(?:and|also|here|so|in addition|however),?\s+)?(?:it|this|that|they|these|the (?:offence|section|provision|article|duty|order|defendant|prosecution|court|police)s?|officers|prosecutors)\b/i

function statementsOf({ entries }: Registry): readonly Known[] {
  return entries.flatMap((entry) =>
    (entry.provision.statements ?? []).map((statement) => knownOf(statement, entry)),
  )
}

/** A statement whose matchers are made when it is first told of. */
function knownOf(statement: Statement, entry: Entry): Known {
  let others: readonly Matcher<Part>[] | undefined
  let around: Matcher<Part> | undefined
  const of: Known = {
    statement,
    entry,
    others: () => (others ??= othersOf(of)),
    around: () => (around ??= createMatcher(phrasesAround(of))),
  }
  return of
}

function othersOf(of: Known): readonly Matcher<Part>[] {
  const telling = tellingGroup(of.statement)
  return of.statement.says.flatMap((words, group) =>
    group === telling ? [] : createMatcher(phrasesIn(words, { of, group })),
  )
}

/** All hits of a statement of which every group is hit in a text; otherwise it cannot be made there. */
function hitsOf(of: Known, telling: readonly Hit[], words: Words): readonly Hit[] {
  if (!of.others().every((group) => group.mayMatch(words))) return []
  const isOfYear = (hit: Hit) => !isOfAnotherYear(words.text, hit)
  const groups = [telling, ...of.others().map((group) => group(words))].map((hits) =>
    hits.filter(isOfYear),
  )
  if (groups.some((hits) => hits.length === 0)) return []
  return [...groups.flat(), ...of.around()(words).filter(isOfYear)]
}

/** Its subjects, and what says something else. */
function phrasesAround(of: Known): Phrase<Part>[] {
  const { subjects = [], unless = [] } = of.statement
  return [
    ...phrasesIn(
      subjects.filter((word) => word !== '*'),
      { of, group: 'subjects' as const },
    ),
    ...phrasesIn(unless, { of, group: 'unless' as const }),
  ]
}

function phrasesIn<Value>(words: readonly string[], value: Value): Phrase<Value>[] {
  return words.map((word) => ({
    text: word.replace(/\*$/, ''),
    open: word.endsWith('*'),
    value,
  }))
}

function tellingPhrases(of: Known): Phrase<Part>[] {
  const group = tellingGroup(of.statement)
  return phrasesIn(of.statement.says[group] ?? [], { of, group })
}

function bySentence(document: Document, block: Block, hits: readonly Hit[]): Map<Range, Hit[]> {
  const all = new Map<Range, Hit[]>()
  for (const hit of hits) {
    const sentence = document.sentenceAt(block, hit.start)
    const own = all.get(sentence) ?? []
    own.push(hit)
    all.set(sentence, own)
  }
  return all
}

/** The group of a statement whose words are longest, and so likely to be the rarest in a text. */
function tellingGroup({ says }: Statement): number {
  const lengths = says.map((words) => Math.min(...words.map(({ length }) => length)))
  return lengths.indexOf(Math.max(...lengths))
}

const YEAR = /^\s+((?:1[89]|20)\d\d)\b/

/** "Modern Slavery Act 2018": the name of an Act, but the Act has another year. */
function isOfAnotherYear(text: string, { start, end, value: { of } }: Hit): boolean {
  const year = YEAR.exec(text.slice(end, end + 8))?.[1]
  if (year === undefined || !/\bAct$/.test(text.slice(start, end))) return false
  return of.entry.act !== undefined && Number(year) !== of.entry.act.year
}

function byStatement(hits: readonly Hit[]): Map<Known, Hit[]> {
  const all = new Map<Known, Hit[]>()
  for (const hit of hits) {
    const own = all.get(hit.value.of) ?? []
    own.push(hit)
    all.set(hit.value.of, own)
  }
  return all
}

function claimed(
  text: string,
  sentence: Range,
  claim: Range,
  { negated: wanted }: Statement,
): boolean {
  if (OF_ATTEMPT.test(text.slice(claim.end, claim.end + 24))) return false
  const manner = mannerOf(text, sentence, claim)
  const denied = manner.denied || /^\s+(?:no|neither|nothing)\b/i.test(text.slice(claim.end))
  return manner.claimed && denied === (wanted ?? false)
}

const CONDITION = /^\s*(?:even\s+)?(?:if|where|when|unless|once)\b[^;:,]*,\s/i

/** A sentence without the condition it begins with: "If …, there is no offence" says what the law is. */
function mainClause(text: string, { start, end }: Range, claim: Range): Range {
  const [condition = ''] = CONDITION.exec(text.slice(start, claim.start)) ?? []
  const imagined =
    /\b(?:were|had|would|should|could|becomes?|pass(?:es|ed)?|agreed|enacted|Bill)\b/i
  return { start: imagined.test(condition) ? start : start + condition.length, end }
}

const SET_AGAINST = /^,?\s*(?:whereas|while|whilst)\b/i
const AGAINST = /\b(?:whereas|while|whilst)$/i

/** "…, whereas the seller’s conduct must be persistent": what is set against another is said of its own subject. */
function ownClause(text: string, sentence: Range, claim: Range): Range {
  const clause = clauseAt(text, sentence, claim.start)
  const against =
    AGAINST.test(text.slice(sentence.start, clause.start)) ||
    SET_AGAINST.test(text.slice(clause.end, sentence.end))
  return against ? clause : sentence
}

const NEGATED =
  /(?:\b(?:no|not|never|without|neither|nor|any lack of|rather than|instead of)|n[’']t)\s+(?:[\w-]+\s+){0,2}$/i

/** "no nuisance": the words stand there only to be denied. */
function negated(text: string, { start }: Range): boolean {
  return NEGATED.test(text.slice(Math.max(0, start - 40), start))
}

/** How many findings are looked back at for one of the same words. */
const MOST_ALIKE = 8
const LONGEST = 160

/** The words of a statement from the first to the last, or those that make the claim. */
function stretch(claim: Range, rest: readonly (readonly Range[])[], statement: Statement): Range {
  if (statement.instead) return { start: claim.start, end: claim.end }
  const nearest = rest.flatMap((group) => {
    const ordered = [...group].sort((a, b) => gap(claim, a) - gap(claim, b))
    return ordered[0] ?? []
  })
  const start = Math.min(claim.start, ...nearest.map((one) => one.start))
  const end = Math.max(claim.end, ...nearest.map((one) => one.end))
  return end - start > LONGEST ? { start: claim.start, end: claim.end } : { start, end }
}

function gap(one: Range, other: Range): number {
  return Math.max(other.start - one.end, one.start - other.end, 0)
}

/** Keeps one finding of those that a rule makes of the same words: the one that says most. */
function add(found: FoundStatement[], one: FoundStatement): void {
  const from = Math.max(0, found.length - MOST_ALIKE)
  const at = found.findIndex((other, index) => index >= from && alike(one, other))
  const other = found[at]
  if (!other) found.push(one)
  else if (other.statement.why !== one.statement.why && lengthOf(one) > lengthOf(other))
    found[at] = one
}

function alike(one: FoundStatement, other: FoundStatement): boolean {
  return (
    one.statement.rule === other.statement.rule && one.start < other.end && other.start < one.end
  )
}

function lengthOf({ start, end }: Range): number {
  return end - start
}

/** The reports that a rule makes of the wrong statements in a block. */
export function statementReports(
  statements: StatementReader,
  document: Document,
  block: Block,
  rule: StatementRule,
): LawReport[] {
  return statements(document, block).flatMap((found) => {
    const { statement, entry, start, end } = found
    const severity = severityFrom([entry])
    if (statement.rule !== rule || !severity) return []
    const capital = /^\p{Lu}/u.test(block.text.slice(start))
    const expected = (statement.instead ?? []).map((words) => (capital ? upperFirst(words) : words))
    return [{ block, start, end, severity, expected, ...explained(statement.why, entry) }]
  })
}
