/** What a text claims of the mode of trial of provisions. */

import type { Block } from '../blocks.ts'
import type { Document } from '../document.ts'
import type { JurisdictionId } from '../types/law.ts'
import { createListingReader, isTick, type OpenPredicate } from './listing.ts'
import { createMentionReader, type Mention } from './mention.ts'
import { compareMode, createModeReader, type SaidMode, type Verdict } from './mode.ts'
import { predicationOf } from './predication.ts'
import type { Entry, Registry } from './registry.ts'

/** A mode of trial said of provisions. */
export interface ModeClaim {
  readonly said: SaidMode
  /** "is not". */
  readonly denied: boolean
  /** How the two belong together: in one sentence, or because one stands under the other. */
  readonly by: 'sentence' | 'listing'
  readonly mentions: readonly Mention[]
}

/** Finds the claims of a document about modes of trial. */
export type ClaimReader = (document: Document) => Generator<ModeClaim>

/** Makes a reader of claims. `fallback` is whose law a text is about that does not say so. */
export function createModeClaimReader(registry: Registry, fallback: JurisdictionId): ClaimReader {
  const modes = createModeReader(registry)
  const mentionsOf = createMentionReader(registry, fallback)
  return function* (document) {
    if (!document.blocks.some((block) => modes(document, block).length > 0)) return
    const spoken = new Map<Block, readonly OpenPredicate[]>()
    const predications = (block: Block) => {
      const all = spoken.get(block) ?? predicationsIn(document, block)
      spoken.set(block, all)
      return all
    }
    const rows = rowsOf(document)
    const listing = createListingReader(document, {
      open: (block) => predications(block).filter(({ predication }) => !predication.closed),
      mentions: (block) => mentionsOf(document, block),
    })
    for (const block of document.blocks) {
      const own = predications(block)
      const claimed = own.filter(({ predication }) => predication.claimed)
      for (const { said, predication } of claimed) {
        const { mentions, denied } = predication
        const about = mentions.length > 0 ? mentions : aboutCell(document, block, said, rows)
        if (about.length > 0) yield { said, denied, by: 'sentence', mentions: about }
      }
      const subject = isTick(block) ? (block.rowHeader ?? block) : block
      if (own.length > 0 || mentionsOf(document, subject).length === 0) continue
      const over = listing(block)
      if (!over?.predication.claimed) continue
      const mentions = head(subject, mentionsOf(document, subject))
      yield { said: over.said, denied: over.predication.denied, by: 'listing', mentions }
    }
  }

  function predicationsIn(document: Document, block: Block): OpenPredicate[] {
    const said = modes(document, block)
    if (said.length === 0) return []
    const mentions = mentionsOf(document, block)
    return said.map((one, at) => {
      const predication = predicationOf(document, block, one, mentions, said)
      const claimed = predication.claimed && !alternative(block, said, at)
      return { said: one, predication: { ...predication, claimed } }
    })
  }

  /** In a table a cell speaks of the provision of its row; a block under a provision’s heading of that. */
  function aboutCell(
    document: Document,
    block: Block,
    said: SaidMode,
    rows: ReadonlyMap<Block, readonly Block[]>,
  ): readonly Mention[] {
    if (block.kind === 'cell' && block.rowHeader) {
      const row = [block.rowHeader, ...(rows.get(block.rowHeader) ?? [])]
      const all = row.flatMap((cell) => (cell === block ? [] : mentionsOf(document, cell)))
      const cited = all.filter((mention) => mention.citation)
      return cited.length > 0 ? cited : all
    }
    if (!labelled(block, said)) return []
    const heading = block.headings.at(-1)
    const above = [block.parent, block.introduction, heading].find(
      (other) => other !== undefined && mentionsOf(document, other).length > 0,
    )
    const mentions = above ? mentionsOf(document, above) : []
    return mentions.length === 1 ? mentions : []
  }
}

/** "Mode of trial: either way", "This is a summary-only offence": said of what stands above. */
function labelled(block: Block, said: SaidMode): boolean {
  const before = block.text.slice(0, said.start)
  return (
    before.length < 80 && /^\s*(?:[\p{L}\s]{0,40}:|(?:this|it|these)\b[^.;:]*)?\s*$/iu.test(before)
  )
}

/** "summary-only or either way": neither is claimed. */
function alternative(block: Block, said: readonly SaidMode[], at: number): boolean {
  const [before, here, after] = [said[at - 1], said[at], said[at + 1]]
  const joined = (one?: SaidMode, other?: SaidMode) =>
    one !== undefined &&
    other !== undefined &&
    /^\s*,?\s*(?:or|and\/or|\/|and)\s+(?:an?\s+|the\s+)?$/i.test(
      block.text.slice(one.phrase.end, other.start),
    )
  return joined(before, here) || joined(here, after)
}

const STRUNG = /^(?:[\s,;&]|\band\b|\bor\b|[([]?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).\]])*$/i

/** The provisions at the head of a listed block: the first and those strung to it. */
function head(block: Block, mentions: readonly Mention[]): readonly Mention[] {
  const kept: Mention[] = []
  for (const mention of mentions) {
    const before = kept.at(-1)
    if (before && !STRUNG.test(block.text.slice(before.end, mention.start))) break
    kept.push(mention)
  }
  return kept
}

function rowsOf(document: Document): ReadonlyMap<Block, readonly Block[]> {
  const rows = new Map<Block, Block[]>()
  for (const block of document.blocks) {
    if (!block.rowHeader) continue
    const row = rows.get(block.rowHeader) ?? []
    row.push(block)
    rows.set(block.rowHeader, row)
  }
  return rows
}

/** What a claim comes to for one mention, and the entries it was compared with. */
export interface Judgement {
  readonly verdict: Verdict
  /** The entries that decide it. */
  readonly entries: readonly Entry[]
}

/** Judges a claim about one of its mentions: it is wrong only if it is wrong of all that may be meant. */
export function judge(claim: ModeClaim, mention: Mention): Judgement {
  const verdicts = mention.entries.map((entry) => ({ entry, verdict: verdictOf(claim, entry) }))
  const wrong = verdicts.filter(({ verdict }) => verdict === 'wrong')
  if (mention.every && wrong.length > 0) {
    return { verdict: 'wrong', entries: wrong.map(({ entry }) => entry) }
  }
  const kinds = new Set(verdicts.map(({ verdict }) => verdict))
  const [only] = kinds
  if (kinds.size !== 1 || only === undefined) return { verdict: 'unknown', entries: [] }
  return { verdict: only, entries: mention.entries }
}

const OPPOSITE: Readonly<Record<Verdict, Verdict>> = {
  right: 'wrong',
  wrong: 'right',
  incomplete: 'unknown',
  unknown: 'unknown',
}

function verdictOf({ said, denied }: ModeClaim, entry: Entry): Verdict {
  const verdict = compareMode(said, entry)
  return denied ? OPPOSITE[verdict] : verdict
}
