/** Splits text into words, once for every matcher and rule that looks at it. */

import type { Anchored, AnchorIndex } from './anchors.ts'

/** Indices of a text, one for each word. */
type Indices = Pick<Int32Array, 'length' | 'filter'> & ArrayLike<number>

/** The words of a text: three lists of equal length, in reading order. */
export interface Words {
  readonly text: string
  /** Where each word begins: an index in the text. */
  readonly starts: Indices
  /** Where each word ends: an index in the text, exclusive; a possessive ending stays outside. */
  readonly ends: Indices
  /** Each word as it is compared: lower case, soft hyphens removed, apostrophes straight. */
  readonly keys: readonly string[]
  /** The hash of each key: keys that are equal have the same. */
  readonly hashes: Indices
  /** The hash of the first letters of each key, so many as `PREFIX` says, all bits turned; that of nothing if it has fewer. */
  readonly prefixes: Indices
  /** One of the keys, or nothing. Cheaper than all of them. */
  keyAt(word: number): string | undefined
  /** Where phrases of an index may begin in the text. */
  anchored(index: AnchorIndex): Anchored
}

const WORD = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u00AD]|['’](?=[\p{L}\p{N}]))*/uy
const SOFT_HYPHENS = /\u00AD/g
const PLAIN = /^[a-z\d]+(?= |$)/

const APOSTROPHE = 0x27
const CURLY_APOSTROPHE = 0x2019

/** For each ASCII character its lower case, if it is a letter or a digit, or 0. */
const LOWER = new Uint8Array(128)
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

/** Where the words of a text stand, and the hash of the key of each, and of how it begins: see `Words`. */
export interface Split {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly hashes: Int32Array
  readonly prefixes: Int32Array
}

/** Of a phrase that is only the beginning of a word, so many letters are in an index. */
export const PREFIX = 4

class LazyWords implements Words {
  readonly text: string
  #split: Split | undefined
  /** The keys that somebody has asked for. */
  #keys: string[] | undefined
  #hasAllKeys = false
  #index: AnchorIndex | undefined
  #anchored: Anchored | undefined

  constructor(text: string) {
    this.text = text
  }

  get starts(): Int32Array {
    return this.#places().starts
  }

  get ends(): Int32Array {
    return this.#places().ends
  }

  get hashes(): Int32Array {
    return this.#places().hashes
  }

  get prefixes(): Int32Array {
    return this.#places().prefixes
  }

  get keys(): readonly string[] {
    const { text, starts, ends, hashes } = this.#places()
    if (!this.#hasAllKeys || !this.#keys) {
      this.#hasAllKeys = true
      this.#keys = Array.from(hashes, (hash, word) => keyIn(text, starts[word], ends[word], hash))
    }
    return this.#keys
  }

  keyAt(word: number): string | undefined {
    const known = this.#keys?.[word]
    if (known !== undefined) return known
    const { text, starts, ends, hashes } = this.#places()
    const hash = hashes[word]
    if (hash === undefined) return undefined
    return keyIn(text, starts[word], ends[word], hash)
  }

  anchored(index: AnchorIndex): Anchored {
    const known = this.#anchored
    if (known && this.#index === index && known.revision === index.revision) return known
    const found = index.scan(this.#places())
    this.#index = index
    this.#anchored = found
    return found
  }

  #places(): Split {
    this.#split ??= split(this.text)
    return this.#split
  }
}

/** Starts, ends and two hashes of the words of the text that is being split: there is one at a time. */
let scratch: Omit<Split, 'text'> = columnsOf(1024)

function split(text: string): Split {
  const { length } = text
  let count = 0
  for (let at = nextWord(text, 0); at < length; at = nextWord(text, at)) {
    const start = at
    let hash = 0
    let prefix = 0
    let code = 0
    for (; at < length; at++) {
      code = text.charCodeAt(at)
      const lower = code < 128 ? (LOWER[code] ?? 0) : 0
      if (lower === 0) break
      hash = (Math.imul(hash, 31) + lower) | 0
      if (at - start === PREFIX - 1) prefix = hash
    }
    let end = at
    if (at < length && (code >= 128 || code === APOSTROPHE)) {
      at = endOfWord(text, start)
      end = withoutPossessive(text, start, at)
      const key = keyOf(text.slice(start, end))
      hash = hashOf(key)
      prefix = key.length < PREFIX ? 0 : hashOf(key.slice(0, PREFIX))
    }
    if (count === scratch.starts.length) scratch = columnsOf(2 * count, scratch)
    scratch.starts[count] = start
    scratch.ends[count] = end
    scratch.hashes[count] = hash
    scratch.prefixes[count] = ~prefix
    count++
  }
  return {
    text,
    starts: scratch.starts.slice(0, count),
    ends: scratch.ends.slice(0, count),
    hashes: scratch.hashes.slice(0, count),
    prefixes: scratch.prefixes.slice(0, count),
  }
}

/** Columns with room for so many words, with what is in others. */
function columnsOf(room: number, others?: typeof scratch): typeof scratch {
  const column = (known: Int32Array = new Int32Array()) => {
    const numbers = new Int32Array(room)
    numbers.set(known)
    return numbers
  }
  return {
    starts: column(others?.starts),
    ends: column(others?.ends),
    hashes: column(others?.hashes),
    prefixes: column(others?.prefixes),
  }
}

/** The hash of a key. */
export function hashOf(key: string): number {
  let hash = 0
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0
  return hash
}

/** Keys met lately, by their hashes: the same few words make up most of a text. */
const recentKeys: (string | undefined)[] = new Array(1 << 14).fill(undefined)
const LONGEST_RECENT = 40

function keyIn(text: string, start = 0, end = 0, hash: number): string {
  if (end - start > LONGEST_RECENT) return keyOf(text.slice(start, end))
  const slot = hash & (recentKeys.length - 1)
  const known = recentKeys[slot]
  if (known !== undefined && isKeyAt(known, text, start, end)) return known
  // Made anew: a slice would keep the whole text in memory.
  const key = String.fromCharCode(...codesOf(keyOf(text.slice(start, end))))
  recentKeys[slot] = key
  return key
}

function codesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

/** Whether a key is that of a word in plain letters. */
function isKeyAt(key: string, text: string, start: number, end: number): boolean {
  if (key.length !== end - start) return false
  // Most words are in small letters.
  if (text.startsWith(key, start)) return true
  for (let at = 0; at < key.length; at++) {
    const code = text.charCodeAt(start + at)
    if (code >= 128 || LOWER[code] === 0 || LOWER[code] !== key.charCodeAt(at)) return false
  }
  return true
}

/** Where the next word begins, at or after an index; the length of the text if there is none. */
function nextWord(text: string, index: number): number {
  for (let at = index; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128 ? LOWER[code] : !SEPARATORS.has(code) && endOfUnusual(text, at) > at) return at
  }
  return text.length
}

/** Where the word that begins at an index ends; the index itself if none begins there. */
function endOfWord(text: string, start: number): number {
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
function withoutPossessive(text: string, start: number, end: number): number {
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
