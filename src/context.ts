import type { Block } from './blocks.ts'
import { labelledIn } from './context/label.ts'
import { createLexicon, type Lexicon } from './context/lexicon.ts'
import { mentionsIn } from './context/mention.ts'
import { namesIn } from './context/names.ts'
import { isInQuotation, quotationsIn } from './context/quotation.ts'
import { referencesIn } from './context/reference.ts'
import { speechIn } from './context/speech.ts'
import type { ContextClass, Zone } from './context/zone.ts'
import { indexZones, type ZoneIndex } from './context/zones.ts'
import { data } from './data.ts'
import type { Document } from './document.ts'
import { remembered } from './remember.ts'

export type { ContextClass, Zone } from './context/zone.ts'

/** The class of a stretch, and by what it was recognised. */
export interface Context {
  readonly class: ContextClass
  /** What in the text shows it, for `--explain-quiet`. */
  readonly evidence: string
}

/** What a stretch is that is nothing else. */
export const OWN_VOICE: Context = { class: 'own-voice', evidence: '' }

/**
 * Whose words a stretch of a block’s text is: indices in `block.text`, end exclusive. A stretch that
 * is only partly inside a quotation is the writer’s own.
 */
export function contextOf(document: Document, block: Block, start: number, end: number): Context {
  return contextsOf(document, block, start, end)[0] ?? OWN_VOICE
}

/** All that a stretch is besides the writer’s own voice, the most telling first: a title in a quotation is both. */
export function contextsOf(
  document: Document,
  block: Block,
  start: number,
  end: number,
): readonly Context[] {
  return zonesOf(document, block)
    .holding(start, end)
    .filter((zone) => tells(zone, block, start, end))
    .map((zone) => ({ class: zone.class, evidence: zone.evidence }))
}

/** A run of capitals says something only of words that it goes beyond: "Sex Workers" is no name. */
function tells(zone: Zone, block: Block, start: number, end: number): boolean {
  if (!zone.capitals) return true
  const rest = block.text.slice(zone.start, start) + block.text.slice(end, zone.end)
  const words = rest.replace(/\(\s*\p{Lu}+s?\b/gu, '')
  return /\p{Lu}\p{L}/u.test(words) && /\p{Lu}/u.test(block.text.slice(start, end))
}

let lexicon: Lexicon | undefined

/** The zones of a block. They follow from it, from what stands around it and from the titles given elsewhere. */
const zonesOf = remembered((document, block): ZoneIndex => {
  lexicon ??= createLexicon(data.names)
  return indexZones([
    ...blockZones(document, block),
    ...addressZones(block.text),
    ...labelledIn(document, block, lexicon),
    ...quotationsIn(document, block, lexicon),
    ...referencesIn(document, block, lexicon),
    ...namesIn(document, block, lexicon),
    ...mentionsIn(document, block, lexicon),
    ...speechIn(document, block, lexicon),
  ])
})

function blockZones(document: Document, block: Block): Zone[] {
  const whole = { start: 0, end: block.text.length, class: 'quotation' } as const
  if (block.quotation > 0) return [{ ...whole, evidence: 'a block quotation' }]
  return isInQuotation(document, block)
    ? [{ ...whole, evidence: 'a quotation over several paragraphs' }]
    : []
}

/** Paths, file names and code in a text whose format does not mark them. */
const ADDRESSES = [
  /`[^`\n]{1,120}`/g,
  /(?<![\p{L}\d/])(?:\/[\w.-]+){2,}\/?/gu,
  /(?<![\w./-])[\w./-]*[\w-]\.(?:md|txt|docx?|odt|pdf|csv|tsv|xlsx?|json|xml|html?|png|jpe?g|zip)\b/g,
]

function addressZones(text: string): Zone[] {
  if (!/[`/]|\.\w/.test(text)) return []
  return ADDRESSES.flatMap((address) =>
    [...text.matchAll(address)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      class: 'address' as const,
      evidence: `a path or code: ${found.slice(0, 60)}`,
    })),
  )
}
