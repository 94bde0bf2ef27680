import type { Block } from './blocks.ts'
import { createLexicon, type Lexicon } from './context/lexicon.ts'
import { mentionsIn } from './context/mention.ts'
import { isTitle, learnTitles, namesIn } from './context/names.ts'
import { quotesIn } from './context/quotes.ts'
import { speechIn } from './context/speech.ts'
import type { ContextClass, Zone } from './context/zone.ts'
import { data } from './data.ts'
import type { Document } from './document.ts'
import type { Matcher } from './match.ts'

export type { ContextClass, Zone } from './context/zone.ts'

/** The class of a stretch, and by what it was recognised. */
export interface Context {
  readonly class: ContextClass
  /** What in the text shows it, for `--explain-quiet`. */
  readonly evidence: string
}

const OWN_VOICE: Context = { class: 'own-voice', evidence: '' }

/** Which class is named where several hold, the most telling first. */
const ORDER: readonly ContextClass[] = [
  'address',
  'title',
  'name',
  'statute',
  'quotation',
  'mention',
  'scare-quotes',
  'negated',
  'attributed',
]

/**
 * Whose words a stretch of a block’s text is: indices in `block.text`, end exclusive. A stretch that
 * is only partly inside a quotation is the writer’s own.
 */
export function contextOf(document: Document, block: Block, start: number, end: number): Context {
  const holding = zonesOf(document, block).filter(
    (zone) => zone.start <= start && zone.end >= end && tells(zone, block, start, end),
  )
  const best = ORDER.map((kind) => holding.find((zone) => zone.class === kind)).find(Boolean)
  return best ? { class: best.class, evidence: best.evidence } : OWN_VOICE
}

/** A run of capitals says something only of words that it goes beyond: "Sex Workers" is no name. */
function tells(zone: Zone, block: Block, start: number, end: number): boolean {
  if (!zone.evidence.startsWith('capitals')) return true
  const rest = block.text.slice(zone.start, start) + block.text.slice(end, zone.end)
  const words = rest.replace(/\(\s*\p{Lu}+s?\b/gu, '')
  return /\p{Lu}\p{L}/u.test(words) && /^\p{Lu}/u.test(block.text.slice(start, end))
}

interface Kept {
  readonly zones: WeakMap<Block, readonly Zone[]>
  readonly titles: Matcher<string>
  /** Blocks that lie inside a quotation which an earlier block opens. */
  readonly quoted: ReadonlySet<Block>
}

const kept = new WeakMap<Document, Kept>()
let lexicon: Lexicon | undefined

function zonesOf(document: Document, block: Block): readonly Zone[] {
  const memory = kept.get(document) ?? remember(document)
  const known = memory.zones.get(block)
  if (known) return known
  lexicon ??= createLexicon(data.names)
  const zones = [
    ...blockZones(block, memory),
    ...addressZones(block.text),
    ...quoteZones(document, block, lexicon),
    ...namesIn(document, block, lexicon, memory.titles),
    ...mentionsIn(document, block, lexicon),
    ...speechIn(document, block, lexicon),
  ]
  memory.zones.set(block, zones)
  return zones
}

function remember(document: Document): Kept {
  const memory = {
    zones: new WeakMap<Block, readonly Zone[]>(),
    titles: learnTitles(document),
    quoted: quotedBlocks(document.blocks),
  }
  kept.set(document, memory)
  return memory
}

function blockZones(block: Block, { quoted }: Kept): Zone[] {
  const whole = { start: 0, end: block.text.length, class: 'quotation' } as const
  if (block.quotation > 0) return [{ ...whole, evidence: 'a block quotation' }]
  const header = block.columnHeader?.text ?? ''
  if (/^\s*(?:instead of|avoid|do ?n['’o]t (?:say|use|write)|not|wrong|old)\b/i.test(header)) {
    return [{ ...whole, class: 'negated', evidence: `under “${header}”` }]
  }
  return quoted.has(block) ? [{ ...whole, evidence: 'a quotation over several paragraphs' }] : []
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

const LONGEST_QUOTATION = 6

/**
 * Blocks inside a quotation that goes on over paragraphs: each opens with a mark again, or the next
 * mark in the following paragraphs is a closing one. A heading ends it, and so do six paragraphs.
 */
function quotedBlocks(blocks: readonly Block[]): Set<Block> {
  const quoted = new Set<Block>()
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]
    const next = blocks[index + 1]
    if (block && next && opensSingle(block.text) && /^\s*[‘']\p{L}/u.test(next.text)) {
      quoted.add(block)
      quoted.add(next)
    }
    if (!block || !opensQuotation(block.text)) continue
    const inside: Block[] = []
    for (const next of blocks.slice(index + 1, index + 1 + LONGEST_QUOTATION)) {
      if (next.kind === 'heading' || next.quotation > 0) break
      const continued = /^\s*[“"]/.test(next.text)
      const close = next.text.search(/[”"]/)
      const open = next.text.search(/[“"]/)
      const closes = close >= 0 && (open < 0 || close < open)
      if (continued || closes || /^[^“”"]*$/.test(next.text)) inside.push(next)
      else break
      if (closes || (continued && !opensQuotation(next.text))) {
        for (const part of inside) if (isWholeQuoted(part)) quoted.add(part)
        break
      }
    }
  }
  return quoted
}

/** ‘…: the paragraph opens with a single mark that is not closed in it. */
function opensSingle(text: string): boolean {
  return /^\s*[‘']\p{L}/u.test(text) && !quotesIn(text).some(({ start }) => start <= 2)
}

function opensQuotation(text: string): boolean {
  return /[“"]/.test(text) && quotesIn(text).some(({ open, mark }) => open && '“"'.includes(mark))
}

/** A block that a quotation runs through, or whose end it reaches; what follows the mark is short. */
function isWholeQuoted({ text }: Block): boolean {
  const close = text.search(/[”"](?=[^”"]*$)/)
  return close < 0 || text.length - close < 80 || /^\s*[“"]/.test(text)
}

function quoteZones(document: Document, block: Block, { sets, phrases }: Lexicon): Zone[] {
  if (!/["'“‘„‚«]/.test(block.text)) return []
  const words = document.words(block)
  const adopted = phrases.adoptionPhrases(words)
  return quotesIn(block.text).flatMap((quote): Zone[] => {
    const { start, end } = quote
    const text = block.text.slice(start, end)
    const evidence = `in quotation marks: “${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`
    if (isTitle(text)) return [{ start, end, class: 'title', evidence }]
    if (isShort(text)) {
      if (CORRECTED.test(block.text.slice(0, start - 1))) {
        return [{ start, end, class: 'negated', evidence }]
      }
      const before = block.text.slice(document.sentenceAt(block, start).start, start)
      const adopts =
        ADOPTS.test(before) ||
        adopted.some((match) => match.end <= start && start - match.end < FARTHEST_ADOPTION)
      if (adopts) return []
    }
    if (isShort(text)) {
      const near = new Set([
        ...(block.text
          .slice(Math.max(0, start - 30), start)
          .toLowerCase()
          .match(/\p{L}+/gu)
          ?.slice(-2) ?? []),
        ...(block.text
          .slice(end, end + 20)
          .toLowerCase()
          .match(/\p{L}+/gu)
          ?.slice(0, 1) ?? []),
      ])
      const mentioned = [...near].some((word) => sets.mentionNouns.has(word))
      return [{ start, end, class: mentioned ? 'mention' : 'scare-quotes', evidence }]
    }
    if (quote.open && text.length > 1500) return []
    return [{ start, end, class: 'quotation', evidence }]
  })
}

/** "not “the blind”", "rather than “x”": the quoted words are what should not be said. */
const CORRECTED = /\b(?:not|never|no longer|rather than|instead of|avoid)\s*$/i
/** "We use “x”", "our name for them is “x”": the writer takes the quoted words as his own. */
const ADOPTS =
  /\b(?:we|i|this (?:paper|guidance|guide|document|report|strategy|policy|plan))\s+(?:will\s+|shall\s+|also\s+)?(?:use|uses|say|says|write|writes|prefer|prefers|adopt|adopts|call|calls|speak of|speaks of)\b[^.;]{0,40}$|\bour (?:name|word|term|phrase) for\b[^.;]{0,80}$/i
const FARTHEST_ADOPTION = 40

/** A few words with no sentence in them: held at a distance rather than quoted. */
function isShort(text: string): boolean {
  return text.length < 40 && text.trim().split(/\s+/).length <= 4 && !/[.!?]$/.test(text.trim())
}
