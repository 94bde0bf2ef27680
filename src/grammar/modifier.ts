import type { Inflected } from '../types/terms.ts'
import { placeAlone } from './alone.ts'
import { classOf } from './classes.ts'
import { leftOf } from './left.ts'
import { ANY_PERSON, PERSON_NOUNS } from './lexicon.ts'
import { isAnyPerson, type Noun, nounOf, withHead } from './noun.ts'
import { possessiveAfter } from './possessive.ts'
import { chainAt } from './right.ts'
import { type Edit, isHyphened, isJoined, keyAt, type Site } from './site.ts'

/** Puts a wording in the place of an adjective: another adjective, or a noun that takes in the person. */
export function placeModifier(site: Site, wording: Inflected): Edit | undefined {
  const attributive = isJoined(site, site.last - 1) && chainAt(site, site.last) !== undefined
  if (wording.modifier !== undefined) return placeAdjective(site, wording.modifier, attributive)
  const person = PERSON_NOUNS.get(keyAt(site, site.last))
  const text = person && wording[person]
  if (!person || !text || !isJoined(site, site.last - 1) || isHyphened(site, site.first - 1))
    return undefined
  const whole = { ...site, last: site.last + 1, end: site.words.ends[site.last] ?? site.end }
  const noun = ofPerson(nounOf(text, person), keyAt(site, site.last))
  if (!noun || goesOn(whole) || possessiveAfter(whole, whole.last - 1) !== '') return undefined
  return placeAlone(whole, noun, leftOf(whole, person))
}

function placeAdjective(site: Site, text: string, attributive: boolean): Edit | undefined {
  if (isHyphened(site, site.last - 1)) return undefined
  const noun =
    /^(?:noun|noun-or-verb|adjective)$/.test(classOf(text.split(' ').at(-1) ?? '')) &&
    text.includes(' ')
  return attributive || !noun ? { start: site.start, end: site.end, text } : undefined
}

/** The noun for a certain kind of person: "people who sell sex" for "women" is "women who sell sex". */
function ofPerson(noun: Noun, person: string): Noun | undefined {
  if (ANY_PERSON.has(person) || noun.head === person) return noun
  return isAnyPerson(noun) ? withHead(noun, person) : undefined
}

/** Whether the person is only the beginning of a longer noun: "women prisoners". */
function goesOn(site: Site): boolean {
  return isJoined(site, site.last - 1) && chainAt(site, site.last - 1)?.to !== site.last
}
