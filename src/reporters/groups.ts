import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { SEVERITIES, severityOf } from '../finding.ts'

/** Findings that say the same thing, to be shown once in full. */
export interface Group {
  /** The first of them in the document. */
  readonly first: VFileMessage
  readonly all: readonly VFileMessage[]
}

/**
 * Groups the findings of a file for people: all of one term together, all else one by one; the gravest
 * first, mistakes of law before wording, then in the order of the document.
 */
export function groupsOf(file: VFile): Group[] {
  const groups = new Map<string, VFileMessage[]>()
  for (const message of file.messages) {
    const key = message.ruleId?.includes('/')
      ? `${message.ruleId} ${severityOf(message)}`
      : `${message.ruleId} ${message.reason}`
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

/** "and 41 more (lines 14, 20, 31 …)", or nothing for a group of one. */
export function moreOf({ all }: Group, most = 8): string {
  const rest = all.slice(1)
  if (rest.length === 0) return ''
  const lines = [...new Set(rest.flatMap(({ line }) => line ?? []))]
  const shown = lines.slice(0, most).join(', ')
  const noun = lines.length === 1 ? 'line' : 'lines'
  return `and ${rest.length} more (${noun} ${shown}${lines.length > most ? ' …' : ''})`
}
