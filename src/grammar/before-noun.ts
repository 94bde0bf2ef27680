import { isDetermined } from './alone.ts'
import { isPlural } from './classes.ts'
import type { Left } from './left.ts'
import { BE, COMPOUND_PARTS, NAMING_HEADS, OF_HEADS, ON_HEADS } from './lexicon.ts'
import { isDescribed, type Noun } from './noun.ts'
import { possessiveAfter } from './possessive.ts'
import { type Chain, chainAt } from './right.ts'
import { type Edit, isHyphened, isJoined, keyAt, type Site, textOf } from './site.ts'

/** A noun that takes the place of a found noun before another, and how it stands behind that one. */
export interface Placeable {
  readonly noun: Noun
  /** The form that stands behind ("project for people who sell sex"); undefined if there is none. */
  readonly behind: Noun | undefined
  readonly preposition: string | undefined
}

/** Puts a noun where the found words stand before another noun: before it, or behind it. */
export function placeBeforeNoun(site: Site, placeable: Placeable, left: Left): Edit | undefined {
  const { noun, preposition } = placeable
  const stands = !noun.phrasal && !isDescribed(noun)
  const behind = preposition || !stands ? placeBehind(site, placeable, left) : undefined
  if (behind || !stands || noun.article) return behind
  return { start: site.start, end: site.end, text: noun.text }
}

/** "sex work policy" becomes "policy on prostitution". */
function placeBehind(site: Site, { behind, preposition }: Placeable, left: Left): Edit | undefined {
  const chain = chainAt(site, site.last)
  if (!behind || !chain || !isOver(site, chain) || left.clinging || left.unclear) return undefined
  const joint = preposition === 'of' ? 'of' : prepositionFor(chain.head, behind, preposition)
  const next = isJoined(site, chain.to - 1) ? keyAt(site, chain.to) : ''
  if (!joint || next === joint) return undefined
  const definite = joint === 'of' && (OF_HEADS.has(chain.head) || !isPlural(chain.head))
  const determined = isDetermined(site, left)
  if (definite && !determined && left.modifiers.length > 0) return undefined
  const what = textOf(site, site.last, chain.to)
  return {
    start: site.start,
    end: site.words.ends[chain.to - 1] ?? site.end,
    text: `${definite && !determined ? 'the ' : ''}${what} ${joint} ${behind.text}`,
  }
}

/** Whether nothing goes on behind a noun that would then seem to belong to what was put there. */
function isOver(site: Site, chain: Chain): boolean {
  const last = chain.to - 1
  if (possessiveAfter(site, last) !== '' || isHyphened(site, last)) return false
  return !isJoined(site, last) || !/^(?:and|or|of)$/.test(keyAt(site, chain.to))
}

/** The preposition that joins a head and a noun behind it; undefined if none is sure to. */
function prepositionFor(head: string, noun: Noun, given: string | undefined): string | undefined {
  if (NAMING_HEADS.has(head)) return undefined
  if (given === 'on') return ON_HEADS.has(head) ? 'on' : undefined
  if (noun.count === 'mass') return given
  if (noun.count === 'one') return undefined
  return OF_HEADS.has(head) ? 'of' : (given ?? 'for')
}

/** Puts a noun in the place of the first part of a compound: "sex worker-led groups". */
export function placeInCompound(
  site: Site,
  { noun, behind }: Placeable,
  left: Left,
): Edit | undefined {
  if (!noun.phrasal && !noun.text.includes(' '))
    return { start: site.start, end: site.end, text: noun.text }
  const part = COMPOUND_PARTS.get(keyAt(site, site.last))
  if (!part || !behind || left.clinging || left.unclear) return undefined
  const text = `${part} ${behind.text}`
  const chain = isJoined(site, site.last) ? chainAt(site, site.last + 1) : undefined
  if (chain) {
    if (!isOver(site, chain)) return undefined
    const what = textOf(site, site.last + 1, chain.to)
    return {
      start: site.start,
      end: site.words.ends[chain.to - 1] ?? site.end,
      text: `${what} ${text}`,
    }
  }
  if (!BE.has(keyAt(site, site.first - 1))) return undefined
  return { start: site.start, end: site.words.ends[site.last] ?? site.end, text }
}
