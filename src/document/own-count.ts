/** Figures that somebody counted himself: they need no other source. */

import type { Block } from '../blocks.ts'
import { data } from '../data.ts'
import type { Document, Range } from '../document.ts'
import { wordAt } from '../match/words.ts'
import { continuesEarlier } from './evidence.ts'
import { createFrameFinder } from './lists.ts'

/** What stands around a figure. */
interface Surroundings {
  readonly sentence: Range
  /** Words for doing something for or with people, in its block: "spoke to". */
  readonly doing: readonly Range[]
  /** Words for people that it counts. */
  readonly groups: readonly Range[]
}

let counters: ReturnType<typeof createFrameFinder> | undefined

/** Whether a figure is the count of whoever writes, or of a body that is said to have counted its own cases. */
export function isOwnCount(
  document: Document,
  block: Block,
  figure: Range,
  { sentence, doing, groups }: Surroundings,
): boolean {
  if (isOurs(document, block, figure, sentence) || isOursAfter(document, block, figure)) return true
  if (isDone(doing, block, figure) || isOfOurs(groups, block, figure)) return true
  counters ??= createFrameFinder('counters', [data.lists.statistics.counters])
  return counters(document, block).some(
    ({ start, end }) =>
      end <= sentence.end &&
      start < figure.end &&
      (start >= sentence.start || continuesEarlier(document, block, figure)),
  )
}

/** "The van spoke to 37 women": somebody’s own cases, counted in doing something for or with them. */
function isDone(doing: readonly Range[], { text }: Block, figure: Range): boolean {
  return (
    !HEAPED.test(text.slice(figure.start)) &&
    doing.some(({ end }) => end < figure.start && MORE.test(text.slice(end, figure.start)))
  )
}

/** "Thousands of women": nobody has counted them. */
const HEAPED = /^(?:tens|hundreds|thousands|millions|dozens|scores)\b/i
const MORE = /^\s(?:(?:about|around|some|another|a\sfurther|over|more\sthan|nearly|almost|all)\s)?$/

/** "One in six of our pupils": whoever writes it knows them. */
function isOfOurs(groups: readonly Range[], { text }: Block, figure: Range): boolean {
  if (OUR_OWN.test(text.slice(figure.end))) return true
  return groups.some(({ start }) => /\bour\s(?:\p{L}+\s)?$/u.test(text.slice(figure.start, start)))
}

/** "Eighty per cent of our staff". */
const OUR_OWN = /^\sof\sour\b/

/** "We worked with 212 women": the writer’s own count, unless it is what he only believes or has heard. */
function isOurs(document: Document, block: Block, figure: Range, sentence: Range): boolean {
  const before = block.text.slice(sentence.start, figure.start)
  const we = WE.exec(before)
  if (!we) return false
  const { keys, starts } = document.words(block)
  const from = sentence.start + we.index
  const believing = keys.some(
    (key, at) =>
      (starts[at] ?? 0) > from &&
      (starts[at] ?? 0) < figure.start &&
      data.lists.statistics.believing.includes(key),
  )
  return !believing && !OTHER_CLAUSE.test(before.slice(we.index).replace(/\band\s$/, ''))
}

/** "The hundreds of women we have supported": the writer’s own count, as above. */
function isOursAfter(document: Document, block: Block, figure: Range): boolean {
  if (!WE_AFTER.test(block.text.slice(figure.end, figure.end + LONGEST_WE))) return false
  const words = document.words(block)
  const at = wordAt(words, figure.end)
  return !words.keys
    .slice(at, at + WORDS_AFTER_WE)
    .some((key) => data.lists.statistics.believing.includes(key))
}

const WE_AFTER = /^\s(?:(?:whom|that|who)\s)?we\b/i
const LONGEST_WE = 12
const WORDS_AFTER_WE = 5

/** The last "we" before a figure, or "our work". */
const WE =
  /\b(?:we|our\s(?:work|services?|teams?|project|helpline|staff))\b(?!.*\b(?:we|our\swork)\b)/is
const OTHER_CLAUSE = /[,;:–—]|\b(?:that|who|whose|which|where|when|because|as|if|while|and|but)\b/i
