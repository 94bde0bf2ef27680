import type { Words } from '../words.ts'
import { classOf, isPlural, singularOf, type WordClass } from './classes.ts'

/** The place of found words in a text, and what is asked of it: what stands directly before and after. */
export interface Site {
  readonly words: Words
  /** The found words: indices in the text, end exclusive. */
  readonly start: number
  readonly end: number
  /** The index of the first found word, and of the word after the last. */
  readonly first: number
  readonly last: number
}

/** Text that takes the place of a range of the text. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A word as it is compared; empty beyond the ends. */
export function keyAt({ words }: Site, index: number): string {
  return words.keys[index] ?? ''
}

/** The class of a word; "function" beyond the ends. */
export function classAt(site: Site, index: number): WordClass {
  const key = keyAt(site, index)
  return key === '' ? 'function' : classOf(key)
}

/** The signs and spaces between a word and the next; what is left of the text after the last. */
export function gapAfter({ words, first, last, start, end }: Site, index: number): string {
  const from = index + 1 === last ? end : words.ends[index]
  const to = index + 1 === first ? start : words.starts[index + 1]
  return words.text.slice(index < 0 ? 0 : from, to)
}

/** Whether only space stands between a word and the next. */
export function isJoined(site: Site, index: number): boolean {
  return index >= 0 && index + 1 < site.words.keys.length && /^\s+$/.test(gapAfter(site, index))
}

/** Whether a hyphen joins a word to the next. */
export function isHyphened(site: Site, index: number): boolean {
  return (
    index >= 0 &&
    index + 1 < site.words.keys.length &&
    /^[-\u2010\u2011]$/.test(gapAfter(site, index))
  )
}

/** The text from a word to another, the end exclusive, as it is written. */
export function textOf({ words }: Site, from: number, to: number): string {
  return words.text.slice(words.starts[from], words.ends[to - 1])
}

/** Whether a word is in its plain form, as far as its ending tells: "need", not "needs". */
export function isPlain(key: string): boolean {
  return singularOf(key) === key && !isPlural(key)
}
