/** Words that are talked about rather than used, and wording that is corrected. */

import type { Block } from '../blocks.ts'
import type { Document } from '../document.ts'
import type { Words } from '../match/words.ts'
import type { Match } from '../match.ts'
import { lastUntil } from '../sorted.ts'
import type { Lexicon } from './lexicon.ts'
import { quoteOf, type Zone } from './zone.ts'

/** Words at which a mentioned phrase has certainly ended. */
const STOPS = new Set(
  'is are was were be been being has have had does do did will would should can could may might must to in for by which that who whom because when where while if as at from into on with it they he she we i not but than so then there'.split(
    ' ',
  ),
)
const LONGEST_PHRASE = 12
/** How far a wrong listing or description reaches: to the end of its sentence. */
const SENTENCE = Number.POSITIVE_INFINITY

/** The stretches of a block in which words are mentioned, criticised or corrected. */
export function mentionsIn(document: Document, block: Block, lexicon: Lexicon): Zone[] {
  const words = document.words(block)
  const { phrases } = lexicon
  const adopted = phrases.adoptionPhrases(words)
  return [
    ...nounMentions(words, lexicon, adopted),
    ...phrases
      .mentionVerbs(words)
      .filter((match) => !isAdopted(document, block, match, adopted))
      .map((match) => zoneAfter(words, match, LONGEST_PHRASE, 'mention')),
    ...describedAs(words, lexicon),
    ...calledSo(words),
    ...phrases
      .criticismWords(words)
      .flatMap((match) => zoneAfter(words, match, SENTENCE, 'mention', document, block)),
    ...phrases
      .modesOfCorrection(words)
      .map((match) => zoneAfter(words, match, LONGEST_PHRASE, 'negated')),
    ...notThisButThat(words),
    ...setAside(words.text),
  ].filter(({ start, end }) => end > start)
}

/** "the term sex work", "the words ‘…’ and ‘…’", and "sex work terminology". */
function nounMentions(words: Words, { sets }: Lexicon, adopted: readonly Match<string>[]): Zone[] {
  return words.keys.flatMap((key, index) => {
    if (!sets.mentionNouns.has(key)) return []
    // "a term of seven years", "in terms of": no word is named.
    if (/^terms?$/.test(key) && words.keys[index + 1] === 'of') return []
    // "A long-term condition", "in the short term": neither.
    if (key === 'term' && SPANS.test(words.keys[index - 1] ?? '')) return []
    const adoption = lastUntil(adopted, words.starts[index] ?? 0)
    if (adoption && index <= adoption.last) return []
    const evidence = `“${key}”`
    const zones: Zone[] = []
    const reach = phraseAfter(words, index + 1, LONGEST_PHRASE)
    if (reach > 0)
      zones.push({ start: words.ends[index] ?? 0, end: reach, class: 'mention', evidence })
    const before = words.starts[Math.max(index - 3, 0)] ?? 0
    if (index > 0 && NAMING.test(key) && directly(words, index - 1)) {
      zones.push({ start: before, end: words.starts[index] ?? 0, class: 'mention', evidence })
    }
    return zones
  })
}

/** What makes a stretch of time of a term. */
const SPANS =
  /^(?:(?:long|short)(?:er|est)?|medium|mid|near|fixed|full|half|prison|spring|summer|autumn|winter|school)$/

const FARTHEST_AS = 8

/** "describing the trade as work": what stands after "as" is somebody’s description. */
function describedAs(words: Words, { sets }: Lexicon): Zone[] {
  return words.keys.flatMap((key, index): Zone[] => {
    if (!sets.describingVerbs.has(key)) return []
    const as = nextKey(words, 'as', index, FARTHEST_AS)
    if (as === undefined) return []
    const between = words.text.slice(words.ends[index], words.starts[as])
    const end = phraseAfter(words, as + 1, LONGEST_PHRASE)
    if (/[.;:!?]\s/.test(between)) return []
    return [{ start: words.ends[as] ?? 0, end, class: 'mention', evidence: `“${key} … as”` }]
  })
}

/** The index of the next such word after an index, if it is near. */
function nextKey(words: Words, key: string, index: number, farthest: number): number | undefined {
  const place = words.keys.slice(index + 1, index + 1 + farthest).indexOf(key)
  return place < 0 ? undefined : index + 1 + place
}

const CALL = /^call(?:s|ed|ing)?$/
/** "What it sees as": another way to say what it calls so. */
const SEE = /^(?:sees?|saw|regards?|regarded|views?|viewed|describes?|described)$/
const CALLED =
  /^(?:it|them|him|her|you|me|us|themselves|itself|himself|herself|these|those|this|that)$/

/** "what the draft calls welfare visits", "none of them calls it sex work", "do not call her a …". */
function calledSo(words: Words): Zone[] {
  return words.keys.flatMap((key, index): Zone[] => {
    const sees = SEE.test(key) && words.keys[index + 1] === 'as'
    if (!CALL.test(key) && !sees) return []
    const before = words.keys.slice(Math.max(0, index - 6), index)
    const object = !sees && CALLED.test(words.keys[index + 1] ?? '')
    const own = before.some((word) => word === 'we' || word === 'i')
    const denied = before.some((word) => /^(?:not|never|none|nobody|no)$/.test(word))
    if (!(before.includes('what') || object) || (own && !denied)) return []
    const from = index + (object || sees ? 2 : 1)
    const end = phraseAfter(words, from, LONGEST_PHRASE, before.includes('what'))
    const start = words.ends[from - 1] ?? 0
    return [{ start, end, class: denied ? 'negated' : 'mention', evidence: `“${key}”` }]
  })
}

/** "sex work terminology": nouns that make a mention of the words before them. */
const NAMING = /^(?:terminology|term|label|tag|wording|phrase|euphemism|slur)$/

function isAdopted(
  document: Document,
  block: Block,
  match: Match<string>,
  adopted: readonly Match<string>[],
): boolean {
  const sentence = document.sentenceAt(block, match.start)
  const before = lastUntil(adopted, match.end - 1)
  return before !== undefined && before.start >= sentence.start && before.end <= match.end
}

function zoneAfter(
  words: Words,
  match: Match<string>,
  longest: number,
  kind: 'mention' | 'negated',
  document?: Document,
  block?: Block,
): Zone {
  const evidence = `“${match.value}”`
  const end =
    document && block
      ? document.sentenceAt(block, match.start).end
      : phraseAfter(words, match.last, longest)
  return { start: match.end, end, class: kind, evidence }
}

/** Prepositions that may stand inside what somebody calls a thing: "what it calls visits to brothels, …". */
const INSIDE = new Set('to in for by into on with at from'.split(' '))

/**
 * Where the phrase that begins with a word ends: at a verb, a preposition or the end of a clause. A phrase that is
 * whole, behind "what it calls", may hold prepositions and ends at a comma.
 */
function phraseAfter(words: Words, first: number, longest: number, whole = false): number {
  let end = 0
  for (let index = first; index < words.keys.length && index < first + longest; index++) {
    const gap = words.text.slice(words.ends[index - 1] ?? 0, words.starts[index])
    const key = words.keys[index] ?? ''
    if ((STOPS.has(key) && !(whole && INSIDE.has(key))) || /[.;:!?)](?:\s|$)/.test(gap)) break
    if (whole && index > first && gap.includes(',')) break
    end = words.ends[index] ?? 0
  }
  return end
}

function directly(words: Words, index: number): boolean {
  return /^['’]?["”’'\s]*\s?$/.test(words.text.slice(words.ends[index], words.starts[index + 1]))
}

const FARTHEST_BUT = 6

/** "Avoid wheelchair-bound and say wheelchair user", "replace chairman with chair throughout". */
const SET_ASIDE =
  /\b(?:avoid(?:s|ed|ing)?\s([^.;:!?]{3,60}?)(?:,|;|\sand|\sbut)\s(?:to\s)?(?:say|write)|replac(?:e|es|ed|ing)\s([^.;:!?]{3,60}?)\s(?:with|by)\s[^.;:!?]{3,60}?\s(?:throughout|wherever|in the text))\b/giu

function setAside(text: string): Zone[] {
  if (!/\b(?:avoid|replac)/i.test(text)) return []
  return [...text.matchAll(SET_ASIDE)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    class: 'negated' as const,
    evidence: quoteOf(found),
  }))
}

/** "not sex work but exploitation" corrects the wording; "must not use sex workers" does not. */
function notThisButThat(words: Words): Zone[] {
  return words.keys.flatMap((key, index): Zone[] => {
    if (key !== 'not') return []
    const but = nextKey(words, 'but', index, FARTHEST_BUT)
    if (but === undefined) return []
    const between = words.text.slice(words.ends[index], words.starts[but])
    const first = words.keys[index + 1] ?? ''
    const noun =
      !STOPS.has(first) && !/[.;:!?]/.test(between) && !/^(?:only|just|merely)$/.test(first)
    if (!noun || isVerb(words, index)) return []
    return [
      {
        start: words.ends[index] ?? 0,
        end: words.starts[but] ?? 0,
        class: 'negated',
        evidence: '“not … but”',
      },
    ]
  })
}

/** "must not use …", "do not call …": what follows is a verb, so the act is negated and not the word. */
function isVerb(words: Words, not: number): boolean {
  return /^(?:must|should|shall|may|can|could|would|will|do|does|did|to|need|ought)$/.test(
    words.keys[not - 1] ?? '',
  )
}
