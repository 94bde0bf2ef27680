import type { Words } from '../words.ts'
import { classOf } from './classes.ts'

/** How the words around a place are written: all capitals, Title Case, or as usual. */
export type Style = 'upper' | 'title' | 'plain'

const CAPITAL = /^\p{Lu}/u
const SMALL_WORDS = new Set(
  'a an and as at but by for from in into nor of off on or over so the to up via with yet'.split(
    ' ',
  ),
)
const NEIGHBOURS = 12

/** The style of found words: words `first` to `last`, the end exclusive. */
export function styleOf(words: Words, first: number, last: number): Style {
  const raw = (index: number) => words.text.slice(words.starts[index], words.ends[index])
  const found = range(first, last).map(raw)
  const near = range(sentenceFrom(words, first), sentenceTo(words, last))
    .filter((index) => index < first || index >= last)
    .map(raw)
  if (isUpper(found.join(' ')) && (isUpper(near.join(' ')) || isShouted(found, near)))
    return 'upper'
  const content = found.filter((word) => !SMALL_WORDS.has(word.toLowerCase()))
  if (!content.every((word) => CAPITAL.test(word)) || isUpper(found.join(''))) return 'plain'
  const others = near.filter(
    (word) => word.length > 3 && classOf(word.toLowerCase()) !== 'function',
  )
  if (others.length === 0)
    return near.length === 0 && found.length > 1 ? 'title' : soleStyle(words, first, content)
  return others.filter((word) => CAPITAL.test(word)).length * 3 > others.length * 2
    ? 'title'
    : 'plain'
}

/** A capital in the only content words: a heading if the sentence’s first word is not what asks for it. */
function soleStyle(words: Words, first: number, content: readonly string[]): Style {
  const ends = /[.!?;]["'’”)]*\s*$/.test(words.text)
  return !ends && (content.length > 1 || first > 0) ? 'title' : 'plain'
}

/** Words all in capitals between words that are not: emphasis, unless they may be an abbreviation. */
function isShouted(found: readonly string[], near: readonly string[]): boolean {
  return near.length === 0 ? found.length > 1 : found.join('').length > 7
}

const isUpper = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text)

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)

function sentenceFrom(words: Words, first: number): number {
  let index = first
  while (index > 0 && first - index < NEIGHBOURS && !endsBetween(words, index - 1)) index--
  return index
}

function sentenceTo(words: Words, last: number): number {
  let index = last
  while (index < words.keys.length && index - last < NEIGHBOURS && !endsBetween(words, index - 1))
    index++
  return index
}

/** Whether a sentence ends between a word and the next. */
function endsBetween(words: Words, index: number): boolean {
  return /[.!?:;]\s/.test(words.text.slice(words.ends[index], words.starts[index + 1]))
}

/** Whether a sentence, or what is written like one, begins at an index of a text. */
export function beginsSentence(text: string, index: number): boolean {
  const before = text.slice(0, index).replace(/[\s"'“”‘’([{*•–—-]+$/u, '')
  return before === '' || /[.!?:]$/.test(before) || /^[\s\d.()]*(?:[a-zA-Z][.)])?$/.test(before)
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
  /^(?:Asian|African|American|Black|British|European|Irish|Muslim|Roma|White|Christian|Jewish|Welsh|English|Scottish|Romany|Traveller)$|[^aeiou]ian$|ese$/

/** Words that a sentence began with, as they are written inside it. */
export function uncapitalise(text: string): string {
  const word = /^\p{L}+/u.exec(text)?.[0] ?? ''
  const keeps =
    word === 'I' ||
    (word.length > 1 && isUpper(word)) ||
    PROPER.test(word) ||
    /\p{Lu}/u.test(word.slice(1))
  return keeps ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
