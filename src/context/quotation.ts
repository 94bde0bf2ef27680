/** Quotations, scare quotes and quoted words that are talked about or taken over. */
import type { Block } from '../blocks.ts'
import type { Document } from '../document.ts'
import type { Match } from '../match.ts'
import { asked, inRuns, isSameSet, ofDocument, ofText } from '../remember.ts'
import { lastUntil } from '../sorted.ts'
import type { Lexicon } from './lexicon.ts'
import { isTitle } from './names.ts'
import { type Quote, quotesIn } from './quotes.ts'
import type { Zone } from './zone.ts'

const LONGEST_QUOTATION = 6

/** Whether a block lies inside a quotation which an earlier block opens. */
export const isInQuotation = asked((document, block) => quotedBlocks(document).has(block))

const quotedBlocks = ofDocument(
  (document): ReadonlySet<Block> => new Set(allQuoted(document)),
  isSameSet,
)

/**
 * The blocks inside a quotation that begins in a block and goes on over paragraphs: each opens with a mark again, or the
 * next mark in the following paragraphs is a closing one. A heading ends it, and so do six paragraphs.
 */
function quotedFrom(document: Document, block: Block): readonly Block[] {
  const next = opensSingle(block) ? document.after(block) : undefined
  const single = next && /^\s*[‘']\p{L}/u.test(next.text) ? [block, next] : NONE
  return opensQuotation(block) ? [...single, ...insideAfter(document, block)] : single
}

const NONE: readonly Block[] = []

const allQuoted = inRuns(quotedFrom)

/** The paragraphs inside a quotation that a block opens, if one of them ends it. */
function insideAfter(document: Document, block: Block): readonly Block[] {
  const inside: Block[] = []
  let next = document.after(block)
  for (let far = 0; next && far < LONGEST_QUOTATION; far++) {
    if (next.kind === 'heading' || next.quotation > 0) break
    const continued = /^\s*[“"]/.test(next.text)
    const close = next.text.search(/[”"]/)
    const open = next.text.search(/[“"]/)
    const closes = close >= 0 && (open < 0 || close < open)
    if (!continued && !closes && !/^[^“”"]*$/.test(next.text)) break
    inside.push(next)
    if (closes || (continued && !opensQuotation(next))) return inside.filter(isWholeQuoted)
    next = document.after(next)
  }
  return NONE
}

/** ‘…: the paragraph opens with a single mark that is not closed in it. */
const opensSingle = ofText(
  (text) => /^\s*[‘']\p{L}/u.test(text) && !quotesIn(text).some(({ start }) => start <= 2),
)

const opensQuotation = ofText(
  (text) =>
    /[“"]/.test(text) && quotesIn(text).some(({ open, mark }) => open && '“"'.includes(mark)),
)

/** A block that a quotation runs through, or whose end it reaches; what follows the mark is short. */
function isWholeQuoted({ text }: Block): boolean {
  const close = Math.max(text.lastIndexOf('”'), text.lastIndexOf('"'))
  return close < 0 || text.length - close < 80 || /^\s*[“"]/.test(text)
}

/** The quotations in a block, and what the quoted words are there for. */
export function quotationsIn(document: Document, block: Block, lexicon: Lexicon): Zone[] {
  if (!/["'“‘„‚«]/.test(block.text)) return []
  const adopted = lexicon.phrases.adoptionPhrases(document.words(block))
  return quotesIn(block.text).flatMap((quote): Zone[] => {
    const { start, end } = quote
    const text = block.text.slice(start, end)
    const evidence = `in quotation marks: “${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`
    const kind = kindOf(document, block, quote, lexicon, adopted)
    return kind === undefined ? [] : [{ start, end, class: kind, evidence }]
  })
}

const LONGEST_OPEN = 1500

/** What quoted words are; undefined if the writer takes them as his own. */
function kindOf(
  document: Document,
  block: Block,
  { start, end, open }: Quote,
  lexicon: Lexicon,
  adopted: readonly Match<string>[],
): Zone['class'] | undefined {
  const text = block.text.slice(start, end)
  if (isTitle(text)) return 'title'
  if (ABBREVIATION.test(text) && isBracketed(block.text, start, end)) return undefined
  if (!isShort(text)) return open && text.length > LONGEST_OPEN ? undefined : 'quotation'
  if (CORRECTED.test(block.text.slice(Math.max(0, start - 40), start - 1))) return 'negated'
  const sentence = document.sentenceAt(block, start)
  const before = block.text.slice(sentence.start, start)
  const after = block.text.slice(end, sentence.end)
  const defined = definedAs(before, after)
  if (defined) return defined === 'statute' ? 'statute' : undefined
  const phrase = lastUntil(adopted, start)
  if (ADOPTS.test(before) || (phrase && start - phrase.end < FARTHEST_ADOPTION)) return undefined
  return isMentioned(before, after, lexicon) ? 'mention' : 'scare-quotes'
}

/** "Adult services websites (“ASWs”)": the writer makes an abbreviation for himself. */
const ABBREVIATION = /^\p{Lu}{2,}s?$/u

function isBracketed(text: string, start: number, end: number): boolean {
  return /[\p{L}\d] \(.$/u.test(text.slice(Math.max(0, start - 4), start)) && text[end + 1] === ')'
}

/** "not “the blind”", "rather than “x”": the quoted words are what should not be said. */
const CORRECTED = /\b(?:not|never|no longer|rather than|instead of|avoid)\s*$/i

const DOCUMENT =
  '(?:document|guidance|guide|manual|handbook|policy|strategy|plan|paper|report|review|chapter|section|part|page|note|toolkit|framework|protocol|consultation|response|briefing|statement|leaflet|letter)'
const HERE = new RegExp(`\\b(?:in|for the purposes? of) this ${DOCUMENT}\\b`, 'i')
const MEANS =
  /^["”’']?\s*(?:,? ?(?:in|for the purposes? of) [^.;:]{1,60}?,? )?(?:means?|refers to|includes?|is defined (?:here )?as|is used to mean|(?:has|have),? (?:[^.;:]{1,60}, )?the (?:same )?meaning)\b/
const WE_MEAN = /^["”’']?,?\s+(?:we|I) mean\b/
const LAW =
  /\b(?:section|sections|article|schedule|regulation)\s+\d|\bs\.? ?\d|\bActs?\b|\b\p{Lu}{2,12} (?:19|20)\d\d\b|\bOrder\b|\bRegulations\b/u

/** "“X” means …": in the writer’s own document he takes the words over; in an Act they are its own. */
function definedAs(before: string, after: string): 'statute' | 'own' | undefined {
  if (WE_MEAN.test(after)) return 'own'
  const defines =
    MEANS.test(after) || (HERE.test(before) && /^["”’']?\s*(?:means?|is|are)\b/.test(after))
  if (!defines) return undefined
  return !HERE.test(before + after) && LAW.test(before + after) ? 'statute' : 'own'
}

/** "We use “x”", "our name for them is “x”": the writer takes the quoted words as his own. */
const ADOPTS = new RegExp(
  `\\b(?:we|i|this ${DOCUMENT})\\s+(?:will\\s+|shall\\s+|also\\s+)?(?:use|uses|say|says|write|writes|prefer|prefers|adopt|adopts|call|calls|speak of|speaks of)\\b[^.;]{0,40}$|\\bour (?:name|word|term|phrase) for\\b[^.;]{0,80}$`,
  'i',
)
const FARTHEST_ADOPTION = 40

function isMentioned(before: string, after: string, { sets }: Lexicon): boolean {
  const near = [
    ...(before
      .slice(-30)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(-2) ?? []),
    ...(after
      .slice(0, 20)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, 1) ?? []),
  ]
  return near.some((word) => sets.mentionNouns.has(word))
}

/** A few words with no sentence in them: held at a distance rather than quoted. */
function isShort(text: string): boolean {
  return text.length < 40 && text.trim().split(/\s+/).length <= 4 && !/[.!?]$/.test(text.trim())
}
