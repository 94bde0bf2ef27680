import type { VFileMessage } from 'vfile-message'
import { SEVERITIES, severityOf } from '../finding.ts'
import { placeName } from './place-name.ts'

/** Findings that say the same thing, to be shown once in full. */
export interface Group {
  /** The first of them in the document. */
  readonly first: VFileMessage
  readonly all: readonly VFileMessage[]
}

/** What findings of one group share: the term, or what is said, and how much it matters. */
export function groupKey(message: VFileMessage): string {
  const { ruleId, reason } = message
  return ruleId?.includes('/') ? `${ruleId} ${severityOf(message)}` : `${ruleId} ${reason}`
}

/**
 * Groups findings for people: all of one term together, all else one by one; the gravest first, mistakes
 * of law before wording, then in the order of the document.
 */
export function groupsOf(messages: readonly VFileMessage[]): Group[] {
  const groups = new Map<string, VFileMessage[]>()
  for (const message of messages) {
    const key = groupKey(message)
    const group = groups.get(key)
    if (group) group.push(message)
    else groups.set(key, [message])
  }
  return [...groups.values()]
    .flatMap((all) => (all[0] ? [{ all, first: all[0] }] : []))
    .sort((a, b) => rank(a.first) - rank(b.first))
}

function rank(message: VFileMessage): number {
  return SEVERITIES.indexOf(severityOf(message)) * 2 + (message.ruleId?.includes('/') ? 1 : 0)
}

/** "and 41 more (lines 14, 20, 31 …)", naming words that differ; nothing for a group of one. */
export function moreOf({ all, first }: Group, most = 8): string {
  const rest = all.slice(1)
  if (rest.length === 0) return ''
  const places = placesOf(rest, most)
  const others = new Set(rest.map(({ actual }) => stem(actual ?? '')))
  others.delete(stem(first.actual ?? ''))
  const named = [...others].slice(0, 3).map((words) => `“${words}”`)
  const among = named.length > 0 ? `, among them ${named.join(', ')}` : ''
  return `and ${rest.length} more${among}${places ? ` (${places})` : ''}`
}

/** "lines 14, 20, 31 …", "paragraphs 2, 9"; in a PDF "page 2, line 4; page 7, line 1 …". */
function placesOf(messages: readonly VFileMessage[], most: number): string {
  const names = [...new Set(messages.filter(({ place }) => place).map(placeName))]
  const numbered = names.map((name) => NUMBERED.exec(name))
  const noun = numbered[0]?.[1]
  const alike = noun !== undefined && numbered.every((found) => found?.[1] === noun)
  const shown = (alike ? numbered.map((found) => found?.[2]) : names).slice(0, most)
  const more = names.length > most ? ' …' : ''
  if (!alike) return shown.join('; ') + more
  return `${noun}${names.length > 1 ? 's' : ''} ${shown.join(', ')}${more}`
}

/** The name of a place that is a noun and a number. */
const NUMBERED = /^(line|paragraph) (\d+)$/

/** Words without case, white space and plural: what makes two finds of a term look different. */
function stem(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\s\u00AD-]+/g, ' ')
    .replace(/['’]?s?['’]?$/, '')
}
