import type { Range } from '../document.ts'

/** Whose words, and words in what use, a stretch of text is. */
export type ContextClass =
  | 'own-voice'
  | 'quotation'
  | 'attributed'
  | 'scare-quotes'
  | 'mention'
  | 'title'
  | 'name'
  | 'statute'
  | 'negated'
  | 'address'

/** A stretch of a block that is not simply the writer’s own voice. */
export interface Zone extends Range {
  readonly class: Exclude<ContextClass, 'own-voice'>
  /** What in the text shows it, for people: "after “the term”". */
  readonly evidence: string
  /** Shown by capitals alone: they say something only of words that the run goes beyond. */
  readonly capitals?: boolean
}

/** Words as evidence: in quotation marks, the last of them if there are many. */
export function quoteOf(text: string): string {
  const short = text.replace(/\s+/g, ' ').trim()
  return `“${short.length > 60 ? `…${short.slice(-60)}` : short}”`
}
