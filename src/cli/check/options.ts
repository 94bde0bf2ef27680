import type { Argv } from 'yargs'
import { type ReporterName, reporters } from '../../reporters/index.ts'

const FAIL_ON = ['error', 'warning', 'suggestion', 'never'] as const
const REPORTERS = Object.keys(reporters) as ReporterName[]

/** What `fairdraft check` is told. */
export interface CheckArguments {
  readonly files?: readonly string[] | undefined
  /** What stands behind `--`: names, even of files that begin with a dash. */
  readonly '--'?: readonly string[] | undefined
  readonly preset?: string[] | undefined
  readonly config?: string | undefined
  /** JavaScript files with retext plugins. */
  readonly plugin?: readonly string[] | undefined
  /** A file with the questions that the documents answer. */
  readonly questions?: string | undefined
  readonly 'stdin-filename': string
  readonly 'stdin-ndjson': boolean
  readonly reporter: ReporterName
  readonly output?: string | undefined
  readonly 'fail-on': (typeof FAIL_ON)[number]
  readonly 'max-warnings'?: number | undefined
  readonly quiet: boolean
  readonly verbose: boolean
  readonly 'explain-quiet': boolean
  readonly fix: boolean
  readonly 'fix-dry-run': boolean
  readonly baseline?: string | undefined
  readonly 'update-baseline': boolean
  readonly 'changed-since'?: string | undefined
  readonly cache: boolean
  readonly watch: boolean
}

/** The options of `fairdraft check`. */
export function checkOptions(yargs: Argv): Argv<CheckArguments> {
  return narrowing(reporting(input(yargs)))
    .option('fix', flag('Make the replacements that are safe and that nobody disputes'))
    .option('fix-dry-run', flag('Print what --fix would change, and change nothing'))
    .option('cache', flag('Check only what has changed since the last run with --cache'))
    .option('watch', flag('Check again whenever a file changes'))
}

function input(yargs: Argv) {
  return yargs
    .positional('files', { type: 'string', array: true, describe: 'What to check' })
    .option('preset', {
      type: 'string',
      array: true,
      requiresArg: true,
      nargs: 1,
      describe: 'A house style; may be repeated',
    })
    .option('config', text('A configuration file instead of the nearest fairdraft.yml'))
    .option('plugin', {
      type: 'string',
      array: true,
      requiresArg: true,
      nargs: 1,
      describe: 'A JavaScript file with a retext plugin to run as well; may be repeated',
    })
    .option('questions', text('A file with the questions of the consultation that is answered'))
    .option('stdin-filename', {
      ...text('The name that standard input goes by'),
      default: 'stdin.md',
    })
    .option(
      'stdin-ndjson',
      flag('Read documents, {"path", "text"} a line, and print a line for each'),
    )
}

function reporting<T>(yargs: Argv<T>) {
  return yargs
    .option('reporter', {
      choices: REPORTERS,
      default: 'pretty' as const,
      describe: 'How to print findings',
    })
    .option('output', text('Write the report to a file'))
    .option('fail-on', {
      choices: FAIL_ON,
      default: 'error' as const,
      describe: 'Exit with 1 from this severity',
    })
    .option('max-warnings', {
      type: 'number',
      requiresArg: true,
      describe: 'Exit with 1 above this many warnings',
    })
    .option('quiet', flag('Leave suggestions out'))
    .option('verbose', flag('Print why, who disagrees, and the sources'))
    .option('explain-quiet', flag('List what was left alone, and why'))
}

function narrowing<T>(yargs: Argv<T>) {
  return yargs
    .option('baseline', text('Leave out the findings that this file accepts'))
    .option('update-baseline', flag('Accept all present findings in the baseline'))
    .option('changed-since', text('Report only what was changed since a commit, such as main'))
}

function flag(describe: string) {
  return { type: 'boolean', default: false, describe } as const
}

function text(describe: string) {
  return { type: 'string', requiresArg: true, describe } as const
}

/** Whether files can be printed as they come, since nothing has to be known of all of them. */
export function isStreamed(args: CheckArguments): boolean {
  const { reporter, output, baseline, fix, 'fix-dry-run': isDry } = args
  const needsAll = output !== undefined || baseline !== undefined || fix || isDry
  return reporter === 'ndjson' && !needsAll
}
