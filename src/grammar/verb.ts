import type { Inflected } from '../types/terms.ts'
import { isPlural } from './classes.ts'
import { BE, HAVE, MODALS, STRONG_PASTS } from './lexicon.ts'
import { classAt, type Edit, isHyphened, isJoined, keyAt, type Site } from './site.ts'

/** The slots of verbs. */
export type VerbSlot = 'base' | 's' | 'ing' | 'past' | 'participle'

/** Puts a verb in the place of a found verb, in the form that the sentence asks for. */
export function placeVerb(site: Site, slot: VerbSlot, wording: Inflected): Edit | undefined {
  if (isHyphened(site, site.first - 1) || isHyphened(site, site.last - 1) || isNoun(site))
    return undefined
  const text =
    slot === 'past' || slot === 'participle' ? pastOf(site, slot, wording) : wording[slot]
  if (text === undefined || !agreesWithTheir(site, text)) return undefined
  return { start: site.start, end: site.end, text }
}

/** A verb form with an article before it is a noun after all: "the pimps". */
function isNoun(site: Site): boolean {
  return (
    isJoined(site, site.first - 1) &&
    /^(?:an?|the|these|those|every|each|its|our|my|your)$/.test(keyAt(site, site.first - 1))
  )
}

/** "used" is the past in "they used", the participle in "they have used" and "being used". */
function pastOf(site: Site, slot: VerbSlot, wording: Inflected): string | undefined {
  const auxiliary = auxiliaryBefore(site)
  if (HAVE.has(auxiliary)) return wording.participle ?? weak(wording.past)
  const single = site.last - site.first === 1
  const byAgent = single && keyAt(site, site.last) === 'by' && isJoined(site, site.last - 1)
  if (!BE.has(auxiliary) && !byAgent)
    return slot === 'participle' ? (wording.participle ?? wording.past) : wording.past
  // Only a verb that is one word is sure to have no object of its own, which no passive could keep.
  if (!single) return undefined
  return wording.participle ?? (wording.past?.includes(' ') ? undefined : weak(wording.past))
}

function weak(past: string | undefined): string | undefined {
  return past !== undefined && !STRONG_PASTS.has(past.split(' ')[0] ?? '') ? past : undefined
}

/** The word before the verb and its adverbs. */
function auxiliaryBefore(site: Site): string {
  let index = site.first - 1
  while (
    isJoined(site, index) &&
    (classAt(site, index) === 'adverb' || keyAt(site, index) === 'not')
  )
    index--
  return isJoined(site, index) ? keyAt(site, index) : ''
}

/** Whether "their" in a wording goes with the nearest noun or pronoun before the verb. */
function agreesWithTheir(site: Site, text: string): boolean {
  if (!/\b(?:their|them|themselves|themself)\b/.test(text)) return true
  for (let index = site.first - 1; index >= 0; index--) {
    const key = keyAt(site, index)
    if (/^(?:he|she|it|his|her|i|you|we)$/.test(key)) return false
    if (/^(?:they|people|anyone|anybody|everyone|everybody|someone|somebody)$/.test(key))
      return true
    if (BE.has(key) || HAVE.has(key) || MODALS.has(key)) continue
    if (['noun', 'noun-or-verb', 'unknown'].includes(classAt(site, index))) return isPlural(key)
  }
  return false
}
