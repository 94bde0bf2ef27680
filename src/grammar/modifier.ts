import type { Inflected } from '../types/terms.ts'
import { placeAlone } from './alone.ts'
import { chainAt } from './chain.ts'
import { classOf, isContent } from './classes.ts'
import { leftOf } from './left.ts'
import { ANY_PERSON, PEOPLE, PERSONS } from './lexicon.ts'
import { type Count, isAnyPerson, type Noun, nounOf, withHead } from './noun.ts'
import {
  classAt,
  type Edit,
  endAt,
  isHyphened,
  isJoined,
  isPlain,
  keyAt,
  possessiveAfter,
  type Site,
} from './site.ts'

/** Puts a wording in the place of an adjective: another adjective, or a noun that takes in the person. */
export function placeModifier(site: Site, wording: Inflected): Edit | undefined {
  const text = wording.modifier
  return text === undefined ? placePerson(site, wording) : placeAdjective(site, text)
}

function placeAdjective(site: Site, text: string): Edit | undefined {
  if (isHyphened(site, site.last - 1) || /^(?:an?|the) /i.test(text)) return undefined
  const attributive = isJoined(site, site.last - 1) && chainAt(site, site.last) !== undefined
  // "ethnic minority officers", but not "they are ethnic minority".
  const last = text.includes(' ') ? classOf(text.split(' ').at(-1) ?? '') : 'adjective'
  const noun = text.includes(' ') && /^(?:noun|noun-or-verb|adjective)$/.test(last)
  return attributive || !noun ? { start: site.start, end: site.end, text } : undefined
}

/** "wheelchair-bound people" becomes "wheelchair users", "sex-working mothers" "mothers who sell sex". */
function placePerson(site: Site, wording: Inflected): Edit | undefined {
  const person = keyAt(site, site.last)
  const count = PERSONS.has(person) ? 'one' : PEOPLE.has(person) ? 'many' : undefined
  const text = count && wording[count]
  if (!text || !isJoined(site, site.last - 1) || isHyphened(site, site.first - 1)) return undefined
  const noun = ofPerson(nounOf(text, count), person)
  const whole = { ...site, last: site.last + 1, end: endAt(site, site.last) }
  if (!noun || possessiveAfter(whole, whole.last - 1) !== '' || goesOn(whole, count))
    return undefined
  return placeAlone(whole, noun, leftOf(whole, count))
}

/** The noun for a certain kind of person: "people who sell sex" for "women" is "women who sell sex". */
function ofPerson(noun: Noun, person: string): Noun | undefined {
  if (ANY_PERSON.has(person) || noun.head === person) return noun
  return isAnyPerson(noun) ? withHead(noun, person) : undefined
}

/** Whether the person may be only the beginning of a longer noun: "women prisoners", "child report". */
function goesOn(site: Site, count: Count): boolean {
  if (!isJoined(site, site.last - 1)) return false
  const next = keyAt(site, site.last)
  if (count === 'many' || !isPlain(next)) return classAt(site, site.last) === 'noun'
  return isContent(next)
}
