import { wordsOf } from '../match/words.ts'
import type { Inflected } from '../types/terms.ts'
import { classOf, isPlural } from './classes.ts'
import { BE, HAVE, MODALS, PREPOSITIONS, STRONG_PASTS } from './lexicon.ts'
import { beginsObject, classAt, type Edit, isHyphened, isJoined, keyAt, type Site } from './site.ts'

/** The slots of verbs. */
type VerbSlot = 'base' | 's' | 'ing' | 'past' | 'participle'

/** Puts a verb in the place of a found verb, in the form that the sentence asks for. */
export function placeVerb(site: Site, slot: VerbSlot, wording: Inflected): Edit | undefined {
  if (isHyphened(site, site.first - 1) || isHyphened(site, site.last - 1) || isNoun(site))
    return undefined
  const past = slot === 'past' || slot === 'participle'
  const text = past ? pastOf(site, slot, wording) : wording[slot]
  if (text === undefined || !takesSame(site, text) || !agreesWithTheir(site, text)) return undefined
  return { start: site.start, end: site.end, text }
}

/** A verb form with an article before it is a noun after all: "the pimps". */
function isNoun(site: Site): boolean {
  const determined = /^(?:an?|the|these|those|every|each|its|our|my|your)$/
  return isJoined(site, site.first - 1) && determined.test(keyAt(site, site.first - 1))
}

/** "used" is the past in "they used", the participle in "they have used" and "being used". */
function pastOf(site: Site, slot: 'past' | 'participle', wording: Inflected): string | undefined {
  const auxiliary = auxiliaryBefore(site)
  if (HAVE.has(auxiliary)) return wording.participle ?? weak(wording.past)
  const single = site.last - site.first === 1
  const byAgent = single && keyAt(site, site.last) === 'by' && isJoined(site, site.last - 1)
  if (slot === 'participle' && wording.participle !== undefined) return wording.participle
  if (!BE.has(auxiliary) && !byAgent) return wording.past
  // Only a verb that is one word is sure to have no object of its own, which no passive could keep.
  if (!single) return undefined
  return wording.participle ?? (wording.past?.includes(' ') ? undefined : weak(wording.past))
}

/** A past form, if it is the participle too. */
function weak(past: string | undefined): string | undefined {
  return past !== undefined && !STRONG_PASTS.has(past.split(' ')[0] ?? '') ? past : undefined
}

/** The word before the verb and its adverbs. */
function auxiliaryBefore(site: Site): string {
  let index = site.first - 1
  while (isJoined(site, index) && classAt(site, index) === 'adverb') index--
  return isJoined(site, index) ? keyAt(site, index) : ''
}

/** Whether a verb leaves what follows its place: "report a colleague", but not "raise concerns a colleague". */
function takesSame(site: Site, text: string): boolean {
  const words = wordsOf(text).keys.filter((key) => classOf(key) !== 'adverb')
  const last = words.at(-1) ?? ''
  const open = words.length > 1 && PREPOSITIONS.has(last)
  const closed = words.length > 1 && classOf(last) !== 'function'
  const single = site.last - site.first === 1
  const given = single && isJoined(site, site.last - 1) && beginsObject(site, site.last)
  const needed = !single && PREPOSITIONS.has(keyAt(site, site.last - 1))
  return given || needed ? !closed : single || !open
}

/** Whether "their" in a wording goes with the nearest noun or pronoun before the verb. */
function agreesWithTheir(site: Site, text: string): boolean {
  if (!/\b(?:their|them|themselves|themself)\b/.test(text)) return true
  for (let index = site.first - 1; index >= 0 && index > site.first - 8; index--) {
    const key = keyAt(site, index)
    if (/^(?:he|she|it|his|her|i|you|we)$/.test(key)) return false
    if (/^(?:they|people|any(?:one|body)|every(?:one|body)|some(?:one|body))$/.test(key))
      return true
    if (BE.has(key) || HAVE.has(key) || MODALS.has(key)) continue
    if (/^(?:noun|noun-or-verb|unknown)$/.test(classAt(site, index))) return isPlural(key)
  }
  return false
}
