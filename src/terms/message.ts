/** What a finding of a term says: what was found, who disputes it and why, and what to write instead. */

import type { Position, Term } from '../types/terms.ts'
import {
  attributable,
  inferring,
  namesOf,
  naming,
  quoted,
  saying,
  stanceOf,
} from './attribution.ts'
import { avoiding, type Knowledge } from './positions.ts'

/** What an evidence rule says of the words it finds. */
const EVIDENCE_LEADS = {
  'unevidenced-assurance': 'is an assurance without evidence',
  'neutrality-disclaimer': 'presents a disputed choice as settled',
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
  return [leadOf(term, words, viewpoints, knowledge), insteadOf(term, expected, viewpoints)]
    .filter(Boolean)
    .join(' ')
}

function leadOf(
  term: Term,
  words: string,
  viewpoints: readonly string[],
  knowledge: Knowledge,
): string {
  const why = whyOf(term, viewpoints)
  if (term.rule) return `${quoted(words)} ${EVIDENCE_LEADS[term.rule]}. ${why}`
  if (viewpoints.length > 0) return `${adviceOf(term, words, viewpoints, knowledge)} ${why}`
  return term.consensus ? `Avoid ${quoted(words)}. ${why}` : disputeOf(term, words, knowledge)
}

/** "Nordic-model groups avoid “x”; rights-based groups prefer it." Whose advice it is, and who differs. */
function adviceOf(
  term: Term,
  words: string,
  viewpoints: readonly string[],
  knowledge: Knowledge,
): string {
  const direct = avoiding(term, viewpoints, 'direct')
  const inferred = avoiding(term, viewpoints)
  const others = term.positions.filter(
    ({ viewpoint, stance, basis }) =>
      stance === 'prefer' && basis === 'direct' && !viewpoints.includes(viewpoint),
  )
  const lead =
    direct.length > 0
      ? naming(direct, term, words, knowledge)
      : inferred.length > 0
        ? inferring(inferred, quoted(words), knowledge)
        : [`your settings ask to avoid ${quoted(words)}`]
  return sentence(capitalised([...lead, ...saying(others, knowledge)].join('; ')))
}

function whyOf(term: Term, viewpoints: readonly string[]): string {
  const own =
    viewpoints.length > 0 && !term.rule ? avoiding(term, viewpoints, 'direct')[0]?.why : undefined
  return sentence(capitalised(own ?? term.summary ?? avoiding(term, viewpoints)[0]?.why ?? ''))
}

/** "“x” is disputed: Nordic-model groups avoid it; rights-based groups prefer it." Only what sources say directly. */
function disputeOf(term: Term, words: string, knowledge: Knowledge): string {
  const direct = term.positions.filter(({ basis }) => basis === 'direct')
  const divided = direct.filter((position) => direct.some((other) => disagrees(position, other)))
  const agreed = direct.filter((position) => !divided.includes(position))
  if (direct.length > 0 && agreed.every(({ stance }) => stance === 'avoid') && !divided.length) {
    const said = capitalised(naming(direct, term, words, knowledge).join('; '))
    return `${sentence(said)} ${whyOf(term, [])}`
  }
  if (direct.length === 0) {
    return `Reconsider ${quoted(words)}. ${whyOf(term, [])}`
  }
  const said = [
    ...saying(agreed, knowledge),
    ...(divided.length > 0 ? [`${namesOf(divided, knowledge)} differ among themselves`] : []),
    ...inferring(inferredAgainst(term), 'it', knowledge),
  ]
  return sentence(`${capitalised(attributable(term, words))} is disputed: ${said.join('; ')}`)
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

function positionLine(term: Term, position: Position, knowledge: Knowledge): string {
  const { viewpoint, stance, basis, why, dissent } = position
  const { viewpoints, sources } = knowledge
  const who = viewpoints[viewpoint]?.short ?? viewpoint
  const source = position.source ? sources[position.source] : undefined
  const stands = term.rule && stance === 'prefer' ? 'use it' : stanceOf(position, 'it', knowledge)
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

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
