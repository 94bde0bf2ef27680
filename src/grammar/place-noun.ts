import { keyOf } from '../match/words.ts'
import type { Wording } from '../types/terms.ts'
import { placeAlone } from './alone.ts'
import { type Placeable, placeBeforeNoun, placeInCompound } from './before-noun.ts'
import { isPlural } from './classes.ts'
import { absorbGender } from './gender.ts'
import { leftOf } from './left.ts'
import { BE, PREPOSITIONS } from './lexicon.ts'
import { type Count, isDescribed, isPerson, type Noun, nounOf } from './noun.ts'
import { placePossessive } from './possessive.ts'
import { roleOf } from './role.ts'
import { type Edit, isHyphened, isJoined, keyAt, possessiveAfter, type Site } from './site.ts'

/** Puts a wording in the place of a found noun. */
export function placeNoun(site: Site, count: Count, wording: Wording): Edit | undefined {
  const placeable = placeableOf(count, wording)
  if (!placeable || !isNoun(site, placeable.noun) || isSame(site, placeable.noun)) return undefined
  const placing = absorbGender(site, placeable)
  return placing && placeWhere(placing.site, placing.placeable)
}

/** The form of a wording that can take the place of a noun; a string counts as what it looks like. */
function placeableOf(count: Count, wording: Wording): Placeable | undefined {
  const forms = typeof wording === 'string' ? { [looksLike(wording, count)]: wording } : wording
  const text = count === 'mass' ? (forms.mass ?? forms.ing) : forms[count]
  if (text === undefined) return undefined
  const noun = nounOf(text, count)
  const many = forms.many === undefined ? undefined : nounOf(forms.many, 'many')
  return { noun, behind: count === 'mass' ? noun : many, preposition: forms.preposition }
}

/** What a noun that is given as a string only can be in the place of a found one. */
export function looksLike(text: string, count: Count): Count {
  const { head } = nounOf(text, count)
  if (/^an? /i.test(text)) return 'one'
  if (isPlural(head)) return 'many'
  if (count === 'one' && !/(?:tion|ism|ity|ness|ing|ment|ance|ence)$/.test(head)) return 'one'
  return 'mass'
}

/** Whether the found words are a noun where they stand, of the new one’s kind. */
function isNoun(site: Site, noun: Noun): boolean {
  const before = keyAt(site, site.first - 1)
  const last = keyAt(site, site.last - 1)
  if (/^(?:i|he|she|they|who|must|will|would|can|could|should|may|might)$/.test(before))
    return false
  if (BE.has(before) && last.endsWith('ing') && !noun.gerund) return false
  // "sex-working mothers": an adjective, whatever slot it was found by.
  if (last.endsWith('ing') && isJoined(site, site.last - 1) && isPerson(keyAt(site, site.last)))
    return false
  const open = site.last - site.first > 1 && PREPOSITIONS.has(last)
  return open === noun.open
}

function isSame({ words, start, end }: Site, noun: Noun): boolean {
  return keyOf(noun.text) === keyOf(words.text.slice(start, end))
}

/** Puts a noun in by what the found words are where they stand. */
function placeWhere(site: Site, placeable: Placeable): Edit | undefined {
  const { noun, preposition } = placeable
  const left = leftOf(site, noun.count)
  if (!isFree(site, noun)) return undefined
  if (noun.open) return placeAlone(site, noun, left)
  if (isHyphened(site, site.last - 1)) return placeInCompound(site, placeable, left)
  if (possessiveAfter(site, site.last - 1) !== '')
    return placePossessive(site, noun, left, preposition)
  switch (roleOf(site, noun.count, left)) {
    case 'alone':
      return placeAlone(site, noun, left)
    case 'before-noun':
      return placeBeforeNoun(site, placeable, left)
    case 'unclear':
      // A plain noun is right either way.
      return noun.phrasal || noun.article || isDescribed(noun)
        ? undefined
        : placeAlone(site, noun, left)
    case 'broken':
      return undefined
  }
}

/** Whether no sign is stuck to the found words that a longer noun cannot have: "sex worker(s)", "ex-sex worker". */
function isFree(site: Site, noun: Noun): boolean {
  const before = site.words.text.charAt(site.start - 1)
  const after = site.words.text.charAt(site.end)
  if (after === '(' || (noun.phrasal && (/[/&]/.test(before) || /[/&]/.test(after)))) return false
  return !isHyphened(site, site.first - 1) || !noun.text.includes(' ')
}
