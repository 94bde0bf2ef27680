/** Attributed speech: what somebody else is said to say, without quotation marks. */
import type { Block } from '../blocks.ts'
import type { Document, Range } from '../document.ts'
import { type Words, wordAt } from '../words.ts'
import type { Lexicon } from './lexicon.ts'
import type { Zone } from './zone.ts'

const list = (text: string) => new Set(text.split(' '))

/** The writer himself: what these say is in his own voice. */
const OWN = list('i we this our my us')
/** Words that may stand between a subject and its verb. */
const BETWEEN = list(
  'has have had is are was were been be being also often further recently then now still rightly widely repeatedly previously rather both all even may might would could will can do does did not never clearly explicitly initially simply strongly later once again',
)
const BE = list('is are was were be been being')
const PRONOUNS = list('he she they who it one some others many several')
/** A reporting verb followed by one of these reports no clause ("reported to", "said nothing"). */
const NO_CLAUSE = list(
  'to on about for in of by with at as from and or but into over under against after before during than so how nothing something anything little much more less yes no what why when where it this them him her us me',
)
const OPENERS = list('that whether if')
/** What a body decides is its own word, although it is reported. */
const DECISIONS = list(
  'agreed accepted acknowledged recognised noted confirmed announced recommended',
)
/** Verbs whose passive passes somebody’s words on: "members were told that". */
const PASSED_ON = list('told informed advised assured warned')
/** "was said to", "are alleged to": a report with nobody named. */
const PASSIVE_REPORTS = list('said alleged reported claimed rumoured understood believed thought')
/** Subjects with which a clause begins after "told a friend". */
const CLAUSE_SUBJECTS = list('he she they it we i there')
/** "in the authors’ view": nouns for what somebody holds. */
const VIEWS = list('view views opinion words account telling eyes judgement judgment phrase')

/** The stretches of a block that somebody other than the writer is said to say. */
export function speechIn(document: Document, block: Block, lexicon: Lexicon): Zone[] {
  const introduced = introducedSpeech(document, block, lexicon)
  if (introduced) return [introduced]
  const words = document.words(block)
  if (!mayReport(words, lexicon)) return []
  return [
    ...attributions(document, block, lexicon),
    ...document.sentences(block).flatMap((sentence) => speechInSentence(words, sentence, lexicon)),
  ]
}

function mayReport(words: Words, { sets, phrases }: Lexicon): boolean {
  return (
    words.keys.some((key) => sets.reportingVerbs.has(key) || VIEWS.has(key)) ||
    phrases.attributions(words).length > 0
  )
}

/** "Respondents said:" speaks for every item of its list. */
function introducedSpeech(document: Document, block: Block, lexicon: Lexicon): Zone | undefined {
  const introduction = block.introduction
  if (!introduction || !/:\s*$/.test(introduction.text)) return undefined
  const words = document.words(introduction)
  const sentence = document.sentenceAt(introduction, introduction.text.length)
  const verb = verbsIn(words, sentence, lexicon).find((index) =>
    isReport(words, index, sentence, lexicon),
  )
  if (verb === undefined) return undefined
  return {
    start: 0,
    end: block.text.length,
    class: 'attributed',
    evidence: quoteOf(introduction.text),
  }
}

function speechInSentence(words: Words, sentence: Range, lexicon: Lexicon): Zone[] {
  const reports = verbsIn(words, sentence, lexicon).flatMap((verb): Zone[] => {
    const zone = reach(words, verb, sentence, lexicon)
    return zone
      ? [{ ...zone, class: 'attributed', evidence: subjectAndVerb(words, verb, sentence) }]
      : []
  })
  return [...reports, ...views(words, sentence)]
}

/** "According to X, …", "…, according to X", "the idea that …". */
function attributions(document: Document, block: Block, { phrases }: Lexicon): Zone[] {
  const words = document.words(block)
  return phrases.attributions(words).map(({ start, end, value }) => {
    const sentence = document.sentenceAt(block, start)
    const leads = words.text.slice(sentence.start, start).trim().length < 12
    const zone = value.endsWith(' that')
      ? { start: end, end: clauseEnd(words, end, sentence) }
      : leads
        ? { start: end, end: sentence.end }
        : { start: clauseStart(words, start, sentence), end: start }
    return { ...zone, class: 'attributed', evidence: `“${value}”` }
  })
}

/** "In the authors’ view, …" */
function views(words: Words, sentence: Range): Zone[] {
  return [...indicesIn(words, sentence)].flatMap((index): Zone[] => {
    if (!VIEWS.has(words.keys[index] ?? '') || index === 0) return []
    const gap = words.text.slice(words.ends[index - 1], words.starts[index])
    const start = words.ends[index] ?? 0
    const lead = words.text.slice(sentence.start, start)
    if (
      !/^(?:['’]s?|s['’])\s/.test(gap) ||
      lead.length > 60 ||
      !/^\s*(?:[\d.()]+\s+)?in\s/i.test(lead)
    )
      return []
    return [{ start, end: sentence.end, class: 'attributed', evidence: quoteOf(lead) }]
  })
}

/** The idea that …: somebody’s thought, up to the next comma. */
function clauseEnd(words: Words, start: number, sentence: Range): number {
  const stop = words.text.slice(start, sentence.end).search(/[,;–—]/)
  return stop < 0 ? sentence.end : start + stop
}

/** "…, according to X" speaks for what comes before it, back to a dash or semicolon. */
function clauseStart(words: Words, end: number, sentence: Range): number {
  const before = words.text.slice(sentence.start, end)
  const signs = ['–', '—', ';', ' - ', '('].map((sign) => before.lastIndexOf(sign) + 1)
  return sentence.start + Math.max(0, ...signs)
}

function* indicesIn(words: Words, { start, end }: Range): Generator<number> {
  for (let index = wordAt(words, start); (words.starts[index] ?? end) < end; index++) yield index
}

function verbsIn(words: Words, sentence: Range, { sets }: Lexicon): number[] {
  return [...indicesIn(words, sentence)].filter((index) =>
    sets.reportingVerbs.has(words.keys[index] ?? ''),
  )
}

/** The stretch that the verb at an index reports as somebody else’s words, if it does. */
function reach(words: Words, verb: number, sentence: Range, lexicon: Lexicon): Range | undefined {
  const end = words.ends[verb] ?? 0
  const after = words.text.slice(end, sentence.end)
  if (isReport(words, verb, sentence, lexicon)) {
    if (/^\s*:/.test(after)) return { start: end, end: quotedEnd(words, end, sentence) }
    const clause = clauseAfter(words, verb, sentence, lexicon)
    if (clause !== undefined)
      return { start: clause, end: reportEnd(words, clause, verb, sentence) }
    const aside = asideAround(words, verb, sentence)
    if (aside) return aside
    if (!isPassive(words, subjectOf(words, verb, sentence), verb)) {
      return trailing(words, verb, sentence)
    }
  }
  return inverted(words, verb, sentence, lexicon)
}

/** A sentence or clause that begins with one of these is not over when its report is. */
const SUBORDINATE = list(
  'although though while whilst whereas if when whenever because since unless',
)
/** What begins a new clause that is the writer’s own again. */
const OWN_AGAIN =
  /;|\s[–—]\s|—|, (?:but|yet|whereas|whilst|although|though|and (?:we|this|our|i|so|yet)\b)/i

/** Where a reported clause ends: where the sentence does, or where the writer takes up again. */
function reportEnd(words: Words, start: number, verb: number, sentence: Range): number {
  const text = words.text.slice(start, sentence.end)
  const first = words.keys[wordAt(words, sentence.start)] ?? ''
  const relative = words.keys.slice(Math.max(0, verb - 2), verb).includes('who')
  const stop = SUBORDINATE.has(first) || relative ? /[,;]|\s[–—]\s|—/ : OWN_AGAIN
  const end = text.search(stop)
  return end < 0 ? sentence.end : start + end
}

/** After a colon: the quotation that follows, or all of the sentence. */
function quotedEnd(words: Words, start: number, sentence: Range): number {
  const text = words.text.slice(start, sentence.end)
  if (!/^\s*:\s*["“‘']/.test(text)) return sentence.end
  const close = text.slice(4).search(/["”’'](?=[\s,.;]|$)/)
  return close < 0 ? sentence.end : start + 4 + close
}

/** Where the reported clause begins: after "that", or at once ("critics say sex work is …"). */
function clauseAfter(
  words: Words,
  verb: number,
  sentence: Range,
  lexicon: Lexicon,
): number | undefined {
  const next = verb + 1
  const start = words.starts[next]
  if (start === undefined || start >= sentence.end) return undefined
  const key = words.keys[verb] ?? ''
  const passive = isPassive(words, subjectOf(words, verb, sentence), verb)
  const following = words.keys.slice(next, next + (passive ? FARTHEST_PASSIVE_THAT : FARTHEST_THAT))
  if (following.some((word) => OPENERS.has(word))) return words.ends[verb]
  if (/^(?:tell|tells|told)$/.test(key)) {
    const subject = following.findIndex((word) => CLAUSE_SUBJECTS.has(word))
    return subject > 0 ? words.starts[next + subject] : undefined
  }
  const gap = words.text.slice(words.ends[verb], start)
  const says = lexicon.sets.sayVerbs.has(key) || passive
  return says && !NO_CLAUSE.has(words.keys[next] ?? '') && !/[,;]/.test(gap)
    ? words.ends[verb]
    : undefined
}

/** How many words may come before "that": "told the committee that", "It was reported in X and Y that". */
const FARTHEST_THAT = 5
const FARTHEST_PASSIVE_THAT = 9

/** Whether the verb at an index reports somebody else’s words. */
function isReport(words: Words, verb: number, sentence: Range, lexicon: Lexicon): boolean {
  const first = wordAt(words, sentence.start)
  const subject = subjectOf(words, verb, sentence)
  if (subject < first) return false
  const head = words.keys[subject] ?? ''
  const key = words.keys[verb] ?? ''
  const next = words.keys[verb + 1] ?? ''
  if (determinedAsOwn(words, subject, first)) return false
  if (isPassive(words, subject, verb)) {
    return (
      head === 'it' ||
      (PASSIVE_REPORTS.has(key) && next === 'to') ||
      (PASSED_ON.has(key) && next === 'that')
    )
  }
  const { speakers, thirdParties, weakVerbs } = lexicon.sets
  if (thirdParties.has(head)) return true
  if (isPast(key) && !DECISIONS.has(key)) {
    if (OPENERS.has(next) || speakers.has(head)) return true
  }
  if (weakVerbs.has(key)) return false
  return speakers.has(head) || PRONOUNS.has(head) || isName(words, subject, first)
}

function isPast(key: string): boolean {
  return key.endsWith('ed') || /^(?:said|told|thought|felt|wrote|heard)$/.test(key)
}

/** "have been told": somebody tells the subject, who says nothing. */
function isPassive(words: Words, subject: number, verb: number): boolean {
  return words.keys.slice(subject + 1, verb).some((word) => BE.has(word))
}

/** The index of the word that stands before a verb, its auxiliaries, adverbs, and a year in brackets. */
function subjectOf(words: Words, verb: number, sentence: Range): number {
  const first = wordAt(words, sentence.start)
  let subject = verb - 1
  while (
    subject >= first &&
    (BETWEEN.has(words.keys[subject] ?? '') || /^\d+$/.test(words.keys[subject] ?? ''))
  ) {
    subject--
  }
  return subject
}

/** "We", "this guidance", "our report": the writer speaks. */
function determinedAsOwn(words: Words, subject: number, first: number): boolean {
  for (let index = subject; index >= first && index > subject - 4; index--) {
    if (OWN.has(words.keys[index] ?? '')) return true
    const gap = words.text.slice(words.ends[index - 1] ?? 0, words.starts[index])
    if (/[,;:(]/.test(gap)) break
  }
  return false
}

function isName(words: Words, index: number, first: number): boolean {
  const word = words.text.slice(words.starts[index], words.ends[index])
  if (!/^\p{Lu}/u.test(word)) return false
  return index > first || /\p{Lu}\S*\p{Lu}/u.test(word)
}

const LONGEST_ASIDE = 60

/** ", campaigners say,": an aside that attributes the whole sentence. */
function asideAround(words: Words, verb: number, sentence: Range): Range | undefined {
  const before = words.text.slice(sentence.start, words.starts[verb])
  const comma = before.lastIndexOf(',')
  const closes = /^\s*,/.test(words.text.slice(words.ends[verb], sentence.end))
  return closes && comma > 0 && before.length - comma < LONGEST_ASIDE ? sentence : undefined
}

/** "…, campaigners say." */
function trailing(words: Words, verb: number, sentence: Range): Range | undefined {
  const after = words.text.slice(words.ends[verb], sentence.end)
  if (after.trim().length > LONGEST_ASIDE) return undefined
  const before = words.text.slice(sentence.start, words.starts[verb])
  const comma = Math.max(before.lastIndexOf(','), before.lastIndexOf('”'), before.lastIndexOf('’,'))
  if (comma <= 0 || before.length - comma > LONGEST_ASIDE) return undefined
  return { start: sentence.start, end: sentence.start + comma }
}

/** "…, says the charity that ran it." */
function inverted(
  words: Words,
  verb: number,
  sentence: Range,
  { sets }: Lexicon,
): Range | undefined {
  if (!sets.sayVerbs.has(words.keys[verb] ?? '') || verb === 0) return undefined
  const gap = words.text.slice(words.ends[verb - 1], words.starts[verb])
  const following = words.keys.slice(verb + 1, verb + 4)
  const own = following.some((word) => OWN.has(word))
  const named =
    /^\s+(?:the|a|an|one|his|her|their)\s|^\s+(?:\p{Lu}|he\b|she\b|they\b)/u.test(
      words.text.slice(words.ends[verb], sentence.end),
    ) || following.some((word) => sets.thirdParties.has(word))
  if (!/,["”’']?\s*$/.test(gap) || own || !named) return undefined
  return { start: sentence.start, end: words.ends[verb - 1] ?? sentence.start }
}

function subjectAndVerb(words: Words, verb: number, sentence: Range): string {
  const start = Math.max(words.starts[Math.max(verb - 3, 0)] ?? 0, sentence.start)
  return quoteOf(words.text.slice(start, words.ends[verb]))
}

function quoteOf(text: string): string {
  const short = text.replace(/\s+/g, ' ').trim()
  return `“${short.length > 60 ? `…${short.slice(-60)}` : short}”`
}
