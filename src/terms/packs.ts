/** Packs that join a catalogue: a user's own, and what has to be right in each besides its schema. */

import { type Catalogue, didYouMean } from '../settings.ts'
import { termRule } from '../terms.ts'
import type { Term, TermPack } from '../types/terms.ts'
import type { Knowledge } from './positions.ts'

/** A mistake in a pack: the keys that lead to it, from the top of the file, and the cure. */
export interface PackMistake {
  readonly keys: readonly string[]
  readonly reason: string
}

/**
 * A catalogue with one more pack, which is used whatever packs a preset names. If it has the id of a
 * pack that is there, its terms replace those of the same id and the others stay.
 */
export function withPack(catalogue: Catalogue, pack: TermPack): Catalogue {
  const knowledge = knowledgeWith(catalogue.knowledge, pack)
  const there = catalogue.packs.find((known) => known.pack.pack === pack.pack)
  const joined = there ? { ...there.pack, terms: joinedTerms(there.pack.terms, pack.terms) } : pack
  const rule = termRule(joined, knowledge)
  return {
    ...catalogue,
    knowledge,
    packs: there
      ? catalogue.packs.map((known) => (known === there ? rule : known))
      : [...catalogue.packs, rule],
    own: [...new Set([...(catalogue.own ?? []), pack.pack])],
  }
}

function joinedTerms(old: readonly Term[], own: readonly Term[]): Term[] {
  const replaced = old.map((term) => own.find(({ id }) => id === term.id) ?? term)
  return [...replaced, ...own.filter((term) => !replaced.includes(term))]
}

/** What is known with the viewpoints and sources that a pack brings. */
export function knowledgeWith(
  { viewpoints, sources }: Knowledge,
  brought: Partial<Knowledge>,
): Knowledge {
  return {
    viewpoints: { ...viewpoints, ...brought.viewpoints },
    sources: { ...sources, ...brought.sources },
  }
}

/** What a schema cannot see: ids that stand twice, that nothing stands for, or that mean another thing. */
export function mistakesIn(pack: TermPack, catalogue: Catalogue): PackMistake[] {
  return [
    ...takenIds('viewpoints', pack, catalogue.knowledge),
    ...takenIds('sources', pack, catalogue.knowledge),
    ...pack.terms.flatMap((term, index) =>
      termMistakes(pack, term, catalogue).map(({ keys, reason }) => ({
        keys: ['terms', String(index), ...keys],
        reason: `${term.id}: ${reason}`,
      })),
    ),
  ]
}

function takenIds(
  kind: 'viewpoints' | 'sources',
  pack: TermPack,
  knowledge: Knowledge,
): PackMistake[] {
  return Object.entries(pack[kind] ?? {}).flatMap(([id, brought]) => {
    const known = knowledge[kind][id]
    return known === undefined || JSON.stringify(known) === JSON.stringify(brought)
      ? []
      : [
          {
            keys: [kind, id],
            reason: `the id "${id}" is taken: leave this entry out to use the one that is there, or choose another id`,
          },
        ]
  })
}

function termMistakes(pack: TermPack, term: Term, catalogue: Catalogue): PackMistake[] {
  const { viewpoints, sources } = knowledgeWith(catalogue.knowledge, pack)
  const terms = [...catalogue.packs.flatMap((known) => known.pack.terms), ...pack.terms]
  const ids = terms.map(({ id }) => id)
  return [
    ...(pack.terms.find(({ id }) => id === term.id) === term
      ? []
      : [{ keys: ['id'], reason: 'the id stands twice in this pack; rename the newer term' }]),
    ...term.positions.flatMap(({ viewpoint, source }, index) => [
      ...unknown('viewpoint', viewpoint, Object.keys(viewpoints), ['positions', String(index)]),
      ...unknown('source', source, Object.keys(sources), ['positions', String(index)]),
    ]),
    ...(term.yields ?? [])
      .filter((id) => !catalogue.rules.some(({ meta }) => meta.id === id))
      .map((id) => ({
        keys: ['yields', id],
        reason: `no rule has the id "${id}"${didYouMean(
          id,
          catalogue.rules.map(({ meta }) => meta.id),
        )}`,
      })),
    ...(term.subsumes ?? [])
      .filter((id) => !ids.includes(id))
      .map((id) => ({
        keys: ['subsumes', id],
        reason: `no term has the id "${id}"${didYouMean(id, ids)}`,
      })),
  ]
}

function unknown(
  key: 'viewpoint' | 'source',
  id: string | undefined,
  known: readonly string[],
  above: readonly string[],
): PackMistake[] {
  if (id === undefined || known.includes(id)) return []
  const cure = didYouMean(id, known) || `; describe it under "${key}s" in this file`
  return [{ keys: [...above, key], reason: `unknown ${key} "${id}"${cure}` }]
}
