/** Clauses: how far what a sentence says of one thing reaches. */

import type { Range } from '../../document.ts'

const BOUNDARY = /;|,?\s\b(?:but|whereas|while|whilst|although|though|however|yet)\b/gi

/** "Although it is lawful to …, many …": a clause that the sentence begins with. */
const CONCESSION = /^\s*(?:although|though|while|whilst|whereas)\s[^,;]{1,160},\s/i

/** The part of a sentence, between "but", "whereas" and semicolons, that an index stands in. */
export function clauseAt(text: string, sentence: Range, index: number): Range {
  const opening = CONCESSION.exec(text.slice(sentence.start, sentence.end))?.[0].length ?? 0
  const middle = sentence.start + opening
  const main = opening === 0 || index >= middle
  const [from, last] = main ? [middle, sentence.end] : [sentence.start, middle]
  let [start, end] = [from, last]
  for (const { 0: word, index: at } of text.slice(from, last).matchAll(BOUNDARY)) {
    const place = from + at
    if (place + word.length <= index) start = place + word.length
    else if (place > index && end === last) end = place
  }
  return { start, end }
}

const NEGATION = /\b(?:no|not|never|nor|neither|cannot)\b|n[’']t\b/i

const EMPHATIC =
  /\bwhether or not\b|\bnot (?:only|just|merely|simply)\b|\bno (?:choice|option|doubt|alternative|discretion|less|matter)\b/gi

/** A text with the phrases blanked out whose "no" and "not" deny nothing: "whether or not", "no choice". */
export function withoutEmphasis(text: string): string {
  return text.replace(EMPHATIC, (words) => ' '.repeat(words.length))
}

/** Whether a stretch of text denies something. */
export function denies(text: string): boolean {
  return NEGATION.test(withoutEmphasis(text))
}
