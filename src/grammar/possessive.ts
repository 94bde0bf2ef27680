import { articleBefore } from './article.ts'
import { beginsSentence, uncapitalise } from './capitals.ts'
import { type Chain, chainAt } from './chain.ts'
import { isContent, isPlural } from './classes.ts'
import { beginsWithArticle, type Left, leftOf } from './left.ts'
import { BODIES, JOINTS, OF_HEADS, PREPOSITIONS, UNMOVED_DETERMINERS } from './lexicon.ts'
import { genitiveOf, type Noun, withArticle } from './noun.ts'
import {
  classAt,
  type Edit,
  endAt,
  gapAfter,
  isJoined,
  isVerbAt,
  keyAt,
  possessiveAfter,
  type Site,
  startAt,
  textOf,
} from './site.ts'

/** Puts a noun in the place of a possessive: "prostituted women’s safety", "the safety of people who sell sex". */
export function placePossessive(
  site: Site,
  noun: Noun,
  left: Left,
  preposition: string | undefined,
): Edit | undefined {
  const mark = possessiveAfter(site, site.last - 1)
  if (noun.phrasal) return placeOwner(site, noun, left, preposition)
  if (noun.article && left.from < site.first) return undefined
  const text = genitiveOf(noun.text, mark.charAt(0))
  return { start: site.start, end: site.end + mark.length, text }
}

/** "sex workers’ safety" becomes "the safety of people who sell sex". */
function placeOwner(
  site: Site,
  noun: Noun,
  left: Left,
  preposition: string | undefined,
): Edit | undefined {
  if (left.owned || left.narrow || left.unclear) return undefined
  const second = secondOwner(site)
  const from = second?.to ?? site.last
  const owned = /\s$/.test(gapAfter(site, from - 1)) ? ownedAt(site, from) : undefined
  if (!owned || !canBeMoved(site, from, owned)) return undefined
  const what = textOf(site, from, owned.to)
  const end = endAt(site, owned.to - 1)
  if (isDescriptive(noun, left, owned)) {
    const joint = preposition === 'for' && !OF_HEADS.has(owned.head) ? 'for' : 'of'
    return { start: site.start, end, text: `${what} ${joint} ${noun.text}` }
  }
  const earlier = earlierOwner(site, left)
  const owner = ownerText(site, noun, left)
  if (earlier === 'unclear' || owner === undefined) return undefined
  const owners = [earlier?.text, owner, second?.text].filter((text) => text !== undefined)
  return {
    start: startAt(site, earlier?.from ?? left.from),
    end,
    text: `the ${what} of ${owners.join(' ')}`,
  }
}

/** "sex workers’ and clients’ safety": the second owner, and where what they own begins. */
function secondOwner(site: Site): { text: string; to: number } | undefined {
  const and = site.last
  if (!JOINTS.has(keyAt(site, and)) || !isJoined(site, and)) return undefined
  if (possessiveAfter(site, and + 1) === '') return undefined
  return { text: textOf(site, and, and + 2), to: and + 2 }
}

/** "clients’ and sex workers’ safety": the first owner, and where it begins. */
function earlierOwner(
  site: Site,
  left: Left,
): { text: string; from: number } | 'unclear' | undefined {
  const and = left.from - 1
  if (keyAt(site, and) === 'not') return 'unclear'
  if (!JOINTS.has(keyAt(site, and)) || !isJoined(site, and)) return undefined
  if (possessiveAfter(site, and - 1) === '') {
    return left.modified && left.determiners.length === 0 ? 'unclear' : undefined
  }
  const own = leftOf({ ...site, first: and - 1, last: and, start: startAt(site, and - 1) }, 'many')
  if (own.modified || own.unclear) return 'unclear'
  return {
    from: own.from,
    text: insideSentence(site, own.from, `${textOf(site, own.from, and)} ${keyAt(site, and)}`),
  }
}

/** What is owned, with a second noun that clearly is owned too: "homes and gardens". */
function ownedAt(site: Site, from: number): Chain | undefined {
  const owned = chainAt(site, from)
  if (!owned || !isJoined(site, owned.to - 1) || !JOINTS.has(keyAt(site, owned.to))) return owned
  const second = isJoined(site, owned.to) ? chainAt(site, owned.to + 1) : undefined
  if (!second || second.nouns > 1 || isPlural(second.head) !== isPlural(owned.head)) return owned
  const ends = !isJoined(site, second.to - 1) || PREPOSITIONS.has(keyAt(site, second.to))
  const sure = ends || isVerbAt(site, second.to) || classAt(site, second.to - 1) === 'noun'
  return sure ? { ...second, nouns: owned.nouns } : owned
}

/** Whether what is owned can stand between "the" and "of", and whether it is all that is owned. */
function canBeMoved(site: Site, from: number, owned: Chain): boolean {
  const first = keyAt(site, from)
  if (first === 'own' || /^\d/.test(first)) return false
  // "sex workers’ rights groups" are no groups of theirs.
  if (/^rights?$/.test(first) && owned.nouns > 1) return false
  const last = owned.to - 1
  if (possessiveAfter(site, last) !== '') return false
  if (/^\s*,\s/.test(gapAfter(site, last))) return !isContent(keyAt(site, owned.to))
  if (!isJoined(site, last)) return true
  const next = keyAt(site, owned.to)
  return next !== 'of' && !(JOINTS.has(next) && classAt(site, owned.to + 1) !== 'function')
}

/** "a sex workers’ collective": the article is the collective’s. */
function isDescriptive(noun: Noun, left: Left, owned: Chain): boolean {
  const determiner = left.determiners.at(-1)
  if (noun.count !== 'many') return false
  return (
    determiner === 'a' || determiner === 'an' || (determiner === 'the' && BODIES.has(owned.head))
  )
}

/** The new owner with the determiners and adjectives of the old one. */
function ownerText(site: Site, noun: Noun, left: Left): string | undefined {
  if (beginsWithArticle(site)) {
    const article = keyAt(site, site.first)
    return article === 'the' && noun.count === 'many'
      ? `the ${noun.text}`
      : withArticle(noun, article)
  }
  if (left.determiners.some((key) => UNMOVED_DETERMINERS.has(key))) return undefined
  if (noun.count === 'one' && !left.determined) return undefined
  if ((noun.article || noun.gerund) && left.from < site.first) return undefined
  const { text, starts } = site.words
  const modified = text.slice(starts[left.inner], site.start) + noun.text
  if (/^an?$/.test(left.determiners.join())) return `${articleBefore(modified)} ${modified}`
  return insideSentence(
    site,
    left.from,
    text.slice(starts[left.from], starts[left.inner]) + modified,
  )
}

/** Words as they are written inside a sentence, where they began one. */
function insideSentence(site: Site, index: number, words: string): string {
  return beginsSentence(site.words.text, startAt(site, index)) ? uncapitalise(words) : words
}
