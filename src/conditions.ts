import type { Block } from './blocks.ts'
import type { Document, Range } from './document.ts'
import { createMatcher, type Match, type Phrase } from './match.ts'
import { type Search, searchOnce } from './search.ts'
import type { Cues } from './types/terms.ts'
import type { Words } from './words.ts'

/** Whether cues stand where a condition wants them, seen from found words. */
export type Condition = (document: Document, block: Block, match: Match<unknown>) => boolean

/**
 * Compiles the cues of a pack into a condition that holds when any one of them is there.
 *
 * Cues are whole words in any case, with or without a plural s; `prostitut*` is the beginning of a
 * word. A cue inside the found words themselves does not count.
 */
export function createCondition(cues: Cues): Condition {
  let tests: readonly Condition[] | undefined
  return (document, block, match) => {
    // Most terms never occur in a document, so their cues are compiled when first asked for.
    tests ??= testsOf(cues)
    return tests.some((test) => test(document, block, match))
  }
}

function testsOf({ before, after, sentence, block, document }: Cues): Condition[] {
  return [
    before && directlyBefore(cueMatcher(before)),
    after && directlyAfter(cueMatcher(after)),
    sentence && inSentence(cueMatcher(sentence)),
    block && inSurroundings(cueMatcher(block)),
    document && inDocument(cueMatcher(document)),
  ].filter((test) => test !== undefined)
}

/** The cues in a block, in order. */
type CueMatcher = Search<number>

function cueMatcher(cues: readonly string[]): CueMatcher {
  return searchOnce(createMatcher(cues.flatMap((cue, value) => phrasesOf(cue, value))))
}

/** A cue as phrases: with its plural, or, with an asterisk, as the beginning of a word. */
export function phrasesOf<Value>(cue: string, value: Value): Phrase<Value>[] {
  if (cue.endsWith('*')) return [{ text: cue.slice(0, -1), open: true, value }]
  if (cue.length < 3) return [{ text: cue, value }]
  const plural = /(?:s|x|z|ch|sh)$/i.test(cue) ? `${cue}es` : `${cue}s`
  const ies = /[^aeiou]y$/i.test(cue) ? [`${cue.slice(0, -1)}ies`] : []
  return [cue, plural, ...ies].map((text) => ({ text, value }))
}

/** Words that may stand between a cue and the words it governs. */
const ARTICLES = new Set(
  'a an the this that these those its their our his her your my any some such all'.split(' '),
)

function directlyBefore(matcher: CueMatcher): Condition {
  return (document, block, match) => {
    const words = document.words(block)
    let last = match.first
    while (last > 0 && ARTICLES.has(words.keys[last - 1] ?? '')) last--
    return matcher(document, block).some(
      (cue) => (cue.last === last || cue.last === match.first) && adjacent(words, cue.last - 1),
    )
  }
}

function directlyAfter(matcher: CueMatcher): Condition {
  return (document, block, match) => {
    const words = document.words(block)
    let first = match.last
    while (ARTICLES.has(words.keys[first] ?? '')) first++
    return matcher(document, block).some(
      (cue) => (cue.first === first || cue.first === match.last) && adjacent(words, match.last - 1),
    )
  }
}

/** No sentence ends between a word and the next. */
function adjacent(words: Words, index: number): boolean {
  return !/[.!?;:]\s|\n\s*\n/.test(words.text.slice(words.ends[index], words.starts[index + 1]))
}

function inSentence(matcher: CueMatcher): Condition {
  return (document, block, match) => {
    const range = document.sentenceAt(block, match.start)
    return outside(matcher(document, block), match, range)
  }
}

function inSurroundings(matcher: CueMatcher): Condition {
  return (document, block, match) => {
    const all = { start: 0, end: block.text.length }
    if (outside(matcher(document, block), match, all)) return true
    const { introduction, parent, columnHeader, rowHeader } = block
    return [introduction, parent, columnHeader, rowHeader, nearestHeading(document, block)].some(
      (other) => other !== undefined && matcher(document, other).length > 0,
    )
  }
}

/** The heading above a block; the title of the document is above everything and says nothing. */
function nearestHeading(document: Document, block: Block): Block | undefined {
  const heading = block.headings.at(-1)
  return heading === document.blocks[0] ? undefined : heading
}

function inDocument(matcher: CueMatcher): Condition {
  const holding = new WeakMap<Document, readonly Block[]>()
  return (document, block, match) => {
    const all = { start: 0, end: block.text.length }
    if (outside(matcher(document, block), match, all)) return true
    const known =
      holding.get(document) ??
      document.blocks.filter((other) => matcher(document, other).length > 0)
    holding.set(document, known)
    return known.some((other) => other !== block)
  }
}

/** Whether a cue stands in a range, other than inside the found words. */
function outside(cues: readonly Match<number>[], match: Match<unknown>, range: Range): boolean {
  return cues.some(
    (cue) =>
      cue.start >= range.start &&
      cue.end <= range.end &&
      (cue.end <= match.start || cue.start >= match.end),
  )
}
