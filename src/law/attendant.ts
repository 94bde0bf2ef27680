/** Offences about an offence: a conspiracy, an attempt, incitement, assistance. What is true of one may not be of the other. */

import type { Range } from '../document.ts'

const TO_COMMIT =
  /\b(?:conspir\w+|attempt\w*|incitements?)\s+(?:to|of)\s(?:(?!\b(?:is|are|was|were|carries|may|can|must|should|but|while|whereas)\b)[^;.]){0,90}$/i
const DIRECTLY =
  /\b(?:conspir\w+|attempt\w*|incit\w+|encourag\w+|assist\w*|aid(?:s|ed|ing)?|abet\w*|counsel\w*|procur\w+)(?:[\s,]+(?:to|or|and|in|of|at|the|an?|any|commit|committing|commission|offences?|under|contrary to|encourag\w+|assist\w*|abet\w*|counsel\w*|procur\w+))*\s*$/i

/** Whether a mention is only what a conspiracy, an attempt, or somebody’s help is about. */
export function isAttendant(text: string, { start }: Range): boolean {
  const before = text.slice(Math.max(0, start - 120), start)
  return TO_COMMIT.test(before) || DIRECTLY.test(before)
}
