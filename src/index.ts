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
import * as data from './data/index.js'
import { knowledgeWith } from './packs.ts'
import type { Knowledge } from './positions.ts'
import { rules } from './rules/index.ts'
import type { Catalogue } from './settings.ts'
import { termRule } from './terms.ts'

/** Who is who, and what the sources are. */
export const knowledge: Knowledge = data.packs.reduce<Knowledge>(knowledgeWith, data)

/** Everything that is shipped: rules, packs and presets. */
export const catalogue: Catalogue = {
  rules,
  packs: data.packs.map((pack) => termRule(pack, knowledge)),
  presets: data.presets,
  knowledge,
}

export type { Block, Span } from './blocks.ts'
export { lint } from './engine.ts'
export { type Finding, type Severity, type Stretch, severityOf, stretchOf } from './finding.ts'
export { mistakesIn, type PackMistake, withPack } from './packs.ts'
export { UnreadableError } from './readers/decode.ts'
export { defineRule, type Rule, type RuleMeta, type RuleOptions } from './rule.ts'
export { rules } from './rules/index.ts'
export { type Catalogue, resolveSettings, type Settings, SettingsError } from './settings.ts'
export { type PackRule, type TermOptions, termRule } from './terms.ts'
export type { Preset } from './types/preset.ts'
export type { Position, Term, TermPack } from './types/terms.ts'
