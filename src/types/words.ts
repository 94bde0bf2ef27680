// Generated from schema/words.schema.json by `npm run types:write`. Do not edit.

/**
 * Common words, which in capitals are no abbreviations.
 */
export interface CommonWords {
  /**
   * In small letters, of two to six letters, without plurals and other inflected forms.
   */
  words: string[]
}
