/** What somebody else is said to say, by a reporting verb: "respondents said that …". */
import type { Range } from '../document.ts'
import { type Words, wordAt } from '../match/words.ts'
import type { Match } from '../match.ts'
import {
  clauseEnd,
  FARTHEST_PASSIVE_THAT,
  FINITE,
  isPast,
  keysAfter,
  OPENERS,
  QUESTION_WORDS,
  quotedEnd,
  reportedAfter,
  SUBORDINATE,
} from './clause.ts'
import type { Lexicon } from './lexicon.ts'
import { isVoiced, OWN, READINGS, type Subject, subjectOf } from './subject.ts'
import { quoteOf } from './zone.ts'

const list = (text: string) => new Set(text.split(' '))

/** What a body decides is its own word, although it is reported. */
const DECISIONS = list(
  'resolved decided agreed accepted acknowledged recognised noted confirmed announced recommended',
)
/** Verbs whose passive passes somebody’s words on: "members were told that". */
const PASSED_ON = list('told informed advised assured warned asked')
/** "was said to", "are alleged to": a report with nobody named. */
const PASSIVE_REPORTS = list('said alleged reported claimed rumoured understood believed thought')

/** Words that are somebody else’s, and how they are reported. */
export interface Report extends Range {
  readonly sentence: Range
  readonly evidence: string
  /** Somebody said it then: the report may go on in the next sentences. */
  readonly past: boolean
  /** An Act or a treaty says it. */
  readonly law?: boolean
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
  const { wishVerbs, stances } = lexicon.sets
  // Whoever "said a few words" can go on in the next sentence; whoever wants something says nothing.
  const silent = wishVerbs.has(verb.value) || stances.has(verb.value)
  const nothing = silent ? undefined : { start: verb.end, end: verb.end }
  const range = says
    ? (reach(words, verb, subject, sentence, lexicon) ?? nothing)
    : inverted(words, verb, sentence, lexicon)
  return (
    range && {
      ...range,
      sentence,
      past,
      pronoun: subject?.pronoun ?? false,
      law: subject?.instrument ?? false,
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
  const reported =
    reportedAfter(words, verb, subject, sentence, lexicon) ??
    asideAround(words, verb, subject, sentence)
  if (reported) return reported
  return subject.passive ? undefined : trailing(words, verb, subject, sentence)
}

/** "said:", "put it differently:", "wrote to us last year:". */
const COLON = /^(?:\s+(?!what\b)[\p{L}\d’']+){0,5}\s*:/u

/** Whether a verb with its subject reports somebody else’s words. */
function isReport(
  words: Words,
  verb: Match<string>,
  subject: Subject,
  sentence: Range,
  { sets }: Lexicon,
): boolean {
  const { first, last, value } = verb
  const { keys } = words
  const key = keys[first] ?? ''
  const next = keys[last] ?? ''
  // "They could not claim sick pay", "felt they had no choice": nothing is said.
  if (
    OBTAINS.test(key) &&
    keys.slice(Math.max(0, first - 3), first).some((word) => ABLE.has(word))
  ) {
    if (next !== 'that') return false
  }
  if (FEELS.test(key) && CHOICELESS.test(words.text.slice(verb.end, sentence.end))) return false
  // "A decision on their asylum claims are waiting", "to find out if": a noun, and somebody who looks for himself.
  if (key.endsWith('s') && FINITE.has(next) && !opensClause(words, verb)) return false
  if (next === 'out' && FINDS.test(key)) return false
  // "Types of alleged exploitation": it only says of what kind.
  if (key.endsWith('ed') && OF.test(keys[first - 1] ?? '') && next !== 'that') return false
  // "The Secretary of State: …" has a noun.
  if (/^\p{Lu}\p{Ll}/u.test(words.text.slice(verb.start, verb.end))) return false
  // "We are told at the door that …": the subject hears it; "callers must be told that" says the writer.
  if (subject.passive && PASSED_ON.has(key)) {
    if (next === 'to') return false
    const following = keysAfter(words, last, FARTHEST_PASSIVE_THAT, sentence)
    const clause =
      QUESTION_WORDS.has(following[0] ?? '') || following.some((word) => OPENERS.has(word))
    return (clause || opensColon(words, verb)) && !subject.ordered
  }
  // "Respondents favoured the second, arguing that"
  const before = { start: sentence.start, end: verb.start }
  const added = key.endsWith('ing') && /,\s$/.test(words.text.slice(before.end - 2, before.end))
  if (added && isVoiced(words, before, sets)) return true
  if (subject.own) return key.startsWith('quot') && opensColon(words, verb)
  if (sets.stances.has(value)) return subject.other || (subject.speaker && opensColon(words, verb))
  if (sets.wishVerbs.has(value))
    return (subject.other || (subject.speaker && key === 'found')) && !subject.passive
  if (subject.passive) {
    if (subject.head === 'it') return !DECISIONS.has(key)
    return PASSIVE_REPORTS.has(key) && next === 'to'
  }
  if (READINGS.has(key) && !subject.other && subject.head === 'it') return false
  // "Some cases indicated that": the writer reads it off them.
  if (FACTS.has(subject.head) && READ_OFF.test(key)) return false
  if (subject.other) return true
  const speech = subject.speaker || OPENERS.has(next) || sets.sayVerbs.has(value)
  if (isPast(key) && !DECISIONS.has(key) && !READINGS.has(key) && speech) return true
  if (!sets.weakVerbs.has(value)) return subject.speaker || isSaid(words, verb, sets)
  // "While the Trust believes that …, …": the writer sets it against something else.
  const opening = words.keys[wordAt(words, sentence.start)] ?? ''
  return subject.speaker && SUBORDINATE.has(opening) && !CONCEDED.test(key)
}

const FINDS = /^f(?:ind(?:s|ing)?|ound)$/

/** Whether a sign stands between a verb and what follows it. */
function opensClause(words: Words, { last, end }: Match<string>): boolean {
  return /\S/.test(words.text.slice(end, words.starts[last]))
}

const OF = /^(?:of|for|from|by|with|on|about|against)$/
/** What people get by claiming, if they can. */
const OBTAINS = /^claim(?:ing|ed)?$/
const ABLE = list("can could cannot can't couldn't may able unable entitled eligible")
/** A plight, which the writer puts in his own words. */
const FEELS = /^feel(?:s|ing)?$|^felt$/
const CHOICELESS =
  /^\s(?:that\s)?(?:\p{L}+\s)?(?:has|have|had|there\s(?:is|was))\s(?:no|little)\s(?:\p{L}+\s)?(?:choice|option|alternative)\b/u

/** "The far right claims": whatever claims is somebody, unless it is only "to claim", "let me claim" or "tells us". */
function isSaid(
  { keys, text, starts, ends }: Words,
  { first, last, value }: Match<string>,
  { sayVerbs }: Lexicon['sets'],
): boolean {
  const key = keys[first] ?? ''
  const next = keys[last] ?? ''
  if (text.slice(ends[first - 1], starts[first]).includes(',')) return false
  if (READINGS.has(key) || WRITTEN.test(key) || HEARERS.test(keys[first - 1] ?? '')) return false
  if (value.endsWith(' of')) return sayVerbs.has(value)
  // "Asylum claims that were refused": a noun.
  if (OPENERS.has(next)) return !FINITE.has(keys[last + 1] ?? '')
  return /^tells?$/.test(key) && !HEARERS.test(next) && OPENERS.has(keys[last + 1] ?? '')
}

/** What has no words of its own, and what it does to whoever looks at it. */
const FACTS = list('case cases data figure figures number numbers occurrences records totals')
const READ_OFF = /^(?:indicat|show|reveal|demonstrat|confirm|suggest|impl)/

/** What notes and plans do as well, and what is no verb of a sentence: "the plan says", "claiming". */
const WRITTEN = /^(?:says?|stat|not|record|report|read|explain|advis)|ing$/
const HEARERS = /^(?:to|me|us|you|must|should)$/

/** What a writer grants in a clause with "while" is his own. */
const CONCEDED = /^(?:accept|acknowledg|agree|not|recognis|appreciat)/

/** "I quote from the letter: …" is the letter’s. */
function opensColon(words: Words, { end }: Match<string>): boolean {
  return COLON.test(words.text.slice(end, end + LONGEST_ASIDE))
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
  if (!closes) return undefined
  // "Although he was sold, he says, “…”": only what is quoted is his.
  const opens = words.keys[wordAt(words, sentence.start)] ?? ''
  const quoted = /^\s*["“‘]/.test(words.text.slice(verb.end + closes[0].length, sentence.end))
  if (quoted && SUBORDINATE.has(opens)) return undefined
  const before = words.text.slice(sentence.start, subject.start)
  const start = verb.end + closes[0].length
  // "As the inspector put it in 2019, …", but "as the guidance says, we will …"
  if (/^\s*as\s+$/i.test(before)) {
    return OWN.has(words.keys[wordAt(words, start)] ?? '')
      ? undefined
      : { start, end: sentence.end }
  }
  // "Even if, as the union alleges, …, …"
  if (/, as\s+$/i.test(before)) {
    const opening = wordAt(words, sentence.start)
    if (SUBORDINATE.has(words.keys[opening] ?? ''))
      return { start, end: clauseEnd(words, start, sentence) }
    const from = Math.max(opening, verb.first - LONGEST_ASIDE)
    const own = words.keys.slice(from, verb.first).some((key) => OWN.has(key))
    return own ? undefined : sentence
  }
  if (commaBefore(words, verb, subject, sentence) === undefined) return undefined
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
  // "Although she tried to escape, she states “…”": she says what is quoted.
  if (/^[,:]?\s*["“‘]/.test(after)) return undefined
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
  { first, last, end }: Match<string>,
  sentence: Range,
  { sets }: Lexicon,
): Range | undefined {
  if (last - first > 1 || first === 0) return undefined
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
