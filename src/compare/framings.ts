/** Which findings say the same thing in other words, and what each is called. */

import { data } from '../data.ts'
import type { Settings } from '../settings.ts'
import { termId } from '../terms.ts'

/** What there is to know of findings besides what they say: by the id of their rule or term. */
export interface Framings {
  /** What two findings share if they say the same thing, be it in other words. */
  framingOf(ruleId: string): string
  /** What the finding is about, for people: the framing’s title, or that of its rule or term. */
  titleOf(ruleId: string): string
  /** Whether a rule’s finding stands for the whole text, and its place for the first of many. */
  isWhole(ruleId: string): boolean
}

/**
 * The framings of all rules and packs of some settings. Claims for which one rule asks evidence are one
 * framing; terms are what the data say, and otherwise each is a framing of its own.
 */
export function createFramings({ rules, packs }: Settings): Framings {
  const framings = new Map(
    data.framings.flatMap((framing) => framing.terms.map((id) => [id, framing] as const)),
  )
  const metas = rules.map(({ rule }) => rule.meta)
  const terms = packs.flatMap(({ pack }) =>
    pack.pack.terms.map((term) => [termId(pack.pack, term), term.title] as const),
  )
  const titles = new Map([
    ...metas.map(({ id, title }) => [id, title] as const),
    ...metas.flatMap(({ id, parts = [] }) =>
      parts.map((part) => [`${id}/${part.id}`, part.title] as const),
    ),
    ...terms,
  ])
  const whole = new Set(metas.flatMap((meta) => (meta.whole ? [meta.id] : [])))
  const claims: ReadonlySet<string> = new Set(
    packs.flatMap(({ pack }) => pack.pack.terms.flatMap(({ rule }) => rule ?? [])),
  )
  return {
    framingOf: (ruleId) =>
      framings.get(ruleId)?.id ?? (claims.has(ruleOf(ruleId)) ? ruleOf(ruleId) : ruleId),
    titleOf: (ruleId) => framings.get(ruleId)?.title ?? titles.get(ruleId) ?? ruleId,
    isWhole: (ruleId) => whole.has(ruleOf(ruleId)),
  }
}

function ruleOf(ruleId: string): string {
  return ruleId.split('/')[0] ?? ruleId
}
