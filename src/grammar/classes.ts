import {
  ADJECTIVES,
  ADVERBS,
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  HAVE,
  IRREGULAR_PLURALS,
  MODALS,
  NOUN_OR_VERB,
  NOUNS,
  NOUNS_IN_ING,
  PAST_FORMS,
  PREPOSITIONS,
  PRONOUNS,
  VERBS,
} from './lexicon.ts'

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

const NOUN_ENDING =
  /(?:tion|sion|ment|ness|[ie]ty|ship|ism|ance|ence|hood|dom|ology|graphy|cracy|ist|eer|logue|ture|[^e]er|tor|sor|cy)s?$|(?:it|nc)ies$/
const ADJECTIVE_ENDING =
  /(?:al|ous|ful|ible|able|less|ic|ive|[ao]ry|ish|ant|ent|ese|esque|-led|-based|-free|-wide|[^aeiou]ian|ean)$/
const VERB_ENDING = /(?:ise|ize|ify)(?:s|d)?$|ifies$/

const isFunctionWord = (key: string): boolean =>
  PREPOSITIONS.has(key) ||
  CONJUNCTIONS.has(key) ||
  PRONOUNS.has(key) ||
  DETERMINERS.has(key) ||
  BE.has(key) ||
  HAVE.has(key) ||
  MODALS.has(key)

/** The class of a word, given as it is compared (lower case). */
export function classOf(key: string): WordClass {
  if (isFunctionWord(key)) return 'function'
  if (/^\d/.test(key)) return 'number'
  return listed(key) ?? listed(singularOf(key), true) ?? byEnding(key)
}

function listed(key: string, stripped = false): WordClass | undefined {
  if (NOUNS_IN_ING.has(key)) return 'noun'
  if (NOUN_OR_VERB.has(key)) return 'noun-or-verb'
  if (NOUNS.has(key)) return 'noun'
  if (VERBS.has(key)) return 'verb'
  if (stripped) return undefined
  if (ADJECTIVES.has(key)) return 'adjective'
  if (ADVERBS.has(key)) return 'adverb'
  return PAST_FORMS.has(key) ? 'participle' : undefined
}

function byEnding(key: string): WordClass {
  if (key.endsWith('ly')) return 'adverb'
  if (key.endsWith('ed')) return 'participle'
  if (key.endsWith('ing')) return 'gerund'
  if (VERB_ENDING.test(key)) return 'verb'
  if (NOUN_ENDING.test(key)) return 'noun'
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
