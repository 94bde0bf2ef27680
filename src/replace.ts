import { styleOf } from './grammar/capitals.ts'
import { changes, finish } from './grammar/finish.ts'
import { placeModifier } from './grammar/modifier.ts'
import { placeNoun } from './grammar/place-noun.ts'
import type { Edit, Site } from './grammar/site.ts'
import { placeString } from './grammar/string.ts'
import { placeVerb } from './grammar/verb.ts'
import type { Words } from './match/words.ts'
import type { Match } from './match.ts'
import type { Inflected, Wording } from './types/terms.ts'

/** The grammatical slot that a found form fills; `any` for a form that has none. */
export type Slot = Exclude<keyof Inflected, 'preposition'> | 'any'

/** Wordings that can stand in a sentence, and the words whose place they take. */
export interface Fit {
  /** The words to replace: indices in the text, end exclusive; they take in the found words. */
  readonly start: number
  readonly end: number
  /** Each replaces exactly that range, the best first; empty if none fits. */
  readonly expected: readonly string[]
}

const SLOTS = ['one', 'many', 'mass', 'base', 's', 'ing', 'past', 'participle', 'modifier'] as const
const MOST_EXPECTED = 5

/** The forms of a wording by slot. */
export function formsOf(wording: Wording): [Slot, string][] {
  if (typeof wording === 'string') return [['any', wording]]
  return SLOTS.flatMap((slot): [Slot, string][] => {
    const text = wording[slot]
    return text === undefined ? [] : [[slot, text]]
  })
}

/** A wording as a list shows it: its first form. */
export function firstForm(wording: Wording): string {
  return formsOf(wording)[0]?.[1] ?? ''
}

/**
 * Puts wordings into the sentence in the place of found words, with articles, word order and capitals
 * as the sentence asks. What cannot stand there, or is not sure to, is left out.
 */
export function fit(
  words: Words,
  match: Pick<Match<unknown>, 'start' | 'end' | 'first' | 'last'>,
  slot: Slot,
  wordings: readonly Wording[],
): Fit {
  const { text } = words
  // "Adult websites (AWs)": its words have just been found, and are not said twice.
  if (INTRODUCED.test(text.slice(match.start - 1, match.end + 1)))
    return { start: match.start, end: match.end, expected: [] }
  const site = withQuotation({ words, ...match })
  const style = styleOf(words, match.first, match.last)
  const edits = wordings
    .flatMap((wording) => place(site, slot, wording) ?? [])
    .map((edit) => finish(text, edit, style))
    .filter((edit) => changes(text, edit))
    .slice(0, MOST_EXPECTED)
  const start = Math.min(match.start, ...edits.map((edit) => edit.start))
  const end = Math.max(match.end, ...edits.map((edit) => edit.end))
  const expected = edits.map(
    (edit) => text.slice(start, edit.start) + edit.text + text.slice(edit.end, end),
  )
  return { start, end, expected: [...new Set(expected)] }
}

/** An abbreviation alone in brackets. */
const INTRODUCED = /^\(\p{Lu}{2,8}s?\)$/u

const QUOTATION_MARKS = ['‘’', '“”', '""', "''"]

/** Found words that hold the end of a quotation take in its beginning too: ‘high class’ prostitute. */
function withQuotation(site: Site): Site {
  const { text } = site.words
  const found = text.slice(site.start, site.end)
  const before = text.charAt(site.start - 1)
  const holdsEnd = QUOTATION_MARKS.some(
    ([open = '', close = '']) => before === open && found.split(close).length % 2 === 0,
  )
  return holdsEnd ? { ...site, start: site.start - 1 } : site
}

function place(site: Site, slot: Slot, wording: Wording): Edit | undefined {
  switch (slot) {
    case 'one':
    case 'many':
    case 'mass':
      return placeNoun(site, slot, wording)
    case 'modifier':
      return placeModifier(site, typeof wording === 'string' ? { modifier: wording } : wording)
    case 'any':
      return typeof wording === 'string' ? placeString(site, wording) : undefined
    default:
      return typeof wording === 'string' ? undefined : placeVerb(site, slot, wording)
  }
}
