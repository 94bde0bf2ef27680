/** What a sentence says something of: the grammar between a predicate and the provisions it is about. */

import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import { firstFrom } from '../../sorted.ts'
import type { Mention } from '../cite/mention.ts'
import { type Manner, mannerOf } from './manner.ts'
import { chosen, type Ordinal, ordinalIn } from './ordinal.ts'

/** Words that say something of a provision: "a summary-only offence", "punishable with 7 years". */
export interface Predicate extends Range {
  /** Its own words with the noun they stand before. */
  readonly phrase: Range
  /** It names a kind of offences and says of none that it is one: "the limit is for summary offences". */
  readonly ofKind?: boolean
}

/** What a predicate is said of. */
export interface Predication extends Manner {
  /** The provisions it is said of; empty if it stands open, as in the introduction of a list. */
  readonly mentions: readonly Mention[]
  /** It is said of something else in the sentence: it introduces nothing. */
  readonly closed: boolean
}

/**
 * Finds what a predicate is said of.
 *
 * `mentions` are those of the block, `others` the other predicates of its kind in the block, both in order
 * of place.
 */
export function predicationOf(
  document: Document,
  block: Block,
  predicate: Predicate,
  mentions: readonly Mention[],
  others: readonly Predicate[],
): Predication {
  const sentence = document.sentenceAt(block, predicate.start)
  const inside = mentions.slice(
    firstFrom(mentions, sentence.start),
    firstFrom(mentions, sentence.end),
  )
  const here: Place = { text: block.text, sentence, predicate, inside, others }
  const manner = mannerOf(block.text, sentence, {
    start: predicate.phrase.start,
    end: predicate.end,
  })
  const after = following(here)
  if (after.length > 0) return { ...manner, mentions: after, closed: true }
  const before = preceding(here)
  if (before.length > 0) return { ...manner, mentions: before, closed: true }
  const other = inside.some(
    (mention) => mention.end <= predicate.start && isAttendant(block.text, mention),
  )
  if (other) return { ...manner, mentions: [], closed: true }
  const seen = referredTo(here)
  if (seen.length > 0) return { ...manner, mentions: seen, closed: true }
  const first = firstFrom(mentions, sentence.start)
  const earlier = mentions.slice(Math.max(0, first - MOST_EARLIER), first)
  const said = ofFragment(document, block, here, earlier)
  if (said.length > 0) return { ...manner, mentions: said, closed: true }
  const back = backTo(here)
  if (!back) return { ...manner, mentions: [], closed: false }
  const last = latest(block.text, earlier, sentence.start)
  const meant =
    back === 'it' ? last : chosen(back, inLastSentence(document, block, earlier, sentence.start))
  // "These may be tried only in …:" speaks of what comes.
  const introduces = meant.length === 0 && block.text.trimEnd().endsWith(':')
  return { ...manner, mentions: meant, closed: !introduces }
}

interface Place {
  readonly text: string
  readonly sentence: Range
  readonly predicate: Predicate
  readonly inside: readonly Mention[]
  readonly others: readonly Predicate[]
}

const LINKS =
  /^(?:[\s,:(–—-]|\([a-z\d]{1,3}\)|\b(?:such as|including|includes?|like|namely|e\.g\.|i\.e\.|eg|ie|for example|under|in|of|over|by|contrary to|created by|set out in|found in|are|is|the|an?|offences?|charges?|both|those|these|provisions?|cases?|only|at|as|follows|(?:in|under) (?:this|the|that) [\p{L}-]+(?: [\p{L}-]+)?(?= (?:are|include)\b))(?![\p{L}]))*$/iu
const BARE = /^[\s,]*$/
/** ": loitering (section 1); soliciting (section 46)", " (loitering, section 1; …": a list in running text, whatever its items are called. */
const LISTED = /^\s?(?::\s?[^\s.;:()][^.;:()]{0,60}\(|\([^\s.;:()][^.;:()]{0,40},\s)$/
const NEXT_LISTED = /^\)?(?:[;,]\s?[^\s.;:()][^.;:()]{0,60}\(|;\s?[^\s.;:()][^.;:()]{0,40},\s)$/
/** ", as is section 33A": what is said before is understood of it, and it is not what that is about. */
const INVERTED = /\b(?:as|so|nor|neither)\s+(?:is|are)\s+(?:the\s+)?$/i
const AND =
  /^[)\]”’"']?[\s,;&/]*(?:\([^()]*\)[\s,;]*)?(?:and\s+)?(?:\([a-z\d]{1,3}\)\s*)?(?:(?:and|or|nor|as well as|also|both|the|offences?|under|in|of|contrary to|created by|that|those)\b[\s,]*)*$/i
const VERB =
  /^[”’"')\]\s]*,?\s*(?:is|are|was|were|has|have|had|carries|carry|remains?|can|may|must|should|will|does|do|applies|apply)\b/i

/** "summary-only offences such as sections 33 and 34", "the summary-only offence in section 33". */
function following({ text, sentence, predicate, inside }: Place): readonly Mention[] {
  const { end } = predicate.phrase
  const from = firstFrom(inside, end)
  const first = inside[from]
  if (!first) return []
  const gap = text.slice(end, first.start)
  const opening = /^\s*(?:as|being)\s+(?:an?\s+|the\s+)?$/i.test(
    text.slice(sentence.start, predicate.start),
  )
  if (opening && /^,\s*(?:the\s+(?:offences?\s+(?:of|under|in)\s+)?)?$/i.test(gap))
    return series(text, inside, from)
  const listed = LISTED.test(gap)
  if (!(listed || LINKS.test(gap)) || INVERTED.test(gap) || (BARE.test(gap) && gap !== ' '))
    return []
  const all = series(text, inside, from, listed)
  const last = all.at(-1) ?? first
  const copula = /\b(?:is|are|include|includes)\b/i.test(gap)
  if (!copula && /[:(–—-]/.test(gap) && VERB.test(text.slice(last.end, last.end + 30))) return []
  return all
}

const AT_MOST = /^\P{L}*(?:(?:up to|at most|no more than|not more than|a maximum of)\s+)?$/iu

/** Whether a sentence begins with what stands at an index, or with "up to" before it. */
export function opensSentence(text: string, sentence: Range, index: number): boolean {
  return AT_MOST.test(text.slice(sentence.start, index))
}

/** "What is the maximum for section 53? Seven years.", "Kerb crawling (s.51A). Summary only.": of what the words before are. */
function ofFragment(
  document: Document,
  block: Block,
  { text, sentence, predicate }: Place,
  earlier: readonly Mention[],
): readonly Mention[] {
  if (!opensSentence(text, sentence, predicate.start)) return []
  const those = inLastSentence(document, block, earlier, sentence.start)
  const [only] = those
  if (!only || those.length > 1) return []
  const rest = text.slice(document.sentenceAt(block, only.start).start, only.start)
  const asks = /\?\s*$/.test(text.slice(only.end, sentence.start))
  const bare = /^\P{L}*$/u.test(rest + text.slice(only.end, sentence.start))
  return asks || bare ? [only] : []
}

const SEE = /^[^.;:()]{0,40}(?:[:;,]\s*see\s+|\(\s*(?:see\s+)?)$/i

/** "…, punishable with five years: see section 75A": what a sentence without another provision refers to. */
function referredTo({ text, predicate, inside }: Place): readonly Mention[] {
  const [only, ...others] = inside
  const gap = only && text.slice(predicate.phrase.end, only.start)
  if (!only || others.length > 0 || !gap || !SEE.test(gap)) return []
  return VERB.test(text.slice(only.end, only.end + 30)) ? [] : [only]
}

/** A mention and those that are strung to it with commas and "and". */
function series(
  text: string,
  mentions: readonly Mention[],
  from: number,
  listed = false,
): readonly Mention[] {
  let to = from + 1
  for (; to < mentions.length; to++) {
    const [before, next] = [mentions[to - 1], mentions[to]]
    const gap = text.slice(before?.end, next?.start)
    if (!before || !next || !(AND.test(gap) || (listed && NEXT_LISTED.test(gap)))) break
    if (clauseBegins(text, before, next)) break
  }
  return mentions.slice(from, to)
}

/** "section 33 is …, and section 33A is …": after a comma and "and" the second may begin a clause. */
function clauseBegins(text: string, before: Mention, next: Mention): boolean {
  const gap = text.slice(before.end, next.start)
  return (
    /[,;]/.test(gap) &&
    VERB.test(text.slice(next.end, next.end + 30)) &&
    !/^\s*,\s*$/.test(gap) &&
    !/\b(?:and|or)\b/.test(gap)
  )
}

const BOUNDARY =
  /[;]|\b(?:but|whereas|while|whilst|although|though|however|because|since|so|unless|until|given that|that|which|who|when|where|if|then)\b/gi
const OUTSIDE =
  /\b(?:unlike|other than|except(?: for)?|apart from|rather than|instead of|alongside|as opposed to|compared (?:with|to)|(?:in )?contrast (?:to|with)|as distinct from|distinct from|not|excluding|besides|than|(?:half|twice|double|triple|same)\b[^,;.()]{0,30}\b(?:of|as|for)|(?:inserted|amended|replaced|repealed|substituted|introduced|added|superseded) by|beside|next to|before|after)\s+(?:an?\s+|the\s+)?(?:offences?\s+)?(?:under\s+|in\s+|of\s+|for\s+)?$/i
const PRONOUN =
  /^[\s,:(–—-]*(?:(?:yes|no)\b[\s,.:;–—-]*)?(?:(?:and|as|that|both|all|therefore|also|each)\s+)*(?:it|this|that|they|these|those|both|each|such|the (?:former|latter|same|offences?)|which|who)\b/i

const LIKENED =
  /[,(–—]\s*(?:just\s+|much\s+)?(?:like|as with)\s+(?:an?\s+|the\s+)?(?:offences?\s+)?(?:under\s+|in\s+|of\s+)?$/i

/** Whether a provision is named only to set it beside another: "unlike section 33A", "rather than section 53", ", like section 34,". */
export function isSetApart(text: string, { start }: Range): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  return OUTSIDE.test(before) || LIKENED.test(before)
}

/** The subject of the predicate: the nearest provision before it, and those strung to it. */
function preceding(place: Place): readonly Mention[] {
  const { text, sentence, predicate, inside } = place
  if (predicate.ofKind) return []
  const { from, region, start: clause } = clauseOf(place)
  const candidates = subjects(text, inside, clause, predicate.start)
  if (candidates.length > 0) return candidates
  const antecedent = inside.findLast((mention) => mention.end <= clause && mention.start >= from)
  if (antecedent && isRelative(text, antecedent.end, clause)) return [antecedent]
  const lead = text.slice(clause, predicate.start)
  const which = ordinalIn(lead)
  if (which) return chosen(which, inside.slice(0, firstFrom(inside, clause)))
  const pronoun = PRONOUN.test(lead) || endsInRelative(region)
  if (!pronoun && !goesOn(text.slice(from, clause), lead))
    return COPULA.test(lead) || MODAL.test(lead) ? topic(place) : []
  const named = subjects(text, inside, sentence.start, clause)
  const last = named.at(-1)
  const other = last && RELATIVE.test(lead)
  return other && !isAntecedent(text.slice(last.end, clause)) ? [] : named
}

/** The clause that a predicate stands in: where it begins, and what stands between that before it and it. */
function clauseOf({ text, sentence, predicate, inside, others }: Place) {
  const previous = others[firstFrom(others, predicate.start) - 1]
  const from = Math.max(previous?.phrase.end ?? 0, sentence.start)
  const region = withoutMentions(text, from, predicate.start, inside)
  return { from, region, start: from + lastBoundary(region) }
}

const COPULA = /\b(?:is|are)\s+(?:now\s+|still\s+|only\s+|up to\s+|an?\s+)*$/i
/** "… the court can impose up to five years". */
const MODAL = /\b(?:can|may|must|cannot|could)\b[^,;]{0,60}$/i
const TOPIC =
  /^\s*(?:under|for|in|in the case of|as for|as regards)\s+(?:the\s+)?(?:offences?\s+(?:of|in|under)\s+)?$/i

/** "Under section 53 the longest term that a court can pass is …": what the sentence begins with, if that is all it names. */
function topic({ text, sentence, predicate, inside }: Place): readonly Mention[] {
  const [first, ...others] = inside.slice(0, firstFrom(inside, predicate.start))
  const begins = first && TOPIC.test(text.slice(sentence.start, first.start))
  return begins && others.length === 0 ? [first] : []
}

const FINITE =
  /^\s*(?:,[^,]{1,40},\s*)?(?:(?:still|also|yet|nevertheless|nonetheless)\s+)?(?:is|are|remains?|can|may|must|carries|carry|attracts?)\b/i

/** "section 53 carries seven years but is …": the subject goes on. */
function goesOn(before: string, lead: string): boolean {
  return /\b(?:but|yet|though|although|so)$/i.test(before) && FINITE.test(lead)
}

const RELATIVE = /^\s*(?:which|that|who)\b/i

/** Whether "which" behind some words is the provision before them: "…, which", "… is an offence which". */
function isAntecedent(gap: string): boolean {
  return /^[\s”’"')]*(?:,[^,;]{1,60})?(?:(?:is|are|was|remains?|being)\s+(?:an?|the|one|all|both)\b[^,;]*)?,?\s*(?:and\s+)?$/i.test(
    gap,
  )
}

/** A stretch of text with its provisions blanked out: the "who" in the name of an offence begins no clause. */
function withoutMentions(
  text: string,
  start: number,
  end: number,
  inside: readonly Mention[],
): string {
  let rest = ''
  let at = start
  for (const mention of inside.slice(firstFrom(inside, start), firstFrom(inside, end))) {
    if (mention.end > end || mention.start < at) continue
    rest += text.slice(at, mention.start) + ' '.repeat(mention.end - mention.start)
    at = mention.end
  }
  return rest + text.slice(at, end)
}

/** "unlike section 4A, which is …", "section 53, for which …": said of the provision next to the pronoun. */
function isRelative(text: string, end: number, clause: number): boolean {
  return (
    /^\s*,?\s*(?:for\s+)?$/i.test(text.slice(end, clause).replace(/\b(?:which|that)\s*$/i, '')) &&
    (/\bwhich\s*$/i.test(text.slice(end, clause)) || /^\s*which\b/i.test(text.slice(clause)))
  )
}

/** Provisions of a stretch that can be its subject: the last of them with those strung to it. */
function subjects(
  text: string,
  inside: readonly Mention[],
  start: number,
  end: number,
): readonly Mention[] {
  const all = inside
    .slice(firstFrom(inside, start), firstFrom(inside, end))
    .filter((mention) => mention.end <= end)
  const able = all.filter((mention) => !isSetApart(text, mention))
  const last = able.length - 1
  let from = last
  for (; from > 0; from--) {
    const [before, next] = [able[from - 1], able[from]]
    if (!before || !next || !AND.test(text.slice(before.end, next.start))) break
  }
  const strung = able.slice(Math.max(0, from))
  return strung.some((mention) => isAttendant(text, mention)) ? [] : strung
}

/** Where the clause begins that a stretch of text ends in. */
function lastBoundary(region: string): number {
  let last = 0
  for (const { 0: word, index } of region.matchAll(BOUNDARY)) {
    const rest = region.slice(index + word.length)
    // "which is", "that are": the relative pronoun is the subject itself.
    if (
      /^(?:that|which|who)$/i.test(word) &&
      /^\s+(?:is|are|was|were|remains?|can|may|has|have|carr(?:y|ies)|attracts?)\b/i.test(rest)
    ) {
      last = index
    } else last = index + word.length
  }
  return last
}

function endsInRelative(region: string): boolean {
  return /\b(?:which|that)\s+(?:is|are|was|were|remains?|carr(?:y|ies)|attracts?)\b[^,;]*$/i.test(
    region,
  )
}

/** "Since December 2015 it …". */
const DATE = /^\s*(?:since|from|in|as of|after)\s+(?:\d{1,2}\s+)?(?:\p{Lu}\p{L}+\s+)?\d{4},?\s+/iu

/** "It is …", "This offence is …", "…; the second is …": said of what the text spoke of before, or of one of them. */
function backTo(place: Place): 'it' | Ordinal | undefined {
  const { text, sentence, predicate } = place
  const lead = text.slice(clauseOf(place).start, predicate.start)
  const whole = text.slice(sentence.start, predicate.start).replace(DATE, '')
  return ordinalIn(lead) ?? ordinalIn(whole) ?? (PRONOUN.test(whole) ? 'it' : undefined)
}

/** The provisions of the sentence before another begins. */
function inLastSentence(
  document: Document,
  block: Block,
  earlier: readonly Mention[],
  end: number,
): readonly Mention[] {
  const last = earlier.at(-1)
  if (!last || end - last.end > LONGEST_REACH) return []
  const { start } = document.sentenceAt(block, last.start)
  return earlier.slice(firstFrom(earlier, start))
}

/** The provisions of the sentence before, if it speaks of one thing only. */
function latest(text: string, earlier: readonly Mention[], end: number): readonly Mention[] {
  const last = earlier.at(-1)
  if (!last || end - last.end > LONGEST_REACH) return []
  const all = subjects(text, earlier, 0, end)
  const other = earlier.at(-all.length - 1)
  return other && other.start > end - LONGEST_REACH && !same(other, last) ? [] : all
}

const LONGEST_REACH = 240
const MOST_EARLIER = 12

function same(one: Mention, other: Mention): boolean {
  return one.entries.length > 0 && one.entries.every((entry) => other.entries.includes(entry))
}

const TO_COMMIT =
  /\b(?:conspir\w+|attempt\w*|incitements?)\s+(?:to|of)\s(?:(?!\b(?:is|are|was|were|carries|may|can|must|should|but|while|whereas)\b)[^;.]){0,90}$/i
const DIRECTLY =
  /\b(?:conspir\w+|attempt\w*|incit\w+|encourag\w+|assist\w*|aid(?:s|ed|ing)?|abet\w*|counsel\w*|procur\w+)(?:[\s,]+(?:to|or|and|in|of|at|the|an?|any|commit|committing|commission|offences?|under|contrary to|encourag\w+|assist\w*|abet\w*|counsel\w*|procur\w+))*\s*$/i

/**
 * Whether a mention is only what a conspiracy, an attempt, or somebody’s help is about. What is true of
 * an offence may not be of a conspiracy to commit it.
 */
export function isAttendant(text: string, { start }: Range): boolean {
  const before = text.slice(Math.max(0, start - 120), start)
  return TO_COMMIT.test(before) || DIRECTLY.test(before)
}
