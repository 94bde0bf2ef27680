/** Attributed speech: what somebody else is said to say, without quotation marks. */
import type { Block } from '../blocks.ts'
import type { Document, Range } from '../document.ts'
import { type Words, wordAt } from '../match/words.ts'
import { asked } from '../remember.ts'
import { clauseEnd, speechEnd } from './clause.ts'
import type { Lexicon } from './lexicon.ts'
import { type Report, reportBy, reports } from './report.ts'
import { OWN } from './subject.ts'
import { viewsIn } from './view.ts'
import { quoteOf, type Zone } from './zone.ts'

/** The stretches of a block that somebody other than the writer is said to say. */
export function speechIn(document: Document, block: Block, lexicon: Lexicon): Zone[] {
  const introduced = introducedSpeech(document, block, lexicon)
  if (introduced) return [introduced]
  const found = reportsIn(document, block, lexicon)
  if (found.length === 0) return []
  return [...found, ...carried(document, block, found)]
    .filter(({ start, end }) => end > start)
    .map(({ start, end, evidence, law }) => ({
      start,
      end,
      class: law ? 'statute' : 'attributed',
      evidence,
    }))
}

function reportsIn(document: Document, block: Block, lexicon: Lexicon): Report[] {
  const words = document.words(block)
  const verbs = lexicon.phrases.reportingVerbs(words)
  const { viewNouns, claimNouns, standpoints, debates, remarks } = lexicon.sets
  const lists = [viewNouns, claimNouns, standpoints, debates, remarks]
  const nouns = words.keys.some((key) => lists.some((list) => list.has(key)))
  const attributions = [
    ...attributionsIn(document, block, lexicon),
    ...perspectivesIn(document, block, lexicon),
    ...pointsIn(document, block, lexicon),
  ]
  if (verbs.length === 0 && !nouns && attributions.length === 0) return []
  return [
    ...attributions,
    ...verbs.flatMap(
      (verb) => reportBy(words, verb, document.sentenceAt(block, verb.start), lexicon) ?? [],
    ),
    ...(nouns
      ? document.sentences(block).flatMap((sentence) => viewsIn(words, sentence, lexicon))
      : []),
  ]
}

/** "Respondents said:" speaks for every item of its list, or for the paragraph that follows. */
function introducedSpeech(document: Document, block: Block, lexicon: Lexicon): Zone | undefined {
  const introduction = block.introduction ?? introductionBefore(document, block)
  if (!introduction || !INTRODUCES.test(introduction.text)) return undefined
  const words = document.words(introduction)
  const sentence = document.sentenceAt(introduction, introduction.text.length)
  const speaks = lexicon.phrases
    .reportingVerbs(words)
    .some((verb) => verb.start >= sentence.start && reports(words, verb, sentence, lexicon))
  if (!speaks && !announces(words, sentence, lexicon)) return undefined
  return {
    start: 0,
    end: block.text.length,
    class: 'attributed',
    evidence: quoteOf(introduction.text),
  }
}

const INTRODUCES = /(?::|\bfollowing\.)\s*$/

/** The paragraph directly before another that introduces it. */
const introductionBefore = asked(
  (document, block) => {
    const before = block.kind === 'paragraph' ? document.before(block) : undefined
    return before?.kind === 'paragraph' && INTRODUCES.test(before.text) ? before : undefined
  },
  (document, [first]) => first && document.before(first),
)

/** "According to X, …", "…, according to X", "the prostitutes, in his opinion, …". */
function attributionsIn(document: Document, block: Block, { phrases, sets }: Lexicon): Report[] {
  const words = document.words(block)
  return phrases.attributions(words).flatMap(({ start, end, last, value }): Report[] => {
    // "According to our records", but "according to our opponents"
    const following = words.keys.slice(last, last + 3)
    if (
      /^(?:our|my|this)$/.test(following[0] ?? '') &&
      !following.some((key) => sets.thirdParties.has(key))
    )
      return []
    const sentence = document.sentenceAt(block, start)
    if (GATHERED.test(words.text.slice(end, sentence.end))) return []
    const leads = words.text.slice(sentence.start, start).trim().length < 12
    const named = / of$/.test(value) ? HOLDER.exec(words.text.slice(end, sentence.end)) : undefined
    const aside =
      /,\s*$/.test(words.text.slice(sentence.start, start)) && (named || words.text[end] === ',')
    // "We were told by charities working with migrants that …": only what follows "that" is theirs.
    const by = value.endsWith(' told') ? TOLD_BY.exec(words.text.slice(end, sentence.end)) : null
    if (by) {
      const from = end + by[0].length
      return [
        {
          start: from,
          end: sentence.end,
          sentence,
          evidence: `“${value}”`,
          past: false,
          pronoun: false,
        },
      ]
    }
    const zone = value.endsWith(' that')
      ? { start: end, end: clauseEnd(words, end, sentence) }
      : aside
        ? sentence
        : leads
          ? { start: end, end: sentence.end }
          : { start: clauseStart(words, start, sentence), end: start }
    return [{ ...zone, sentence, evidence: `“${value}”`, past: false, pronoun: false }]
  })
}

const TOLD_BY = /^\sby\s[^.,;:]{1,80}?\sthat\b/

/** "According to the evidence we have gathered": the writer’s own. */
const GATHERED = /^\s(?:\p{Ll}+\s){1,4}(?:that\s)?(?:we|I)\s(?:have\s)?\p{Ll}+/u

/** "Members made the following points: …": what stands behind the colon is theirs. */
function pointsIn(document: Document, block: Block, lexicon: Lexicon): Report[] {
  const words = document.words(block)
  if (!words.keys.some((key) => lexicon.sets.remarks.has(key))) return []
  return document.sentences(block).flatMap((sentence): Report[] => {
    const colon = words.text.slice(sentence.start, sentence.end).indexOf(': ')
    const start = sentence.start + colon
    if (colon < 0 || !announces(words, { start: sentence.start, end: start }, lexicon)) return []
    const evidence = quoteOf(words.text.slice(sentence.start, start + 1))
    return [{ start, end: sentence.end, sentence, evidence, past: false, pronoun: false }]
  })
}

/** Whether a sentence announces what others said: "the following concerns were raised". */
function announces(words: Words, sentence: Range, { sets }: Lexicon): boolean {
  const keys = words.keys.slice(wordAt(words, sentence.start), wordAt(words, sentence.end))
  return (
    keys.some((key) => sets.remarks.has(key)) &&
    keys.some(
      (key) =>
        VOICED.test(key) ||
        (sets.thirdParties.has(key) && !sets.remarks.has(key)) ||
        sets.partisans.has(key),
    ) &&
    !keys.some((key) => OWN.has(key))
  )
}

/** What is done with a remark by whoever makes it, or hears it. */
const VOICED =
  /^(?:given|cited|made|raised|received|expressed|voiced|heard|put|offered|members|replies|responses)$/

/** "For some, …", "To its many critics, …", "So far as the union is concerned, …": how those see it who take a side. */
function perspectivesIn(document: Document, block: Block, { sets }: Lexicon): Report[] {
  if (!/\b(?:for|to|far)\b/i.test(block.text)) return []
  const words = document.words(block)
  return document.sentences(block).flatMap((sentence): Report[] => {
    const found = PERSPECTIVE.exec(words.text.slice(sentence.start, sentence.end))
    if (!found) return []
    const whom = (found[1] ?? found[2] ?? '').toLowerCase()
    const last = whom.split(/\s+/).at(-1) ?? ''
    const theirs =
      sets.partisans.has(last) ||
      (found[1] !== undefined ? SOME.test(whom) : sets.thirdParties.has(last) || whom === '')
    if (!theirs) return []
    const start = sentence.start + found[0].length
    const end = speechEnd(words, start, sentence)
    return [{ start, end, sentence, evidence: quoteOf(found[0]), past: false, pronoun: false }]
  })
}

const PERSPECTIVE =
  /^\s*(?:(?:but|and|yet)\s+)?(?:(?:for|to)\s+((?:[\p{L}’'-]+\s+){0,3}[\p{L}-]+)|(?:so|as)\s+far\s+as\s+((?:[\p{L}’'-]+\s+){0,3}[\p{L}-]+)\s+(?:is|are)\s+concerned|if\s+[^,.;:]{3,50}\s(?:is|are)\s+to\s+be\s+believed),/iu
const SOME = /^(?:some|many|most|others|few)$/

/** "In the eyes of many," */
const HOLDER = /^(?: [\p{L}’'-]+){1,6},/u

/** "…, according to X" speaks for what comes before it, back to a dash or semicolon. */
function clauseStart(words: Words, end: number, sentence: Range): number {
  const before = words.text.slice(sentence.start, end)
  const signs = ['–', '—', ';', ' - ', '('].map((sign) => before.lastIndexOf(sign) + 1)
  return sentence.start + Math.max(0, ...signs)
}

/** How many sentences a speech may run on without another "she said". */
const LONGEST_SPEECH = 4

/**
 * Sentences that go on with what somebody was reported to say: "She had never …", "They would …" directly
 * behind, and what stands before a report that only says "he", "she" or "they". A sentence in which the
 * writer speaks of himself ends it.
 */
function carried(document: Document, block: Block, found: readonly Report[]): Report[] {
  const told = found.filter(({ past }) => past)
  if (told.length === 0) return []
  const words = document.words(block)
  const sentences = document.sentences(block)
  const bySentence = new Map(told.map((report) => [report.sentence.start, report]))
  const carried: Report[] = []
  let speech: Report | undefined
  let open: Range[] = []
  for (const sentence of sentences) {
    const report = bySentence.get(sentence.start)
    if (report) {
      if (speech && report.pronoun) {
        for (const between of open) carried.push({ ...report, ...between, sentence: between })
      }
      speech = report
      open = []
    } else if (speech && (isOwn(words, sentence) || open.length === LONGEST_SPEECH)) {
      speech = undefined
    } else if (speech) {
      open.push(sentence)
      if (open.length === 1 && GOES_ON.test(words.text.slice(sentence.start, sentence.end))) {
        carried.push({ ...speech, ...sentence, sentence })
        open = []
      }
    }
  }
  return carried
}

/** The tense in which a speech is told: "She had seen …", "There would be …", "The pilot would end …". */
const GOES_ON =
  /^(?:(?:He|She|They|It|There) (?:\p{L}+ )?(?:had|would)\b(?! in fact)|(?:The|A|An|His|Her|Their|No|Its) (?:[\p{L}’'-]+ ){1,5}would\b)/u

function isOwn(words: Words, { start, end }: Range): boolean {
  return words.keys.slice(wordAt(words, start), wordAt(words, end)).some((key) => OWN.has(key))
}
