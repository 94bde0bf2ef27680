import { beginsSentence } from './capitals.ts'
import { classOf, isPlural } from './classes.ts'
import { type Left, leftOf } from './left.ts'
import {
  ADVERBS,
  BASE_AFTER,
  BE,
  GIVING,
  HAVE,
  MODALS,
  PLURAL_DETERMINERS,
  PREPOSITIONS,
  SINGULAR_DETERMINERS,
} from './lexicon.ts'
import type { Count } from './noun.ts'
import { classAt, gapAfter, isJoined, isPlain, keyAt, type Site, textOf } from './site.ts'

/**
 * What found words are to what follows: a noun for themselves, a noun that stands before another
 * ("sex work policy"), or it cannot be told; `broken`: no English ("sex workers rights").
 */
export type Role = 'alone' | 'before-noun' | 'unclear' | 'broken'

/** Decides whether a found noun stands before another noun. */
export function roleOf(site: Site, count: Count, left: Left): Role {
  const next = site.last
  if (!isJoined(site, next - 1)) return 'alone'
  if (isContent(site, next) && left.determiners.some((key) => isAnother(key, count)))
    return 'before-noun'
  switch (classAt(site, next)) {
    case 'function':
      return 'alone'
    case 'number':
      return 'unclear'
    case 'adverb':
      return 'alone'
    case 'adjective':
      if (count === 'many' || ADVERBS.has(keyAt(site, next))) return 'alone'
      return isContent(site, next + 1) ? 'before-noun' : 'alone'
    case 'participle':
      return count === 'one' && !isDetermined(left) ? 'unclear' : 'alone'
    case 'gerund':
      return count === 'one' && !isDetermined(left) ? 'unclear' : 'alone'
    case 'noun':
      if (count === 'many') return leads(site, GIVING) ? 'unclear' : 'broken'
      return isDetermined(left) && mayGoOn(site, next) ? 'unclear' : 'before-noun'
    case 'verb':
      return count === 'one' && !isDetermined(left) ? 'unclear' : 'alone'
    case 'noun-or-verb':
      return count === 'many' ? afterPlural(site) : afterSingular(site, count, left)
    case 'unknown':
      if (count === 'many') return 'alone'
      return !isPlain(keyAt(site, next)) && OBJECT_BEGINS.test(keyAt(site, next + 1)) ? 'alone' : 'unclear'
  }
}

/** Whether a determiner cannot be the found noun's own: "a sex work protocol", "four escort agencies". */
function isAnother(determiner: string, count: Count): boolean {
  if (count === 'one') return PLURAL_DETERMINERS.has(determiner)
  return (
    count === 'mass' && /^(?:an?|each|every|another|two|three|four|many|several)$/.test(determiner)
  )
}

/** "sex workers need": a verb, unless somebody gives them something. */
function afterPlural(site: Site): Role {
  return leads(site, GIVING) ? 'unclear' : 'alone'
}

function afterSingular(site: Site, count: Count, left: Left): Role {
  const key = keyAt(site, site.last)
  const determined = isDetermined(left)
  if (isPlain(key)) {
    const bare = count === 'one' && !determined
    return !bare && mayBeVerb(site, left) ? 'unclear' : 'before-noun'
  }
  if (count === 'one' && !determined) return 'before-noun'
  if (count === 'one' && left.determiners.some((key) => SINGULAR_DETERMINERS.has(key)))
    return 'alone'
  const after = keyAt(site, site.last + 1)
  if (!isJoined(site, site.last)) return 'unclear'
  if (isVerbAt(site, site.last + 1)) return 'before-noun'
  if (classOf(after) === 'verb' && isPlain(after)) return 'before-noun'
  return takesObject(site, site.last + 1) ? 'alone' : 'unclear'
}

/** "trafficking and sex work cause harm", "women in sex work report abuse", "help a sex worker leave". */
function mayBeVerb(site: Site, left: Left): boolean {
  const before = keyAt(site, left.from - 1)
  if (/^(?:and|or)$/.test(before) || leads(site, BASE_AFTER)) return true
  // A question: "Would a sex worker call …?", "Is sex work work?"
  if (MODALS.has(before) && before !== 'to') return true
  const asks = BE.has(before) && beginsSentence(site.words.text, site.words.starts[left.from - 1] ?? 0)
  if (asks) return true
  return PREPOSITIONS.has(before) && !isVerbAt(site, site.last + 1)
}

/** Whether a finite verb certainly stands at a word, and so a noun before it. */
function isVerbAt(site: Site, index: number): boolean {
  const key = keyAt(site, index)
  if (!isJoined(site, index - 1)) return false
  return BE.has(key) || HAVE.has(key) || (MODALS.has(key) && key !== 'to')
}

const OBJECT_BEGINS =
  /^(?:a|an|the|their|his|her|its|our|your|my|these|those|this|that|them|him|us|no|any|all|some|many|most)$/

/** "a sex worker training in Hull": what can be a noun may be a participle. */
function mayGoOn(site: Site, index: number): boolean {
  const next = keyAt(site, index + 1)
  const goesOn = PREPOSITIONS.has(next) || OBJECT_BEGINS.test(next)
  return keyAt(site, index).endsWith('ing') && isJoined(site, index) && goesOn
}

/** Whether an object begins at a word: what stands before it is a verb. */
function takesObject(site: Site, index: number): boolean {
  const key = keyAt(site, index)
  if (OBJECT_BEGINS.test(key)) return true
  return ['noun', 'adjective'].includes(classAt(site, index))
}

function isDetermined(left: Left): boolean {
  return left.determiners.length > 0
}

function isContent(site: Site, index: number): boolean {
  return (
    isJoined(site, index - 1) &&
    ['noun', 'noun-or-verb', 'unknown', 'adjective'].includes(classAt(site, index))
  )
}

/** Whether one of the few words before the found words is in a list. */
function leads(site: Site, list: ReadonlySet<string>): boolean {
  return [1, 2, 3, 4].some((step) => list.has(keyAt(site, site.first - step)))
}

/** A noun and what belongs to it, found in the text: words `from` to `to`, the end exclusive. */
export interface Chain {
  readonly to: number
  /** The noun it turns on, its last, as it is compared. */
  readonly head: string
  /** How many nouns it holds. */
  readonly nouns: number
}

/**
 * Reads the noun that begins at a word, with adjectives and nouns before its head, as far as it certainly goes.
 *
 * Undefined where its end cannot be told: "sex worker project leads" may be a noun or a sentence.
 */
export function chainAt(site: Site, from: number): Chain | undefined {
  let noun = -1
  let nouns = 0
  let index = from
  for (; index < site.words.keys.length; index++) {
    if (index > from && !isInChain(site, index - 1)) break
    const step = chainStep(site, index, noun)
    if (step === 'unclear') return undefined
    if (step === 'end') break
    if (step === 'noun') {
      noun = index
      nouns++
    }
  }
  if (noun < from || noun + 1 !== index) return undefined
  return { to: noun + 1, head: keyAt(site, noun), nouns }
}

function isInChain(site: Site, index: number): boolean {
  return /^(?:\s+|[-\u2010\u2011])$/.test(gapAfter(site, index))
}

type ChainStep = 'noun' | 'before' | 'end' | 'unclear'

function chainStep(site: Site, index: number, noun: number): ChainStep {
  const key = keyAt(site, index)
  const begun = noun >= 0
  const plural = begun && isPlural(keyAt(site, noun))
  switch (classOf(key)) {
    case 'function':
      if (/^(?:and|or)$/.test(key) && !begun) return 'before'
      return 'end'
    case 'number':
      return begun ? 'unclear' : 'before'
    case 'adverb':
      return begun ? 'end' : 'before'
    case 'adjective':
      if (begun) return ADVERBS.has(key) ? 'end' : 'unclear'
      return 'before'
    case 'participle':
      return begun ? 'end' : 'before'
    case 'gerund':
      return begun ? (takesObject(site, index + 1) ? 'end' : 'unclear') : 'before'
    case 'noun':
      return 'noun'
    case 'verb':
      return begun ? 'end' : 'unclear'
    case 'noun-or-verb':
      if (!begun) return 'noun'
      if (isPlain(key)) return plural ? 'end' : secondPlain(site, index)
      return secondPlural(site, index)
    case 'unknown':
      if (!begun) return 'noun'
      return isPlain(key) && !plural ? 'noun' : 'unclear'
  }
}

/** "the sex worker support plan is": a noun, but "members of the sex worker project plan to leave". */
function secondPlain(site: Site, index: number): ChainStep {
  const inPhrase = PREPOSITIONS.has(keyAt(site, leftOf(site, 'one').from - 1))
  return inPhrase && !isVerbAt(site, index + 1) && isJoined(site, index) ? 'unclear' : 'noun'
}

/** "sex worker support needs": a noun if a verb follows, a verb if an object does. */
function secondPlural(site: Site, index: number): ChainStep {
  if (!isJoined(site, index)) return 'unclear'
  if (isVerbAt(site, index + 1)) return 'noun'
  return takesObject(site, index + 1) ? 'end' : 'unclear'
}

/** The words of a chain as they are written. */
export function chainText(site: Site, from: number, chain: Chain): string {
  return textOf(site, from, chain.to)
}
