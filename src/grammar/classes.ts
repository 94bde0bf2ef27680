import {
  ADVERBS,
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  HAVE,
  IRREGULAR_PLURALS,
  MODALS,
  PREPOSITIONS,
  PRONOUNS,
} from './lexicon.ts'
import { ADJECTIVES, NOUN_OR_VERB, NOUNS, NOUNS_IN_ING, PAST_FORMS, VERBS } from './vocabulary.ts'

/** What a word can be, as far as the word alone tells. */
export type WordClass =
  | 'function'
  | 'adverb'
  | 'adjective'
  | 'noun'
  | 'verb'
  | 'noun-or-verb'
  | 'participle'
  | 'gerund'
  | 'number'
  | 'unknown'

const FUNCTION_WORDS = [PREPOSITIONS, CONJUNCTIONS, PRONOUNS, DETERMINERS, BE, HAVE, MODALS]
const NOUN_ENDING =
  /(?:tion|sion|ment|ness|[ie]ty|ship|ism|ance|ence|hood|dom|ology|graphy|cracy|ist|eer|logue|ture|[^e]er|tor|sor|cy)$/
const ADJECTIVE_ENDING =
  /(?:al|ous|ful|ible|able|less|ic|ive|[ao]ry|ish|ant|ent|ese|esque|[^aeiou]ian|ean)$/
const VERB_ENDING = /(?:ise|ize|ify)(?:s|d)?$|ifies$/

/** The class of a word, given as it is compared (lower case). */
export function classOf(key: string): WordClass {
  if (FUNCTION_WORDS.some((words) => words.has(key))) return 'function'
  if (/^\d/.test(key)) return 'number'
  return listed(key) ?? inflected(singularOf(key)) ?? byEnding(key)
}

/** The class of a word that may have taken an -s. */
function inflected(key: string): WordClass | undefined {
  if (NOUNS_IN_ING.has(key)) return 'noun'
  if (NOUN_OR_VERB.has(key)) return 'noun-or-verb'
  if (NOUNS.has(key)) return 'noun'
  return VERBS.has(key) ? 'verb' : undefined
}

function listed(key: string): WordClass | undefined {
  const known = inflected(key)
  if (known) return known
  if (ADJECTIVES.has(key)) return 'adjective'
  if (ADVERBS.has(key)) return 'adverb'
  return PAST_FORMS.has(key) ? 'participle' : undefined
}

function byEnding(key: string): WordClass {
  if (key.endsWith('ly')) return 'adverb'
  if (key.endsWith('ed')) return 'participle'
  if (key.endsWith('ing')) return 'gerund'
  if (VERB_ENDING.test(key)) return 'verb'
  if (NOUN_ENDING.test(singularOf(key))) return 'noun'
  return ADJECTIVE_ENDING.test(key) ? 'adjective' : 'unknown'
}

/** A word without the ending of a plural or of a third person. */
export function singularOf(key: string): string {
  if (/(?:ss|us|is|[^s]ics)$/.test(key)) return key
  if (/[^aeiou]ies$/.test(key)) return `${key.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss|zz)es$/.test(key)) return key.slice(0, -2)
  return key.endsWith('s') ? key.slice(0, -1) : key
}

/** Whether a noun, by its look, is a plural. */
export function isPlural(key: string): boolean {
  return IRREGULAR_PLURALS.has(key) || singularOf(key) !== key
}

/** Whether a word can be part of a noun with its adjectives and is no certain verb. */
export function isContent(key: string): boolean {
  return /^(?:noun|noun-or-verb|unknown|adjective)$/.test(classOf(key))
}
