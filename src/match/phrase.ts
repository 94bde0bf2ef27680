/** A phrase to look for, and what it stands for. */
export interface Phrase<Value> {
  /** Words; a space stands for white space, a line ending, or any hyphen. */
  readonly text: string
  /** Capitals must be as written. */
  readonly exact?: boolean
  /** The last word is only the beginning of a word: "prostitut*". */
  readonly open?: boolean
  readonly value: Value
}

/** A phrase found in a text. */
export interface Match<Value> {
  readonly value: Value
  /** Where the phrase begins and ends: indices in the text, end exclusive, possessive ending outside. */
  readonly start: number
  readonly end: number
  /** The index of its first word, and of the word after its last. */
  readonly first: number
  readonly last: number
}

/** Phrases that belong together, made when one of them may stand in a text. */
export type Group<Value> = () => Iterable<Phrase<Value>>
