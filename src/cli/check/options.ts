import type { InferredOptionTypes } from 'yargs'
import { keysOf } from '../../fields.ts'
import { reporters } from '../../reporters/index.ts'
import { timeoutOption } from '../timeout-option.ts'

/** What `--fail-on` may name. */
const FAIL_ON = ['error', 'warning', 'suggestion', 'never'] as const
/** What `--reporter` may name. */
const REPORTERS = keysOf(reporters)

/** The options of `fairdraft check`, by name, as yargs describes them and in the order of its help. */
export const CHECK_OPTIONS = {
  preset: list('A house style; may be repeated'),
  config: text('A configuration file instead of the nearest fairdraft.yml'),
  plugin: list('A JavaScript file with a retext plugin to run as well; may be repeated'),
  questions: text('A file with the questions of the consultation that is answered'),
  'stdin-filename': { ...text('The name that standard input goes by'), default: 'stdin.md' },
  'stdin-ndjson': flag('Read documents, {"path", "text"} a line, and print a line for each'),
  reporter: { choices: REPORTERS, default: 'pretty', describe: 'How to print findings' },
  output: text('Write the report to a file'),
  'fail-on': { choices: FAIL_ON, default: 'error', describe: 'Exit with 1 from this severity' },
  'max-warnings': {
    type: 'number',
    requiresArg: true,
    describe: 'Exit with 1 above this many warnings',
  },
  quiet: flag('Leave suggestions out'),
  verbose: flag('Print why, who disagrees, and the sources'),
  'explain-quiet': flag('List what was left alone, and why'),
  baseline: text('Leave out the findings that this file accepts'),
  'update-baseline': flag('Accept all present findings in the baseline'),
  'changed-since': text('Report only what was changed since a commit, such as main'),
  fix: flag('Make the replacements that are safe and that nobody disputes'),
  'fix-dry-run': flag('Print what --fix would change, and change nothing'),
  timeout: timeoutOption,
  cache: flag('Check only what has changed since the last run with --cache'),
  watch: flag('Check again whenever a file changes'),
} as const

/** What `fairdraft check` is told: the value of each option that was given or has a default, and what to check. */
export type CheckArguments = Readonly<
  Sure & Partial<Pick<Values, Exclude<keyof Values, keyof Sure>>>
> & {
  readonly files?: readonly string[] | undefined
  /** What stands behind `--`: names, even of files that begin with a dash. */
  readonly '--'?: readonly string[] | undefined
}

type Values = InferredOptionTypes<typeof CHECK_OPTIONS>

/** The options that always have a value. */
type Sure = {
  [Name in keyof Values as undefined extends Values[Name] ? never : Name]: Values[Name]
}

function flag(describe: string) {
  return { type: 'boolean', default: false, describe } as const
}

function text(describe: string) {
  return { type: 'string', requiresArg: true, describe } as const
}

function list(describe: string) {
  return { type: 'string', array: true, requiresArg: true, nargs: 1, describe } as const
}

/** Whether files can be printed as they come, since nothing has to be known of all of them. */
export function isStreamed(args: CheckArguments): boolean {
  const { reporter, output, baseline, fix, 'fix-dry-run': isDry } = args
  const needsAll = output !== undefined || baseline !== undefined || fix || isDry
  return reporter === 'ndjson' && !needsAll
}
