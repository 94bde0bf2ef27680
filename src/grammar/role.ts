import { beginsSentence } from './capitals.ts'
import type { Left } from './left.ts'
import {
  ADVERBS,
  BE,
  CAUSATIVES,
  COUNTING_DETERMINERS,
  GIVING,
  JOINTS,
  MODALS,
  OBJECT_BEGINNINGS,
  PLURAL_DETERMINERS,
  PREPOSITIONS,
  SINGULAR_DETERMINERS,
} from './lexicon.ts'
import type { Count } from './noun.ts'
import {
  beginsObject,
  classAt,
  goesOnAt,
  isJoined,
  isPlain,
  isVerbAt,
  keyAt,
  type Site,
  startAt,
} from './site.ts'

/**
 * What a found noun is to what follows: a noun for itself, a noun that stands before another ("sex work
 * policy"), or it cannot be told; `broken`: no English ("sex workers rights").
 */
type Role = 'alone' | 'before-noun' | 'unclear' | 'broken'

/** Decides whether a found noun stands before another noun. */
export function roleOf(site: Site, count: Count, left: Left): Role {
  if (!isJoined(site, site.last - 1)) return 'alone'
  if (isAnothers(site, count, left)) return 'before-noun'
  return count === 'many' ? roleOfMany(site) : roleOfSingular(site, count, left)
}

/** Whether the determiner is that of a noun behind: "a sex work protocol", "four escort agencies". */
function isAnothers(site: Site, count: Count, { determiners }: Left): boolean {
  if (count === 'many' || !goesOnAt(site, site.last)) return false
  const not = count === 'one' ? PLURAL_DETERMINERS : COUNTING_DETERMINERS
  return determiners.some((key) => not.has(key))
}

function roleOfMany(site: Site): Role {
  switch (classAt(site, site.last)) {
    case 'noun':
      return leads(site, GIVING) ? 'unclear' : 'broken'
    case 'noun-or-verb':
      return leads(site, GIVING) ? 'unclear' : 'alone'
    case 'number':
      return 'unclear'
    default:
      return 'alone'
  }
}

function roleOfSingular(site: Site, count: Count, left: Left): Role {
  const next = site.last
  const bare = count === 'one' && !left.determined
  switch (classAt(site, next)) {
    case 'function':
      return bare && isShared(site) ? 'unclear' : 'alone'
    case 'adverb':
      return 'alone'
    case 'adjective':
      if (ADVERBS.has(keyAt(site, next))) return 'alone'
      return goesOnAt(site, next + 1) ? 'before-noun' : 'alone'
    case 'noun':
      return left.determined && mayBeParticiple(site, next) ? 'unclear' : 'before-noun'
    case 'noun-or-verb':
      return isPlain(keyAt(site, next))
        ? beforePlain(site, count, left)
        : beforeInflected(site, count, left)
    case 'number':
      return 'unclear'
    case 'unknown':
      return !isPlain(keyAt(site, next)) && OBJECT_BEGINNINGS.has(keyAt(site, next + 1))
        ? 'alone'
        : 'unclear'
    default:
      return bare ? 'unclear' : 'alone'
  }
}

/** "sex worker and client safety": both stand before the noun. */
function isShared(site: Site): boolean {
  return (
    JOINTS.has(keyAt(site, site.last)) &&
    goesOnAt(site, site.last + 1) &&
    goesOnAt(site, site.last + 2)
  )
}

/** "a sex worker training in Hull": what can be a noun may be a participle. */
function mayBeParticiple(site: Site, index: number): boolean {
  const next = keyAt(site, index + 1)
  const goesOn = PREPOSITIONS.has(next) || OBJECT_BEGINNINGS.has(next)
  return keyAt(site, index).endsWith('ing') && isJoined(site, index) && goesOn
}

/** "sex work need": no verb of "sex work", but there may be another subject. */
function beforePlain(site: Site, count: Count, left: Left): Role {
  if (count === 'one' && !left.determined) return 'before-noun'
  return mayBeVerb(site, count, left) ? 'unclear' : 'before-noun'
}

/** "trafficking and sex work cause harm", "women in sex work report abuse", "help a sex worker leave". */
function mayBeVerb(site: Site, count: Count, left: Left): boolean {
  const before = keyAt(site, left.from - 1)
  const begins = (index: number) => beginsSentence(site.words.text, startAt(site, index))
  if (JOINTS.has(before) || leads(site, CAUSATIVES)) return true
  // A question: "Would a sex worker call …?", "Is sex work work?"
  if (MODALS.has(before) && before !== 'to') return true
  if (BE.has(before) && begins(left.from - 1)) return true
  if (begins(left.from) || isVerbAt(site, site.last + 1)) return false
  if (PREPOSITIONS.has(before)) return count === 'one' || !left.determined
  return !left.determined && isJoined(site, site.last)
}

/** "sex work harms": a verb, if an object follows; "sex work laws need": a noun, if a verb does. */
function beforeInflected(site: Site, count: Count, left: Left): Role {
  if (count === 'one' && !left.determined) return 'before-noun'
  if (count === 'one' && left.determiners.some((key) => SINGULAR_DETERMINERS.has(key)))
    return 'alone'
  const after = site.last + 1
  if (!isJoined(site, site.last)) return 'unclear'
  if (isVerbAt(site, after)) return 'before-noun'
  if (classAt(site, after) === 'verb' && isPlain(keyAt(site, after))) return 'before-noun'
  return beginsObject(site, after) ? 'alone' : 'unclear'
}

/** Whether one of the few words before the found words is in a list. */
function leads(site: Site, list: ReadonlySet<string>): boolean {
  return [1, 2, 3, 4].some((step) => list.has(keyAt(site, site.first - step)))
}
