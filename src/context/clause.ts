/** How far a report reaches: the clause or the object behind its verb, and where the writer takes up again. */
import type { Range } from '../document.ts'
import { type Words, wordAt } from '../match/words.ts'
import type { Match } from '../match.ts'
import type { Lexicon } from './lexicon.ts'
import type { Subject } from './subject.ts'

const list = (text: string) => new Set(text.split(' '))

/** A reporting verb followed by one of these reports no clause ("reported to", "said nothing"). */
const NO_CLAUSE = list(
  'to on about for in of by with at as from and or but into over under against after before during than so how nothing something anything little much more less yes no what why when where it this them him her us me',
)
/** Words that open a reported clause. */
export const OPENERS = list('that whether if')
/** "Asked how many", "explained why": directly behind the verb they report a question. */
export const QUESTION_WORDS = list('how why what which who')
/** Verbs whose object hears what is reported and is the writer’s: "asked sex workers whether". */
const HEARD = /^(?:ask|tell|told|warn|remind|assur|inform|advis)/
/** "Claimed it would", "said this is": a clause, although "it" alone could be an object. */
const CLAUSE_PRONOUNS = list('it this no')
export const FINITE = list(
  "is are was were has have had will would shall should can could may might must does do did isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't shouldn't can't cannot couldn't doesn't don't didn't",
)
/** Subjects with which a clause begins after "told a friend". */
const CLAUSE_SUBJECTS = list('he she they it we i there')

/** What a verb reports: the clause behind it, or what somebody is said to speak of. */
export function reportedAfter(
  words: Words,
  verb: Match<string>,
  subject: Subject,
  sentence: Range,
  lexicon: Lexicon,
): Range | undefined {
  const clause = clauseAfter(words, verb, subject, sentence, lexicon)
  if (clause !== undefined) {
    // "As the union contends, that …"
    const comma = /^,\s/.test(words.text.slice(clause, clause + 2)) ? 1 : 0
    const start = clause + comma
    return { start, end: reportEnd(words, start, verb, subject, sentence) }
  }
  const topic = topicAfter(words, verb, subject, sentence, lexicon)
  if (topic === undefined) return undefined
  const describes = topic === verb.end && DESCRIBE.test(verb.value)
  return {
    start: topic,
    end: endOf(words, topic, sentence, describes ? DESCRIBED_END : OBJECT_END),
  }
}

/** Whether a verb is in the past tense. */
export function isPast(key: string): boolean {
  return key.endsWith('ed') || PAST.has(key)
}

const ASIDE = /^, [^,;:.]+, that\b/
const LONGEST_ASIDE = 70
const PAST = list('said told thought felt wrote spoke heard found held made went put')
/** Where the reported clause begins: after "that", or at once ("critics say sex work is …"). */
function clauseAfter(
  words: Words,
  { first, last, end, value }: Match<string>,
  { passive, other }: Subject,
  sentence: Range,
  lexicon: Lexicon,
): number | undefined {
  if (value.endsWith(' that')) return end
  const start = words.starts[last]
  if (start === undefined || start >= sentence.end) return undefined
  const key = words.keys[first] ?? ''
  const following = keysAfter(
    words,
    last,
    passive ? FARTHEST_PASSIVE_THAT : FARTHEST_THAT,
    sentence,
  )
  if (REGARD.test(value)) return undefined
  const comma = /[,;]/.test(words.text.slice(end, start))
  if (QUESTION_WORDS.has(following[0] ?? '') && following[1] !== 'to' && !comma) return end
  // "Ministers are said to see", but "there are thought to be"
  if (passive && other && following[0] === 'to') return end
  // "Explained, in answer to the Chair, that"
  const aside = ASIDE.exec(words.text.slice(end, Math.min(end + LONGEST_ASIDE, sentence.end)))
  if (aside) return end + aside[0].length
  const opener = following.findIndex((word) => OPENERS.has(word))
  if (opener === 0 || (opener > 0 && !comma))
    return HEARD.test(key) ? words.ends[last + opener] : end
  if (/^(?:tell|tells|told)$/.test(key)) {
    const subject = following.findIndex((word) => CLAUSE_SUBJECTS.has(word))
    return subject > 0 ? words.starts[last + subject] : undefined
  }
  // "Residents felt the homeless were blamed"
  if (other && !passive && !comma && isClause(words, last, sentence)) return end
  const says = lexicon.sets.sayVerbs.has(value) || passive
  const next = words.keys[last] ?? ''
  const clause = CLAUSE_PRONOUNS.has(next) && FINITE.has(words.keys[last + 1] ?? '')
  return says && (clause || !NO_CLAUSE.has(next)) && !comma ? end : undefined
}

/** Whether a noun and its verb stand at an index, with nothing between that begins another clause. */
function isClause(words: Words, first: number, sentence: Range): boolean {
  const keys = keysAfter(words, first, LONGEST_CLAUSE_SUBJECT, sentence)
  const verb = keys.findIndex((key) => FINITE.has(key))
  const joined = keys.slice(0, verb).some((key) => JOINED.has(key))
  const apart = words.text.slice(words.starts[first], words.starts[first + verb])
  return verb > 0 && !NO_CLAUSE.has(keys[0] ?? '') && !joined && !/[,;:(]/.test(apart)
}

const LONGEST_CLAUSE_SUBJECT = 7
/** What begins a clause of its own, or joins a second verb to the first. */
const JOINED = list(
  'who which that what when where while if as and or but because than whose why how to',
)

/**
 * What somebody speaks of: "spoke of …", "called for … to be …", "wants … to be …", "worried about … being …", what
 * stands behind "sees … as", and what stands between "described" and "as".
 * What he only asks for, or speaks about, the writer can have put in his own words.
 */
function topicAfter(
  words: Words,
  { last, end, value }: Match<string>,
  { passive }: Subject,
  sentence: Range,
  { sets }: Lexicon,
): number | undefined {
  const following = keysAfter(words, last, FARTHEST_INFINITIVE, sentence)
  if (value.endsWith(' about')) {
    return following.some((word, index) => index > 0 && word.endsWith('ing')) ? end : undefined
  }
  if (passive) return undefined
  if (value.endsWith(' of') || value.endsWith(' to')) return end
  const to = following.indexOf('to')
  if (value.endsWith(' for')) return to < 0 ? undefined : end
  // "Wants the law to end …" is how the writer puts it.
  if (sets.wishVerbs.has(value)) return to > 0 && following[to + 1] === 'be' ? end : undefined
  const as = following.indexOf('as')
  if (DESCRIBE.test(value)) return as >= 0 ? end : undefined
  // "Views the sites as …": what the sites are called here is the writer’s.
  return REGARD.test(value) && as > 0 && !NOT_REGARDED.has(following[as + 1] ?? '')
    ? words.ends[last + as]
    : undefined
}

const DESCRIBE = /^describ/
const REGARD = /^(?:regard|see|saw|view)/
/** "Saw them as soon as", "as they left". */
const NOT_REGARDED = list('soon well long much many far often part he she it they we usual before')
const FARTHEST_INFINITIVE = 6

/** The next words of a sentence, as far as the writer does not come in: "…, we ask whether". */
export function keysAfter(
  words: Words,
  from: number,
  count: number,
  { end }: Range,
): readonly string[] {
  const keys = words.keys.slice(from, Math.min(from + count, wordAt(words, end)))
  const own = keys.findIndex((key) => key === 'we' || key === 'i')
  return own < 0 ? keys : keys.slice(0, own)
}

/** How many words may come before "that": "told the committee that", "It was reported in X and Y that". */
const FARTHEST_THAT = 5
export const FARTHEST_PASSIVE_THAT = 9

/** A sentence or clause that begins with one of these is not over when its report is. */
export const SUBORDINATE = list(
  'although though while whilst whereas if when whenever because since unless even however granted',
)
/** What begins a new clause that is the writer’s own again; "2009 – 2018" begins none. */
const OWN_AGAIN =
  /;|(?<!\d)\s[–—]\s|\s[–—]\s(?!\d)|—|, (?:but|yet|whereas|whilst|although|though|and (?:we|this|our|i|so|yet)\b)/i
/** The same, where a speech is passed on that can run on over a semicolon. */
const OWN_AFTER_SPEECH =
  /; (?:but|yet|and|we|i|this|our|in our|in my|however)\b|(?<!\d)\s[–—]\s|\s[–—]\s(?!\d)|—|, (?:but|yet|whereas|whilst|although|though|and (?:we|this|our|i|so|yet)\b)/i

/** Where a reported clause ends: where the sentence does, or where the writer takes up again. */
function reportEnd(
  words: Words,
  start: number,
  { first }: Match<string>,
  { head, other }: Subject,
  sentence: Range,
): number {
  const opening = words.keys[wordAt(words, sentence.start)] ?? ''
  const inside = SUBORDINATE.has(opening) || head === 'who'
  const speech = other && isPast(words.keys[first] ?? '')
  return endOf(words, start, sentence, inside ? INSIDE : speech ? OWN_AFTER_SPEECH : OWN_AGAIN)
}

const INSIDE = /[,;]|\s[–—]\s|—|\sand who\b/
/** What somebody speaks of ends at brackets too: "described ASWs (i.e. …)". */
const OBJECT_END = /[,;(]|\s[–—]\s|—/
/** The other end of what is described: what stands behind it is a mention of its own. */
const DESCRIBED_END = /[,;(]|\sas\b/

function endOf(words: Words, start: number, sentence: Range, stop: RegExp): number {
  const end = words.text.slice(start, sentence.end).search(stop)
  return end < 0 ? sentence.end : start + end
}

/** Where a clause that a noun announces ends: "the view that …". */
export function clauseEnd(words: Words, start: number, sentence: Range): number {
  return endOf(words, start, sentence, INSIDE)
}

/** Where what somebody says ends, if it may run to the end of its sentence: where the writer takes up again. */
export function speechEnd(words: Words, start: number, sentence: Range): number {
  return endOf(words, start, sentence, OWN_AGAIN)
}

/** After a colon: the quotation that follows, or all of the sentence. */
export function quotedEnd(words: Words, start: number, sentence: Range): number {
  const text = words.text.slice(start, sentence.end)
  if (!/^\s*:\s*["“‘']/.test(text)) return sentence.end
  const close = text.slice(4).search(/["”’'](?=[\s,.;]|$)/)
  return close < 0 ? sentence.end : start + 4 + close
}
