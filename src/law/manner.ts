/** How something is meant that a sentence says of the law: as it is, or denied, proposed, past, or another’s error. */

import type { Range } from '../document.ts'

/** How a predicate is meant. */
export interface Manner {
  /** "is not". */
  readonly denied: boolean
  /** A proposal, a condition, history, or somebody’s error: nothing is claimed of the law as it is. */
  readonly claimed: boolean
}

const DENIED =
  /(?:\b(?:not|never|no|neither|nor|hardly|nothing)|n[’']t)(?:\s+(?:\w+ly|an?|the|one|of|any|being|just|itself|regarded|treated|classed|as|also))*\s*$/i
const ONLY = /\bnot (?:only|just|merely|simply)\b/i
const UNREAL =
  /\b(?:if|would|could|might|should (?:be(?:come)?|have)|ought to|were to|wants? to|propos\w+|recommend\w*|call\w* for|campaign\w*|make it|made it|become|becoming|making|reclassif\w+|downgrad\w+|upgrad\w+|whether|unless|hypothetical\w*|suppose|imagine)\b/i
const TREATED = /\b(?:treat|record|regard|list|class|classif|categoris|deal)\w*\b/i
const REFUSED =
  /\bneither\b|\b(?:not|never|nor|n[’']t|avoid|stop|rather than|instead of|without)\s+(?:\w+ly\s+|be(?:ing)?\s+)?(?:treat|record|regard|list|class|classif|describ|call|categoris|think|view|mistak)\w*\b/i
const PAST =
  /\b(?:used to be|had been|formerly|previously|originally|historically|until (?:\d|the|its|then|\p{Lu}\w+ \d)|before (?:\d|\p{Lu}\w+ \d))/iu
const PAST_VERB = /\b(?:was|were|been)\b(?!.*\b(?:is|are|remains?|be)\b)/is
const NEGATION_NEAR = /(?:\b(?:not|never|no longer|neither|nor)|n[’']t)\s+(?:[\w-]+,?\s+){0,4}$/i
const ERROR =
  /\b(?:wrong\w*|incorrect\w*|mistaken\w*|erroneous\w*|inaccurate\w*|false(?:ly)?|mislead\w*|misdescri\w+|misclassif\w+|misstat\w+|misrepresent\w+|mislabel\w*|error\w*|mistakes?|myth|misconception|confus\w+|contrary to (?:what|the)|purport\w*|so-called|claims? that|not true|untrue|faulty|fails to)\b/i

const ERROR_AFTER =
  /\b(?:is|are|was|were) (?:wrong|incorrect|mistaken|false|untrue|an error|a mistake|inaccurate|misleading)\b|\b(?:in error|by mistake)\b/i
const CLAUSES = /;|,?\s+(?:but|whereas|while|whilst|although|though|because|since|so|and)\s/gi

/** How the predicate of a sentence is meant: all three are indices in the text. */
export function mannerOf(text: string, sentence: Range, predicate: Range): Manner {
  const before = text.slice(Math.max(sentence.start, predicate.start - 400), predicate.start)
  const clause = before.slice(lastClause(before))
  const after = text.slice(predicate.end, Math.min(sentence.end, predicate.end + 200))
  const denied = DENIED.test(before) && !ONLY.test(before)
  const near = !denied && NEGATION_NEAR.test(clause) && !ONLY.test(clause)
  const unreal = UNREAL.test(clause) && !TREATED.test(clause)
  const past = PAST.test(before) || PAST_VERB.test(clause)
  const error = ERROR.test(before) || ERROR_AFTER.test(after)
  const asked = text.slice(sentence.start, sentence.end).trimEnd().endsWith('?')
  const refused = REFUSED.test(before)
  return { denied, claimed: !(near || unreal || past || error || asked || refused) }
}

/** Where the last clause of a stretch begins, as far as its tense and mood go. */
function lastClause(before: string): number {
  let last = 0
  for (const { 0: word, index } of before.matchAll(CLAUSES)) last = index + word.length
  return last
}
