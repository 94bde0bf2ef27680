/** Whether a text speaks of law as it was. */

import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import { over } from '../cite/over.ts'
import { mannerOf } from './manner.ts'

const HISTORY =
  /\b(?:repeal\w*|replac\w+|supersed\w+|abolish\w*|abolition|former(?:ly)?|previous(?:ly)?|old(?:er)?|then|histor\w+|no longer|(?<!\b(?:be|is|are|being) )used to|until|before|prior to|predecessors?|revoked|ceased|ended|removed|past|earlier|inserted|amend\w*|originally|introduced|enacted|disregard\w*|pardon\w*|expunge\w*|spent|successor|succeeded|surviv\w+|decriminalis\w+|scrapped|withdrawn|obsolete|outdated|out of date|not in force|was in force|transitional|since then|at the time|in those days|instead of|g(?:ave|ive[sn]?) way|(?:is|are) no more|made way|restor\w+|reinstat\w+|reviv\w+)\b/i
const YEARS = /(?<!\b[Ss]ince\s(?:\p{Lu}\p{L}+\s)?)\b(1[5-9]\d\d|20\d\d)(s\b)?/gu
const PRESENT =
  /\b(?:is|are|can|may|should|must|will|shall|has to|have to|be|makes?|commits?|apply|applies|bans|covers?|considers?|charges?|creates|criminalises|has been|have been|makes|outlaws|uses?|remains?|provides?|prohibits?|protects|punishes|requires|carries|rely|relies)\b/i
const PAST = /\b(?:was|were|had|did|made|(?<!\bas )\w{3,}ed)\b/i
const REFUTED =
  /\b(?:there is|there was|there never was|has) no\b|\b(?:no such|not|never|cannot|nobody|no[ -]one|none|neither|nor)\b|n[’']t\b/i

/**
 * Whether a stretch of a block speaks of law as it was, or of law that is not: by its words, by its tense, by a
 * year before its end, or by the heading, the head of its column and the introduction over it. `own` are the
 * words of the citation itself, whose years say nothing.
 */
export function isHistory(
  document: Document,
  block: Block,
  stretch: Range,
  own: readonly Range[],
  ended: number | undefined,
): boolean {
  const sentence = document.sentenceAt(block, stretch.start)
  const text = without(block.text, sentence, own)
  if (HISTORY.test(text) || REFUTED.test(text)) return true
  if (!mannerOf(block.text, sentence, stretch).current) return true
  if (PAST.test(text) && !PRESENT.test(text)) return true
  const years = [...text.matchAll(YEARS)]
  if (ended !== undefined && years.some(([, year]) => Number(year) <= ended)) return true
  return over(block, 'all').some((other) => HISTORY.test(other.text))
}

/** A sentence with some stretches of it blanked out. */
function without(text: string, sentence: Range, stretches: readonly Range[]): string {
  let rest = ''
  let at = sentence.start
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (end <= at || start >= sentence.end) continue
    rest += `${text.slice(at, Math.max(at, start))} `
    at = end
  }
  return rest + text.slice(at, Math.max(at, sentence.end))
}
