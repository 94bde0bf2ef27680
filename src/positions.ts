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

/** What an evidence rule says of the words it finds. */
const EVIDENCE_LEADS = {
  'unevidenced-assurance': 'is an assurance without evidence',
  'neutrality-disclaimer': 'claims neutrality for a choice that is disputed',
  'unsupported-statistic': 'claims evidence without a source',
} as const

/** Two or three sentences: what was found, who disputes it, and what to write instead. */
export function reasonOf(
  term: Term,
  words: string,
  expected: readonly string[],
  viewpoints: readonly string[] = [],
  knowledge: Knowledge,
): string {
  return [leadOf(term, quoted(words), viewpoints, knowledge), insteadOf(term, expected, viewpoints)]
    .filter(Boolean)
    .join(' ')
}

function leadOf(
  term: Term,
  found: string,
  viewpoints: readonly string[],
  knowledge: Knowledge,
): string {
  const why = whyOf(term, viewpoints)
  if (term.rule) return `${found} ${EVIDENCE_LEADS[term.rule]}. ${why}`
  if (viewpoints.length > 0) return `${adviceOf(term, found, viewpoints, knowledge)} ${why}`
  return term.consensus ? `Avoid ${found}. ${why}` : disputeOf(term, found, knowledge)
}

/** "Nordic-model groups avoid “x”; rights-based groups prefer it." Whose advice it is, and who differs. */
function adviceOf(
  term: Term,
  found: string,
  viewpoints: readonly string[],
  knowledge: Knowledge,
): string {
  const direct = avoiding(term, viewpoints, 'direct')
  const positions = direct.length > 0 ? direct : avoiding(term, viewpoints)
  const others = term.positions.filter(
    ({ viewpoint, stance, basis }) =>
      stance === 'prefer' && basis === 'direct' && !viewpoints.includes(viewpoint),
  )
  const who = namesOf(positions, knowledge)
  const differ = namesOf(others, knowledge)
  const lead = !who
    ? `Your settings ask to avoid ${found}`
    : direct.length > 0
      ? `${capitalised(who)} avoid ${found}`
      : `The general stance of ${who} speaks against ${found}`
  return sentence(differ ? `${lead}; ${differ} prefer it` : lead)
}

function whyOf(term: Term, viewpoints: readonly string[]): string {
  const own =
    viewpoints.length > 0 && !term.rule ? avoiding(term, viewpoints, 'direct')[0]?.why : undefined
  return sentence(capitalised(own ?? term.summary ?? avoiding(term, viewpoints)[0]?.why ?? ''))
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
    return who ? [{ who, stance }] : []
  })
  const differ = namesOf(divided, knowledge)
  const [only] = parts
  if (parts.length === 1 && only?.stance === 'avoid' && !differ) {
    return `${sentence(`${capitalised(only.who)} ${only.stance} ${found}`)} ${whyOf(term, [])}`
  }
  if (term.positions.every(({ stance }) => stance === 'avoid')) {
    return `Reconsider ${found}. ${whyOf(term, [])}`
  }
  const said = parts.map(({ who, stance }) => `${who} ${STANCE_WORDS[stance]}`)
  if (differ) said.push(`${differ} differ among themselves`)
  const against = namesOf(inferredAgainst(term), knowledge)
  if (against) said.push(`the general stance of ${against} speaks against it`)
  return said.length > 0
    ? sentence(`${found} is disputed: ${said.join('; ')}`)
    : `${found} is disputed. ${whyOf(term, [])}`
}

/** Who would avoid a wording that nobody avoids in a source of their own. */
function inferredAgainst({ positions }: Term): readonly Position[] {
  const direct = positions.filter(({ basis }) => basis === 'direct')
  if (direct.some(({ stance }) => stance === 'avoid')) return []
  return positions.filter(
    ({ stance, viewpoint }) =>
      stance === 'avoid' && !direct.some((position) => position.viewpoint === viewpoint),
  )
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
  const advice = (term.advice ?? []).map((text) => text.replace(/\.$/, ''))
  return [
    ...(term.summary ? [sentence(term.summary)] : []),
    ...term.positions.map((position) => positionLine(term, position, knowledge)),
    ...(advice.length > 0 ? [`What you can do: ${sentence(advice.join('; '))}`] : []),
    ...(term.note ? [sentence(term.note)] : []),
  ].join('\n')
}

/** What a stance is called in a sentence about several people: "… avoid it". */
export const STANCE_WORDS = { avoid: 'avoid it', prefer: 'prefer it', accept: 'accept it' } as const

function positionLine(term: Term, position: Position, { viewpoints, sources }: Knowledge): string {
  const { viewpoint, stance, basis, why, dissent } = position
  const who = viewpoints[viewpoint]?.short ?? viewpoint
  const source = position.source ? sources[position.source] : undefined
  const stands = term.rule && stance === 'prefer' ? 'use it' : STANCE_WORDS[stance]
  const lead =
    basis === 'inferred'
      ? `Our inference from the general stance of ${who}, not a statement of theirs: they would ${stands}.`
      : `${capitalised(who)} ${stands}.`
  const cited =
    source && basis === 'direct' ? ` (${source.title}, ${source.url}${reading(position)})` : ''
  return [`${lead} ${sentence(capitalised(why))}${cited}`, dissent && sentence(dissent)]
    .filter(Boolean)
    .join(' ')
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
