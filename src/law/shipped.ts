/** The law that is shipped, with its readers: made when first asked for and shared by all rules. */

import { slipsIn } from '../context/body-name.ts'
import { data } from '../data.ts'
import { holdsOfAny, type Query } from '../remember.ts'
import type { JurisdictionId } from '../types/law.ts'
import { type ConsequenceReader, createConsequenceReader } from './check/consequence.ts'
import { crossReferences } from './check/cross-reference.ts'
import { createDefinitionReader, type DefinitionReader } from './check/defined.ts'
import { createElsewhereReader, type ElsewhereReader } from './check/elsewhere.ts'
import { createMismatchReader, type MismatchReader } from './check/mismatch.ts'
import { createRepealReader, type RepealReader } from './check/repeal.ts'
import { createStatementReader, type StatementReader } from './check/statement.ts'
import { type CitationReader, createCitationReader } from './cite/citation.ts'
import { createPlaceReader } from './cite/jurisdiction.ts'
import { createMentionReader, type MentionReader } from './cite/mention.ts'
import { type ClaimReader, createClaimReader } from './claim/claim.ts'
import { createModeReader, type SaidMode } from './claim/mode.ts'
import { createPenaltyReader, type SaidPenalty } from './claim/penalty.ts'
import { createRegistry, type Registry } from './registry.ts'
import { answerOf } from './sentence/listing.ts'

/** Everything that reads a text for one jurisdiction: whose law it is about if it does not say so. */
export interface Readers {
  readonly registry: Registry
  readonly mentions: MentionReader
  readonly citations: CitationReader
  readonly modes: ClaimReader<SaidMode>
  readonly penalties: ClaimReader<SaidPenalty>
  readonly statements: StatementReader
  readonly repeals: RepealReader
  readonly mismatches: MismatchReader
  readonly consequences: ConsequenceReader
  readonly elsewhere: ElsewhereReader
  readonly definitions: DefinitionReader
  /** Whether a block says anything that one of these may have something to say of. */
  readonly concerns: Query<boolean>
}

let registry: Registry | undefined

/** The registry of the law that is shipped. */
export function shippedRegistry(): Registry {
  registry ??= createRegistry(data.law)
  return registry
}

const HOME: JurisdictionId = 'england-and-wales'

/** The options of a rule that its readers follow from. */
export interface Whose {
  readonly jurisdiction?: JurisdictionId
  /** A date such as 2026-11-21. */
  readonly today?: string
}

interface Overdue {
  readonly today: string
  readonly registry: Registry
  readonly readers: Map<JurisdictionId, Readers>
}

let overdue: Overdue | undefined
const known = new Map<JurisdictionId, Readers>()

/** Whether any fact is past its review on a day. */
function isAnyDue(today: string): boolean {
  firstReview ??= data.law
    .flatMap(({ provisions }) => provisions.map(({ reviewBy }) => reviewBy))
    .reduce((first, day) => (day < first ? day : first))
  return firstReview < today
}

let firstReview: string | undefined

/** The readers for the options of a rule: `today` decides which facts are past their review. */
export function readersFor({ jurisdiction, today = '' }: Whose): Readers {
  if (!isAnyDue(today)) return shippedReaders(jurisdiction)
  if (overdue?.today !== today)
    overdue = { today, registry: createRegistry(data.law, today), readers: new Map() }
  const { registry, readers } = overdue
  const whose = jurisdiction ?? HOME
  const made = readers.get(whose) ?? createReaders(registry, whose)
  readers.set(whose, made)
  return made
}

/** The readers of the law that is shipped. */
export function shippedReaders(jurisdiction: JurisdictionId = HOME): Readers {
  const readers = known.get(jurisdiction) ?? createReaders(shippedRegistry(), jurisdiction)
  known.set(jurisdiction, readers)
  return readers
}

/** Words of definitions, and names of what is or may be law: those who look for them know no others. */
const SPEAKS_OF_LAW = /defin|means|meaning|(?:legal|statutory) term|\b(?:Act|Bill)\b/i

function createReaders(all: Registry, fallback: JurisdictionId): Readers {
  const citations = createCitationReader(all)
  const mentions = createMentionReader(all, fallback, citations)
  const places = createPlaceReader(all)
  const [modesIn, penaltiesIn] = [createModeReader(all), createPenaltyReader(all)]
  const speaksOfLaw = holdsOfAny((document, block) => mentions(document, block).length > 0)
  const statements = createStatementReader(all, mentions, fallback)
  const consequences = createConsequenceReader(all, mentions)
  return {
    registry: all,
    mentions,
    citations,
    modes: createClaimReader(modesIn, mentions, places, { exclusive: true }),
    penalties: createClaimReader(penaltiesIn, mentions, places, { exclusive: false }),
    statements,
    repeals: createRepealReader(all, mentions, citations),
    mismatches: createMismatchReader(all, mentions, citations),
    consequences,
    elsewhere: createElsewhereReader(all, mentions, citations),
    definitions: createDefinitionReader(all, mentions, citations),
    concerns: (document, block) =>
      SPEAKS_OF_LAW.test(block.text) ||
      answerOf(block) !== undefined ||
      (block.columnHeader !== undefined && SPEAKS_OF_LAW.test(block.columnHeader.text)) ||
      citations(document)(block).acts.length > 0 ||
      mentions(document, block).length > 0 ||
      consequences.speaks(document, block) ||
      modesIn(document, block).length > 0 ||
      (speaksOfLaw(document) && penaltiesIn(document, block).length > 0) ||
      statements(document, block).length > 0 ||
      crossReferences(document, block).length > 0 ||
      slipsIn(document, block).length > 0,
  }
}
