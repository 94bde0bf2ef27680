import type { Block } from './blocks.ts'
import type { Document, Range } from './document.ts'
import { createMatcher, type Match, type Matcher, type Phrase } from './match.ts'
import type { Cues } from './types/terms.ts'
import { type Words, wordsOf } from './words.ts'

/** Whether cues stand where a condition wants them, seen from found words. */
export type Condition = (document: Document, block: Block, match: Match<unknown>) => boolean

/**
 * Compiles the cues of a pack into a condition that holds when any one of them is there.
 *
 * Cues are whole words in any case, with or without a plural s; `prostitut*` is the beginning of a
 * word. A cue inside the found words themselves does not count.
 */
export function createCondition(cues: Cues): Condition {
  const { before, after, sentence, block, document } = cues
  const tests = [
    before && directlyBefore(cueMatcher(before)),
    after && directlyAfter(cueMatcher(after)),
    sentence && inSentence(cueMatcher(sentence)),
    block && inSurroundings(cueMatcher(block)),
    document && inDocument(cueMatcher(document)),
  ].filter((test) => test !== undefined)
  return (text, place, match) => tests.some((test) => test(text, place, match))
}

type CueMatcher = Matcher<number>

function cueMatcher(cues: readonly string[]): CueMatcher {
  return createMatcher(cues.flatMap((cue, value) => phrasesOf(cue, value)))
}

function phrasesOf(cue: string, value: number): Phrase<number>[] {
  if (cue.endsWith('*')) return [{ text: cue.slice(0, -1), open: true, value }]
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
    return matcher(words).some(
      (cue) => (cue.last === last || cue.last === match.first) && adjacent(words, cue.last - 1),
    )
  }
}

function directlyAfter(matcher: CueMatcher): Condition {
  return (document, block, match) => {
    const words = document.words(block)
    let first = match.last
    while (ARTICLES.has(words.keys[first] ?? '')) first++
    return matcher(words).some(
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
    return outside(matcher, document.words(block), match, range)
  }
}

function inSurroundings(matcher: CueMatcher): Condition {
  return (document, block, match) => {
    const all = { start: 0, end: block.text.length }
    if (outside(matcher, document.words(block), match, all)) return true
    const others = [block.introduction, block.parent, block.columnHeader, block.rowHeader]
    return [...others, ...block.headings].some(
      (other) => other !== undefined && matcher(document.words(other)).length > 0,
    )
  }
}

function inDocument(matcher: CueMatcher): Condition {
  const holding = new WeakMap<Document, Map<Block, boolean>>()
  return (document, block, match) => {
    const all = { start: 0, end: block.text.length }
    if (outside(matcher, document.words(block), match, all)) return true
    const known = holding.get(document) ?? new Map<Block, boolean>()
    holding.set(document, known)
    return document.blocks.some((other) => {
      if (other === block) return false
      const cached = known.get(other)
      if (cached !== undefined) return cached
      const found = matcher(document.words(other)).length > 0
      known.set(other, found)
      return found
    })
  }
}

/** Whether a cue stands in a range, other than inside the found words. */
function outside(matcher: CueMatcher, words: Words, match: Match<unknown>, range: Range): boolean {
  return matcher(words).some(
    (cue) =>
      cue.start >= range.start &&
      cue.end <= range.end &&
      (cue.end <= match.start || cue.start >= match.end),
  )
}

/** Whether a text holds any of some words: the same matching as for cues. */
export function holds(text: string, cues: readonly string[]): boolean {
  return cueMatcher(cues)(wordsOf(text)).length > 0
}
