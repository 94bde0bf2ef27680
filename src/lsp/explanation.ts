import { explainRule, explainTerm } from '../explain.ts'
import type { Settings } from '../settings.ts'
import { termId } from '../terms.ts'
import type { Term, TermPack } from '../types/terms.ts'

/** All there is to say of a rule or a term that is in use, as Markdown; nothing for an unknown id. */
export function explanationOf(ruleId: string, settings: Settings): string | undefined {
  const found = termOf(ruleId, settings)
  if (found) return explainTerm(found.pack, found.term, settings.knowledge)
  const [group] = ruleId.split('/')
  const rule = settings.rules.find(({ rule: { meta } }) => meta.id === group)?.rule
  return rule && explainRule(rule.meta)
}

/** The term that a finding’s id means, with its pack; nothing if it is of a rule. */
export function termOf(
  ruleId: string,
  { packs }: Settings,
): { pack: TermPack; term: Term } | undefined {
  for (const { pack: rule } of packs) {
    const term = rule.pack.terms.find((candidate) => termId(rule.pack, candidate) === ruleId)
    if (term) return { pack: rule.pack, term }
  }
  return undefined
}
