import { beginsWithArticle, leftOf } from './left.ts'
import { BE, HAVE, MODALS } from './lexicon.ts'
import { genitiveOf, type Noun, nounOf, withArticle } from './noun.ts'
import { looksLike } from './place-noun.ts'
import {
  beginsObject,
  classAt,
  type Edit,
  isHyphened,
  isJoined,
  keyAt,
  possessiveAfter,
  type Site,
} from './site.ts'

/** Puts a wording that never changes in the place of one that never changes, if nothing asks for a change. */
export function placeString(site: Site, wording: string): Edit | undefined {
  const noun = nounOf(wording, looksLike(wording, 'one'))
  const articled = beginsWithArticle(site)
  const text = articled ? withArticle(noun, keyAt(site, site.first)) : wording
  if (!isFree(site, text) || !isSameKind(site, text)) return undefined
  if (noun.article && !articled && !mayBegin(site, noun)) return undefined
  const mark = possessiveAfter(site, site.last - 1)
  const before = isJoined(site, site.last - 1) && classAt(site, site.last) === 'noun'
  if (noun.phrasal && (mark !== '' || before)) return undefined
  const end = site.end + mark.length
  return { start: site.start, end, text: mark ? genitiveOf(text, mark.charAt(0)) : text }
}

/** Whether a noun can begin at the found words with an article of its own: nothing before belongs to it. */
function mayBegin(site: Site, { count }: Noun): boolean {
  const { determiners, modified } = leftOf(site, count)
  return determiners.length === 0 && !modified
}

function isFree(site: Site, text: string): boolean {
  const hyphened = isHyphened(site, site.first - 1) || isHyphened(site, site.last - 1)
  return !(hyphened && text.includes(' ')) && site.words.text.charAt(site.end) !== '('
}

/** "was not brought" takes the place of another verb only, and of one without an object. */
function isSameKind(site: Site, text: string): boolean {
  const isVerb = (key: string) => BE.has(key) || HAVE.has(key) || MODALS.has(key)
  if (!isVerb(text.split(' ')[0] ?? '')) return true
  const object = isJoined(site, site.last - 1) && beginsObject(site, site.last)
  return isVerb(keyAt(site, site.first)) && !object && classAt(site, site.last) !== 'number'
}
