import { classOf, isPlural } from './classes.ts'
import {
  ADJECTIVES,
  ADVERBS,
  BE,
  DETERMINERS,
  GENERAL_ADJECTIVES,
  HAVE,
  MODALS,
  PERSON_ADJECTIVES,
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
  type Site,
  textOf,
} from './site.ts'

/** What stands before found words and belongs to them. */
export interface Left {
  /** The determiners ("a", "these", "all the", "two", "her"), as they are compared. */
  readonly determiners: readonly string[]
  /** The index of the first word that belongs to the found words: determiner, adjective, or they themselves. */
  readonly from: number
  /** The index of the first word after the determiners. */
  readonly inner: number
  /** The adjectives and nouns between determiners and found words, hyphened words as one. */
  readonly modifiers: readonly string[]
  /** A noun, or an adjective of what people do, stands among them: only a plain noun can follow. */
  readonly narrow: boolean
  /** One of them may not go with a noun behind the found words: "migrant sex worker project". */
  readonly clinging: boolean
  /** Cannot tell where the words that belong to the found words begin. */
  readonly unclear: boolean
}

/** `either`: a verb or an adjective; `unclear`: it may be anything. */
type Step = 'modifier' | 'narrow' | 'stop' | 'either' | 'unclear'

/** Looks at the words before found words, as far as they belong to them. */
export function leftOf(site: Site, count: Count): Left {
  const modifiers: string[] = []
  let inner = site.first
  let narrow = false
  let step: Step = 'modifier'
  while (isJoined(site, inner - 1) && !isDeterminer(site, inner - 1, count)) {
    const begin = hyphenedFrom(site, inner - 1)
    step = stepAt(site, begin, inner)
    if (step !== 'modifier' && step !== 'narrow') break
    modifiers.unshift(textOf(site, begin, inner).toLowerCase())
    narrow ||= step === 'narrow'
    inner = begin
  }
  const from = determinersFrom(site, inner, count)
  return {
    determiners: site.words.keys.slice(from, inner),
    from,
    inner,
    modifiers,
    narrow: narrow || step === 'unclear',
    clinging:
      modifiers.some((each) => PERSON_ADJECTIVES.has(each)) ||
      (narrow && !modifiers.every((each) => GENERAL_ADJECTIVES.has(each))),
    unclear: step === 'unclear' || step === 'either',
  }
}

function determinersFrom(site: Site, inner: number, count: Count): number {
  let from = inner
  while (isJoined(site, from - 1) && isDeterminer(site, from - 1, count)) from--
  return from
}

function hyphenedFrom(site: Site, index: number): number {
  let begin = index
  while (isHyphened(site, begin - 1)) begin--
  return begin
}

const YEAR = /^(?:19|20)\d\d$/

/** Whether a word is a determiner; "that" is one before a singular only ("said that sex workers"). */
function isDeterminer(site: Site, index: number, count: Count = 'many'): boolean {
  const key = keyAt(site, index)
  if (isHyphened(site, index - 1)) return false
  if (key === 'that') return count === 'one'
  return DETERMINERS.has(key) || (/^\d/.test(key) && !YEAR.test(key))
}

/** What a word before the found words is to them. */
function stepAt(site: Site, begin: number, end: number): Step {
  const written = textOf(site, begin, end)
  const key = written.toLowerCase()
  if (ROLE_ADJECTIVES.has(key)) return 'narrow'
  if (isName(site, begin, written)) return 'narrow'
  const last = keyAt(site, end - 1)
  if (last.endsWith('ing')) return end - begin > 1 ? 'modifier' : 'stop'
  if (end - begin > 1)
    return last.endsWith('ed') || classOf(last) === 'adjective' ? 'modifier' : 'narrow'
  switch (classOf(last)) {
    case 'adjective':
      return 'modifier'
    case 'noun':
      if (MODALS.has(keyAt(site, begin - 1)) || SUBJECTS.has(keyAt(site, begin - 1))) return 'stop'
      if (ADJECTIVES.has(last)) return 'modifier'
      return isPlural(last) && last !== 'women' && last !== 'men' ? 'stop' : 'narrow'
    case 'function':
    case 'gerund':
    case 'verb':
      return 'stop'
    case 'participle':
      return participleStep(site, begin)
    case 'adverb':
      return ADVERBS.has(last) ? 'stop' : 'unclear'
    default:
      return ambiguousStep(site, begin)
  }
}

const NATION =
  /(?:[^aeiou]ian|ean|ese|ish|[a-z]man|sian|Roma|Black|Asian|White|Muslim|Thai|Welsh|Irish|African)$/

/** A name in the middle of a sentence, which is no adjective of nation: "Leeds sex workers". */
function isName(site: Site, index: number, written: string): boolean {
  const inSentence = index > 0 && !/[.!?:]/.test(gapAfter(site, index - 1))
  return (
    inSentence &&
    /^\p{Lu}/u.test(written) &&
    !NATION.test(written) &&
    classOf(written.toLowerCase()) === 'unknown'
  )
}

/** "the trafficked sex workers", but "the council ignored sex workers". */
function participleStep(site: Site, index: number): Step {
  if (!isJoined(site, index - 1)) return index === 0 ? 'modifier' : 'either'
  const before = keyAt(site, index - 1)
  if (BE.has(before) || HAVE.has(before) || SUBJECTS.has(before)) return 'stop'
  if (isDeterminer(site, index - 1) || PREPOSITIONS.has(before)) return 'modifier'
  switch (classAt(site, index - 1)) {
    case 'adjective':
    case 'verb':
    case 'gerund':
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
  const key = keyAt(site, index)
  if (!isJoined(site, index - 1)) return classOf(key) === 'noun-or-verb' ? 'stop' : 'unclear'
  if (MODALS.has(before) || SUBJECTS.has(before) || classOf(before) === 'adverb') return 'stop'
  if (isDeterminer(site, index - 1) || classOf(before) === 'adjective')
    return isPlain(key) ? 'narrow' : 'stop'
  if (!isPlain(key)) return 'stop'
  if (isPlural(before)) return 'stop'
  if (PREPOSITIONS.has(before)) return 'narrow'
  return classOf(key) === 'noun-or-verb' ? 'stop' : 'unclear'
}
