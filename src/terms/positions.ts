import type { Preset } from '../types/preset.ts'
import type { Sources } from '../types/sources.ts'
import type { Position, Term, Wording } from '../types/terms.ts'
import type { Viewpoints } from '../types/viewpoints.ts'

/** What a message needs to know besides the term: who is who, and what the sources are. */
export interface Knowledge {
  readonly viewpoints: Viewpoints
  readonly sources: Sources
}

/** What a term needs to be reported: a direct source that avoids it, any position, or nothing. */
export type Evidence = NonNullable<Preset['evidence']>

/**
 * The positions that make a term worth reporting: those that avoid it, of the viewpoints asked for, or
 * of any if none is. A viewpoint some of whose members prefer the term does not avoid it.
 */
export function avoiding(
  term: Term,
  viewpoints: readonly string[] = [],
  evidence: Evidence = 'any',
): readonly Position[] {
  return term.positions.filter(
    ({ stance, viewpoint, basis }) =>
      stance === 'avoid' &&
      (viewpoints.length === 0 || viewpoints.includes(viewpoint)) &&
      (evidence !== 'direct' || basis === 'direct') &&
      !isDivided(term, viewpoint),
  )
}

/** The wordings to offer, the best first: a viewpoint’s own, then what nobody disputes. */
export function wordingsOf(term: Term, viewpoints: readonly string[] = []): readonly Wording[] {
  const own = term.positions
    .filter(({ stance, viewpoint }) => stance === 'avoid' && viewpoints.includes(viewpoint))
    .flatMap(({ wording = [] }) => wording)
  return [...own, ...(term.neutral ?? [])]
}

function isDivided({ positions }: Term, viewpoint: string): boolean {
  return positions.some(
    (position) => position.viewpoint === viewpoint && position.stance === 'prefer',
  )
}

/**
 * Whether a term may be replaced without asking: its data say that the wording can be swapped, and of
 * the viewpoints asked for, or of all if none is, nobody holds on to it.
 */
export function isUndisputed(term: Term, viewpoints: readonly string[] = []): boolean {
  const concerned = term.positions.filter(
    ({ viewpoint }) => viewpoints.length === 0 || viewpoints.includes(viewpoint),
  )
  return term.swappable === true && concerned.every(({ stance }) => stance !== 'prefer')
}
