/** Splits text into words, once for every matcher and rule that looks at it. */

/** The words of a text: three lists of equal length, in reading order. */
export interface Words {
  readonly text: string
  /** Where each word begins: an index in the text. */
  readonly starts: readonly number[]
  /** Where each word ends: an index in the text, exclusive; a possessive ending stays outside. */
  readonly ends: readonly number[]
  /** Each word as it is compared: lower case, soft hyphens removed, apostrophes straight. */
  readonly keys: readonly string[]
}

const WORD = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u00AD]|['’](?=[\p{L}\p{N}]))*/gu
const POSSESSIVE = /['’]s$/i
const SOFT_HYPHENS = /\u00AD/g

/** Finds the words of a text. Apostrophes inside a word belong to it, a possessive ’s does not. */
export function wordsOf(text: string): Words {
  const starts: number[] = []
  const ends: number[] = []
  const keys: string[] = []
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const word = raw.length > 2 ? raw.replace(POSSESSIVE, '') : raw
    starts.push(index)
    ends.push(index + word.length)
    keys.push(keyOf(word))
  }
  return { text, starts, ends, keys }
}

/** A word as it is compared. */
export function keyOf(word: string): string {
  const plain = word.includes('\u00AD') ? word.replace(SOFT_HYPHENS, '') : word
  return plain.toLowerCase().replaceAll('’', "'")
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
