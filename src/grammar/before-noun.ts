import { type Chain, chainAt } from './chain.ts'
import { isPlural } from './classes.ts'
import type { Left } from './left.ts'
import { BE, COMPOUND_PARTS, JOINTS, NAMING_HEADS, OF_HEADS, ON_HEADS } from './lexicon.ts'
import { isAnyPerson, isDescribed, isPerson, type Noun, withHead } from './noun.ts'
import {
  type Edit,
  endAt,
  isHyphened,
  isJoined,
  keyAt,
  possessiveAfter,
  type Site,
  textOf,
} from './site.ts'

/** A noun that takes the place of a found noun, and how it stands behind another. */
export interface Placeable {
  readonly noun: Noun
  /** The form that stands behind ("project for people who sell sex"); undefined if there is none. */
  readonly behind: Noun | undefined
  readonly preposition: string | undefined
}

/** Puts a noun where the found words stand before another noun: before it, or behind it. */
export function placeBeforeNoun(site: Site, placeable: Placeable, left: Left): Edit | undefined {
  const { noun, preposition } = placeable
  const stands = !noun.phrasal && !noun.article && !isDescribed(noun)
  const behind = preposition || !stands ? placeBehind(site, placeable, left) : undefined
  if (behind || !stands) return behind
  return { start: site.start, end: site.end, text: noun.text }
}

/** "sex work policy" becomes "policy on prostitution". */
function placeBehind(
  site: Site,
  { noun, behind, preposition }: Placeable,
  left: Left,
): Edit | undefined {
  const chain = chainAt(site, site.last)
  if (!behind || !chain || !isOver(site, chain) || !canLeave(site, left)) return undefined
  if (isPerson(chain.head)) return placeInPerson(site, noun, behind, chain)
  const joint = jointFor(chain.head, behind, preposition)
  if (!joint || keyAt(site, chain.to) === joint) return undefined
  const definite = joint === 'of' && (OF_HEADS.has(chain.head) || !isPlural(chain.head))
  const wantsArticle = definite && !left.determined
  if (wantsArticle && left.modified) return undefined
  const text = `${wantsArticle ? 'the ' : ''}${textOf(site, site.last, chain.to)} ${joint} ${behind.text}`
  return { start: site.start, end: endAt(site, chain.to - 1), text }
}

/** Whether the noun behind can take the place of the found words and of what belongs to them. */
function canLeave(site: Site, left: Left): boolean {
  const shared = JOINTS.has(keyAt(site, left.from - 1)) && !left.determined
  return !left.clinging && !left.unclear && !shared
}

/** "sex worker mothers" becomes "mothers who sell sex". */
function placeInPerson(site: Site, one: Noun, many: Noun, chain: Chain): Edit | undefined {
  const noun = isPlural(chain.head) ? many : one
  if (!isAnyPerson(noun) || noun.article || chain.to > site.last + 1) return undefined
  return { start: site.start, end: endAt(site, site.last), text: withHead(noun, chain.head).text }
}

/** Whether nothing goes on behind a noun that would then seem to belong to what was put there. */
function isOver(site: Site, chain: Chain): boolean {
  const last = chain.to - 1
  if (possessiveAfter(site, last) !== '' || isHyphened(site, last)) return false
  const next = keyAt(site, chain.to)
  return !isJoined(site, last) || !(JOINTS.has(next) || next === 'of')
}

/** The preposition that joins a head and a noun behind it; undefined if none is sure to. */
function jointFor(head: string, noun: Noun, given: string | undefined): string | undefined {
  if (NAMING_HEADS.has(head)) return undefined
  if (given === 'of') return given
  if (given === 'on') return ON_HEADS.has(head) ? given : undefined
  if (noun.count === 'mass') return given
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
  if (!part || !behind || !canLeave(site, left)) return undefined
  const text = `${part} ${behind.text}`
  const chain = isJoined(site, site.last) ? chainAt(site, site.last + 1) : undefined
  if (chain) {
    const what = textOf(site, site.last + 1, chain.to)
    const edit = { start: site.start, end: endAt(site, chain.to - 1), text: `${what} ${text}` }
    return isOver(site, chain) ? edit : undefined
  }
  if (!BE.has(keyAt(site, site.first - 1))) return undefined
  return { start: site.start, end: endAt(site, site.last), text }
}
