// Generated from schema/lists.schema.json by `npm run types:write`. Do not edit.

export type Words = string[]

/**
 * Words that the rules about whole documents go by. A word or phrase is found in upper or lower case, with or without a plural s; a space stands for a hyphen too; a trailing asterisk makes the beginning of a word (`audit*`); capitals alone (`ONS`) are matched as written.
 */
export interface Lists {
  statistics: Statistics
  evidence: EvidenceLists
  assurances: Assurances
  disclaimers: Disclaimers
  /**
   * For `one-sided-sources`: who is cited for which side of the dispute on prostitution law.
   */
  camps: Camp[]
  /**
   * For `inconsistent-terminology`: names of one and the same thing.
   */
  referents: Referent[]
  commitments: Commitments
  abbreviations: Abbreviations
  consultations: Consultations
}
/**
 * For `unsupported-statistic`.
 */
export interface Statistics {
  populations: Words
  groups: Words
  people: Words
  field: Words
  events: Words
  most: Words
  plans: Words
  suffered: Words
  believing: Words
  /**
   * Somebody counts his own cases: "the force recorded", "we met".
   */
  counters: Frame
  participating: Words
  undergoing: Words
  doing: Words
  tallies: Words
}
/**
 * One of `from` and, at most `within` words later in the sentence, one of `to`; an empty `to` asks for nothing more.
 */
export interface Frame {
  from: Words
  /**
   * How it ends.
   */
  to: string[]
  /**
   * How many words may stand between.
   */
  within: number
}
/**
 * By what a source is recognised, besides names with years, notes and links.
 */
export interface EvidenceLists {
  bracketed: Words
  studies: Words
  sources: Words
  continuing: Words
  resuming: Words
  vague: Words
  pointing: Words
  /**
   * Anywhere in the section: they say where all its figures come from.
   */
  covering: Frame[]
  tests: Words
  references: Words
}
/**
 * For `unevidenced-assurance`.
 */
export interface Assurances {
  strengths: Words
  intensifiers: Words
  objects: Words
  /**
   * Other forms of assurance.
   */
  frames: Frame[]
  imperatives: Words
  demands: Words
  proposals: Words
}
/**
 * For `neutrality-disclaimer` and the entries of packs that belong to it.
 */
export interface Disclaimers {
  /**
   * How a choice of words is called neutral.
   */
  claims: Frame[]
  about: Words
  reasons: Words
  sides: Words
  balance: Words
}
/**
 * Those who are cited for one viewpoint, because they say publicly that they hold it.
 */
export interface Camp {
  /**
   * An id of terms/viewpoints.yml.
   */
  viewpoint: string
  bodies: Words
  authors: Words
}
/**
 * One thing or group of people.
 */
export interface Referent {
  /**
   * What it is, as in "several names for".
   */
  title: string
  /**
   * The names of one and the same thing.
   */
  names: Naming[]
}
export interface Naming {
  /**
   * As it is shown.
   */
  name: string
  forms: Words
  near?: NamingCues
}
/**
 * One of these must be there, for a word that has other meanings.
 */
export interface NamingCues {
  sentence: Words
}
/**
 * For `commitment-without-date-or-owner`.
 */
export interface Commitments {
  promisers: Words
  pronouns: Words
  pledges: Words
  participles: Words
  idle: Words
  dates: Words
  owners: Words
  adverbs: Words
  procedures: Words
  relatives: Words
  answering: Frame
}
/**
 * For `undefined-abbreviation`.
 */
export interface Abbreviations {
  known: Words
  defining: Words
}
/**
 * For `consultation-questions`.
 */
export interface Consultations {
  evidence: Words
  declined: Words
  asking: Words
  common: Words
}
