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
  'has have had is are was were been be being also often further recently then now still rightly has widely repeatedly previously recently rather both all even may might would could will can do does did not never clearly explicitly initially simply strongly',
)
const PRONOUNS = list('he she they who it one some others many several')
/** A reporting verb followed by one of these is no report of words ("reported to", "said of"). */
const NO_CLAUSE = list(
  'to on about for in of by with at as from and or but into over under against after before during than so how',
)
const OPENERS = list('that whether')

/** The stretches of a block that somebody other than the writer is said to say. */
export function speechIn(document: Document, block: Block, lexicon: Lexicon): Zone[] {
  const introduced = introducedSpeech(document, block, lexicon)
  if (introduced) return [introduced]
  const words = document.words(block)
  if (!mayReport(words, lexicon)) return []
  return document.sentences(block).flatMap((sentence) => speechInSentence(words, sentence, lexicon))
}

function mayReport(words: Words, { sets, phrases }: Lexicon): boolean {
  return (
    words.keys.some((key) => sets.reportingVerbs.has(key)) || phrases.attributions(words).length > 0
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
  const zones: Zone[] = []
  for (const verb of verbsIn(words, sentence, lexicon)) {
    if (!isReport(words, verb, sentence, lexicon)) continue
    const zone = reach(words, verb, sentence, lexicon)
    if (zone)
      zones.push({ ...zone, class: 'attributed', evidence: subjectAndVerb(words, verb, sentence) })
  }
  for (const { start, end, value } of lexicon.phrases.attributions(words)) {
    if (start < sentence.start || end > sentence.end) continue
    const leads = words.text.slice(sentence.start, start).trim().length < 12
    const zone = value.endsWith(' that')
      ? { start: end, end: clauseEnd(words, end, sentence) }
      : leads
        ? { start: end, end: sentence.end }
        : { start: clauseStart(words, start, sentence), end: start }
    zones.push({ ...zone, class: 'attributed', evidence: `“${value}”` })
  }
  return zones
}

/** The idea that …: somebody’s thought, up to the next comma. */
function clauseEnd(words: Words, start: number, sentence: Range): number {
  const stop = words.text.slice(start, sentence.end).search(/[,;–—]/)
  return stop < 0 ? sentence.end : start + stop
}

/** "…, according to X" speaks for what comes before it, back to a dash or semicolon. */
function clauseStart(words: Words, end: number, sentence: Range): number {
  const before = words.text.slice(sentence.start, end)
  return (
    sentence.start +
    Math.max(...['–', '—', ';', ' - ', '('].map((sign) => before.lastIndexOf(sign) + 1), 0)
  )
}

function* indicesIn(words: Words, { start, end }: Range): Generator<number> {
  for (let index = wordAt(words, start); (words.starts[index] ?? end) < end; index++) yield index
}

function verbsIn(words: Words, sentence: Range, { sets }: Lexicon): number[] {
  return [...indicesIn(words, sentence)].filter((index) =>
    sets.reportingVerbs.has(words.keys[index] ?? ''),
  )
}

/** Whether the verb at an index reports somebody else’s words. */
function isReport(words: Words, verb: number, sentence: Range, lexicon: Lexicon): boolean {
  const first = wordAt(words, sentence.start)
  const subject = subjectOf(words, verb, sentence)
  if (subject < first) return false
  const head = words.keys[subject] ?? ''
  const key = words.keys[verb] ?? ''
  if (determinedAsOwn(words, subject, first)) return false
  if (isPassive(words, subject, verb)) {
    return head === 'it' || (PASSIVE_REPORTS.has(key) && words.keys[verb + 1] === 'to')
  }
  const { speakers, thirdParties, weakVerbs } = lexicon.sets
  if (thirdParties.has(head)) return true
  if (weakVerbs.has(key)) return false
  return speakers.has(head) || PRONOUNS.has(head) || isName(words, subject, first)
}

/** The index of the word that stands before a verb and its auxiliaries and adverbs. */
function subjectOf(words: Words, verb: number, sentence: Range): number {
  const first = wordAt(words, sentence.start)
  let subject = verb - 1
  while (subject >= first && BETWEEN.has(words.keys[subject] ?? '')) subject--
  return subject
}

/** "was said to", "are alleged to": a report with nobody named. */
const PASSIVE_REPORTS = list('said alleged reported claimed rumoured understood believed thought')
const BE = list('is are was were been be being')

/** "have been told": somebody tells the subject, who says nothing. */
function isPassive(words: Words, subject: number, verb: number): boolean {
  return words.keys.slice(subject + 1, verb).some((word) => BE.has(word))
}

/** "We", "this guidance", "our report": the writer speaks. */
function determinedAsOwn(words: Words, subject: number, first: number): boolean {
  for (let index = subject; index >= first && index > subject - 4; index--) {
    if (OWN.has(words.keys[index] ?? '')) return true
    if (
      index < subject &&
      /[,;:(]/.test(words.text.slice(words.ends[index], words.starts[index + 1]))
    )
      break
  }
  return false
}

function isName(words: Words, index: number, first: number): boolean {
  const word = words.text.slice(words.starts[index], words.ends[index])
  if (!/^\p{Lu}/u.test(word)) return false
  return index > first || /\p{Lu}\S*\p{Lu}/u.test(word)
}

/** How many words may come before "that": "told the committee that", "It was reported in X and Y that". */
const FARTHEST_THAT = 5
const FARTHEST_PASSIVE_THAT = 9

/** What a reporting verb covers: what follows it, or, at the end of a sentence, what comes before it. */
function reach(words: Words, verb: number, sentence: Range, lexicon: Lexicon): Range | undefined {
  const end = words.ends[verb] ?? 0
  const next = verb + 1
  const start = words.starts[next]
  if (start !== undefined && start < sentence.end) {
    const gap = words.text.slice(end, start)
    const key = words.keys[next] ?? ''
    if (gap.includes(':')) return { start: end, end: sentence.end }
    const passive = isPassive(words, subjectOf(words, verb, sentence), verb)
    const farthest = passive ? FARTHEST_PASSIVE_THAT : FARTHEST_THAT
    const openers = words.keys.slice(next, next + farthest)
    if (openers.some((word) => OPENERS.has(word))) return { start: end, end: sentence.end }
    const says = lexicon.sets.sayVerbs.has(words.keys[verb] ?? '')
    if (says && !NO_CLAUSE.has(key) && !/[,;]/.test(gap)) return { start: end, end: sentence.end }
  }
  return isPassive(words, subjectOf(words, verb, sentence), verb)
    ? undefined
    : trailing(words, verb, sentence)
}

/** "…, campaigners say." */
function trailing(words: Words, verb: number, sentence: Range): Range | undefined {
  const after = words.text.slice(words.ends[verb], sentence.end)
  if (after.trim().length > 60) return undefined
  const before = words.text.slice(sentence.start, words.starts[verb])
  const comma = Math.max(before.lastIndexOf(','), before.lastIndexOf('”'), before.lastIndexOf('’,'))
  if (comma <= 0 || before.length - comma > 60) return undefined
  return { start: sentence.start, end: sentence.start + comma }
}

function subjectAndVerb(words: Words, verb: number, sentence: Range): string {
  const start = Math.max(words.starts[Math.max(verb - 3, 0)] ?? 0, sentence.start)
  return quoteOf(words.text.slice(start, words.ends[verb]))
}

function quoteOf(text: string): string {
  const short = text.replace(/\s+/g, ' ').trim()
  return `“${short.length > 60 ? `…${short.slice(-60)}` : short}”`
}
