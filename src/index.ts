/**
 * Fairdraft as a library.
 *
 * ```ts
 * import { catalogue, lint, resolveSettings } from 'fairdraft'
 * import { VFile } from 'vfile'
 *
 * const settings = resolveSettings({ extends: ['recommended'] }, catalogue)
 * const file = await lint(new VFile({ path: 'draft.md', value: 'Sex work is …' }), settings)
 * console.log(file.messages)
 * ```
 */
import { data } from './data.ts'
import { shippedAnchors } from './match.ts'
import { rules } from './rules/index.ts'
import type { Catalogue } from './settings.ts'
import { type PackRule, termRule } from './terms.ts'

let packs: readonly PackRule[] | undefined

/** Everything that is shipped: rules, packs and presets. Each part is read when it is first asked for. */
export const catalogue: Catalogue = {
  rules,
  get packs() {
    packs ??= data.packs.map((pack, at) =>
      termRule(pack, this.knowledge, shippedAnchors, data.ids?.[at]),
    )
    return packs
  },
  get presets() {
    return data.presets
  },
  knowledge: data,
}

export { type Annotated, annotate, type Reviewer } from './annotate/index.ts'
export type { Block, Span } from './blocks.ts'
export { lint } from './engine.ts'
export { type Finding, type Severity, type Stretch, severityOf, stretchOf } from './finding.ts'
export { UnreadableError } from './readers/unreadable.ts'
export { defineRule, type Rule, type RuleMeta, type RuleOptions } from './rule.ts'
export { rules } from './rules/index.ts'
export { type Catalogue, resolveSettings, type Settings, SettingsError } from './settings.ts'
export { mistakesIn, type PackMistake, withPack } from './terms/packs.ts'
export { type PackRule, type TermOptions, termRule } from './terms.ts'
export type { Preset } from './types/preset.ts'
export type { Position, Term, TermPack } from './types/terms.ts'
