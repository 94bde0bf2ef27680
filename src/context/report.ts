/** What somebody else is said to say, by a reporting verb: "respondents said that …". */
import type { Range } from '../document.ts'
import type { Match } from '../match.ts'
import { type Words, wordAt } from '../words.ts'
import type { Lexicon } from './lexicon.ts'
import { OWN, READINGS, type Subject, subjectOf } from './subject.ts'
import { quoteOf } from './zone.ts'

const list = (text: string) => new Set(text.split(' '))

/** A reporting verb followed by one of these reports no clause ("reported to", "said nothing"). */
const NO_CLAUSE = list(
  'to on about for in of by with at as from and or but into over under against after before during than so how nothing something anything little much more less yes no what why when where it this them him her us me',
)
const OPENERS = list('that whether if')
/** "Asked how many", "explained why": directly behind the verb they report a question. */
const QUESTION_WORDS = list('how why what which who')
/** A verb that ends with one of these ("called for") reports what follows: "called for sex work to be …". */
const OF_WHAT = /(?: of| for| to| against)$/
/** What a body decides is its own word, although it is reported. */
const DECISIONS = list(
  'resolved decided agreed accepted acknowledged recognised noted confirmed announced recommended',
)
/** Verbs whose passive passes somebody’s words on: "members were told that". */
const PASSED_ON = list('told informed advised assured warned asked')
/** "was said to", "are alleged to": a report with nobody named. */
const PASSIVE_REPORTS = list('said alleged reported claimed rumoured understood believed thought')
/** Subjects with which a clause begins after "told a friend". */
const CLAUSE_SUBJECTS = list('he she they it we i there')

/** Words that are somebody else’s, and how they are reported. */
export interface Report extends Range {
  readonly sentence: Range
  readonly evidence: string
  /** Somebody said it then: the report may go on in the next sentences. */
  readonly past: boolean
  /** It is said by "he", "she" or "they": whoever was reported before. */
  readonly pronoun: boolean
}

/** What a reporting verb passes on as somebody else’s words, if it does; nothing for "she asked for help". */
export function reportBy(
  words: Words,
  verb: Match<string>,
  sentence: Range,
  lexicon: Lexicon,
): Report | undefined {
  const subject = subjectOf(words, verb.first, sentence, lexicon)
  const past = isPast(words.keys[verb.first] ?? '')
  const says = subject !== undefined && isReport(words, verb, subject, sentence, lexicon)
  const range = says
    ? (reach(words, verb, subject, sentence, lexicon) ?? { start: verb.end, end: verb.end })
    : inverted(words, verb, sentence, lexicon)
  return (
    range && {
      ...range,
      sentence,
      past,
      pronoun: subject?.pronoun ?? false,
      evidence: quoteOf(words.text.slice(subject?.start ?? verb.start, verb.end)),
    }
  )
}

/** Whether a verb reports somebody else’s words at all, wherever these stand. */
export function reports(
  words: Words,
  verb: Match<string>,
  sentence: Range,
  lexicon: Lexicon,
): boolean {
  const subject = subjectOf(words, verb.first, sentence, lexicon)
  return subject !== undefined && isReport(words, verb, subject, sentence, lexicon)
}

function reach(
  words: Words,
  verb: Match<string>,
  subject: Subject,
  sentence: Range,
  lexicon: Lexicon,
): Range | undefined {
  const after = words.text.slice(verb.end, sentence.end)
  const colon = COLON.exec(after)
  if (colon) {
    const start = verb.end + colon[0].length - 1
    return { start, end: quotedEnd(words, start, sentence) }
  }
  const clause = clauseAfter(words, verb, subject, sentence, lexicon)
  if (clause !== undefined) {
    return { start: clause, end: reportEnd(words, clause, verb, subject, sentence) }
  }
  const topic = topicAfter(words, verb, subject, sentence)
  if (topic !== undefined) return { start: topic, end: objectEnd(words, topic, sentence) }
  const aside = asideAround(words, verb, subject, sentence)
  if (aside) return aside
  return subject.passive ? undefined : trailing(words, verb, subject, sentence)
}

/** "said:", "put it differently:", "wrote to us last year:". */
const COLON = /^(?:\s+[\p{L}\d’']+){0,5}\s*:/u

/** Whether a verb with its subject reports somebody else’s words. */
function isReport(
  words: Words,
  verb: Match<string>,
  subject: Subject,
  sentence: Range,
  { sets }: Lexicon,
): boolean {
  const { first, last, value } = verb
  const key = words.keys[first] ?? ''
  const next = words.keys[last] ?? ''
  // "The Secretary of State: …" has a noun.
  if (/^\p{Lu}\p{Ll}/u.test(words.text.slice(verb.start, verb.end))) return false
  // "We are told at the door that …": the subject hears it; "callers must be told that" says the writer.
  if (subject.passive && PASSED_ON.has(key)) {
    const clause = keysAfter(words, last, FARTHEST_PASSIVE_THAT, sentence).some((word) =>
      OPENERS.has(word),
    )
    return (clause || opensColon(words, verb)) && !subject.ordered
  }
  if (subject.own) return key.startsWith('quot') && opensColon(words, verb)
  if (subject.passive) {
    if (subject.head === 'it') return !DECISIONS.has(key)
    return PASSIVE_REPORTS.has(key) && next === 'to'
  }
  if (READINGS.has(key) && !subject.other && subject.head === 'it') return false
  if (subject.other) return true
  const speech = subject.speaker || OPENERS.has(next) || sets.sayVerbs.has(value)
  if (isPast(key) && !DECISIONS.has(key) && !READINGS.has(key) && speech) return true
  return subject.speaker && !sets.weakVerbs.has(value)
}

/** "I quote from the letter: …" is the letter’s. */
function opensColon(words: Words, { end }: Match<string>): boolean {
  return COLON.test(words.text.slice(end, end + LONGEST_ASIDE))
}

function isPast(key: string): boolean {
  return key.endsWith('ed') || PAST.has(key)
}

const PAST = list('said told thought felt wrote spoke heard found held made went put')

/** Where the reported clause begins: after "that", or at once ("critics say sex work is …"). */
function clauseAfter(
  words: Words,
  { first, last, end, value }: Match<string>,
  { passive }: Subject,
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
  if (QUESTION_WORDS.has(following[0] ?? '') || following.some((word) => OPENERS.has(word)))
    return end
  if (/^(?:tell|tells|told)$/.test(key)) {
    const subject = following.findIndex((word) => CLAUSE_SUBJECTS.has(word))
    return subject > 0 ? words.starts[last + subject] : undefined
  }
  const says = lexicon.sets.sayVerbs.has(value) || passive
  return says &&
    !NO_CLAUSE.has(words.keys[last] ?? '') &&
    !/[,;]/.test(words.text.slice(end, start))
    ? end
    : undefined
}

/** What somebody speaks of: behind "called for", "asked the clerk about", and between "described" and "as". */
function topicAfter(
  words: Words,
  { first, last, end, value }: Match<string>,
  { passive, other }: Subject,
  sentence: Range,
): number | undefined {
  const key = words.keys[first] ?? ''
  // "That the council write to the minister about": it has not written.
  if (passive || !(other || isPast(key) || key.endsWith('s')) || THOUGHT.test(key)) return undefined
  if (OF_WHAT.test(value)) return end
  const following = keysAfter(words, last, FARTHEST_THAT, sentence)
  if (key.startsWith('describ')) return following.includes('as') ? end : undefined
  const about = following.indexOf('about')
  return about < 0 || NOTHING.has(following[0] ?? '') ? undefined : words.ends[last + about]
}

const THOUGHT = /^(?:th(?:ink|inks|ought)|fe(?:el|els|lt))$/
const NOTHING = list('nothing something anything little much more less')

/** The next words of a sentence, as far as the writer does not come in: "…, we ask whether". */
function keysAfter(words: Words, from: number, count: number, { end }: Range): readonly string[] {
  const keys = words.keys.slice(from, Math.min(from + count, wordAt(words, end)))
  const own = keys.findIndex((key) => key === 'we' || key === 'i')
  return own < 0 ? keys : keys.slice(0, own)
}

/** How many words may come before "that": "told the committee that", "It was reported in X and Y that". */
const FARTHEST_THAT = 5
const FARTHEST_PASSIVE_THAT = 9

/** A sentence or clause that begins with one of these is not over when its report is. */
const SUBORDINATE = list(
  'although though while whilst whereas if when whenever because since unless',
)
/** What begins a new clause that is the writer’s own again. */
const OWN_AGAIN =
  /;|\s[–—]\s|—|, (?:but|yet|whereas|whilst|although|though|and (?:we|this|our|i|so|yet)\b)/i
/** The same, where a speech is passed on that can run on over a semicolon. */
const OWN_AFTER_SPEECH =
  /; (?:but|yet|and|we|i|this|our|in our|in my|however)\b|\s[–—]\s|—|, (?:but|yet|whereas|whilst|although|though|and (?:we|this|our|i|so|yet)\b)/i

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

function endOf(words: Words, start: number, sentence: Range, stop: RegExp): number {
  const end = words.text.slice(start, sentence.end).search(stop)
  return end < 0 ? sentence.end : start + end
}

function objectEnd(words: Words, start: number, sentence: Range): number {
  return endOf(words, start, sentence, OBJECT_END)
}

/** Where a clause that a noun announces ends: "the view that …". */
export function clauseEnd(words: Words, start: number, sentence: Range): number {
  return endOf(words, start, sentence, INSIDE)
}

/** After a colon: the quotation that follows, or all of the sentence. */
export function quotedEnd(words: Words, start: number, sentence: Range): number {
  const text = words.text.slice(start, sentence.end)
  if (!/^\s*:\s*["“‘']/.test(text)) return sentence.end
  const close = text.slice(4).search(/["”’'](?=[\s,.;]|$)/)
  return close < 0 ? sentence.end : start + 4 + close
}

const LONGEST_ASIDE = 60
/** The end of an aside, and whether what follows is added to it. */
const ASIDE_END = /^(?:\s+[\p{L}\d’']+){0,4}\s*,(\s+(?:and|but|yet|so)\b)?/u

/** ", campaigners say," and ", he told the House,": an aside that attributes the whole sentence. */
function asideAround(
  words: Words,
  verb: Match<string>,
  subject: Subject,
  sentence: Range,
): Range | undefined {
  const closes = ASIDE_END.exec(words.text.slice(verb.end, sentence.end))
  // "As the inspector put it in 2019, …"
  if (closes && /^\s*as\s+$/i.test(words.text.slice(sentence.start, subject.start))) {
    return { start: verb.end + closes[0].length, end: sentence.end }
  }
  if (!closes || commaBefore(words, verb, subject, sentence) === undefined) return undefined
  return closes[1] === undefined ? sentence : { start: sentence.start, end: verb.end }
}

/** "…, campaigners say." */
function trailing(
  words: Words,
  verb: Match<string>,
  subject: Subject,
  sentence: Range,
): Range | undefined {
  const after = words.text.slice(verb.end, sentence.end)
  const comma = commaBefore(words, verb, subject, sentence)
  if (after.trim().length > LONGEST_ASIDE || comma === undefined) return undefined
  return { start: sentence.start, end: comma }
}

/** Where the comma stands after which a subject and its verb are added to a sentence. */
function commaBefore(
  words: Words,
  { start }: Match<string>,
  subject: Subject,
  sentence: Range,
): number | undefined {
  const before = words.text.slice(sentence.start, subject.start)
  const comma = /[,”’]["”’]?\s+(?:["“‘(]\s*)?$/.exec(before)
  const near = start - subject.start < LONGEST_ASIDE
  return comma && comma.index > 0 && near ? sentence.start + comma.index : undefined
}

/** "…, says the charity that ran it." */
function inverted(
  words: Words,
  { first, last, value, end }: Match<string>,
  sentence: Range,
  { sets }: Lexicon,
): Range | undefined {
  if (!sets.sayVerbs.has(value) || first === 0) return undefined
  const gap = words.text.slice(words.ends[first - 1], words.starts[first])
  const following = words.keys.slice(last, last + 3)
  const own = following.some((word) => OWN.has(word))
  const named =
    /^\s+(?:the|a|an|one|his|her|their)\s|^\s+(?:\p{Lu}|he\b|she\b|they\b)/u.test(
      words.text.slice(end, sentence.end),
    ) || following.some((word) => sets.thirdParties.has(word))
  if (!/,["”’']?\s*$/.test(gap) || own || !named) return undefined
  return { start: sentence.start, end: words.ends[first - 1] ?? sentence.start }
}
