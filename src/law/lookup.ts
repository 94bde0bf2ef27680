/** Looking an entry up by what a person types: a citation, an id, a name. */

import { closest, distance } from 'fastest-levenshtein'
import { createBlock } from '../blocks.ts'
import { createDocument } from '../document.ts'
import type { CitationReader } from './cite/citation.ts'
import type { MentionReader } from './cite/mention.ts'
import { citationOf } from './describe.ts'
import type { Entry, Registry } from './registry.ts'

/** What a look-up needs to read what was typed. */
interface LookupReaders {
  readonly registry: Registry
  readonly mentions: MentionReader
  readonly citations: CitationReader
}

/** The entries that some words mean: by id, by citation, by name, or, for the name of an Act, all of it. */
export function lookUp(
  { registry, mentions, citations }: LookupReaders,
  words: string,
): readonly Entry[] {
  const text = words.trim().replace(/\s+/g, ' ')
  const byId = registry.entries.filter(
    ({ provision }) => provision.id.toLowerCase() === text.toLowerCase(),
  )
  if (byId.length > 0) return byId
  const number = /^(?:ss?\.?\s*)?(\d+[A-Za-z]{0,2})$/.exec(text)?.[1]
  if (number) return registry.entriesNumbered({ kind: 'section', number: number.toUpperCase() })
  const { document, block } = documentOf(text)
  const { acts, citations: cited } = citations(document)(block)
  const bare = cited.filter(({ origin }) => origin === 'unknown')
  const found = [
    ...mentions(document, block).flatMap(({ entries }) => entries),
    ...bare.flatMap(({ place }) => registry.entriesNumbered(place)),
  ]
  if (found.length > 0) return [...new Set(found)]
  const named = registry.entries.filter((entry) => namesOf(entry).includes(text.toLowerCase()))
  if (named.length > 0 || cited.length > 0) return named
  const ids = new Set(acts.flatMap((name) => name.acts))
  return registry.entries.filter(({ act }) => act && ids.has(act.id))
}

function documentOf(text: string) {
  const structure = { kind: 'paragraph', depth: 0, quotation: 0, headings: [] } as const
  const written = createBlock(structure, [{ text, start: 0, end: text.length }])
  const document = createDocument([written])
  return { document, block: document.blocks[0] ?? written }
}

function namesOf({ provision }: Entry): string[] {
  const { title, aliases = [], defines = [], bill } = provision
  return [
    title,
    ...aliases,
    ...defines,
    ...(bill ? [`${bill.title} Bill`, `${bill.title} Act`] : []),
  ].map((name) => name.toLowerCase())
}

/** The known citation or name nearest to words that mean nothing, if one is near. */
export function nearest({ registry, citations }: LookupReaders, words: string): string | undefined {
  const { document, block } = documentOf(words)
  const [cited] = citations(document)(block).citations
  if (cited && cited.acts.length > 0) {
    const same = registry.entries.filter(
      ({ act, provision }) => act && cited.acts.includes(act.id) && provision.places,
    )
    const numbers = same.flatMap((entry) => {
      const [place] = entry.provision.places ?? []
      return place ? [{ entry, number: place.number }] : []
    })
    const wanted = cited.place.number
    const [near] = numbers
      .map(({ entry, number }) => ({ entry, apart: apart(number, wanted) }))
      .sort((one, other) => one.apart - other.apart)
    return near && citationOf(near.entry)
  }
  const names = registry.entries.flatMap((entry) => [
    citationOf(entry),
    entry.provision.id,
    ...namesOf(entry),
  ])
  const near = closest(words, names)
  return near && distance(words.toLowerCase(), near.toLowerCase()) <= Math.max(2, words.length / 3)
    ? near
    : undefined
}

/** How far two numbers are apart: 33B is nearer to 33A than to 33. */
function apart(one: string, other: string): number {
  return distance(one, other) + Math.abs(one.length - other.length)
}
