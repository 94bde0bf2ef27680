/** The law that is shipped, with its readers: made when first asked for and shared by all rules. */

import { law } from '../data/index.js'
import type { RuleOptions } from '../rule.ts'
import type { JurisdictionId } from '../types/law.ts'
import { type ClaimReader, createModeClaimReader } from './claim.ts'
import { createRegistry, type Registry } from './registry.ts'

export type LawOptions = RuleOptions

let registry: Registry | undefined

/** The registry of the law that is shipped. */
export function shippedRegistry(): Registry {
  registry ??= createRegistry(law)
  return registry
}

const claimReaders = new Map<JurisdictionId, ClaimReader>()

/** The reader of claims about modes of trial. */
export function shippedModeClaims(jurisdiction: JurisdictionId): ClaimReader {
  const known = claimReaders.get(jurisdiction)
  const reader = known ?? createModeClaimReader(shippedRegistry(), jurisdiction)
  claimReaders.set(jurisdiction, reader)
  return reader
}
