import type { Finding } from '../finding.ts'
import { printable } from '../printable.ts'

/** The wording offered, where the reason does not name it. */
export function insteadOf({ reason, expected }: Finding): string[] {
  const [best] = expected ?? []
  return best === undefined || reason.includes(best) ? [] : [`Consider “${best}”.`]
}

/** What a finding says, on one line and safe to print: what, why, and what to write instead. */
export function wordingOf(finding: Finding): string {
  return [finding.reason, ...insteadOf(finding)].map(printable).join(' ')
}
