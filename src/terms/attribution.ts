/** Who says what of a wording, in clauses for a sentence that puts words into nobody’s mouth. */

import { formsOf } from '../replace.ts'
import type { Position, Term } from '../types/terms.ts'
import type { CitedFor } from '../types/viewpoints.ts'
import type { Knowledge } from './positions.ts'

const OTHER_WORDS = 'use other words'

/** What people do with a wording whom we cite for their advice, and whom we cite for their own words. */
const STANCES = {
  advice: { avoid: 'avoid', prefer: 'prefer', accept: 'accept' },
  usage: { avoid: OTHER_WORDS, prefer: 'use', accept: 'use' },
} as const

/** "avoid it", "prefer “x”"; of people who are cited for their own words: "use it", "use other words than “x”". */
export function stanceOf(position: Position, wording: string, knowledge: Knowledge): string {
  const stands = STANCES[citedFor(position, knowledge)][position.stance]
  if (stands !== OTHER_WORDS) return `${stands} ${wording}`
  return wording === 'it' ? stands : `${stands} than ${wording}`
}

function citedFor({ viewpoint }: Position, { viewpoints }: Knowledge): CitedFor {
  return viewpoints[viewpoint]?.cited ?? 'advice'
}

/** What people say of a wording that the sentence has named: "Nordic-model groups avoid it"; objections first. */
export function saying(positions: readonly Position[], knowledge: Knowledge): string[] {
  return alike(positions, knowledge).map(
    ({ who, one }) => `${who} ${stanceOf(one, 'it', knowledge)}`,
  )
}

/** The same, and the first clause names the wording: "Nordic-model groups avoid “x”". */
export function naming(
  positions: readonly Position[],
  term: Term,
  words: string,
  knowledge: Knowledge,
): string[] {
  return alike(positions, knowledge).map(({ who, one }, index) => {
    const isUsage = citedFor(one, knowledge) === 'usage'
    const named = isUsage ? quoted(words) : attributable(term, words)
    return `${who} ${stanceOf(one, index === 0 ? named : 'it', knowledge)}`
  })
}

/** What people would say, if we are right: "by our inference, Nordic-model groups would avoid it". */
export function inferring(
  positions: readonly Position[],
  wording: string,
  knowledge: Knowledge,
): string[] {
  const clauses = alike(positions, knowledge).map(
    ({ who, one }) => `${who} would ${stanceOf(one, wording, knowledge)}`,
  )
  return clauses.length > 0 ? [`by our inference, ${clauses.join(' and ')}`] : []
}

/** Those who say the same, and the position of one of them. */
function alike(
  positions: readonly Position[],
  knowledge: Knowledge,
): { readonly who: string; readonly one: Position }[] {
  const ranked = (['avoid', 'prefer', 'accept'] as const).flatMap((stance) =>
    positions.filter((position) => position.stance === stance),
  )
  const groups = new Map<string, Position[]>()
  for (const position of ranked) {
    const stands = stanceOf(position, 'it', knowledge)
    groups.set(stands, [...(groups.get(stands) ?? []), position])
  }
  return [...groups.values()].flatMap((group) =>
    group[0] ? [{ who: namesOf(group, knowledge), one: group[0] }] : [],
  )
}

/** The names of those who hold some positions: "Nordic-model groups and official texts". */
export function namesOf(positions: readonly Position[], { viewpoints }: Knowledge): string {
  const names = [...new Set(positions.map(({ viewpoint }) => viewpoint))].map(
    (id) => viewpoints[id]?.short ?? id,
  )
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/**
 * The found words as somebody’s position may name them. A source that speaks of a term speaks of its title
 * and need not speak of every variant: “tart” is then wording like “tart”.
 */
export function attributable(term: Term, words: string): string {
  return isNamed(term, words) ? quoted(words) : `wording like ${quoted(words)}`
}

function isNamed({ title, forms = [], always = [] }: Term, words: string): boolean {
  const wordings = [...always, ...forms].map((wording) =>
    formsOf(wording).map(([, text]) => comparable(text)),
  )
  const found = comparable(words)
  const alike = wordings.find((texts) => texts.includes(found)) ?? [found]
  const named = ` ${comparable(title)} `
  return alike.some((text) => named.includes(` ${text} `))
}

/** Words without what stands in brackets, case, possessives and marks. */
function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/\([^)]*\)|['’]s?(?!\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words in quotation marks, on one line. */
export function quoted(text: string): string {
  return `“${text.replace(/\s+/g, ' ')}”`
}
