import type { Words } from '../match/words.ts'
import { classOf } from './classes.ts'
import { wordSet } from './lexicon.ts'

/** How words are written: all in capitals, in Title Case, or as usual. */
export type Style = 'upper' | 'title' | 'plain'

const SMALL_WORDS = wordSet(
  'a an and as at but by for from in into nor of off on or over so the to up via with yet',
)
const CAPITAL = /^\p{Lu}/u
const NEIGHBOURS = 12
const LONGEST_ABBREVIATION = 7

/** The style of found words, from themselves and their sentence: words `first` to `last`, the end exclusive. */
export function styleOf(words: Words, first: number, last: number): Style {
  const written = (index: number) => words.text.slice(words.starts[index], words.ends[index])
  const found = range(first, last).map(written)
  const from = sentenceFrom(words, first)
  const around = [...range(from, first), ...range(last, sentenceTo(words, last))]
  if (isUpper(found.join(' '))) return isUpperAround(found, around.map(written)) ? 'upper' : 'plain'
  if (!found.every((word) => CAPITAL.test(word) || SMALL_WORDS.has(word))) return 'plain'
  const telling = around.filter(
    (index) => index > from && isTelling(written(index)) && !isSecondPart(words, index),
  )
  if (telling.length > 0) {
    return telling.every((index) => CAPITAL.test(written(index))) ? 'title' : 'plain'
  }
  const isHeading = !/[.!?;]["'’”)]*\s*$/.test(words.text.slice(-NEIGHBOURS))
  return isHeading && (found.length > 1 || first > from) ? 'title' : 'plain'
}

/** Whether words in capitals are no abbreviation but stand in a line of capitals, or shout. */
function isUpperAround(found: readonly string[], around: readonly string[]): boolean {
  if (around.length === 0) return found.length > 1
  return isUpper(around.join(' ')) || found.join('').length > LONGEST_ABBREVIATION
}

/** Whether a word would have a capital in Title Case, and none elsewhere. */
function isTelling(word: string): boolean {
  return /^\p{L}{4}/u.test(word) && classOf(word.toLowerCase()) !== 'function'
}

/** Whether a hyphen stands before a word: "Long-term". */
function isSecondPart({ text, starts }: Words, index: number): boolean {
  return /[-\u2010\u2011]/.test(text.charAt((starts[index] ?? 0) - 1))
}

const isUpper = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text)

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)

/** The first word of the sentence, or a word some way before. */
function sentenceFrom(words: Words, first: number): number {
  let index = first
  while (index > 0 && first - index < NEIGHBOURS && !endsAfter(words, index - 1)) index--
  return index
}

/** The word after the last of the sentence, or a word some way behind. */
function sentenceTo(words: Words, last: number): number {
  const end = Math.min(words.keys.length, last + NEIGHBOURS)
  let index = last
  while (index < end && !endsAfter(words, index - 1)) index++
  return index
}

/** Whether a sentence ends between a word and the next. */
function endsAfter(words: Words, index: number): boolean {
  return /[.!?:;]\s/.test(words.text.slice(words.ends[index], words.starts[index + 1]))
}

const OPENING = /[\s"'“”‘’([{*•–—-]/
const MARKER = /^[\s\d.()]*(?:[a-zA-Z][.)]\s*)?$/
const LONGEST_MARKER = 12

/** Whether a sentence, or what is written like one, begins at an index of a text. */
export function beginsSentence(text: string, index: number): boolean {
  let before = index
  while (before > 0 && OPENING.test(text.charAt(before - 1))) before--
  if (before === 0 || /[.!?:]/.test(text.charAt(before - 1))) return true
  return before <= LONGEST_MARKER && MARKER.test(text.slice(0, before))
}

/** Writes a text in a style, each word but the small ones with a capital for a title. */
export function inStyle(text: string, style: Style): string {
  if (style === 'upper') return text.toUpperCase()
  if (style === 'plain') return text
  return text.replace(/[\p{L}\p{M}]+(?:['’]\p{L}+)*/gu, (word) =>
    SMALL_WORDS.has(word) ? word : capitalise(word),
  )
}

/** A text whose first letter is a capital. */
export function capitalise(text: string): string {
  return text.replace(/\p{L}/u, (letter) => letter.toUpperCase())
}

const PROPER =
  /^(?:African|American|Asian|Black|British|Christian|English|European|Irish|Jewish|Muslim|Roma|Romany|Scottish|Traveller|Welsh|White)$|[^aeiou]ian$|ese$/

/** Words that a sentence began with, as they are written inside it. */
export function uncapitalise(text: string): string {
  const word = /^\p{L}+/u.exec(text)?.[0] ?? ''
  const keeps = word === 'I' || PROPER.test(word) || /\p{Lu}/u.test(word.slice(1))
  return keeps ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
