/** Sentences that end beyond doubt, found without parsing: most of them, and in a tenth of the time. */

import type { Range } from '../document.ts'

/** A stop behind a longer word in small letters, before a capital or at the end: no abbreviation, no number. */
const PLAIN_STOP = /[.!?](?<=\b(?!(?:tues|thurs|sept|tbsp)\b)[a-z]{4,}[.!?])(?=\s+[A-Z][a-z]|\s*$)/g
const ANY_STOP = /[.!?…‽]/g
const LETTER = /\p{L}/u
/** Blank lines end a sentence too; that is for a parser to say. */
const BLANK_LINE = /\n\s*\n/

/**
 * Finds the sentences of a text, without the space between them; nothing if any of its stops is in doubt,
 * and a parser must read it. Indices of the text, end exclusive.
 */
export function plainSentences(text: string): Range[] | undefined {
  const ends = [...text.matchAll(PLAIN_STOP)].map(({ index }) => index + 1)
  const stops = text.match(ANY_STOP)?.length ?? 0
  if (stops !== ends.length || !LETTER.test(text) || BLANK_LINE.test(text)) return undefined
  const end = text.trimEnd().length
  if (ends.at(-1) !== end) ends.push(end)
  let from = text.length - text.trimStart().length
  return ends.map((stop) => {
    const sentence = { start: from, end: stop }
    from = stop
    while (/\s/.test(text.charAt(from))) from++
    return sentence
  })
}

/** The place behind the last stop that ends a sentence beyond doubt, before more of the text; 0 if there is none. */
export function lastPlainStop(text: string): number {
  const stops = [...text.trimEnd().slice(0, -1).matchAll(PLAIN_STOP)]
  return (stops.at(-1)?.index ?? -1) + 1
}
