// Generated from schema/viewpoints.schema.json by `npm run types:write`. Do not edit.

/**
 * advice: it asks writers for words; usage: it is cited for the words that it uses itself, so a message says that it uses other words, not that it avoids these.
 */
export type CitedFor = 'advice' | 'usage'

/**
 * Who is who: the viewpoints that positions are attributed to.
 */
export interface Viewpoints {
  [k: string]: Viewpoint
}
export interface Viewpoint {
  /**
   * As a title: Nordic-model (equality-model) groups.
   */
  name: string
  /**
   * As the subject of a plural verb in a message: "Nordic-model groups" (avoid it).
   */
  short: string
  /**
   * Who they are and what they hold, as they say it themselves.
   */
  about: string
  cited?: CitedFor
  /**
   * Examples of who holds it.
   */
  members?: string[]
  /**
   * Where they differ among themselves.
   */
  dissent?: string
  /**
   * Ids of sources.yml.
   */
  sources?: string[]
}
