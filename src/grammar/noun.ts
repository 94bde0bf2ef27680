import { keyOf, wordsOf } from '../words.ts'
import { articleBefore } from './article.ts'
import { classOf, isPlural } from './classes.ts'
import { ANY_PERSON, PERSON_NOUNS, PREPOSITIONS } from './lexicon.ts'

/** Whether a noun stands for one, for many, or for something that is not counted. */
export type Count = 'one' | 'many' | 'mass'

/** A noun that can take the place of found words. */
export interface Noun {
  readonly text: string
  readonly count: Count
  /** Something stands behind its head ("people who sell sex"): it can stand before no other noun. */
  readonly phrasal: boolean
  /** The word the noun turns on: "people" in "people who sell sex". */
  readonly head: string
  /** The noun ends in a preposition: "contact with". */
  readonly open: boolean
  /** The noun begins with its own article or owner: "the sex trade", "men’s demand". */
  readonly article: boolean
  /** The noun is a verb in -ing with what belongs to it: "selling sex". */
  readonly gerund: boolean
}

const ARTICLE = /^(?:an?|the) /i
const OWNER = /^\S+['’]s? /

/** What there is to know of a noun from its text and its count. */
export function nounOf(text: string, count: Count): Noun {
  const article = ARTICLE.test(text)
  const keys = wordsOf(text.replace(ARTICLE, '')).keys
  const open = keys.length > 1 && PREPOSITIONS.has(keys.at(-1) ?? '')
  const tail = keys.findIndex(
    (_, index) => index > 0 && !(open && index === keys.length - 1) && beginsTail(keys, index),
  )
  const gerund = count === 'mass' && keys.length > 1 && /ing$/.test(keys[0] ?? '')
  const head = (tail > 0 ? keys[tail - 1] : keys.at(-1)) ?? ''
  return {
    text,
    count,
    phrasal: tail > 0 || gerund,
    open,
    head,
    article: article || OWNER.test(text),
    gerund,
  }
}

/** Whether what stands behind a noun's head begins at a word: a relative clause, a preposition, a participle. */
function beginsTail(keys: readonly string[], index: number): boolean {
  const key = keys[index] ?? ''
  const ofPerson = index === 1 && PERSON_NOUNS.has(keys[0] ?? '')
  if (ofPerson && ['participle', 'gerund', 'function'].includes(classOf(key))) return true
  if (PREPOSITIONS.has(key) || /^(?:who|whose|that|which|where|to)$/.test(key)) return true
  return /ing$/.test(key) && index < keys.length - 1 && classOf(key) === 'gerund'
}

/** The noun with another head: "people who sell sex" with "women" is "women who sell sex". */
export function withHead(noun: Noun, head: string): Noun {
  return { ...noun, head, text: noun.text.replace(noun.head, head) }
}

/** Whether the noun is "person" or "people" with something behind it that fits any other person. */
export function isAnyPerson(noun: Noun): boolean {
  return noun.phrasal && ANY_PERSON.has(noun.head)
}

/** The noun with the article that its count asks for in the place of "a" or "the". */
export function withArticle(noun: Noun, article: string): string {
  if (noun.article) return noun.text
  if (noun.count === 'one')
    return `${/^the$/i.test(article) ? 'the' : articleBefore(noun.text)} ${noun.text}`
  return noun.text
}

/** "prostituted woman", "refused asylum seeker": with its adjective, a person stands before no other noun. */
export function isDescribed(noun: Noun): boolean {
  const [first = '', second] = noun.text.toLowerCase().split(' ')
  return (
    noun.count === 'one' &&
    second !== undefined &&
    /^(?:adjective|participle)$/.test(classOf(first))
  )
}

/** The possessive: "prostituted women’s", "sex buyers’". */
export function genitiveOf(text: string, apostrophe: string): string {
  const key = keyOf(text)
  return key.endsWith('s') && isPlural(key.split(' ').at(-1) ?? '')
    ? `${text}${apostrophe}`
    : `${text}${apostrophe}s`
}
