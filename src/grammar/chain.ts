import { classOf, isPlural } from './classes.ts'
import { leftOf } from './left.ts'
import { ADVERBS, JOINTS, PREPOSITIONS } from './lexicon.ts'
import { beginsObject, gapAfter, isJoined, isPlain, isVerbAt, keyAt, type Site } from './site.ts'

/** A noun in the text with its adjectives and the nouns before it. */
export interface Chain {
  /** The index of the word after its last. */
  readonly to: number
  /** The noun it turns on, its last, as it is compared. */
  readonly head: string
  /** How many nouns it holds. */
  readonly nouns: number
}

type Step = 'noun' | 'before' | 'end' | 'unclear'

const LONGEST = 8

/**
 * Reads the noun that begins at a word, as far as it certainly goes.
 *
 * Undefined where its end cannot be told: "sex worker project leads" may be a noun or a sentence.
 */
export function chainAt(site: Site, from: number): Chain | undefined {
  let noun = -1
  let nouns = 0
  let index = from
  for (; index < site.words.keys.length; index++) {
    if (index > from && !/^(?:\s+|[-\u2010\u2011])$/.test(gapAfter(site, index - 1))) break
    const step = index - from < LONGEST ? stepAt(site, index, noun, from) : 'unclear'
    if (step === 'unclear') return undefined
    if (step === 'end') break
    if (step !== 'noun') continue
    noun = index
    nouns++
  }
  if (noun < from || noun + 1 !== index) return undefined
  return { to: index, head: keyAt(site, noun), nouns }
}

/** What a word is to the chain whose last noun so far is at `noun`. */
function stepAt(site: Site, index: number, noun: number, from: number): Step {
  return noun < 0
    ? openingStep(site, index, from)
    : furtherStep(site, index, isPlural(keyAt(site, noun)))
}

/** "physical and mental health": before the first noun, what can be an adjective is one. */
function openingStep(site: Site, index: number, from: number): Step {
  const key = keyAt(site, index)
  switch (classOf(key)) {
    case 'function':
      return JOINTS.has(key) && index > from ? 'before' : 'end'
    case 'noun':
    case 'noun-or-verb':
    case 'unknown':
      return 'noun'
    case 'verb':
      return 'unclear'
    default:
      return 'before'
  }
}

function furtherStep(site: Site, index: number, plural: boolean): Step {
  const key = keyAt(site, index)
  switch (classOf(key)) {
    case 'noun':
      return 'noun'
    case 'noun-or-verb':
      if (!isPlain(key)) return inflectedStep(site, index)
      return plural ? 'end' : plainStep(site, index)
    case 'unknown':
      return isPlain(key) && !plural ? 'noun' : 'unclear'
    case 'adjective':
      return ADVERBS.has(key) ? 'end' : 'unclear'
    case 'gerund':
      return beginsObject(site, index + 1) ? 'end' : 'unclear'
    case 'number':
      return 'unclear'
    default:
      return 'end'
  }
}

/** "the sex worker support plan is": a noun, but "members of the sex worker project plan to leave". */
function plainStep(site: Site, index: number): Step {
  const inPhrase = PREPOSITIONS.has(keyAt(site, leftOf(site, 'one').from - 1))
  return inPhrase && isJoined(site, index) && !isVerbAt(site, index + 1) ? 'unclear' : 'noun'
}

/** "sex worker support needs": a noun if a verb follows, a verb if an object does. */
function inflectedStep(site: Site, index: number): Step {
  if (!isJoined(site, index)) return 'unclear'
  if (isVerbAt(site, index + 1)) return 'noun'
  return beginsObject(site, index + 1) ? 'end' : 'unclear'
}
