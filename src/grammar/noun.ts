import { wordsOf } from '../match/words.ts'
import { articleBefore } from './article.ts'
import { classOf, isPlural } from './classes.ts'
import { ANY_PERSON, PEOPLE, PERSONS, PREPOSITIONS } from './lexicon.ts'

/** Whether a noun stands for one, for many, or for something that is not counted. */
export type Count = 'one' | 'many' | 'mass'

/** A noun that can take the place of found words. */
export interface Noun {
  readonly text: string
  readonly count: Count
  /** Something stands behind its head ("people who sell sex"): it can stand before no other noun. */
  readonly phrasal: boolean
  /** The word it turns on: "people" in "people who sell sex". */
  readonly head: string
  /** It ends in a preposition: "contact with". */
  readonly open: boolean
  /** It begins with its own article or owner: "the sex trade", "men’s demand". */
  readonly article: boolean
  /** It is a verb in -ing with what belongs to it: "selling sex". */
  readonly gerund: boolean
}

const ARTICLE = /^(?:an?|the) /i
const OWNER = /^\S+['’]s? /

/** What there is to know of a noun from its text and its count. */
export function nounOf(text: string, count: Count): Noun {
  const keys = wordsOf(text.replace(ARTICLE, '')).keys
  const open = keys.length > 1 && PREPOSITIONS.has(keys.at(-1) ?? '')
  const closed = open ? keys.slice(0, -1) : keys
  const tail = closed.findIndex((_, index) => index > 0 && beginsTail(closed, index))
  const article = ARTICLE.test(text) || OWNER.test(text)
  const gerund = count === 'mass' && !article && keys.length > 1 && /ing$/.test(keys[0] ?? '')
  const head = (tail > 0 ? keys[tail - 1] : keys.at(-1)) ?? ''
  return { text, count, phrasal: tail > 0 || gerund, open, head, article, gerund }
}

/** Whether what stands behind a noun's head begins at a word: a clause, a preposition, a participle. */
function beginsTail(keys: readonly string[], index: number): boolean {
  const key = keys[index] ?? ''
  if (PREPOSITIONS.has(key) || /^(?:who|whose|that|which|where)$/.test(key)) return true
  if (index === 1 && isPerson(keys[0] ?? ''))
    return /^(?:participle|gerund|function)$/.test(classOf(key))
  return index < keys.length - 1 && classOf(key) === 'gerund'
}

/** Whether a word stands for a person or for people. */
export function isPerson(key: string): boolean {
  return PERSONS.has(key) || PEOPLE.has(key)
}

/** The noun with another head: "people who sell sex" with "women" is "women who sell sex". */
export function withHead(noun: Noun, head: string): Noun {
  return { ...noun, head, text: noun.text.replace(noun.head, head) }
}

/** Whether the noun is "person" or "people" with something behind it that fits any other person. */
export function isAnyPerson(noun: Noun): boolean {
  return noun.phrasal && ANY_PERSON.has(noun.head)
}

/** Whether the noun is a person with an adjective, who stands before no other noun: "refused asylum seeker". */
export function isDescribed(noun: Noun): boolean {
  const [first = '', second] = noun.text.toLowerCase().split(' ')
  return (
    noun.count === 'one' &&
    second !== undefined &&
    /^(?:adjective|participle)$/.test(classOf(first))
  )
}

/** The noun with the article that its count asks for in the place of another. */
export function withArticle(noun: Noun, article: string): string {
  if (noun.article || noun.count !== 'one') return noun.text
  return `${article === 'the' ? 'the' : articleBefore(noun.text)} ${noun.text}`
}

/** The possessive of a noun's text: "prostituted women’s", "sex buyers’". */
export function genitiveOf(text: string, apostrophe: string): string {
  const last = wordsOf(text).keys.at(-1) ?? ''
  return last.endsWith('s') && isPlural(last) ? `${text}${apostrophe}` : `${text}${apostrophe}s`
}
