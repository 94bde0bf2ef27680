/** What reports about law have in common. */

import type { Report, Severity } from '../finding.ts'
import { detailsOf, groundOf } from './describe.ts'
import { type Entry, sourcesOf } from './registry.ts'

/** A report of a rule of law; which rule it is of, the rule says. */
export type LawReport = Omit<Report, 'ruleId'>

/**
 * How severe a finding is that rests on some facts: as severe as wished if all of them are certain, a
 * warning at most if they are less so, and a step less if one is past its review. Nothing if one has no source
 * that was read.
 */
export function severityFrom(
  entries: readonly Entry[],
  wished: Severity = 'error',
): Severity | undefined {
  if (entries.length === 0 || entries.some((entry) => sourcesOf(entry).length === 0)) {
    return undefined
  }
  const confidences = new Set(entries.map(({ provision }) => provision.confidence))
  if (confidences.has('low') || confidences.has('unverified')) return undefined
  const severity = confidences.has('medium') && wished === 'error' ? 'warning' : wished
  if (!entries.some(({ overdue }) => overdue)) return severity
  return severity === 'error' ? 'warning' : 'suggestion'
}

/** What stands in a report for the reader to check: the reason with its source, the details, the address. */
export function explained(what: string, entry: Entry): Pick<Report, 'reason' | 'note' | 'url'> {
  const end = /[.?!]$/.test(what) ? '' : '.'
  return {
    reason: `${what}${end} ${groundOf(entry)}`,
    note: detailsOf(entry),
    url: sourcesOf(entry)[0]?.url,
  }
}

/** A text with its first letter a capital. */
export function upperFirst(text: string): string {
  return (text[0] ?? '').toUpperCase() + text.slice(1)
}
