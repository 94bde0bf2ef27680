/** What somebody else is said to hold, by a noun: "the charity’s view is that …", "the claim that …". */
import type { Range } from '../document.ts'
import { type Words, wordAt } from '../match/words.ts'
import { clauseEnd, FINITE, quotedEnd } from './clause.ts'
import type { Lexicon } from './lexicon.ts'
import type { Report } from './report.ts'
import { isVoiced, OWN } from './subject.ts'
import { quoteOf } from './zone.ts'

/** "The view that", "the view, that". */
const DIRECTLY = /^,? that\b/
/** "The union position, that …, was carried". */
const APPOSED = /^, that\b/
/** "The view of the board that". */
const HOLDER = /^ (?:of|by|from|behind|among|amongst|within) [^.;:]{1,70}?,? that\b/
/** "The claim in paragraph 3 that". */
const PLACED = /^ (?:in|on|at) (?:[\p{L}\d.]+ ){1,4}that\b/u
/** "The advice to the board was clearly that". */
const PREDICATE =
  /^(?:(?: (?:of|by|from|to|on|in) [^.;:,]{1,60})|(?:, [^.;:,]{1,60},))? (?:is|was|remains|remained|has been|had been) (?:\p{L}+ ){0,2}?that\b/u
/** "The argument is simple:", "their demand:". */
const COLON = /^(?: (?:is|was) (?:\p{L}+ ){0,2}\p{L}+)?:/u
/** "The charity’s official line", "his view", "Amnesty’s long-held position". */
const POSSESSED = /(?:['’]s|s['’]|\b(?:his|her|their|its|your))(?: [\p{L}-]+){0,2} $/iu
/** "Sought clarification as to whether", "a question was put as to how". */
const QUESTION = /^ (?:[^.;:,]{1,40} )?as to (?:whether|how|why|what|which|who)\b/
/** "The point most often made was that". */
const MADE =
  /^ (?:[\p{L}]+ ){0,3}(?:made|raised|given|put|voiced|expressed|received) (?:[\p{L}]+ ){0,3}(?:is|was|were) that\b/u
/** "A case that involved": no clause, and nothing that somebody holds. */
const RELATIVE = /^,? that (?:is|was|were|has|have|had|will|would|could|can|may|might|\p{L}+ed)\b/u
/** Whether another verb follows, of which what looks like a verb could be the subject. */
function hasFinite(clause: string): boolean {
  return clause.split(/\s/).some((word) => word === 'be' || FINITE.has(word))
}

const DEMAND = /^demands?$/
/** A verb in the present. */
const DRIVES = /^\s?\p{Ll}+s\b/u

/** "A resident reports", "each union claims": a verb that looks like a noun. */
const VERB = /\b(?:a|an|any|each|every|no|this|that) [\p{L}-]+ $/iu
/** What stands before a noun and not before a verb: "the fear that", not "staff fear that". */
const BEFORE_NOUN =
  /(?:^|\b(?:the|a|an|any|this|these|that|those|no|some|such|of|by|with|on|to|against|despite|from|over|amid)(?: [\p{L}-]+)?) $|^$/iu
/** Verbs with which a writer makes a view his own, unless he denies it: "we share the belief that". */
const ADOPTING = new Set(
  'make made take took hold held have had share shared form formed reach reached come came support accept accepted agree agreed endorse express expressed repeat of'.split(
    ' ',
  ),
)
const DENIAL = /^(?:not|never|cannot|can't|don't|reject.*|den(?:y|ied))$/
const LONGEST_HOLDER = 40
const LONGEST_LINK = 110

/** What the nouns of a sentence report. */
export function viewsIn(words: Words, sentence: Range, { sets }: Lexicon): Report[] {
  const reports: Report[] = []
  for (
    let index = wordAt(words, sentence.start);
    (words.starts[index] ?? sentence.end) < sentence.end;
    index++
  ) {
    const key = words.keys[index] ?? ''
    const claim = sets.claimNouns.has(key)
    const debate = sets.debates.has(key) ? debateAt(words, index, sentence) : undefined
    if (debate) reports.push(debate)
    const known = [sets.viewNouns, sets.standpoints, sets.remarks].some((set) => set.has(key))
    if (!claim && !known) continue
    const report = viewAt(words, index, sentence, claim, sets)
    if (report) reports.push(report)
  }
  return reports
}

/** What stands around a noun, white space plain. */
interface Noun {
  readonly key: string
  readonly claim: boolean
  readonly before: string
  readonly after: string
  /** Where it ends: an index in the text. */
  readonly end: number
  readonly possessed: boolean
}

function viewAt(
  words: Words,
  index: number,
  sentence: Range,
  claim: boolean,
  sets: Lexicon['sets'],
): Report | undefined {
  const key = words.keys[index] ?? ''
  const start = words.starts[index] ?? 0
  const end = words.ends[index] ?? 0
  const after = plain(words.text.slice(end, Math.min(sentence.end, end + LONGEST_LINK)))
  const before = plain(words.text.slice(Math.max(sentence.start, end - LONGEST_HOLDER), start))
  const first = Math.max(wordAt(words, sentence.start), index - 5)
  if (isHisOwn(words.keys.slice(first, index))) return undefined
  if (key.endsWith('s') && VERB.test(before)) return undefined
  const noun = { key, claim, before, after, end, possessed: POSSESSED.test(before) }
  const range =
    besideNoun(words, noun, start, sentence, sets) ?? clauseOf(words, noun, sentence, sets)
  const evidence = quoteOf(before + words.text.slice(start, end))
  return range && { ...range, sentence, evidence, past: false, pronoun: false }
}

/** "In the authors’ view, …", "…, in the officer’s phrase", "their demand: …". */
function besideNoun(
  words: Words,
  { key, before, after, end, possessed }: Noun,
  start: number,
  sentence: Range,
  { standpoints }: Lexicon['sets'],
): Range | undefined {
  if (!possessed) return undefined
  if (standpoints.has(key) && IN_VIEW.test(before) && !/^ (?:to|on|by|for)\b/.test(after)) {
    const closes = /^\W*$/.test(after)
    return closes ? { start: sentence.start, end: start } : { start: end, end: sentence.end }
  }
  if (!COLON.test(after)) return undefined
  const colon = end + after.indexOf(':')
  return { start: colon, end: quotedEnd(words, colon, sentence) }
}

/** The clause that a noun announces, if somebody other than the writer holds it. */
function clauseOf(
  words: Words,
  { key, claim, before, after, end, possessed }: Noun,
  sentence: Range,
  sets: Lexicon['sets'],
): Range | undefined {
  const remark = !claim && !sets.viewNouns.has(key) && !sets.standpoints.has(key)
  const link = (remark ? [MADE] : [DIRECTLY, HOLDER, PREDICATE, PLACED, QUESTION, MADE])
    .map((pattern) => pattern.exec(after))
    .find(Boolean)
  if (!link) return undefined
  const start = end + link[0].length
  // "The demand from buyers that drives it": nobody demands anything.
  const clause = words.text.slice(start, sentence.end)
  if (DEMAND.test(key) && DRIVES.test(clause) && !hasFinite(clause)) return undefined
  // "The belief of this council is that"
  if (speaksOfItself(words, end, start)) return undefined
  const voiced = isVoiced(words, { start: sentence.start, end: start }, sets)
  if (PLACED.test(after) && !claim && !voiced) return undefined
  const held =
    possessed ||
    [HOLDER, MADE, APPOSED].some((pattern) => pattern.test(after)) ||
    (claim && BEFORE_NOUN.test(before)) ||
    (voiced && !RELATIVE.test(after))
  if (!held) return undefined
  const predicate = PREDICATE.test(after)
  const stop = predicate ? sentence.end : clauseEnd(words, start, sentence)
  return predicate && speaksOfItself(words, start, stop) ? undefined : { start, end: stop }
}

/** "A debate over whether …", "the argument about sex work being …", "about sex work as …". */
const POINT =
  /^ (?:whether\b|(?:about|over|on|around|as to) whether\b|(?:about|over|on|around) (?:[\p{L}’'-]+ ){1,5}(?:being|as)\b)/u

/** What a quarrel is about, unless the writer takes part in it. */
function debateAt(words: Words, index: number, sentence: Range): Report | undefined {
  const start = words.ends[index] ?? 0
  const after = plain(words.text.slice(start, Math.min(sentence.end, start + LONGEST_LINK)))
  if (
    !POINT.test(after) ||
    speaksOfItself(words, Math.max(sentence.start, start - LONGEST_LINK), start)
  )
    return undefined
  const evidence = quoteOf(words.text.slice(words.starts[index], start))
  const end = clauseEnd(words, start, sentence)
  return { start, end, sentence, evidence, past: false, pronoun: false }
}

/** "Our view", "we take the view": the words before the noun say that the writer holds it. */
function isHisOwn(before: readonly string[]): boolean {
  const own = before.findLastIndex((key) => OWN.has(key) && key !== 'this')
  if (own < 0) return false
  if (/^(?:our|my)$/.test(before[own] ?? '')) return true
  const between = before.slice(own + 1)
  return between.some((key) => ADOPTING.has(key)) && !between.some((key) => DENIAL.test(key))
}

/** "In the authors’ view, …", ": in their submission …": the sentence, or what is left of it, is theirs. */
const IN_VIEW =
  /(?:^|[,;:] |\b(?:because|since|that|but) )\s*(?:[\d.()]+ )?(?:in|on|to|by|from) (?:[\p{L}.’'-]+ ){1,8}$/iu

/** "The borough’s position is that it belongs in this strategy": the borough is the writer. */
function speaksOfItself(words: Words, start: number, end: number): boolean {
  return words.keys.slice(wordAt(words, start), wordAt(words, end)).some((key) => OWN.has(key))
}

/** White space of any kind is a space; the length stays. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ')
}
