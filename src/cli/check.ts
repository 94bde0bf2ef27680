import process from 'node:process'
import type { VFile } from 'vfile'
import type { CommandModule } from 'yargs'
import { configurator } from '../config/load.ts'
import { lint } from '../engine.ts'
import { SEVERITIES, severityOf } from '../finding.ts'
import { printable } from '../printable.ts'
import { UnreadableError } from '../readers/decode.ts'
import { type ReporterName, reporters } from '../reporters/index.ts'
import type { Settings } from '../settings.ts'
import { codeOf, expand, type Failure, load, STDIN } from './files.ts'
import { diffOf, fix } from './fix.ts'
import { CLEAN, FOUND, WRONG_USE } from './status.ts'
import { writeWhole } from './write.ts'

const FAIL_ON = ['error', 'warning', 'suggestion', 'never'] as const
const REPORTERS = Object.keys(reporters) as ReporterName[]

interface CheckArguments {
  files?: string[] | undefined
  preset?: string[] | undefined
  config?: string | undefined
  plugin?: string[] | undefined
  'stdin-filename': string
  reporter: ReporterName
  output?: string | undefined
  'fail-on': (typeof FAIL_ON)[number]
  'max-warnings'?: number | undefined
  quiet: boolean
  verbose: boolean
  'explain-quiet': boolean
  fix: boolean
  'fix-dry-run': boolean
}

/** `fairdraft [check] <file|folder|glob|->...` */
export const checkCommand: CommandModule<object, CheckArguments> = {
  command: ['check [files..]', '$0'],
  describe: 'Check files, folders, globs, or - for standard input',
  builder: (yargs) =>
    yargs
      .positional('files', { type: 'string', array: true, describe: 'What to check' })
      .option('preset', {
        type: 'string',
        array: true,
        requiresArg: true,
        nargs: 1,
        describe: 'A house style; may be repeated',
      })
      .option('config', {
        type: 'string',
        requiresArg: true,
        describe: 'A configuration file instead of the nearest fairdraft.yml',
      })
      .option('plugin', {
        type: 'string',
        array: true,
        requiresArg: true,
        nargs: 1,
        describe: 'A JavaScript file with a retext plugin to run as well; may be repeated',
      })
      .option('stdin-filename', {
        type: 'string',
        requiresArg: true,
        default: 'stdin.md',
        describe: 'The name that standard input goes by',
      })
      .option('reporter', {
        choices: REPORTERS,
        default: 'pretty' as const,
        describe: 'How to print findings',
      })
      .option('output', {
        type: 'string',
        requiresArg: true,
        describe: 'Write the report to a file',
      })
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
      .option('quiet', { type: 'boolean', default: false, describe: 'Leave suggestions out' })
      .option('verbose', {
        type: 'boolean',
        default: false,
        describe: 'Print why, who disagrees, and the sources',
      })
      .option('explain-quiet', {
        type: 'boolean',
        default: false,
        describe: 'List what was left alone, and why',
      })
      .option('fix', {
        type: 'boolean',
        default: false,
        describe: 'Make the replacements that are safe and that nobody disputes',
      })
      .option('fix-dry-run', {
        type: 'boolean',
        default: false,
        describe: 'Print what --fix would change, and change nothing',
      }),
  handler: async (args) => {
    process.exitCode = await check(args)
  },
}

async function check(args: CheckArguments): Promise<number> {
  const named = (args.files ?? []).map(String)
  if (named.length === 0) {
    complain({
      path: 'no file named',
      reason: 'name a file, a folder or a glob, or - for standard input',
    })
    return WRONG_USE
  }
  if (args['max-warnings'] !== undefined && !(args['max-warnings'] >= 0)) {
    complain({ path: '--max-warnings', reason: 'must be a number, 0 or more' })
    return WRONG_USE
  }
  const { paths, failures } = await expand(named)
  const settingsFor = configurator(args)
  const files: VFile[] = []
  const used = new Set<Settings>()
  for (const path of paths) {
    const configured = await settingsFor(path === STDIN ? args['stdin-filename'] : path)
    failures.push(...configured.failures.filter((failure) => !failures.includes(failure)))
    const outcome = await checkOne(path, configured.settings, args['stdin-filename'])
    if ('reason' in outcome) failures.push(outcome)
    else {
      files.push(outcome)
      used.add(configured.settings)
    }
  }
  if (args.fix && paths.includes(STDIN)) {
    complain({
      path: 'standard input',
      reason: 'cannot be fixed in place; use --fix-dry-run to see what would change',
    })
    return WRONG_USE
  }
  if (args['fix-dry-run']) {
    process.stdout.write((await Promise.all(files.map(diffOf))).join(''))
    for (const failure of failures) complain(failure)
    return failures.length > 0 ? WRONG_USE : CLEAN
  }
  if (args.fix) {
    for (const [index, file] of files.entries()) {
      const fixed = await fix(file, (await settingsFor(file.path)).settings)
      if ('reason' in fixed) failures.push(fixed)
      else files[index] = fixed
    }
  }
  for (const failure of failures) complain(failure)
  if (paths.length === 0 && failures.length === 0) {
    complain({ path: named.join(', '), reason: 'holds no file of a format that Fairdraft reads' })
  }
  const report = reporters[args.reporter](files, [...used], optionsOf(args))
  const written = await print(report, args.output)
  if (written) complain(written)
  return failures.length > 0 || written ? WRONG_USE : statusOf(files, args)
}

async function checkOne(
  path: string,
  settings: Settings,
  stdinName: string,
): Promise<VFile | Failure> {
  const file = await load(path, stdinName)
  if ('reason' in file) return file
  try {
    return await lint(file, settings)
  } catch (error) {
    if (error instanceof UnreadableError) return { path, reason: error.message }
    throw error
  }
}

/** One line on standard error: what is wrong, and the cure. */
function complain({ path, reason }: Failure): void {
  process.stderr.write(`fairdraft: ${printable(path)}: ${printable(reason)}\n`)
}

function optionsOf(args: CheckArguments) {
  const terminal = args.output === undefined && process.stdout.isTTY === true
  return {
    color: terminal && !process.env.NO_COLOR,
    verbose: args.verbose,
    quiet: args.quiet,
    explainQuiet: args['explain-quiet'],
    width: Math.min(process.stdout.columns ?? 100, 100),
  }
}

/** Prints a report, or writes it to a file; what went wrong, if that fails. */
async function print(report: string, output: string | undefined): Promise<Failure | undefined> {
  if (output === undefined || output === STDIN) {
    process.stdout.write(report)
    return undefined
  }
  try {
    await writeWhole(output, report)
    return undefined
  } catch (error) {
    return { path: output, reason: `cannot be written (${codeOf(error)}); check the folder` }
  }
}

function statusOf(files: readonly VFile[], args: CheckArguments): number {
  const found = files.flatMap((file) => file.messages.map(severityOf))
  const limit = args['fail-on'] === 'never' ? -1 : SEVERITIES.indexOf(args['fail-on'])
  if (found.some((severity) => SEVERITIES.indexOf(severity) <= limit)) return FOUND
  const warnings = found.filter((severity) => severity === 'warning').length
  const most = args['max-warnings']
  return most !== undefined && warnings > most ? FOUND : CLEAN
}
