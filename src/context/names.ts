/** Names of organisations and posts, and titles of documents. */
import type { Block } from '../blocks.ts'
import type { Document, Range } from '../document.ts'
import { type Words, wordsOf } from '../match/words.ts'
import { createMatcher, type Matcher } from '../match.ts'
import { asked, inRuns, isSameList, ofDocument, remembered, steady } from '../remember.ts'
import type { Lexicon } from './lexicon.ts'
import { quotesIn } from './quotes.ts'
import { statutesIn } from './statute.ts'
import type { Zone } from './zone.ts'

/** Small words that may stand inside a name without a capital. */
const CONNECTORS = new Set('of the and for de du'.split(' '))
/** Those that only a title has: "Violence against Women in London Strategy". */
const TITLE_CONNECTORS = new Set('on to in with against from at by a an'.split(' '))
/** Words that begin a sentence with a capital and are no part of a name. */
const STARTERS = new Set(
  'the a an this that these those in on at for of to from by with and but or if when while as after before since under our their its his her all any some most many each every both no not'.split(
    ' ',
  ),
)

/** The stretches of a block that are names, titles or the words of a statute. */
export function namesIn(document: Document, block: Block, lexicon: Lexicon): Zone[] {
  const words = document.words(block)
  const { phrases } = lexicon
  return [
    ...zones(phrases.organisations(words), 'name', 'a known organisation'),
    ...zones(phrases.titles(words), 'title', 'a known title'),
    ...zones(phrases.statutory(words), 'statute', 'words of a statute'),
    ...(block.kind === 'heading'
      ? []
      : zones(learnedIn(document, block), 'title', 'a title given elsewhere in this document')),
    ...zones(exemptIn(document)(words), 'name', 'exempt in the configuration'),
    ...capitalRuns(words, block, lexicon),
    ...afterTitleVerbs(words, phrases.titleVerbs),
    ...afterTitleHeads(words, lexicon),
    ...statutesIn(document, block),
    ...markedTitles(block),
    ...datedTitles(block.text),
  ]
}

function zones(
  matches: readonly { start: number; end: number }[],
  kind: Zone['class'],
  evidence: string,
): Zone[] {
  return matches.map(({ start, end }) => ({ start, end, class: kind, evidence }))
}

/** The phrases that the configuration exempts. */
function exemptIn({ exempt }: Document): Matcher<string> {
  const known = exemptKnown.get(exempt)
  if (known) return known
  const phrases = exempt.filter((text) => wordsOf(text).keys.length > 0)
  const matcher = createMatcher(phrases.map((text) => ({ text, value: text })))
  exemptKnown.set(exempt, matcher)
  return matcher
}

const exemptKnown = new WeakMap<readonly string[], Matcher<string>>()

/** Whether most longer words of a text begin with a capital: then capitals say nothing. */
function isTitleCased(words: Words): boolean {
  let long = 0
  let capital = 0
  for (const [index, key] of words.keys.entries()) {
    if (key.length < 4) continue
    long++
    if (isCapital(words, index)) capital++
  }
  return long > 1 && capital / long > 0.85
}

function isCapital(words: Words, index: number): boolean {
  return /^\p{Lu}/u.test(words.text.slice(words.starts[index], words.ends[index]))
}

/** Runs of capitalised words, which are names or titles: "Sex Work National Police Guidance". */
function capitalRuns(words: Words, block: Block, { sets }: Lexicon): Zone[] {
  if (isHeadline(words, block) && !isNameItem(words, block)) return []
  const found: Zone[] = []
  const { length } = words.starts
  for (let index = 0; index < length; index++) {
    if (!startsRun(words, index)) continue
    const [last, title] = runFrom(words, index, sets)
    if (last === index) continue
    if (!title && isShouted(words, index, last)) {
      index = last
      continue
    }
    found.push({
      start: words.starts[index] ?? 0,
      end: words.ends[last] ?? 0,
      class: title ? 'title' : 'name',
      capitals: true,
      evidence: `capitals: “${words.text.slice(words.starts[index], words.ends[last]).slice(0, 60)}”`,
    })
    index = last
  }
  return found
}

/** "KEY FACTS ON SEX WORK": words that are all in capitals are no name for that, unless they are few. */
function isShouted(words: Words, first: number, last: number): boolean {
  const run = words.text.slice(words.starts[first], words.ends[last])
  return last - first > 1 && !/\p{Ll}/u.test(run)
}

/** Several lines, as of signatories, or "Copied to: …": no headline. */
const NAMED_LINES = /\S[^\S\n]*\n\s*\S|^[^:]*\s\p{Ll}+:\s/u

/** A heading, or one line like it, in which all words have capitals: they say nothing there. */
function isHeadline(words: Words, block: Block): boolean {
  const line =
    block.kind === 'heading' ||
    (!/[.;:?!]["”’)]*\s*$/.test(block.text) && !NAMED_LINES.test(block.text))
  return line && isTitleCased(words)
}

/** A list item that is nothing but a name, as in a list of signatories. */
function isNameItem(words: Words, block: Block): boolean {
  return (
    block.kind === 'item' &&
    words.keys.length > 1 &&
    words.keys.length < 12 &&
    !/[.:;?!]\s*$/.test(block.text)
  )
}

/** A word that opens a sentence has its capital from that, unless another capital follows. */
function startsRun(words: Words, index: number): boolean {
  if (!isCapital(words, index)) return false
  if (!opensSentence(words, index)) return true
  return !STARTERS.has(words.keys[index] ?? '') && isCapital(words, index + 1)
}

function opensSentence(words: Words, index: number): boolean {
  if (index === 0) return true
  return /[.!?:]["”’)]*\s+["“‘(]*$/.test(
    words.text.slice(words.ends[index - 1], words.starts[index]),
  )
}

/** Where the run that begins at an index ends, and whether it is the title of a document. */
function runFrom(
  words: Words,
  first: number,
  { titleHeads, speakers }: Lexicon['sets'],
): [number, boolean] {
  const long = endOfRun(words, first, true)
  if (isTitleHead(words, long, titleHeads)) return [long, true]
  // "Commission on Rough Sleepers"
  if (speakers.has(words.keys[first] ?? '')) return [long, false]
  const short = endOfRun(words, first, false)
  return [short, isTitleHead(words, short, titleHeads)]
}

function isTitleHead(words: Words, last: number, heads: ReadonlySet<string>): boolean {
  const key = words.keys[last] ?? ''
  return heads.has(/^\d{4}$/.test(key) ? (words.keys[last - 1] ?? '') : key)
}

/** The index of the last capitalised word, or year, that belongs to the run which begins at an index. */
function endOfRun(words: Words, first: number, asTitle: boolean): number {
  let last = first
  for (let index = first + 1; index < words.keys.length; index++) {
    const gap = words.text.slice(words.ends[index - 1], words.starts[index])
    if (!/^(?:['’]s)?\)?[\s\u00AD-]*(?:['’&(]\s*)?$/.test(gap)) break
    const key = words.keys[index] ?? ''
    if (isCapital(words, index) || (/^\d{4}$/.test(key) && index === last + 1)) last = index
    else if (index > last + 3) break
    else if (!CONNECTORS.has(key) && !(asTitle && TITLE_CONNECTORS.has(key))) break
  }
  return last
}

/** "Read our report, Bought and Sold: Prostitution in the North."; "their report, Life on the Street, published in May". */
const NAMED_AFTER =
  /^, (\p{Lu}[^\n.,;:()]{2,60}: \p{L}[^\n.,;]{2,100}(?=[.,;\n]|$)|\p{Lu}[^\n.,;:()]{4,90}(?=,? (?:published|issued|released|launched)\b))/u

function afterTitleHeads(words: Words, { sets }: Lexicon): Zone[] {
  return words.keys.flatMap((key, index): Zone[] => {
    if (!sets.titleHeads.has(key)) return []
    const end = words.ends[index] ?? 0
    const title = NAMED_AFTER.exec(words.text.slice(end, end + LONGEST_TITLE))
    if (!title) return []
    return [{ start: end, end: end + title[0].length, class: 'title', evidence: `after “${key},”` }]
  })
}

/** "entitled Not For Sale: Prostitution Today": up to where the sentence goes on. */
function afterTitleVerbs(words: Words, titleVerbs: Matcher<string>): Zone[] {
  return titleVerbs(words).flatMap(({ end, value }): Zone[] => {
    const title = /^,? ["“‘']?\p{Lu}[^\n;]*?(?=;|\n|[.?!](?:\s|$)|, (?:\p{Ll}|\d)|\s[–—(]|$)/u.exec(
      words.text.slice(end, end + LONGEST_TITLE),
    )
    return title
      ? [{ start: end, end: end + title[0].length, class: 'title', evidence: `“${value}”` }]
      : []
  })
}

const LONGEST_TITLE = 200

/** "Women in the North: A Needs Assessment (2021)": a title with a subtitle and its year. */
const DATED =
  /\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}[\p{L}’'-]*|of|the|and|for|in|on|to|with|from|a|an|against|at|by)){0,9} ?: \p{L}[^\n.:;()]{2,100}? \((?:[\p{L} &]{1,30},? )?(?:19|20)\d\d\)/gu

function datedTitles(text: string): Zone[] {
  if (!/(?:19|20)\d\d\b/.test(text)) return []
  const plans = [...text.matchAll(DATED_PLAN)].map(({ 0: found, 1: title = '', index }) => ({
    start: index + found.length - title.length,
    end: index + found.length,
  }))
  const reports = [...text.matchAll(DATED)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))
  return [...reports, ...plans].map((title) => ({
    ...title,
    class: 'title' as const,
    evidence: 'a title with its year',
  }))
}

/** "the Preventing rough sleeping strategy (2019-2024)", "the Safer homes plan 2021–26". */
const DATED_PLAN =
  /\b[Tt]he (\p{Lu}[\p{L}’'-]+(?: [\p{L}’'&-]+){1,9} (?:strategy|plan|policy|framework|protocol|programme|charter))(?= \(?(?:19|20)\d\d\b)/gu

const TITLE_WORDS = 3

/** Words in italics or in a link that read as a title. */
function markedTitles(block: Block): Zone[] {
  const found: Zone[] = []
  let index = 0
  for (const span of block.spans) {
    const end = index + span.text.length
    const marked = span.marks?.includes('emphasis') || span.marks?.includes('link')
    if (marked && readsAsTitle(span.text, span.marks?.includes('emphasis') ?? false)) {
      found.push({ start: index, end, class: 'title', evidence: 'italics or a link' })
    }
    index = end
  }
  return found
}

function readsAsTitle(text: string, emphasised: boolean): boolean {
  const words = wordsOf(text)
  if (words.keys.length < 2) return false
  if (isTitleCased(words)) return true
  return (
    emphasised && words.keys.length >= TITLE_WORDS && isCapital(words, 0) && !/[.!?]\s*$/.test(text)
  )
}

/** Titles that a block gives in quotation marks, italics or links. */
function titlesIn(_: Document, block: Block): readonly string[] {
  const titles = markedTitles(block).map(({ start, end }) => block.text.slice(start, end))
  for (const { start, end } of datedTitles(block.text)) {
    const [title = ''] = block.text.slice(start, end).split(':')
    if (wordsOf(title).keys.length >= TITLE_WORDS) titles.push(title.trim())
  }
  if (/["“‘']/.test(block.text)) {
    for (const { start, end, open } of quotesIn(block.text)) {
      const text = block.text.slice(start, end)
      if (!open && text.length < 120 && isTitle(text)) titles.push(text)
    }
  }
  return titles.filter((text) => wordsOf(text).keys.length > 1)
}

const allTitles = inRuns(titlesIn)

/** The titles that a document gives; they are titles ever after. */
const learnedTitles = ofDocument((document): Titles => {
  const titles = [...new Set(allTitles(document))].sort()
  if (!isSameList(latestTitles.titles, titles)) {
    const phrases = titles.map((text) => ({ text, exact: true, value: text }))
    latestTitles = { titles, matcher: createMatcher(phrases) }
  }
  return latestTitles
})

interface Titles {
  readonly titles: readonly string[]
  readonly matcher: Matcher<string>
}

let latestTitles: Titles = { titles: [], matcher: createMatcher<string>([]) }

/** Where titles that a document gives stand in a block. */
const learnedIn = asked(
  steady(
    remembered((document, block): readonly Range[] =>
      learnedTitles(document).matcher(document.words(block)),
    ),
    (ones, others) =>
      ones.length === others.length &&
      ones.every(({ start, end }, at) => others[at]?.start === start && others[at]?.end === end),
  ),
)

/** Whether quoted words read as the title of something: three or more words, most of them capitalised. */
export function isTitle(text: string): boolean {
  const words = wordsOf(text)
  return words.keys.length >= TITLE_WORDS && /\p{Ll}/u.test(text) && isTitleCased(words)
}
