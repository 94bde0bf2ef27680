import type { VFile } from 'vfile'
import { SEVERITIES, severityOf } from '../finding.ts'
import type { CheckArguments } from './check-options.ts'

/** Exit status: nothing at or above `--fail-on`. */
export const CLEAN = 0
/** Exit status: findings at or above `--fail-on`. */
export const FOUND = 1
/** Exit status: wrong use, broken configuration, or a file that cannot be read. */
export const WRONG_USE = 2

/** The exit status that some findings call for. */
export function statusOf(files: readonly VFile[], args: CheckArguments): number {
  const found = files.flatMap((file) => file.messages.map(severityOf))
  const limit = args['fail-on'] === 'never' ? -1 : SEVERITIES.indexOf(args['fail-on'])
  if (found.some((severity) => SEVERITIES.indexOf(severity) <= limit)) return FOUND
  const warnings = found.filter((severity) => severity === 'warning').length
  const most = args['max-warnings']
  return most !== undefined && warnings > most ? FOUND : CLEAN
}
