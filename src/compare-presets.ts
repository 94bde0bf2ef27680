import type { Severity } from './finding.ts'
import { firstForm } from './replace.ts'
import { type Catalogue, resolveSettings, type Settings } from './settings.ts'
import { levelOf, offerOf, type PackRule, reportedBy, termId } from './terms.ts'
import type { Preset } from './types/preset.ts'
import type { Position, Term } from './types/terms.ts'

/** House styles side by side: each term, and what each of them makes of it. */
export interface Comparison {
  readonly presets: readonly Preset[]
  readonly rows: readonly Row[]
}

/** One term, with a cell for each house style, in their order. */
export interface Row {
  /** The full id: `prostitution/sex-work`. */
  readonly id: string
  readonly title: string
  /** Whether the house styles report it alike, for the same reason and with the same wording. */
  readonly same: boolean
  readonly cells: readonly Cell[]
}

/** What one house style makes of one term. */
export interface Cell {
  readonly preset: string
  readonly severity: Severity | 'off'
  /** What its viewpoint holds; null if it takes no side, or if no position is recorded. */
  readonly stance: Position['stance'] | 'differ' | null
  /** What it offers instead, the best first. */
  readonly wording: readonly string[]
  /** Whether a source says so itself, or we inferred it from a general stance; null without a stance. */
  readonly basis: Position['basis'] | null
  readonly sources: readonly { readonly title: string; readonly url: string }[]
}

/**
 * Compares house styles term by term: first those on which most of them have something to say, else in
 * the order of the packs. Terms that none of them reports and on which none has a position are left out.
 *
 * @throws SettingsError for an unknown preset.
 */
export function comparePresets(names: readonly string[], catalogue: Catalogue): Comparison {
  const styles = names.map((name) => styleOf(name, catalogue))
  const rows = catalogue.packs.flatMap((pack) =>
    pack.pack.terms.map((term) => {
      const cells = styles.map((style) => style.cell(pack, term))
      const said = cells.map(({ severity, stance, wording }) =>
        JSON.stringify([severity === 'off', stance, wording]),
      )
      const same = new Set(said).size === 1
      return { id: termId(pack.pack, term), title: term.title, same, cells }
    }),
  )
  return {
    presets: styles.flatMap(({ presets }) => presets),
    rows: rows.filter((row) => voices(row) > 0).sort((one, other) => voices(other) - voices(one)),
  }
}

/** How many house styles report a term or have a position on it. */
function voices({ cells }: Row): number {
  return cells.filter(({ severity, stance }) => severity !== 'off' || stance !== null).length
}

/** A house style and what it makes of a term. */
function styleOf(name: string, catalogue: Catalogue) {
  const settings = resolveSettings({ extends: [name] }, catalogue)
  const { presets, viewpoints, packs } = settings
  const offers = new Map(packs.map(({ pack, options }) => [pack, offersUnder(pack, options)]))
  const cell = (pack: PackRule, term: Term): Cell => {
    const { severity, wording } = offers.get(pack)?.(term) ?? OFF
    const positions = term.positions.filter(({ viewpoint }) => viewpoints.includes(viewpoint))
    const stance = stanceOf(positions)
    const counted = positions.length > 0 ? positions : severity === 'off' ? [] : avoidingOf(term)
    return {
      preset: name,
      severity,
      stance,
      wording,
      basis: stance && (counted.some(isDirect) ? 'direct' : 'inferred'),
      sources: sourcesOf(counted.filter(isDirect), catalogue),
    }
  }
  return { presets, cell }
}

const OFF = { severity: 'off', wording: [] } as const

type PackOptions = Settings['packs'][number]['options']

function offersUnder(rule: PackRule, options: PackOptions) {
  const { pack } = rule
  const offer = offerOf(options, options.reported ?? reportedBy([{ pack: rule, options }]))
  return (term: Term) => {
    const severity = levelOf(term, termId(pack, term), options)
    return severity === 'off'
      ? OFF
      : { severity, wording: [...new Set(offer(term).map(firstForm))] }
  }
}

function stanceOf(positions: readonly Position[]): Cell['stance'] {
  const stances = new Set(positions.map(({ stance }) => stance))
  if (stances.has('avoid') && stances.size > 1) return 'differ'
  return stances.has('prefer') ? 'prefer' : ([...stances][0] ?? null)
}

function avoidingOf({ positions }: Term): readonly Position[] {
  return positions.filter(({ stance }) => stance === 'avoid')
}

function isDirect({ basis }: Position): boolean {
  return basis === 'direct'
}

function sourcesOf(positions: readonly Position[], { knowledge }: Catalogue): Cell['sources'] {
  const ids = new Set(positions.flatMap(({ source }) => source ?? []))
  return [...ids].flatMap((id) => {
    const source = knowledge.sources[id]
    return source ? [{ title: source.title, url: source.url }] : []
  })
}

/** A cell in words, without its sources: "avoid it; instead: prostitution, selling sex (warning)". */
export function sayCell({ severity, stance, wording, basis }: Cell): string {
  const lead =
    stance === 'differ'
      ? 'differ among themselves'
      : stance !== null
        ? `${stance} it`
        : severity === 'off'
          ? 'not reported'
          : 'reported'
  const instead = wording.length > 0 ? `; instead: ${wording.join(', ')}` : ''
  const notes = [severity === 'off' ? '' : severity, basis === 'inferred' ? 'inferred by us' : '']
  const note = notes.filter(Boolean).join(', ')
  return `${lead}${instead}${note ? ` (${note})` : ''}`
}
