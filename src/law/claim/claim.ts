/** What a text claims of provisions: that they have a mode of trial, a maximum. */

import type { Block } from '../../blocks.ts'
import type { Document } from '../../document.ts'
import { remembered } from '../../remember.ts'
import type { PlaceReader } from '../cite/jurisdiction.ts'
import { lawIn, type Mention, type MentionReader } from '../cite/mention.ts'
import { over, rowOf } from '../cite/over.ts'
import type { Entry } from '../registry.ts'
import { clauseAt } from '../sentence/clause.ts'
import { understoodOf } from '../sentence/ellipsis.ts'
import {
  answerOf,
  createListingReader,
  type OpenPredicate,
  type Said,
} from '../sentence/listing.ts'
import { isAttendant, type Predication, predicationOf } from '../sentence/predication.ts'
import { recordOf } from '../sentence/record.ts'

/** Something said of provisions. */
export interface Claim<S extends Said> {
  readonly said: S
  /** "is not". */
  readonly denied: boolean
  /** How the two belong together: in one sentence, because one stands under the other, or left out and understood. */
  readonly by: 'sentence' | 'listing' | 'ellipsis'
  readonly mentions: readonly Mention[]
}

/** Finds the claims of one kind that a block makes. */
export type ClaimReader<S extends Said> = (document: Document, block: Block) => Generator<Claim<S>>

/** Finds what a block says of one kind, in order of place. */
export type SaidReader<S extends Said> = (document: Document, block: Block) => readonly S[]

/** Makes a reader of claims. Exclusive: who says "a or b" claims neither. */
export function createClaimReader<S extends Said>(
  saidIn: SaidReader<S>,
  mentionsOf: MentionReader,
  placesIn: PlaceReader,
  { exclusive }: { readonly exclusive: boolean },
): ClaimReader<S> {
  const predications = remembered(predicationsIn)
  const listing = createListingReader({
    open: (document, block) =>
      predications(document, block).filter(({ predication }) => !predication.closed),
    mentions: mentionsOf,
  })
  return function* (document, block) {
    if (isOthersColumn(block)) return
    const own = predications(document, block)
    const claimed = own.filter(({ predication }) => predication.claimed)
    for (const { said, predication } of claimed) {
      const { mentions, denied } = predication
      const about = mentions.length > 0 ? mentions : aboutCell(document, block, said)
      const local = about.map((mention) => localised(document, said, mention))
      if (about.length > 0) yield { said, denied, by: 'sentence', mentions: local }
      const all = mentionsOf(document, block)
      for (const { mention, denied: not } of understoodOf(block.text, said.phrase, all, denied)) {
        if (!mentions.includes(mention))
          yield { said, denied: not, by: 'ellipsis', mentions: [mention] }
      }
    }
    const answer = answerOf(block)
    const subject = answer ? answeredFor(document, block) : block
    if (own.length > 0 || mentionsOf(document, subject).length === 0) return
    const over = listing(document, block)
    if (!over || !(over.predication.claimed || (answer && over.predication.asked))) return
    const mentions = head(subject, mentionsOf(document, subject))
    const denied = over.predication.denied !== (answer === 'no')
    yield { said: over.said, denied, by: 'listing', mentions }
  }

  /** The head that names what a cell answers for: of its row, or else of its column. */
  function answeredFor(document: Document, block: Block): Block {
    const heads = [block.rowHeader, block.columnHeader]
    return heads.find((head) => head && mentionsOf(document, head).length > 0) ?? block
  }

  /** A name as the law that the clause is about has it: "… in Northern Ireland, but … in England". */
  function localised(document: Document, { block, start }: S, mention: Mention): Mention {
    const { name, citation } = mention
    if (!name || citation) return mention
    const clause = clauseAt(block.text, document.sentenceAt(block, start), start)
    const titles = mentionsOf(document, block).flatMap((one) => one.citation?.phrase ?? [])
    const places = placesIn(document, block, clause, titles)
    return places.length === 1 ? { ...mention, entries: lawIn(name.entries, places) } : mention
  }

  function predicationsIn(document: Document, block: Block): OpenPredicate<S>[] {
    const said = saidIn(document, block)
    if (said.length === 0) return []
    const mentions = mentionsOf(document, block)
    const found: OpenPredicate<S>[] = []
    for (const [at, one] of said.entries()) {
      const own = predicationOf(document, block, one, mentions, said)
      const before = found.at(-1)
      const shared =
        !exclusive && own.mentions.length === 0 && before && strung(block, before.said, one)
      const predication = shared ? { ...own, ...about(before.predication) } : own
      const claimed =
        predication.claimed &&
        !(exclusive && alternative(block, said, at)) &&
        !isDistributed(document, block, one)
      found.push({ said: one, predication: { ...predication, claimed } })
    }
    return found
  }

  /** In a table a cell speaks of the provision of its row, or else of its column; a block under a provision’s heading of that. */
  function aboutCell(document: Document, block: Block, said: Said): readonly Mention[] {
    if (block.kind === 'cell' && block.rowHeader) {
      const all = rowOf(document, block).flatMap((cell) => mentionsOf(document, cell))
      const cited = all.filter((mention) => mention.citation)
      if (all.length > 0) return cited.length > 0 ? cited : all
      return block.columnHeader ? mentionsOf(document, block.columnHeader) : []
    }
    if (isHead(block) || !labelled(block, said)) return []
    const headed = recordOf(document, block, mentionsOf)
    const above = over(block).find((other) => mentionsOf(document, other).length > 0)
    const mentions = headed.length > 0 || !above ? headed : mentionsOf(document, above)
    return mentions.length === 1 ? mentions : []
  }
}

/** "… carry seven years and three months respectively": each said of one of several. */
function isDistributed(document: Document, block: Block, { start }: Said): boolean {
  const sentence = document.sentenceAt(block, start)
  return /\brespectively\b/i.test(block.text.slice(start, sentence.end))
}

/** The head of a column speaks of what stands under it. */
function isHead({ kind, columnHeader, rowHeader }: Block): boolean {
  return kind === 'cell' && !columnHeader && !rowHeader
}

const OTHERS =
  /^\W*(?:errors?|mistakes?|myths?|wrong|incorrect|(?:what )?(?:the |this |its )?(?:original |old |draft )?(?:report|guidance|draft|leaflet|manual|policy|text) (?:says|said|states|stated))\W*$/i

/** A column of a table that holds what somebody else says, or what is to be corrected. */
function isOthersColumn({ kind, columnHeader }: Block): boolean {
  return kind === 'cell' && columnHeader !== undefined && OTHERS.test(columnHeader.text)
}

/** "seven years on indictment and 12 months on summary conviction", "sent to prison for up to two years": said of the same. */
function strung(block: Block, before: Said, one: Said): boolean {
  const gap = block.text.slice(before.end, one.start)
  return gap.length < 90 && /^[^.;:]*$/.test(gap) && !/\b(?:but|while|whilst|whereas)\b/i.test(gap)
}

function about({ mentions, closed }: Predication): Pick<Predication, 'mentions' | 'closed'> {
  return { mentions, closed }
}

/** "Mode of trial: either way", "This is a summary-only offence": said of what stands above. */
function labelled(block: Block, said: Said): boolean {
  const before = block.text.slice(0, said.start)
  return (
    before.length < 80 && /^\s*(?:[\p{L}\s]{0,40}:|(?:this|it|these)\b[^.;:]*)?\s*$/iu.test(before)
  )
}

/** "summary-only or either way": neither is claimed. */
function alternative(block: Block, said: readonly Said[], at: number): boolean {
  const [before, here, after] = [said[at - 1], said[at], said[at + 1]]
  const joined = (one?: Said, other?: Said) =>
    one !== undefined &&
    other !== undefined &&
    !(one.inclusive && other.inclusive) &&
    /^\s*(?:,\s*)?(?:or|and\/or|\/|and)\s+(?:an?\s+|the\s+)?$/i.test(
      block.text.slice(one.phrase.end, other.start),
    )
  return joined(before, here) || joined(here, after)
}

const STRUNG = /^(?:[\s,;&]|\band\b|\bor\b|[([]?(?:[a-z]|[ivx]{2,4}|\d{1,2})[).\]])*$/i

/** The provisions at the head of a listed block: the first and those strung to it. */
function head(block: Block, mentions: readonly Mention[]): readonly Mention[] {
  const kept: Mention[] = []
  for (const mention of mentions) {
    const before = kept.at(-1)
    if (before && !STRUNG.test(block.text.slice(before.end, mention.start))) break
    if (isAttendant(block.text, mention)) return []
    kept.push(mention)
  }
  return kept
}

/** What something said of an entry comes to. Incomplete: right for some forms of the offence only. */
export type Verdict = 'right' | 'wrong' | 'incomplete' | 'unknown'

/** Compares what is said with an entry. */
type Compare<S extends Said> = (said: S, entry: Entry) => Verdict

/** What a claim comes to for one mention, and the entries it was compared with. */
interface Judgement {
  readonly verdict: Verdict
  /** The entries that decide it. */
  readonly entries: readonly Entry[]
}

/** Judges a claim about one of its mentions: it is wrong only if it is wrong of all that may be meant. */
export function judge<S extends Said>(
  claim: Claim<S>,
  mention: Mention,
  compare: Compare<S>,
): Judgement {
  const verdicts = mention.entries.map((entry) => {
    const verdict = compare(claim.said, entry)
    return { entry, verdict: claim.denied ? OPPOSITE[verdict] : verdict }
  })
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
