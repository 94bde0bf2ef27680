/** What is known of the law, ready to be asked. */

import type { Act, JurisdictionId, Law, LawSource, Provision } from '../types/law.ts'
import { type CitedPlace, within } from './cite/place.ts'

/** A provision with the Act and the law it stands in. */
export interface Entry {
  readonly provision: Provision
  /** Unset for common law. */
  readonly act: Act | undefined
  readonly law: Law
  /** Its date of review has passed: what rests on it is a suggestion only. */
  readonly overdue?: true
}

/** The law of all jurisdictions, looked up by id, by Act and by place. */
export interface Registry {
  readonly laws: readonly Law[]
  readonly acts: readonly Act[]
  readonly entries: readonly Entry[]
  /** The entry of an id, or nothing. */
  entry(id: string): Entry | undefined
  /** The entries that a place in an Act names, the more specific instead of the general. */
  entriesAt(act: string, place: CitedPlace): readonly Entry[]
  /** The entries with a number, whatever the Act. */
  entriesNumbered(place: CitedPlace): readonly Entry[]
}

/**
 * Makes a registry of the files of law/. It keeps what it is given and changes nothing. `today`, a date such
 * as 2026-11-21, decides which entries are past their review; without it none is.
 */
export function createRegistry(files: readonly Law[], today = ''): Registry {
  const laws = files.map((law) => ({ ...law, vocabulary: vocabularyOf(law, files) }))
  const acts = laws.flatMap((law) => law.acts)
  const byAct = new Map(acts.map((act) => [act.id, act]))
  const entries = laws.flatMap((law) =>
    law.provisions.map((provision): Entry => {
      const entry = { provision, act: byAct.get(provision.act ?? ''), law }
      return provision.reviewBy < today ? { ...entry, overdue: true } : entry
    }),
  )
  const byId = new Map(entries.map((entry) => [entry.provision.id, entry]))
  const inAct = new Map(acts.map((act) => [act.id, entries.filter((entry) => entry.act === act)]))
  return {
    laws,
    acts,
    entries,
    entry: (id) => byId.get(id),
    entriesAt: (act, place) => specific(inAct.get(act) ?? [], place),
    entriesNumbered: (place) => [...inAct.values()].flatMap((those) => specific(those, place)),
  }
}

/** The words of a jurisdiction, with those that it shares with another. */
function vocabularyOf({ vocabulary }: Law, files: readonly Law[]): Law['vocabulary'] {
  const other = files.find(({ jurisdiction }) => jurisdiction === vocabulary.like)
  return { ...other?.vocabulary, ...vocabulary }
}

/** Entries whose own subsection is cited stand before those of the whole section. */
function specific(entries: readonly Entry[], cited: CitedPlace): Entry[] {
  const there = entries.filter((entry) => fit(entry, cited) !== 'none')
  const exact = there.filter((entry) => fit(entry, cited) === 'subsection')
  if (exact.length > 0) return exact
  const whole = there.filter((entry) => fit(entry, cited) === 'whole')
  if (whole.length > 0) return whole
  return cited.subsection ? [] : there
}

/** Whether a cited place is all of an entry, or inside it, and not only some larger whole that it stands in. */
export function isWholeOf(entry: Entry, cited: CitedPlace): boolean {
  return fit(entry, cited) !== 'part'
}

type Fit = 'none' | 'part' | 'subsection' | 'whole'

/** How an entry’s places fit a cited place: "part" if the entry is only some subsections of it. */
function fit(entry: Entry, cited: CitedPlace): Fit {
  const fits = (entry.provision.places ?? []).map((place): Fit => {
    if (place.kind !== cited.kind || !meet(place, cited)) return 'none'
    if (!place.subsections) return 'whole'
    const inside = place.subsections.some((known) => sameSubsection(known, cited.subsection ?? ''))
    return cited.subsection && inside ? 'subsection' : 'part'
  })
  return fits.find((one) => one === 'subsection') ?? fits.find((one) => one !== 'none') ?? 'none'
}

function meet(place: CitedPlace, cited: CitedPlace): boolean {
  return (
    within(cited.number, place.number, place.to) || within(place.number, cited.number, cited.to)
  )
}

/** Whether one of two subsections is the other, or stands in it: "1(b)" in "1". */
export function sameSubsection(known: string, cited: string): boolean {
  return cited === known || cited.startsWith(`${known}(`) || known.startsWith(`${cited}(`)
}

/** Where an entry is law. */
export function extentOf({ provision, law }: Entry): readonly JurisdictionId[] {
  return provision.extent ?? law.extent ?? [law.jurisdiction]
}

/** The sources of an entry, the best first. */
export function sourcesOf({ provision, law }: Entry): LawSource[] {
  return provision.sources.flatMap((id) => law.sources[id] ?? [])
}

/** The title without what stands in brackets at its end: "Keeping a brothel". */
export function shortTitle({ title }: Provision): string {
  return title.split(' (', 1)[0] ?? title
}

/** The Act’s title with its year: Sexual Offences Act 1956. */
export function titleOf(act: Act): string {
  return `${act.title} ${act.year}`
}
