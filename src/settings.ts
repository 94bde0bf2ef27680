import { closest, distance } from 'fastest-levenshtein'
import type { PluggableList } from 'unified'
import type { Severity } from './finding.ts'
import type { Question } from './questions.ts'
import type { Rule, RuleOptions } from './rule.ts'
import type { Knowledge } from './terms/positions.ts'
import { type PackRule, reportedBy, type TermOptions, termId } from './terms.ts'
import type { Timeout } from './timeout.ts'
import type { Jurisdiction, Level, Preset } from './types/preset.ts'

/** What there is to choose from: the shipped rules, packs and presets, and a user’s own. */
export interface Catalogue {
  readonly rules: readonly Rule[]
  readonly packs: readonly PackRule[]
  readonly presets: readonly Preset[]
  readonly knowledge: Knowledge
  /** Ids of packs that are used whatever packs a preset names: a user’s own. */
  readonly own?: readonly string[]
}

/** What a document is checked with: everything resolved, nothing left to look up. */
export interface Settings {
  /** The presets chosen, as named by the user; their authors and viewpoints are always shown. */
  readonly presets: readonly Preset[]
  /** Whose advice is given; none means that no side is taken. */
  readonly viewpoints: readonly string[]
  readonly rules: readonly {
    readonly rule: Rule
    readonly severity?: Severity
    readonly levels?: NonNullable<RuleOptions['levels']>
  }[]
  readonly packs: readonly { readonly pack: PackRule; readonly options: TermOptions }[]
  /** Phrases that are never flagged, nor anything inside them. */
  readonly exempt: readonly string[]
  readonly jurisdiction: Jurisdiction
  /** The day of the check, such as 2026-11-21; unset: no fact is past its date of review, no last day over. */
  readonly today?: string
  /** The questions of a consultation that the documents answer. */
  readonly questions?: readonly Question[]
  readonly knowledge: Knowledge
  /** Every id that an ignore directive or a configuration may name. */
  readonly ids: ReadonlySet<string>
  /** How long the check of one document may take; unset: as long as it takes, so that the answer is always the same. */
  readonly timeout?: Timeout
  /** Other people’s retext plugins, with their options; no configuration can name one. */
  readonly plugins?: PluggableList
}

/** A mistake in a configuration: names the key, the wrong value and the right form. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  /** The keys that lead to the mistake: `['rules', 'sex-wrok']`. */
  readonly keys: readonly string[]
  constructor(keys: readonly string[], message: string) {
    super(message)
    this.keys = keys
  }
}

/**
 * Resolves a configuration, which has a preset’s format, into settings for one day, such as 2026-11-21.
 *
 * @throws SettingsError for an unknown preset, pack, viewpoint, rule or term, with the nearest known name, and
 *   for presets that extend each other in a circle.
 */
export function resolveSettings(config: Preset, catalogue: Catalogue, today?: string): Settings {
  const chosen = (config.extends ?? ['recommended']).map((name) => presetNamed(name, catalogue))
  const layers = [...new Set(chosen.flatMap((preset) => [...lineage(preset, catalogue)])), config]
  const levels = levelsOf(layers, catalogue)
  const viewpoints = viewpointsOf(layers, catalogue)
  const evidence = layers.findLast((layer) => layer.evidence)?.evidence ?? 'direct'
  return {
    presets: chosen,
    viewpoints,
    rules: catalogue.rules.flatMap((rule) => {
      const level = levels.get(rule.meta.id)
      if (level === 'off') return []
      const parts = partLevels(rule, levels)
      return [level === undefined ? { rule, ...parts } : { rule, severity: level, ...parts }]
    }),
    packs: withOneVoice(
      packsOf(layers, catalogue)
        .filter((pack) => levels.get(pack.pack.pack) !== 'off')
        .map((pack) => ({
          pack,
          options: { viewpoints, evidence, ...termLevels(pack, levels) },
        })),
    ),
    exempt: layers.flatMap(({ exempt = [] }) => exempt),
    jurisdiction:
      layers.findLast((layer) => layer.jurisdiction)?.jurisdiction ?? 'england-and-wales',
    ...(today ? { today } : {}),
    knowledge: catalogue.knowledge,
    ids: knownIds(catalogue),
  }
}

function presetNamed(name: string, { presets }: Catalogue): Preset {
  const preset = presets.find((candidate) => candidate.name === name)
  if (preset) return preset
  const names = presets.flatMap((candidate) => candidate.name ?? [])
  throw new SettingsError(
    ['extends', name],
    `Unknown preset "${name}"${didYouMean(name, names)}; known presets: ${names.join(', ')}`,
  )
}

/** A preset and those it builds on, the most basic first. */
function* lineage(
  preset: Preset,
  catalogue: Catalogue,
  above: readonly Preset[] = [],
): Generator<Preset> {
  if (above.includes(preset)) {
    const circle = [...above, preset].map(({ name }) => name).join(' → ')
    throw new SettingsError(['extends'], `Presets extend each other in a circle: ${circle}`)
  }
  for (const name of preset.extends ?? []) {
    yield* lineage(presetNamed(name, catalogue), catalogue, [...above, preset])
  }
  yield preset
}

function viewpointsOf(layers: readonly Preset[], { knowledge }: Catalogue): readonly string[] {
  const wanted = [...new Set(layers.flatMap(({ viewpoint }) => viewpoint ?? []))]
  if (wanted.length === 0) return wanted
  const ids = Object.keys(knowledge.viewpoints)
  const unknown = wanted.find((id) => !ids.includes(id))
  if (unknown !== undefined) {
    throw new SettingsError(
      ['viewpoint', unknown],
      `Unknown viewpoint "${unknown}"${didYouMean(unknown, ids)}; known viewpoints: ${ids.join(', ')}`,
    )
  }
  return wanted
}

function packsOf(layers: readonly Preset[], { packs, own = [] }: Catalogue): readonly PackRule[] {
  const wanted = layers.flatMap((layer) => layer.packs ?? [])
  const ids = packs.map((pack) => pack.pack.pack)
  const unknown = wanted.find((id) => !ids.includes(id))
  if (unknown !== undefined) {
    throw new SettingsError(
      ['packs', unknown],
      `Unknown pack "${unknown}"${didYouMean(unknown, ids)}; known packs: ${ids.join(', ')}; name one of your own by its path: ./our-words.yml`,
    )
  }
  return wanted.length === 0
    ? packs
    : packs.filter(({ pack }) => wanted.includes(pack.pack) || own.includes(pack.pack))
}

/** No pack offers what another of them reports. */
function withOneVoice(packs: Settings['packs']): Settings['packs'] {
  const reported = reportedBy(packs)
  return packs.map(({ pack, options }) => ({ pack, options: { ...options, reported } }))
}

/** The levels of all layers by full id, the last word winning. */
function levelsOf(layers: readonly Preset[], catalogue: Catalogue): Map<string, Level> {
  const names = aliases(catalogue)
  const levels = new Map<string, Level>()
  for (const layer of layers) {
    for (const [id, level] of Object.entries(layer.rules ?? {})) {
      const full = names.get(id)
      if (full === undefined) {
        throw new SettingsError(
          ['rules', id],
          `Unknown rule or term "${id}"${didYouMean(id, [...names.keys()])}`,
        )
      }
      levels.set(full, level)
    }
  }
  return levels
}

/** The levels set for the parts of a rule, by full id. */
function partLevels({ meta }: Rule, levels: ReadonlyMap<string, Level>) {
  const set = partIds(meta).flatMap((id): [string, Level][] => {
    const level = levels.get(id)
    return level === undefined ? [] : [[id, level]]
  })
  return set.length === 0 ? {} : { levels: Object.fromEntries(set) }
}

function partIds({ id, parts = [] }: Rule['meta']): string[] {
  return parts.map((part) => `${id}/${part.id}`)
}

/** Levels set for a term decide; those set for its pack or rule only say how severe it is if reported. */
function termLevels({ pack, ids }: PackRule, levels: ReadonlyMap<string, Level>) {
  const explicit: Record<string, Level> = {}
  const severities: Record<string, Severity> = {}
  for (const term of ids) {
    const id = termId(pack, term)
    const own = levels.get(id)
    const group = (term.rule && levels.get(term.rule)) ?? levels.get(pack.pack)
    if (own !== undefined) explicit[id] = own
    else if (group === 'off') explicit[id] = 'off'
    else if (group !== undefined) severities[id] = group
  }
  return { levels: explicit, severities }
}

const known = new WeakMap<Catalogue, ReadonlyMap<string, string>>()

/** Every name a user may use, and the full id it stands for. */
function aliases(catalogue: Catalogue): ReadonlyMap<string, string> {
  const there = known.get(catalogue) ?? aliasesOf(catalogue)
  known.set(catalogue, there)
  return there
}

function aliasesOf({ rules, packs }: Catalogue): ReadonlyMap<string, string> {
  const terms = packs.flatMap(({ pack, ids }) =>
    ids.flatMap((term) =>
      [term.id, ...(term.formerly ?? [])].map((id) => ({ id, term, full: termId(pack, term) })),
    ),
  )
  const counts = new Map<string, number>()
  for (const { id } of terms) counts.set(id, (counts.get(id) ?? 0) + 1)
  const bare = terms.filter(({ id }) => counts.get(id) === 1)
  const groups = packs.flatMap(({ pack, ids }) => [
    pack.pack,
    ...ids.flatMap(({ rule }) => rule ?? []),
  ])
  return new Map([
    ...bare.map(({ id, full }): [string, string] => [id, full]),
    ...terms.map(({ id, full }): [string, string] => [`${full.split('/')[0]}/${id}`, full]),
    ...groups.map((id): [string, string] => [id, id]),
    ...rules.flatMap(({ meta }) =>
      [meta.id, ...partIds(meta)].map((id): [string, string] => [id, id]),
    ),
  ])
}

function knownIds(catalogue: Catalogue): ReadonlySet<string> {
  return new Set(aliases(catalogue).keys())
}

/** `; did you mean "x"?` where a known name is near, else nothing. */
export function didYouMean(wrong: string, known: readonly string[]): string {
  if (known.length === 0) return ''
  const near = closest(wrong, [...known])
  const alike = near.startsWith(wrong) || distance(wrong, near) <= Math.max(2, wrong.length / 3)
  return alike ? ` (did you mean "${near}"?)` : ''
}
