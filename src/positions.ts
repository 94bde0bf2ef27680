import type { Preset } from './types/preset.ts'
import type { Sources } from './types/sources.ts'
import type { Position, Term, Wording } from './types/terms.ts'
import type { Viewpoints } from './types/viewpoints.ts'

/** What a message needs to know besides the term: who is who, and what the sources are. */
export interface Knowledge {
  readonly viewpoints: Viewpoints
  readonly sources: Sources
}

/** What a term needs to be reported: a direct source that avoids it, any position, or nothing. */
export type Evidence = NonNullable<Preset['evidence']>

/**
 * The positions that make a term worth reporting: those that avoid it, of the viewpoints asked for, or
 * of any if none is.
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
      (evidence !== 'direct' || basis === 'direct'),
  )
}

/** The wordings to offer, the best first: a viewpoint’s own, then what nobody disputes. */
export function wordingsOf(term: Term, viewpoints: readonly string[] = []): readonly Wording[] {
  const own = term.positions
    .filter(({ stance, viewpoint }) => stance === 'avoid' && viewpoints.includes(viewpoint))
    .flatMap(({ wording = [] }) => wording)
  return [...own, ...(term.neutral ?? [])]
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

/** One or two sentences: what was found, who disputes it, and what to write instead. */
export function reasonOf(
  term: Term,
  words: string,
  expected: readonly string[],
  viewpoints: readonly string[] = [],
  knowledge: Knowledge,
): string {
  const found = quoted(words)
  const takesSide = viewpoints.length > 0 || term.consensus
  const lead = takesSide
    ? `Avoid ${found}: ${whyOf(term, viewpoints)}`
    : disputeOf(term, found, knowledge)
  return [lead, insteadOf(term, expected, viewpoints)].filter(Boolean).join(' ')
}

function whyOf(term: Term, viewpoints: readonly string[]): string {
  const why = term.summary ?? avoiding(term, viewpoints)[0]?.why ?? 'its use is discouraged.'
  return sentence(decapitalised(why))
}

/** "Nordic-model groups avoid it; rights-based groups prefer it." Only what sources say directly. */
function disputeOf(term: Term, found: string, knowledge: Knowledge): string {
  const direct = term.positions.filter(({ basis }) => basis === 'direct')
  const divided = direct.filter((position) => direct.some((other) => disagrees(position, other)))
  const agreed = direct.filter((position) => !divided.includes(position))
  const parts = (['avoid', 'prefer', 'accept'] as const).flatMap((stance) => {
    const who = namesOf(
      agreed.filter((position) => position.stance === stance),
      knowledge,
    )
    return who ? [`${who} ${STANCE_WORDS[stance]}`] : []
  })
  const differ = namesOf(divided, knowledge)
  if (differ) parts.push(`${differ} differ among themselves`)
  if (parts.length > 1 || differ) return sentence(`${found} is disputed: ${parts.join('; ')}`)
  const who = namesOf(agreed, knowledge)
  return who
    ? `${capitalised(who)} avoid ${found}: ${whyOf(term, [])}`
    : `${found}: ${whyOf(term, [])}`
}

/** Members of one viewpoint of whom some avoid a wording and others do not. */
function disagrees(one: Position, other: Position): boolean {
  return (
    one.viewpoint === other.viewpoint && (one.stance === 'avoid') !== (other.stance === 'avoid')
  )
}

function insteadOf(term: Term, expected: readonly string[], viewpoints: readonly string[]): string {
  const [first, second] = expected
  if (first !== undefined) {
    return sentence(
      `Consider ${[first, second]
        .filter((text) => text !== undefined)
        .map(quoted)
        .join(' or ')}`,
    )
  }
  const advice =
    avoiding(term, viewpoints).find((position) => viewpoints.includes(position.viewpoint))
      ?.advice?.[0] ?? term.advice?.[0]
  return advice ? sentence(capitalised(advice)) : ''
}

/** The positions in full, one a line, each with its reason and source; then advice. */
export function noteOf(term: Term, knowledge: Knowledge): string {
  const lines = term.positions.map((position) => positionLine(position, knowledge))
  const advice = term.advice ?? []
  return [
    ...(term.summary ? [sentence(term.summary)] : []),
    ...lines,
    ...(advice.length > 0 ? [`What you can do: ${sentence(advice.join('; '))}`] : []),
    ...(term.note ? [sentence(term.note)] : []),
  ].join('\n')
}

/** What a stance is called in a sentence about several people: "… avoid it". */
export const STANCE_WORDS = { avoid: 'avoid it', prefer: 'prefer it', accept: 'accept it' } as const

function positionLine(position: Position, { viewpoints, sources }: Knowledge): string {
  const who = viewpoints[position.viewpoint]?.short ?? position.viewpoint
  const source = position.source ? sources[position.source] : undefined
  const inferred = position.basis === 'inferred'
  const stands = inferred
    ? `${capitalised(who)} would probably ${STANCE_WORDS[position.stance]} (inferred from their general stance)`
    : `${capitalised(who)} ${STANCE_WORDS[position.stance]}`
  const cited = source && !inferred ? ` (${source.title}, ${source.url}${reading(position)})` : ''
  const dissent = position.dissent ? ` ${sentence(position.dissent)}` : ''
  return `${stands}: ${sentence(decapitalised(position.why))}${cited}${dissent}`
}

function reading({ read }: Position): string {
  if (read === 'secondary') return '; reported at second hand'
  return read === 'unopened' ? '; not read by us' : ''
}

/** Where to read on: the source of the first position that says avoid. */
export function urlOf(
  term: Term,
  viewpoints: readonly string[] = [],
  { sources }: Knowledge,
): string | undefined {
  const position = avoiding(term, viewpoints, 'direct').find(({ source }) => source)
  return position?.source ? sources[position.source]?.url : undefined
}

function namesOf(positions: readonly Position[], { viewpoints }: Knowledge): string {
  const names = [...new Set(positions.map(({ viewpoint }) => viewpoint))].map(
    (id) => viewpoints[id]?.short ?? id,
  )
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function quoted(text: string): string {
  return `“${text.replace(/\s+/g, ' ')}”`
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A sentence as the second half of another: "Implies work" → "implies work", but "UK law" stays. */
function decapitalised(text: string): string {
  return /^[A-Z][a-z]*['’]?[a-z]*\b/.test(text) && !/^(?:I|[A-Z][a-z]+ [A-Z])/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}
