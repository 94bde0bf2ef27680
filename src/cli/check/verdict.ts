import type { VFile } from 'vfile'
import { SEVERITIES, severityOf } from '../../finding.ts'
import { CLEAN, FOUND } from '../status.ts'
import type { CheckArguments } from './options.ts'

/** The exit status that findings call for, file by file. */
interface Verdict {
  /** Takes the findings of one more file into account. */
  add(file: VFile): void
  /** The exit status that all of them call for. */
  status(): number
}

/** A verdict by `--fail-on` and `--max-warnings`. */
export function createVerdict(args: CheckArguments): Verdict {
  const limit = args['fail-on'] === 'never' ? -1 : SEVERITIES.indexOf(args['fail-on'])
  const most = args['max-warnings'] ?? Number.POSITIVE_INFINITY
  let warnings = 0
  let isGrave = false
  return {
    add({ messages }) {
      for (const severity of messages.map(severityOf)) {
        if (severity === 'warning') warnings++
        if (SEVERITIES.indexOf(severity) <= limit) isGrave = true
      }
    },
    status: () => (isGrave || warnings > most ? FOUND : CLEAN),
  }
}
