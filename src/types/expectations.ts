// Generated from schema/expectations.schema.json by `npm run types:write`. Do not edit.

export type Id = string
export type Phrases = string[]

/**
 * What a careful reader expects of a text that discusses something.
 */
export interface Coverage {
  /**
   * What a document on a subject is expected to cover, one entry an expectation.
   */
  expectations: Expectation[]
}
/**
 * If a text discusses X, a careful reader expects Y. Phrases are whole words in upper or lower case, with or without a plural s; a space stands for a hyphen too; a trailing asterisk makes the beginning of a word (`prostitut*`); capitals alone (`ASW`) are matched as written.
 */
export interface Expectation {
  id: Id
  /**
   * What is expected, in a few words that can follow "nothing is said about".
   */
  title: string
  discussed: Phrases
  /**
   * How many mentions make a discussion; one in a heading counts double.
   */
  mentions?: number
  with?: Phrases
  titled?: Phrases
  also?: Phrases
  unless?: Phrases
  met: Met
  /**
   * What the writer could add, as the object of "consider adding".
   */
  add: string
  /**
   * Why a reader expects it: one calm sentence that takes no side.
   */
  why: string
  /**
   * Good practice that belongs to no side: also expected under the preset of a viewpoint that does not ask for it.
   */
  general?: boolean
  /**
   * Who expects it.
   */
  asked: Asker[]
  /**
   * Where to read on: ids of terms/sources.yml.
   */
  sources: Id[]
  mirror?: Id
  example: Case
}
/**
 * Any one of these meets the expectation, wherever it stands.
 */
export interface Met {
  phrases?: Phrases
  law?: Phrases
}
export interface Asker {
  by: Id
  /**
   * direct: the source asks for this; inferred: drawn from a general stance, and never printed as somebody's words.
   */
  basis: 'direct' | 'inferred'
  source?: Id
}
/**
 * Its test. The test adds a page of prose on another subject, since short texts are left alone.
 */
export interface Case {
  /**
   * A text that discusses it and leaves it out.
   */
  found: string
  /**
   * What would have met it.
   */
  met: string
}
