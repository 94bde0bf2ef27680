/** Splits text into words, once for every matcher and rule that looks at it. */

import type { Anchored, AnchorIndex } from './anchors.ts'

/** The words of a text: three lists of equal length, in reading order. */
export interface Words {
  readonly text: string
  /** Where each word begins: an index in the text. */
  readonly starts: readonly number[]
  /** Where each word ends: an index in the text, exclusive; a possessive ending stays outside. */
  readonly ends: readonly number[]
  /** Each word as it is compared: lower case, soft hyphens removed, apostrophes straight. */
  readonly keys: readonly string[]
  /** One of the keys, or nothing. Cheaper than all of them. */
  keyAt(word: number): string | undefined
  /** Where phrases of an index may begin in the text. Found without splitting the text. */
  anchored(index: AnchorIndex): Anchored
}

const WORD = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u00AD]|['’](?=[\p{L}\p{N}]))*/uy
const SOFT_HYPHENS = /\u00AD/g
const PLAIN = /^[a-z\d]+(?= |$)/

const APOSTROPHE = 0x27
const CURLY_APOSTROPHE = 0x2019

/** For each ASCII character its lower case, if it is a letter or a digit, or 0. */
export const LOWER = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const sign = String.fromCharCode(code)
  if (/[a-z0-9]/i.test(sign)) LOWER[code] = sign.toLowerCase().charCodeAt(0)
}

/** Signs beyond ASCII that are common in prose and belong to no word. */
const SEPARATORS = new Set([...'\u00A0£§·–—‘’“”•…\u2028\uFFFC'].map((sign) => sign.charCodeAt(0)))

/** Finds the words of a text when first asked for. Apostrophes inside a word belong to it, a possessive ’s does not. */
export function wordsOf(text: string): Words {
  return new LazyWords(text)
}

class LazyWords implements Words {
  readonly text: string
  #places: { readonly starts: number[]; readonly ends: number[] } | undefined
  /** The keys that somebody has asked for. */
  readonly #keys: string[] = []
  #hasAllKeys = false
  #index: AnchorIndex | undefined
  #anchored: Anchored | undefined

  constructor(text: string) {
    this.text = text
  }

  get starts(): readonly number[] {
    this.#places ??= placesOf(this.text)
    return this.#places.starts
  }

  get ends(): readonly number[] {
    this.#places ??= placesOf(this.text)
    return this.#places.ends
  }

  get keys(): readonly string[] {
    if (!this.#hasAllKeys) for (const word of this.starts.keys()) this.keyAt(word)
    this.#hasAllKeys = true
    return this.#keys
  }

  keyAt(word: number): string | undefined {
    const known = this.#keys[word]
    if (known !== undefined) return known
    const start = this.starts[word]
    if (start === undefined) return undefined
    const key = keyOf(this.text.slice(start, this.ends[word]))
    this.#keys[word] = key
    return key
  }

  anchored(index: AnchorIndex): Anchored {
    const known = this.#anchored
    if (known && this.#index === index && known.revision === index.revision) return known
    const found = index.scan(this.text)
    this.#index = index
    this.#anchored = found
    return found
  }
}

function placesOf(text: string) {
  const starts: number[] = []
  const ends: number[] = []
  for (let at = nextWord(text, 0); at < text.length; ) {
    const end = endOfWord(text, at)
    starts.push(at)
    ends.push(withoutPossessive(text, at, end))
    at = nextWord(text, end)
  }
  return { starts, ends }
}

/** Where the next word begins, at or after an index; the length of the text if there is none. */
export function nextWord(text: string, index: number): number {
  for (let at = index; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128 ? LOWER[code] : !SEPARATORS.has(code) && endOfUnusual(text, at) > at) return at
  }
  return text.length
}

/** Where the word that begins at an index ends; the index itself if none begins there. */
export function endOfWord(text: string, start: number): number {
  let at = start
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128 && LOWER[code]) continue
    if (code === APOSTROPHE || code === CURLY_APOSTROPHE) {
      const next = text.charCodeAt(at + 1)
      if (at > start && next < 128 && LOWER[next]) continue
      return next >= 128 ? endOfUnusual(text, start) : at
    }
    return code < 128 || SEPARATORS.has(code) ? at : endOfUnusual(text, start)
  }
  return at
}

/** The same for a word that may hold letters beyond ASCII. */
function endOfUnusual(text: string, start: number): number {
  WORD.lastIndex = start
  return WORD.test(text) ? WORD.lastIndex : start
}

/** Where a word ends if a possessive ’s at its end does not belong to it. */
export function withoutPossessive(text: string, start: number, end: number): number {
  if (end - start < 3 || (text.charCodeAt(end - 1) | 0x20) !== 0x73) return end
  const mark = text.charCodeAt(end - 2)
  return mark === APOSTROPHE || mark === CURLY_APOSTROPHE ? end - 2 : end
}

/** A word as it is compared. */
export function keyOf(word: string): string {
  const plain = word.includes('\u00AD') ? word.replace(SOFT_HYPHENS, '') : word
  const lower = plain.toLowerCase()
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower
}

/** The first word of a text, as it is compared, if it has any: cheaper than all of them. */
export function firstKey(text: string): string | undefined {
  // Most phrases begin with a plain word in small letters.
  const plain = PLAIN.exec(text)?.[0]
  if (plain !== undefined) return plain
  const start = nextWord(text, 0)
  if (start === text.length) return undefined
  return keyOf(text.slice(start, withoutPossessive(text, start, endOfWord(text, start))))
}

/** The index of the first word that begins at or after an index of the text; `keys.length` if none. */
export function wordAt(words: Words, index: number): number {
  let low = 0
  let high = words.starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words.starts[middle] ?? 0) < index) low = middle + 1
    else high = middle
  }
  return low
}
