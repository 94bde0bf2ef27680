import process from 'node:process'
import type { CommandModule } from 'yargs'
import { configurator } from '../config/load.ts'
import { keysOf } from '../fields.ts'
import { type Profile, profileOf } from '../profile.ts'
import { profileReporters } from '../reporters/profile.ts'
import { isUnread } from '../stops.ts'
import { checked } from './checked.ts'
import { complain } from './complain.ts'
import { expand, STDIN } from './files.ts'
import { print, widthOf } from './output.ts'
import { replacedBy } from './replaced.ts'
import { sayUnread } from './say-unread.ts'
import { CLEAN, WRONG_USE } from './status.ts'
import { timeoutOption, wrongTimeout } from './timeout-option.ts'

type ReporterName = keyof typeof profileReporters

interface ProfileArguments {
  readonly files: string[]
  readonly config?: string | undefined
  readonly 'stdin-filename': string
  readonly reporter: ReporterName
  readonly json: boolean
  readonly output?: string | undefined
  readonly timeout: number
}

/** `fairdraft profile <files>` */
export const profileCommand: CommandModule<object, ProfileArguments> = {
  command: 'profile <files..>',
  describe: 'Whose vocabulary a text speaks, in counts',
  builder: (yargs) =>
    yargs
      .positional('files', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'Files, folders, globs, or - for standard input',
      })
      .option('config', {
        type: 'string',
        requiresArg: true,
        describe: 'A configuration file instead of the nearest fairdraft.yml',
      })
      .option('stdin-filename', {
        type: 'string',
        requiresArg: true,
        default: 'stdin.md',
        describe: 'The name that standard input goes by',
      })
      .option('reporter', {
        choices: keysOf(profileReporters),
        default: 'pretty' as const,
        describe: 'How to print the counts',
      })
      .option('json', { type: 'boolean', default: false, describe: 'The same as --reporter json' })
      .option('output', {
        type: 'string',
        requiresArg: true,
        describe: 'Write the report to a file',
      })
      .option('timeout', timeoutOption),
  handler: async (args) => {
    process.exitCode = await profileFiles(args)
  },
}

/** Every pack and every term counts, whatever house style is in use. */
const EVERYTHING = ['all']

async function profileFiles(args: ProfileArguments): Promise<number> {
  const { config, output, timeout } = args
  const named = args.files.map(String)
  const wrong = wrongTimeout(timeout) ?? (await replacedBy(output, named))
  if (wrong) {
    complain(wrong)
    return WRONG_USE
  }
  const { paths, failures } = await expand(named, output)
  const settingsFor = configurator({ config, preset: EVERYTHING, timeout })
  const profiles: Profile[] = []
  for (const path of paths) {
    const configured = await settingsFor(path === STDIN ? args['stdin-filename'] : path)
    failures.push(...configured.failures.filter((failure) => !failures.includes(failure)))
    const outcome = await checked(path, configured.settings, args['stdin-filename'])
    if ('reason' in outcome) {
      failures.push(outcome)
    } else {
      sayUnread(outcome.file, isUnread)
      profiles.push(profileOf(outcome, configured.settings))
    }
  }
  for (const failure of failures) complain(failure)
  const report = profileReporters[args.json ? 'json' : args.reporter](profiles, widthOf())
  const written = await print(report, output)
  if (written) complain(written)
  return failures.length > 0 || written ? WRONG_USE : CLEAN
}
