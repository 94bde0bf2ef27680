/** Whose law a passage is about. */

import type { Block } from '../blocks.ts'
import type { Document } from '../document.ts'
import { createMatcher } from '../match.ts'
import type { JurisdictionId } from '../types/law.ts'
import type { Registry } from './registry.ts'

/** The jurisdictions a passage names, nearest words first; empty where it names none. */
export type JurisdictionReader = (
  document: Document,
  block: Block,
  index: number,
) => readonly JurisdictionId[]

/**
 * Makes a reader of jurisdictions: it looks at the sentence, the block, what the block belongs to and
 * the headings above it, and answers with what the nearest of them names.
 */
export function createJurisdictionReader(registry: Registry): JurisdictionReader {
  const matcher = createMatcher(
    registry.laws.flatMap(({ jurisdiction, names }) =>
      names.map((text) => ({ text, exact: true, value: jurisdiction })),
    ),
  )
  const known = new WeakMap<Block, ReturnType<typeof matcher>>()
  const named = (document: Document, block: Block) => {
    const found = known.get(block) ?? matcher(document.words(block))
    known.set(block, found)
    return found
  }
  return (document, block, index) => {
    const sentence = document.sentenceAt(block, index)
    const inSentence = named(document, block).filter(
      ({ start, end }) => start >= sentence.start && end <= sentence.end,
    )
    const { rowHeader, columnHeader, parent, introduction, headings } = block
    const around = [
      block,
      rowHeader,
      columnHeader,
      parent,
      introduction,
      ...[...headings].reverse(),
    ]
    const found = [
      inSentence,
      ...around.map((other) => (other ? named(document, other) : [])),
    ].find((names) => names.length > 0)
    return [...new Set(found?.map(({ value }) => value))]
  }
}
