// Generated from schema/baseline.schema.json by `npm run types:write`. Do not edit.

/**
 * Findings that are accepted for now. `fairdraft --baseline FILE --update-baseline` writes it; reasons and last days are added by hand and kept.
 */
export interface Baseline {
  /**
   * The version of this format.
   */
  version: 1
  /**
   * One entry for each finding and file.
   */
  findings: Accepted[]
}
export interface Accepted {
  /**
   * The file it was found in, from the folder of the baseline. A finding that has moved to another file is still accepted.
   */
  path: string
  /**
   * The id of the rule or term.
   */
  ruleId: string
  /**
   * The flagged words on one line; what is said, for a finding about a whole file.
   */
  words: string
  /**
   * A hash of the sentence around them; empty for a finding about a whole file.
   */
  sentence: string
  /**
   * How often it is accepted in this file.
   */
  times?: number
  /**
   * Why it is accepted.
   */
  reason?: string
  /**
   * The last day on which it is accepted. After it the finding comes back and says so.
   */
  until?: string
}
