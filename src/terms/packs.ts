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
  const owned = new Map(own.map((term) => [term.id, term]))
  const there = new Set(old.map(({ id }) => id))
  return [
    ...old.map((term) => owned.get(term.id) ?? term),
    ...own.filter(({ id }) => !there.has(id)),
  ]
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
  const named = namedIn(pack, catalogue)
  return [
    ...takenIds('viewpoints', pack, catalogue.knowledge),
    ...takenIds('sources', pack, catalogue.knowledge),
    ...pack.terms.flatMap((term, index) =>
      termMistakes(term, named).map(({ keys, reason }) => ({
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

/** What the terms of a pack may name, and the first term of each id. */
interface Named {
  readonly first: ReadonlyMap<string, Term>
  readonly viewpoints: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
  readonly terms: ReadonlySet<string>
  readonly rules: ReadonlySet<string>
}

function namedIn(pack: TermPack, catalogue: Catalogue): Named {
  const { viewpoints, sources } = knowledgeWith(catalogue.knowledge, pack)
  const terms = [...catalogue.packs.flatMap((known) => known.pack.terms), ...pack.terms]
  return {
    first: new Map(pack.terms.toReversed().map((term) => [term.id, term])),
    viewpoints: new Set(Object.keys(viewpoints)),
    sources: new Set(Object.keys(sources)),
    terms: new Set(terms.map(({ id }) => id)),
    rules: new Set(catalogue.rules.map(({ meta }) => meta.id)),
  }
}

function termMistakes(term: Term, named: Named): PackMistake[] {
  return [
    ...(named.first.get(term.id) === term
      ? []
      : [{ keys: ['id'], reason: 'the id stands twice in this pack; rename the newer term' }]),
    ...term.positions.flatMap(({ viewpoint, source }, index) => [
      ...unknown('viewpoint', viewpoint, named.viewpoints, ['positions', String(index)]),
      ...unknown('source', source, named.sources, ['positions', String(index)]),
    ]),
    ...missing('yields', 'rule', term.yields, named.rules),
    ...missing('subsumes', 'term', term.subsumes, named.terms),
  ]
}

function missing(
  key: 'yields' | 'subsumes',
  kind: 'rule' | 'term',
  ids: readonly string[] = [],
  known: ReadonlySet<string>,
): PackMistake[] {
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({
      keys: [key, id],
      reason: `no ${kind} has the id "${id}"${didYouMean(id, [...known])}`,
    }))
}

function unknown(
  key: 'viewpoint' | 'source',
  id: string | undefined,
  known: ReadonlySet<string>,
  above: readonly string[],
): PackMistake[] {
  if (id === undefined || known.has(id)) return []
  const cure = didYouMean(id, [...known]) || `; describe it under "${key}s" in this file`
  return [{ keys: [...above, key], reason: `unknown ${key} "${id}"${cure}` }]
}
