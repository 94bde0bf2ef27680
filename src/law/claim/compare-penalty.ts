/** What is said of a maximum against what the registry has. */

import type { Maximum } from '../../types/law.ts'
import type { Entry } from '../registry.ts'
import { type Amount, readTerm } from '../sentence/amount.ts'
import type { Verdict } from './claim.ts'
import type { Punishment, SaidPenalty } from './penalty.ts'

/** Compares a maximum with an entry; repealed law and maxima that are not on record decide nothing. */
export function comparePenalty(
  { punishment, course, overall }: SaidPenalty,
  { provision, law }: Entry,
): Verdict {
  if (provision.repealed) return 'unknown'
  const { indictment, summary, mode } = provision
  if (course === 'indictment' && !indictment) {
    return summary && (mode === 'summary-only' || mode === 'summary') ? 'wrong' : 'unknown'
  }
  const maxima = [
    course === 'summary' ? undefined : indictment,
    course === 'indictment' || (overall && indictment) ? undefined : summary,
  ].filter((maximum) => maximum !== undefined)
  if (maxima.length === 0) return 'unknown'
  switch (punishment.kind) {
    case 'term':
    case 'life':
      return compareTerm(punishment, maxima)
    case 'fineOnly':
      return opposite(imprisonable(maxima))
    case 'imprisonable':
      return imprisonable(maxima)
    default:
      return compareFine(punishment, provision, { ...law.vocabulary.scale })
  }
}

function compareTerm(said: Punishment, maxima: readonly Maximum[]): Verdict {
  const terms = maxima.flatMap(({ imprisonment }) => imprisonment ?? [])
  if (terms.length === 0 || maxima.some(({ imprisonment }) => !imprisonment)) return 'unknown'
  const right = terms.some((term) =>
    said.kind === 'life' ? term === 'life' : sameTerm(said, readTerm(term)),
  )
  if (right) return 'right'
  const other =
    said.kind === 'term' && said.unit !== 'month' && terms.some((term) => term !== 'none')
  return other ? 'unknown' : 'wrong'
}

function sameTerm(one: Punishment, other: Amount | undefined): boolean {
  return (
    one.kind === 'term' &&
    other?.kind === 'term' &&
    one.count === other.count &&
    one.unit === other.unit
  )
}

function imprisonable(maxima: readonly Maximum[]): Verdict {
  const terms = maxima.flatMap(({ imprisonment }) => imprisonment ?? [])
  if (terms.length === 0) return 'unknown'
  return terms.every((term) => term === 'none') ? 'wrong' : 'right'
}

function opposite(verdict: Verdict): Verdict {
  return verdict === 'right' ? 'wrong' : verdict === 'wrong' ? 'right' : verdict
}

function compareFine(
  said: Punishment,
  { indictment, summary }: Entry['provision'],
  scale: Readonly<Record<string, number | undefined>>,
): Verdict {
  // The standard scale is for summary convictions, whatever else an offence may carry.
  const fines: readonly string[] = (summary ?? indictment)?.fine ?? []
  if (fines.length === 0) return 'unknown'
  const open = fines.includes('unlimited') || fines.includes('statutory maximum')
  if (said.kind === 'unlimited') {
    return open || indictment ? 'right' : fines.includes('level 5') ? 'unknown' : 'wrong'
  }
  if (said.kind === 'level') {
    if (fines.includes(`level ${said.level}`)) return 'right'
    return open && said.level > 4 ? 'unknown' : 'wrong'
  }
  const right = fines.some((fine) => said.kind === 'pounds' && scale[fine] === said.pounds)
  return right ? 'right' : open ? 'unknown' : 'wrong'
}
