import type { Block } from '../blocks.ts'
import type { Document, Range } from '../document.ts'
import { type Search, searchOnce } from '../match/search.ts'
import type { Words } from '../match/words.ts'
import { createMatcher, type Match, type Phrase } from '../match.ts'
import { asked, inRuns, isSameList, ofDocument } from '../remember.ts'
import { countUntil } from '../sorted.ts'
import type { Cues } from '../types/terms.ts'

/**
 * Looks from found words for cues where a condition wants them, and gives the first that it sees, as
 * written; undefined if there is none.
 */
export type Condition = (
  document: Document,
  block: Block,
  match: Match<unknown>,
) => string | undefined

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
    for (const test of tests) {
      const cue = test(document, block, match)
      if (cue !== undefined) return cue
    }
    return undefined
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
    const cues = matcher(document, block)
    for (let index = countUntil(cues, match.start) - 1; index >= 0; index--) {
      const cue = cues[index]
      if (!cue || cue.first < last - LONGEST_CUE) break
      const touches = cue.last === last || cue.last === match.first
      if (touches && adjacent(words, cue.last - 1)) return written(block, cue)
    }
    return undefined
  }
}

function directlyAfter(matcher: CueMatcher): Condition {
  return (document, block, match) => {
    const words = document.words(block)
    let first = match.last
    while (ARTICLES.has(words.keys[first] ?? '')) first++
    const cues = matcher(document, block)
    for (let index = countUntil(cues, match.end - 1); index < cues.length; index++) {
      const cue = cues[index]
      if (!cue || cue.first > first) break
      const touches = cue.first === first || cue.first === match.last
      if (touches && adjacent(words, match.last - 1)) return written(block, cue)
    }
    return undefined
  }
}

/** No cue has more words. */
const LONGEST_CUE = 12

/** No sentence ends between a word and the next. */
function adjacent(words: Words, index: number): boolean {
  return !/[.!?;:]\s|\n\s*\n/.test(words.text.slice(words.ends[index], words.starts[index + 1]))
}

function inSentence(matcher: CueMatcher): Condition {
  return (document, block, match) =>
    outside(block, matcher(document, block), match, document.sentenceAt(block, match.start))
}

function inSurroundings(matcher: CueMatcher): Condition {
  return (document, block, match) => {
    const own = outside(block, matcher(document, block), match, whole(block))
    if (own !== undefined) return own
    const { introduction, parent, columnHeader, rowHeader } = block
    for (const other of [
      introduction,
      parent,
      columnHeader,
      rowHeader,
      nearestHeading(document, block),
    ]) {
      const cue = other && matcher(document, other)[0]
      if (cue) return written(other, cue)
    }
    return undefined
  }
}

/** The heading above a block; the title of the document is above everything and says nothing. */
function nearestHeading(document: Document, block: Block): Block | undefined {
  const heading = block.headings.at(-1)
  return heading && document.before(heading) ? heading : undefined
}

function inDocument(matcher: CueMatcher): Condition {
  const holding = ofDocument(
    inRuns((document, block) => (matcher(document, block).length > 0 ? [block] : [])),
    isSameList,
  )
  const elsewhere = asked((document, block) => holding(document).find((one) => one !== block))
  return (document, block, match) => {
    const own = outside(block, matcher(document, block), match, whole(block))
    if (own !== undefined) return own
    const other = elsewhere(document, block)
    const cue = other && matcher(document, other)[0]
    return cue && written(other, cue)
  }
}

function whole({ text }: Block): Range {
  return { start: 0, end: text.length }
}

function written({ text }: Block, { start, end }: Range): string {
  return text.slice(start, end)
}

/** The first cue in a range that is not inside the found words. */
function outside(
  block: Block,
  cues: readonly Match<number>[],
  match: Range,
  range: Range,
): string | undefined {
  for (let index = countUntil(cues, range.start - 1); index < cues.length; index++) {
    const cue = cues[index]
    if (!cue || cue.start >= range.end) break
    if (cue.end > range.end) continue
    if (cue.end <= match.start || cue.start >= match.end) return written(block, cue)
  }
  return undefined
}
