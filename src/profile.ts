/** Whose vocabulary a text speaks, in counts: never one score. */

import { createLocator, sectionOf } from './compare/locate.ts'
import type { Checked } from './engine.ts'
import { stretchOf } from './finding.ts'
import type { Quiet } from './rule.ts'
import type { Settings } from './settings.ts'
import { termId } from './terms.ts'
import type { Position, Term } from './types/terms.ts'

/** What a viewpoint holds of a wording: `divided` if its own members or sources differ. */
export type Stance = Position['stance'] | 'divided'

/** All stances, in the order in which they are shown. */
const STANCES: readonly Stance[] = ['prefer', 'accept', 'avoid', 'divided']

/** How often wordings occur on which a viewpoint has a position. */
export interface Count {
  /** By what a source of the viewpoint says of the wording itself. */
  readonly direct: number
  /** By what we infer from its general stance. */
  readonly inferred: number
}

/** A wording of the text: a term in whatever form. */
interface Used {
  readonly ruleId: string
  /** The shortest form that occurs, as written. */
  readonly words: string
  readonly count: number
}

/** One viewpoint on the wordings of a text. */
export interface Leaning {
  readonly viewpoint: string
  readonly name: string
  readonly counts: { readonly [Key in Stance]: Count }
  /** The wordings behind the counts, the most frequent first. */
  readonly examples: { readonly [Key in Stance]: readonly Used[] }
}

/** What one voice of a text says: how many contested wordings, and each viewpoint on them. */
export interface Voice {
  readonly uses: number
  readonly viewpoints: readonly Leaning[]
}

/** A text’s vocabulary: the writer’s own voice, other people’s words in it, and its sections. */
export interface Profile {
  readonly path: string
  /** How many words the text has. */
  readonly words: number
  readonly own: Voice
  /** Quotations, attributed words, mentions, titles, names and words of statute. */
  readonly others: Voice
  /** The writer’s own voice by section, in reading order; sections without a contested wording are left out. */
  readonly sections: readonly ({ readonly heading: string | null } & Voice)[]
}

interface Use {
  readonly term: Term
  readonly ruleId: string
  readonly words: string
  readonly own: boolean
  readonly heading: string | null
}

/**
 * Counts the vocabulary of a text that was checked with every pack and every term.
 *
 * Each occurrence of a term counts once, for every viewpoint that has a position on it. Claims that ask for
 * evidence are no vocabulary and are not counted.
 */
export function profileOf(checked: Checked, settings: Settings): Profile {
  const { file, document } = checked
  const uses = usesIn(checked, settings)
  const own = uses.filter((use) => use.own)
  const sections = new Map<string | null, Use[]>()
  for (const use of own) {
    const section = sections.get(use.heading)
    if (section) section.push(use)
    else sections.set(use.heading, [use])
  }
  return {
    path: file.path,
    words: document.blocks.reduce((sum, block) => sum + document.words(block).keys.length, 0),
    own: voiceOf(own, settings),
    others: voiceOf(
      uses.filter((use) => !use.own),
      settings,
    ),
    sections: [...sections].map(([heading, those]) => ({ heading, ...voiceOf(those, settings) })),
  }
}

/** Words in an address or in code, and words that mean something else, are no use of a term. */
const NO_USE: ReadonlySet<string> = new Set(['address', 'other-sense'])

/** Every occurrence of a term in reading order, found or left alone. */
function usesIn({ file, document }: Checked, { packs }: Settings): Use[] {
  const terms = new Map(
    packs.flatMap(({ pack }) =>
      pack.pack.terms.flatMap((term) =>
        term.rule ? [] : [[termId(pack.pack, term), term] as const],
      ),
    ),
  )
  const locate = createLocator(document)
  const found: readonly Pick<Quiet, 'ruleId' | 'actual' | 'place' | 'context'>[] = [
    ...file.messages.map(({ ruleId = '', actual = '', place, context = 'own-voice' }) => ({
      ruleId,
      actual,
      place,
      context,
    })),
    ...(file.data.quiet ?? []),
  ]
  return found
    .flatMap(({ ruleId, actual, place, context }) => {
      const term = terms.get(ruleId)
      const start = stretchOf({ place })?.start
      const at = start === undefined ? undefined : locate(start)
      if (!term || !at || start === undefined || NO_USE.has(context)) return []
      const heading = sectionOf(at.block)?.text ?? null
      const words = actual.replace(/\s+/g, ' ')
      return [{ term, ruleId, words, own: context === 'own-voice', heading, start }]
    })
    .sort((a, b) => a.start - b.start)
}

function voiceOf(uses: readonly Use[], { knowledge }: Settings): Voice {
  const byTerm = new Map<Term, Use[]>()
  for (const use of uses) {
    const those = byTerm.get(use.term)
    if (those) those.push(use)
    else byTerm.set(use.term, [use])
  }
  const viewpoints = Object.entries(knowledge.viewpoints).flatMap(([viewpoint, { short }]) => {
    const leaning = leaningOf(byTerm, viewpoint)
    return leaning ? [{ viewpoint, name: short, ...leaning }] : []
  })
  return { uses: uses.length, viewpoints }
}

function leaningOf(byTerm: ReadonlyMap<Term, readonly Use[]>, viewpoint: string) {
  const counts = byStance(() => ({ direct: 0, inferred: 0 }))
  const examples = byStance((): Used[] => [])
  for (const [term, uses] of byTerm) {
    const held = stanceOn(term, viewpoint)
    const [first] = uses
    if (!held || !first) continue
    counts[held.stance][held.basis] += uses.length
    const words = uses.reduce(
      (best, { words }) => (words.length < best.length ? words : best),
      first.words,
    )
    examples[held.stance].push({ ruleId: first.ruleId, words, count: uses.length })
  }
  if (STANCES.every((stance) => examples[stance].length === 0)) return undefined
  for (const stance of STANCES) examples[stance].sort((a, b) => b.count - a.count)
  return { counts, examples }
}

function byStance<Value>(make: () => Value): Record<Stance, Value> {
  return { prefer: make(), accept: make(), avoid: make(), divided: make() }
}

/** What a viewpoint holds of a term: by its own sources if any speak of it, else by our inference. */
function stanceOn({ positions }: Term, viewpoint: string) {
  const all = positions.filter((position) => position.viewpoint === viewpoint)
  const direct = all.filter(({ basis }) => basis === 'direct')
  const counted = direct.length > 0 ? direct : all
  const stances = new Set(counted.map(({ stance }) => stance))
  if (stances.size === 0) return undefined
  const stance: Stance =
    stances.has('avoid') && stances.size > 1
      ? 'divided'
      : stances.has('prefer')
        ? 'prefer'
        : stances.has('avoid')
          ? 'avoid'
          : 'accept'
  return { stance, basis: direct.length > 0 ? ('direct' as const) : ('inferred' as const) }
}

/** How the counts are made and what they do not say, for every form of the report. */
export const ABOUT_COUNTS: readonly string[] = [
  'Every occurrence of a term of the packs counts once, for each viewpoint with a position on it: one that prefers the wording, accepts it, avoids it, or whose members differ.',
  'A count rests on what a source of the viewpoint says of that wording. Counts in brackets are our inference from its general stance, not a statement of theirs.',
  'One wording can count for several viewpoints. Where a viewpoint has no position, nothing is counted, and the packs know more wordings of some than of others: compare sections or versions of a text with each other, not one viewpoint with another. This is no score.',
]
