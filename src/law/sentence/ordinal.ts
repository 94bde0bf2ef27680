/** "The first …", "the latter …", "both …": which of several provisions a clause speaks of. */

import type { Mention } from '../cite/mention.ts'

/** Which provisions of how many. */
export interface Ordinal {
  readonly from: number
  readonly to: number
  readonly of: readonly number[]
}

const ORDINAL =
  /^[\s,:(–—-]*(?:(?:and|but|while|whilst|whereas|only|of these,?)\s+)*(?:(both|neither)\s+(?:is|are|can|may|must|carry|carries|attract|attracts|remain|offences?|sections?|provisions?|of (?:these|them))|the\s+(first|second|third|former|latter))\b(?!\s+(?:offenders?|convictions?|occasions?|times?|cases?|stages?|instances?|parts?)\b)/i
const ORDINALS: Readonly<Record<string, Ordinal>> = {
  first: { from: 0, to: 1, of: [2, 3] },
  second: { from: 1, to: 2, of: [2, 3] },
  third: { from: 2, to: 3, of: [3] },
  former: { from: 0, to: 1, of: [2] },
  latter: { from: 1, to: 2, of: [2] },
  both: { from: 0, to: 2, of: [2] },
  neither: { from: 0, to: 2, of: [2] },
}

/** Which of several provisions a clause begins with: "the latter offence is …". */
export function ordinalIn(clause: string): Ordinal | undefined {
  const [, both, word] = ORDINAL.exec(clause) ?? []
  return ORDINALS[(both ?? word ?? '').toLowerCase()]
}

/** Those of some provisions that are meant; none unless all are offences, and as many as are counted. */
export function chosen({ from, to, of }: Ordinal, named: readonly Mention[]): readonly Mention[] {
  const offences = named.filter(
    ({ entries, every }) =>
      !every && entries.some(({ provision }) => provision.mode !== 'not-an-offence'),
  )
  return offences.length === named.length && of.includes(named.length) ? named.slice(from, to) : []
}
