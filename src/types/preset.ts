// Generated from schema/preset.schema.json by `npm run types:write`. Do not edit.

export type Level = 'error' | 'warning' | 'suggestion' | 'off'
/**
 * Whose law the text is about where it does not say so. Unset: england-and-wales.
 */
export type Jurisdiction = 'england-and-wales' | 'scotland' | 'northern-ireland'

/**
 * A house style, or a user's fairdraft.yml: both have one format.
 */
export interface Preset {
  /**
   * The preset's name; a fairdraft.yml needs none.
   */
  name?: string
  /**
   * The house style's name in words.
   */
  title?: string
  /**
   * Who wrote it, or which document it was taken from.
   */
  author?: string
  /**
   * When it was last brought up to date.
   */
  date?: string
  /**
   * What it is for and where it comes from, in a few sentences.
   */
  about?: string
  /**
   * The viewpoint of viewpoints.yml, or of one of your own packs, whose advice it gives. Unset: it takes no side and reports disputes.
   */
  viewpoint?: string
  /**
   * What a term needs to be reported. direct: a source that says to avoid this very wording; any: also a position inferred from a general stance; none: nothing, every term is reported.
   */
  evidence?: 'direct' | 'any' | 'none'
  coverage?: Coverage
  /**
   * Presets to start from, the later over the earlier: a shipped one by name, one of your own by its path from this file.
   */
  extends?: string[]
  /**
   * Term packs to use. By id: only these of the shipped packs, and those of the presets it extends; no id: all, or those of the presets. By its path from this file: a pack of your own, which is used whatever else is.
   */
  packs?: string[]
  rules?: RuleSettings
  /**
   * Phrases that are never flagged, nor anything inside them: a project's name, a title.
   */
  exempt?: string[]
  jurisdiction?: Jurisdiction
}
/**
 * What the house style covers and what it does not.
 */
export interface Coverage {
  /**
   * What the house style covers, one point a line.
   */
  covers?: string[]
  /**
   * What it leaves out, one point a line.
   */
  omits?: string[]
}
/**
 * How severe a rule, a pack or a term is, by its id.
 */
export interface RuleSettings {
  [k: string]: Level
}
