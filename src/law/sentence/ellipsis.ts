/** What is left out and understood: "section 33 is summary-only; section 33A is not", "and so is section 53". */

import type { Range } from '../../document.ts'
import { firstFrom } from '../../sorted.ts'
import type { Mention } from '../cite/mention.ts'

/** A provision of which a predicate before it is understood. */
interface Understood {
  readonly mention: Mention
  /** "is not", "nor is": the opposite is said of it. */
  readonly denied: boolean
}

const REACH = 140
const MOST_BETWEEN = 3
const VERB = '(?:is|are|does|do|can|will|has|have|carries|carry)'
const ASIDE = '(?:\\s*\\([^()]{0,80}\\))?\\s*,?'
const END = '(?=\\s*(?:[.;:,)]|$|\\b(?:but|and|so|because|which|either|at all)\\b))'
const IS_NOT = new RegExp(`^${ASIDE}\\s*(?:${VERB}(?:\\s+not|n[’']t)|cannot)${END}`, 'i')
const IS_TOO = new RegExp(`^${ASIDE}\\s*${VERB}\\s+(?:too|as well|also|likewise)${END}`, 'i')
const IS = new RegExp(`^${ASIDE}\\s*${VERB}${END}`, 'i')
const SO_IS = new RegExp(`\\b(?:so|as)\\s+${VERB}\\s+(?:the\\s+)?$`, 'i')
const NOR_IS = new RegExp(`\\b(?:nor|neither)\\s+${VERB}\\s+(?:the\\s+)?$`, 'i')
const LONGEST_REST = 120
const LONGEST_LEAD = 45

/** Whether no more than one stop, the rest of a clause and a few words stand between a predicate and the next subject. */
function adjoins(between: string): boolean {
  const [rest = '', lead = '', ...others] = between.split(/[.;:]/)
  return others.length === 0 && rest.length <= LONGEST_REST && lead.length <= LONGEST_LEAD
}

/**
 * Finds the provisions behind a predicate that it is understood of. `mentions` are those of the block in
 * order of place, `denied` is whether the predicate itself is.
 */
export function understoodOf(
  text: string,
  predicate: Range,
  mentions: readonly Mention[],
  denied: boolean,
): Understood[] {
  const from = firstFrom(mentions, predicate.end)
  return mentions.slice(from, from + MOST_BETWEEN).flatMap((mention) => {
    if (mention.start - predicate.end > REACH) return []
    const before = text.slice(predicate.end, mention.start)
    const after = text.slice(mention.end, mention.end + 100)
    if (!adjoins(before)) return []
    if (IS_NOT.test(after) || NOR_IS.test(before)) return [{ mention, denied: true }]
    if (IS_TOO.test(after) || SO_IS.test(before)) return [{ mention, denied }]
    return denied && IS.test(after) ? [{ mention, denied: false }] : []
  })
}
