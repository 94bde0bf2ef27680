/** What is said of a document that was not read or checked as a whole: no finding of its wording. */

import { type Finding, severityOf } from './finding.ts'

/**
 * Whether a message says that the reading or the check of a document stopped, or passed over something because it
 * was too much. It holds of each version of a document on its own, so no older version and no baseline answers for it.
 */
export function isStop(message: Finding): boolean {
  // One that is a suggestion says how all of the document was read.
  return message.ruleId === 'document-budget' && severityOf(message) === 'warning'
}

/** What readers say of pages, objects and letters that have no text. */
const WITHOUT_TEXT: ReadonlySet<string | undefined> = new Set([
  'no-text',
  'object-unread',
  'text-lost',
])

/** Whether a message says that something of a document was not read, for whatever reason. */
export function isUnread(message: Finding): boolean {
  return isStop(message) || WITHOUT_TEXT.has(message.ruleId)
}
