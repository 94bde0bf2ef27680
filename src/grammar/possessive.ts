import { articleBefore } from './article.ts'
import { beginsSentence, uncapitalise } from './capitals.ts'
import { isPlural } from './classes.ts'
import { type Left, leftOf } from './left.ts'
import { OF_HEADS, PREPOSITIONS } from './lexicon.ts'
import { genitiveOf, type Noun } from './noun.ts'
import { type Chain, chainAt } from './right.ts'
import { classAt, type Edit, gapAfter, isJoined, keyAt, type Site, textOf } from './site.ts'

const MARK = /^(?:['’]s(?![\p{L}\p{N}])|['’](?![\p{L}\p{N}]))/u

/** The possessive ending directly after a word; empty if there is none. */
export function possessiveAfter(site: Site, index: number): string {
  const mark = MARK.exec(gapAfter(site, index))?.[0] ?? ''
  if (mark.length > 1) return mark
  const closes = opensQuote(site.words.text.slice(0, site.words.starts[index]))
  return keyAt(site, index).endsWith('s') && !closes ? mark : ''
}

/** Whether a single quotation mark is open at the end of a text. */
function opensQuote(text: string): boolean {
  const opened = text.match(/(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}])/gu)?.length ?? 0
  const closed = text.match(/(?<=[\p{L}\p{N},.!?])['’](?![\p{L}\p{N}])/gu)?.length ?? 0
  return opened > closed
}

/** Puts a noun in the place of a possessive: "prostituted women’s safety", "the safety of people who sell sex". */
export function placePossessive(
  site: Site,
  noun: Noun,
  left: Left,
  preposition?: string,
): Edit | undefined {
  const mark = possessiveAfter(site, site.last - 1)
  if (!noun.phrasal) {
    if (noun.article && left.inner < site.first) return undefined
    return {
      start: site.start,
      end: site.end + mark.length,
      text: genitiveOf(noun.text, mark.charAt(0)),
    }
  }
  const joint = jointPossessor(site, mark)
  const from = joint?.next ?? site.last
  const owned = from > site.last || isSpaced(site, mark) ? ownedAt(site, from) : undefined
  if (!owned || !canBeOwned(site, from, owned) || left.narrow || left.unclear) return undefined
  const what = ownedText(site, from, owned)
  if (isDescriptive(noun, left)) {
    const joins = preposition === 'for' && !OF_HEADS.has(owned.head) ? 'for' : 'of'
    return { start: site.start, end: endOf(site, owned), text: `${what} ${joins} ${noun.text}` }
  }
  const before = earlierPossessor(site, left)
  if (before === false || keyAt(site, left.from - 1) === 'not') return undefined
  const owner = ownerText(site, noun, left)
  if (owner === undefined) return undefined
  const start = site.words.starts[before ? before.from : left.from] ?? site.start
  const owners = `${before ? `${before.text} ` : ''}${owner}${joint ? ` ${joint.text}` : ''}`
  return { start, end: endOf(site, owned), text: `the ${what} of ${owners}` }
}

const isSpaced = (site: Site, mark: string): boolean =>
  /^\s+$/.test(gapAfter(site, site.last - 1).slice(mark.length)) &&
  site.last < site.words.keys.length

const endOf = (site: Site, chain: Chain): number => site.words.ends[chain.to - 1] ?? site.end

/** "sex workers’ and clients’ safety": the second owner, and where what they own begins. */
function jointPossessor(site: Site, mark: string): { text: string; next: number } | undefined {
  const and = site.last
  if (!/^(?:and|or)$/.test(keyAt(site, and)) || !isSpaced(site, mark) || !isJoined(site, and))
    return undefined
  if (possessiveAfter(site, and + 1) === '') return undefined
  return { text: textOf(site, and, and + 2), next: and + 2 }
}

/** "clients’ and sex workers’ safety": the first owner; false if it is not certain where it begins. */
function earlierPossessor(
  site: Site,
  left: Left,
): { text: string; from: number } | false | undefined {
  const and = left.from - 1
  if (!/^(?:and|or)$/.test(keyAt(site, and)) || !isJoined(site, and)) return undefined
  if (left.determiners.length > 0 && possessiveAfter(site, and - 1) === '') return undefined
  if (possessiveAfter(site, and - 1) === '') return left.modifiers.length > 0 ? false : undefined
  const owner = { ...site, first: and - 1, last: and }
  const own = leftOf(owner, 'many')
  if (own.modifiers.length > 0 || own.unclear) return false
  const text = `${textOf(site, own.from, and)} ${keyAt(site, and)}`
  return { from: own.from, text: inSentence(site, own.from, text) }
}

/** What is owned, with a second noun that clearly is owned too: "homes and gardens". */
function ownedAt(site: Site, from: number): Chain | undefined {
  const owned = chainAt(site, from)
  if (!owned || !isJoined(site, owned.to - 1) || !/^(?:and|or)$/.test(keyAt(site, owned.to)))
    return owned
  const second = isJoined(site, owned.to) ? chainAt(site, owned.to + 1) : undefined
  if (!second || second.nouns > 1 || isPlural(second.head) !== isPlural(owned.head)) return owned
  const sure = classAt(site, second.to - 1) === 'noun' || endsAfter(site, second.to - 1)
  return sure ? { ...second, nouns: owned.nouns } : owned
}

function endsAfter(site: Site, index: number): boolean {
  return !isJoined(site, index) || PREPOSITIONS.has(keyAt(site, index + 1))
}

/** What is owned has to stand behind "the" and before "of". */
function canBeOwned(site: Site, from: number, owned: Chain): boolean {
  const first = keyAt(site, from)
  if (first === 'own' || /^\d/.test(first) || (/^rights?$/.test(first) && owned.nouns > 1))
    return false
  const last = owned.to - 1
  if (possessiveAfter(site, last) !== '') return false
  const gap = gapAfter(site, last)
  if (/^\s*,\s/.test(gap)) return !startsList(site, owned.to)
  if (!isJoined(site, last)) return true
  const next = keyAt(site, owned.to)
  return next !== 'of' && !(/^(?:and|or)$/.test(next) && classAt(site, owned.to + 1) !== 'function')
}

/** Whether a comma goes on with a list: "health, safety and rights". */
function startsList(site: Site, index: number): boolean {
  return chainAt(site, index) !== undefined
}

function ownedText(site: Site, from: number, owned: Chain): string {
  return textOf(site, from, owned.to)
}

/** "a sex workers’ collective": the article is the collective’s. */
function isDescriptive(noun: Noun, left: Left): boolean {
  return noun.count === 'many' && /^an?$/.test(left.determiners.at(-1) ?? '')
}

const NO_OWNERS = new Set(['no', 'more', 'fewer', 'less', 'enough', 'such', 'much', 'neither'])

/** The new owner with the determiners and adjectives of the old one. */
function ownerText(site: Site, noun: Noun, left: Left): string | undefined {
  const { text, starts } = site.words
  const article = /^(an?|the)$/.exec(keyAt(site, site.first))?.[0]
  if (article && site.last - site.first > 1)
    return article === 'the' || noun.count !== 'one'
      ? `the ${noun.text}`
      : `${articleBefore(noun.text)} ${noun.text}`
  if (noun.article && left.from < site.first) return undefined
  if (left.determiners.some((key) => NO_OWNERS.has(key))) return undefined
  const determined = left.determiners.length > 0
  if (noun.count === 'one' && !determined) return undefined
  if (noun.gerund && (determined || left.modifiers.length > 0)) return undefined
  const modified = text.slice(starts[left.inner], site.start) + noun.text
  if (!determined) return inSentence(site, left.from, modified)
  if (/^an?$/.test(left.determiners.join())) return `${articleBefore(modified)} ${modified}`
  return inSentence(site, left.from, text.slice(starts[left.from], starts[left.inner])) + modified
}

/** Words as they are written in a sentence, where they began one. */
function inSentence(site: Site, index: number, words: string): string {
  return beginsSentence(site.words.text, site.words.starts[index] ?? 0)
    ? uncapitalise(words)
    : words
}
