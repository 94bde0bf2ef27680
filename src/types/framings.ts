// Generated from schema/framings.schema.json by `npm run types:write`. Do not edit.

/**
 * Terms that say the same thing in other words, for the comparison of two versions of a text.
 */
export interface Framings {
  /**
   * One entry a framing; each is what its terms have in common.
   */
  framings: Framing[]
}
export interface Framing {
  /**
   * Written by hand; never changed and never used again.
   */
  id: string
  /**
   * What the terms say, as a noun phrase that takes no side: advertising sites as partners of the police.
   */
  title: string
  /**
   * Full ids of terms; a term stands in one framing at most.
   */
  terms: string[]
}
