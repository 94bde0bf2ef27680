import type { Words } from '../match/words.ts'
import { classOf, isContent, isPlural, singularOf, type WordClass } from './classes.ts'
import { BE, HAVE, MODALS, OBJECT_BEGINNINGS } from './lexicon.ts'

/** The place of found words in a text, about which the functions below can be asked. */
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

/** Where a word begins: an index in the text. */
export function startAt({ words }: Site, index: number): number {
  return words.starts[index] ?? words.text.length
}

/** Where a word ends: an index in the text, exclusive. */
export function endAt({ words }: Site, index: number): number {
  return words.ends[index] ?? 0
}

/** The signs and spaces between a word and the next; what is left of the text after the last. */
export function gapAfter({ words, first, last, start, end }: Site, index: number): string {
  const from = index + 1 === last ? end : words.ends[index]
  const to = index + 1 === first ? start : words.starts[index + 1]
  return words.text.slice(index < 0 ? 0 : from, to)
}

/** Whether only space stands between a word and the next. */
export function isJoined(site: Site, index: number): boolean {
  return hasNext(site, index) && /^\s+$/.test(gapAfter(site, index))
}

/** Whether a hyphen joins a word to the next. */
export function isHyphened(site: Site, index: number): boolean {
  return hasNext(site, index) && /^[-\u2010\u2011]$/.test(gapAfter(site, index))
}

function hasNext({ words }: Site, index: number): boolean {
  return index >= 0 && index + 1 < words.starts.length
}

/** The text from a word to another, the end exclusive, as it is written. */
export function textOf({ words }: Site, from: number, to: number): string {
  return words.text.slice(words.starts[from], words.ends[to - 1])
}

/** Whether a word is in its plain form, as far as its ending tells: "need", not "needs". */
export function isPlain(key: string): boolean {
  return singularOf(key) === key && !isPlural(key)
}

/** Whether a noun, or an adjective before one, can stand at a word that is joined to the one before it. */
export function goesOnAt(site: Site, index: number): boolean {
  return isJoined(site, index - 1) && isContent(keyAt(site, index))
}

/** Whether a finite verb certainly stands at a word, and so a noun before it. */
export function isVerbAt(site: Site, index: number): boolean {
  const key = keyAt(site, index)
  if (!isJoined(site, index - 1)) return false
  return BE.has(key) || HAVE.has(key) || (MODALS.has(key) && key !== 'to')
}

/** Whether an object begins at a word, and so a verb stands before it. */
export function beginsObject(site: Site, index: number): boolean {
  return (
    OBJECT_BEGINNINGS.has(keyAt(site, index)) || /^(?:noun|adjective)$/.test(classAt(site, index))
  )
}

/** The possessive ending directly after a word; empty if there is none. */
export function possessiveAfter(site: Site, index: number): string {
  const mark = MARK.exec(gapAfter(site, index))?.[0] ?? ''
  if (mark.length > 1) return mark
  const text = site.words.text.slice(
    Math.max(0, startAt(site, index) - QUOTATION),
    startAt(site, index),
  )
  return keyAt(site, index).endsWith('s') && !opensQuotation(text) ? mark : ''
}

const MARK = /^(?:['’]s(?![\p{L}\p{N}])|['’](?![\p{L}\p{N}]))/u
const QUOTATION = 300

/** Whether a single quotation mark is open at the end of a text. */
function opensQuotation(text: string): boolean {
  const opened = text.match(/(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}])/gu)?.length ?? 0
  const closed = text.match(/(?<=[\p{L}\p{N},.!?])['’](?![\p{L}\p{N}])/gu)?.length ?? 0
  return opened > closed
}
