/** Whose law a passage is about. */

import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import { searchOnce } from '../../match/search.ts'
import { createSharedMatcher } from '../../match.ts'
import type { JurisdictionId } from '../../types/law.ts'
import type { Registry } from '../registry.ts'
import { over } from './over.ts'

/** The jurisdictions named in a stretch of a block, outside of other stretches: the titles of Acts. */
export type PlaceReader = (
  document: Document,
  block: Block,
  range: Range,
  outside?: readonly Range[],
) => readonly JurisdictionId[]

/** Makes a reader of names of jurisdictions. A name of the whole says nothing of whose law it is. */
export function createPlaceReader(registry: Registry): PlaceReader {
  const matcher = createSharedMatcher('law/places', () =>
    registry.laws.flatMap(({ jurisdiction, names, extent }) =>
      extent ? [] : names.map((text) => ({ text, exact: true, value: jurisdiction })),
    ),
  )
  const find = searchOnce(matcher)
  return (document, block, range, outside = []) => {
    const inside = find(document, block).filter(
      (name) =>
        name.start >= range.start &&
        name.end <= range.end &&
        !isLeftOut(block.text, name) &&
        !outside.some((other) => belongs(block.text, name, other)),
    )
    return [...new Set(inside.map(({ value }) => value))]
  }
}

const LEFT_OUT =
  /\b(?:not|nor|except|excluding|outside|other than|apart from|unlike)\s+(?:in\s+|for\s+)?$/i

/** "… in most places, but not in Northern Ireland": a jurisdiction of which nothing is said but that. */
function isLeftOut(text: string, { start }: Range): boolean {
  return LEFT_OUT.test(text.slice(Math.max(0, start - 24), start))
}

const SCENE = /\b(?:in|across|throughout|within)\s+(?:the\s+)?$/i

/** "the Scottish 2007 Act", "Sexual Offences (Northern Ireland) Order": part of a title. "In Scotland section 11 …" is not. */
function belongs(text: string, { start, end }: Range, title: Range): boolean {
  if (start > title.end || end < title.start - 1) return false
  return end > title.start || !SCENE.test(text.slice(Math.max(0, start - 16), start))
}

/** The jurisdictions a passage names, in its clause if that is given and names one; empty where it names none. */
type JurisdictionReader = (
  document: Document,
  block: Block,
  index: number,
  clause?: Range,
) => readonly JurisdictionId[]

/**
 * Makes a reader of jurisdictions: it looks at the sentence, the block, what the block belongs to and
 * the headings above it, and answers with what the nearest of them names.
 */
export function createJurisdictionReader(registry: Registry): JurisdictionReader {
  const places = createPlaceReader(registry)
  return (document, block, index, clause) => {
    const near = clause ? places(document, block, clause) : []
    if (near.length > 0) return near
    const sentence = places(document, block, document.sentenceAt(block, index))
    if (sentence.length > 0) return sentence
    for (const other of [block, ...over(block, 'all')]) {
      const named = places(document, other, { start: 0, end: other.text.length })
      if (named.length > 0) return named
    }
    return []
  }
}
