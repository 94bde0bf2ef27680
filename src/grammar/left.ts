import { beginsSentence } from './capitals.ts'
import { classOf, isPlural } from './classes.ts'
import {
  ADVERBS,
  ARTICLES,
  BE,
  DETERMINERS,
  GENERAL_ADJECTIVES,
  HAVE,
  MODALS,
  PERSON_ADJECTIVES,
  POSSESSIVES,
  PREPOSITIONS,
  ROLE_ADJECTIVES,
  SUBJECTS,
} from './lexicon.ts'
import type { Count } from './noun.ts'
import {
  classAt,
  gapAfter,
  isHyphened,
  isJoined,
  isPlain,
  keyAt,
  possessiveAfter,
  type Site,
  startAt,
  textOf,
} from './site.ts'
import { ADJECTIVES } from './vocabulary.ts'

/** What stands before found words and belongs to them. */
export interface Left {
  /** The determiners ("a", "these", "all the", "two", "her"), as they are compared. */
  readonly determiners: readonly string[]
  /** The index of the first word that belongs to the found words: determiner, adjective, or they themselves. */
  readonly from: number
  /** The index of the first word after the determiners. */
  readonly inner: number
  /** Whether adjectives or nouns stand between determiners and found words. */
  readonly modified: boolean
  /** A determiner or an owner stands before them ("the city’s"), or they begin with an article. */
  readonly determined: boolean
  /** They belong to somebody: "her clients", "the city’s clients". */
  readonly owned: boolean
  /** A noun, or an adjective of what people do, modifies them: only a plain noun can follow. */
  readonly narrow: boolean
  /** What modifies them may not go with a noun behind them: "migrant sex worker project". */
  readonly clinging: boolean
  /** Cannot tell where the words that belong to them begin. */
  readonly unclear: boolean
}

/** `either`: a verb or an adjective; `unclear`: it may be anything. */
type Step = 'modifier' | 'narrow' | 'stop' | 'either' | 'unclear'

const MOST_MODIFIERS = 8

/** Looks at the words before found words, as far as they belong to them. */
export function leftOf(site: Site, count: Count): Left {
  const modifiers: string[] = []
  let inner = site.first
  let narrow = false
  let step: Step = 'modifier'
  while (isJoined(site, inner - 1) && !isDeterminer(site, inner - 1, count)) {
    const begin = hyphenedFrom(site, inner - 1)
    step = modifiers.length < MOST_MODIFIERS ? stepAt(site, begin, inner) : 'unclear'
    if (step !== 'modifier' && step !== 'narrow') break
    modifiers.unshift(textOf(site, begin, inner).toLowerCase())
    narrow ||= step === 'narrow'
    inner = begin
  }
  const from = determinersFrom(site, inner, count)
  const determiners = site.words.keys.slice(from, inner)
  const owned = determiners.some((key) => POSSESSIVES.has(key)) || isOwned(site, from)
  return {
    determiners,
    from,
    inner,
    modified: modifiers.length > 0,
    determined: determiners.length > 0 || owned || beginsWithArticle(site) || isQuoted(site, from),
    owned,
    narrow: narrow || step === 'unclear',
    clinging: modifiers.some((each) => clings(each, narrow)),
    unclear: step === 'unclear' || step === 'either',
  }
}

/** Whether found words begin with an article of their own: "the elderly". */
export function beginsWithArticle(site: Site): boolean {
  return site.last - site.first > 1 && ARTICLES.has(keyAt(site, site.first))
}

function isOwned(site: Site, index: number): boolean {
  return (
    index > 0 && /\s$/.test(gapAfter(site, index - 1)) && possessiveAfter(site, index - 1) !== ''
  )
}

/** "an ‘escort’": a determiner stands before the quotation mark. */
function isQuoted(site: Site, index: number): boolean {
  const quoted = index > 0 && /^\s+["“‘']$/.test(gapAfter(site, index - 1))
  return quoted && DETERMINERS.has(keyAt(site, index - 1))
}

function clings(modifier: string, narrow: boolean): boolean {
  return PERSON_ADJECTIVES.has(modifier) || (narrow && !GENERAL_ADJECTIVES.has(modifier))
}

function determinersFrom(site: Site, inner: number, count: Count): number {
  let from = inner
  while (isJoined(site, from - 1) && isDeterminer(site, from - 1, count)) {
    // "said that the sex worker": no determiner before another one.
    if (keyAt(site, from - 1) === 'that' && from < inner) break
    from--
  }
  return from
}

function hyphenedFrom(site: Site, index: number): number {
  let begin = index
  while (isHyphened(site, begin - 1)) begin--
  return begin
}

const YEAR = /^(?:19|20)\d\d$/

/** Whether a word is a determiner; "that" is one before a singular only ("said that sex workers"). */
function isDeterminer(site: Site, index: number, count: Count): boolean {
  const key = keyAt(site, index)
  if (isHyphened(site, index - 1)) return false
  if (key === 'that') return count === 'one'
  return DETERMINERS.has(key) || (/^\d/.test(key) && !YEAR.test(key))
}

/** What the word from `begin` to `end`, its parts joined by hyphens, is to the found words after it. */
function stepAt(site: Site, begin: number, end: number): Step {
  const written = textOf(site, begin, end)
  const key = keyAt(site, end - 1)
  if (ROLE_ADJECTIVES.has(written.toLowerCase()) || isName(site, begin, written)) return 'narrow'
  if (end - begin > 1)
    return /(?:ed|ing)$/.test(key) || classOf(key) === 'adjective' ? 'modifier' : 'narrow'
  if (key.endsWith('ing')) return 'stop'
  switch (classOf(key)) {
    case 'adjective':
      return 'modifier'
    case 'noun':
      return nounStep(site, begin)
    case 'participle':
      return participleStep(site, begin)
    case 'adverb':
      return ADVERBS.has(key) ? 'stop' : 'unclear'
    case 'noun-or-verb':
    case 'unknown':
    case 'number':
      return ambiguousStep(site, begin)
    default:
      return 'stop'
  }
}

const NATION = /(?:[^aeiou]ian|ean|ese|ish|[a-z]man|Roma|Black|Asian|White|Muslim|Thai|Welsh)$/

/** A name in the middle of a sentence, which is no adjective of nation: "Leeds sex workers". */
function isName(site: Site, index: number, written: string): boolean {
  if (!/^\p{Lu}/u.test(written) || NATION.test(written)) return false
  return (
    classOf(written.toLowerCase()) === 'unknown' &&
    !beginsSentence(site.words.text, startAt(site, index))
  )
}

/** Whether a verb is due at a word: after "to", "must", "they". */
function awaitsVerb(site: Site, index: number): boolean {
  const before = keyAt(site, index - 1)
  return isJoined(site, index - 1) && (MODALS.has(before) || SUBJECTS.has(before))
}

/** "brothel sex workers", but "the risks sex workers face". */
function nounStep(site: Site, index: number): Step {
  const key = keyAt(site, index)
  if (awaitsVerb(site, index)) return 'stop'
  if (ADJECTIVES.has(key)) return 'modifier'
  return isPlural(key) && key !== 'women' && key !== 'men' ? 'stop' : 'narrow'
}

/** "the trafficked sex workers", but "the council ignored sex workers". */
function participleStep(site: Site, index: number): Step {
  if (!isJoined(site, index - 1)) return index === 0 ? 'modifier' : 'either'
  const before = keyAt(site, index - 1)
  if (BE.has(before) || HAVE.has(before) || SUBJECTS.has(before)) return 'stop'
  if (DETERMINERS.has(before) || PREPOSITIONS.has(before)) return 'modifier'
  switch (classOf(before)) {
    case 'adjective':
    case 'verb':
    case 'gerund':
    case 'number':
      return 'modifier'
    case 'noun':
    case 'unknown':
      return 'stop'
    default:
      return 'either'
  }
}

/** "to support sex workers" and "rules punish sex workers", but "the parlour sex workers". */
function ambiguousStep(site: Site, index: number): Step {
  const before = keyAt(site, index - 1)
  const guess = classAt(site, index) === 'noun-or-verb' ? 'stop' : 'unclear'
  if (!isJoined(site, index - 1)) return guess
  if (awaitsVerb(site, index) || classOf(before) === 'adverb') return 'stop'
  if (!isPlain(keyAt(site, index))) return 'stop'
  if (DETERMINERS.has(before) || classOf(before) === 'adjective') return 'narrow'
  if (isPlural(before)) return 'stop'
  return PREPOSITIONS.has(before) ? 'narrow' : guess
}
