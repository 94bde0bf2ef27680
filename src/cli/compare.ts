import process from 'node:process'
import type { CommandModule } from 'yargs'
import { createFramings } from '../compare/framings.ts'
import { compare } from '../compare.ts'
import { configurator } from '../config/load.ts'
import { keysOf } from '../fields.ts'
import { changesReporters } from '../reporters/changes.ts'
import { styleLines } from '../reporters/summary.ts'
import { isStop } from '../stops.ts'
import { checked } from './checked.ts'
import { complain } from './complain.ts'
import { STDIN } from './files.ts'
import { print, widthOf } from './output.ts'
import { replacedBy } from './replaced.ts'
import { sayUnread } from './say-unread.ts'
import { settingsOptions } from './settings-options.ts'
import { CLEAN, FOUND, WRONG_USE } from './status.ts'
import { timeoutOption, wrongTimeout } from './timeout-option.ts'

type ReporterName = keyof typeof changesReporters

interface CompareArguments {
  readonly old: string
  readonly new: string
  readonly preset?: string[] | undefined
  readonly config?: string | undefined
  readonly reporter: ReporterName
  readonly json: boolean
  readonly output?: string | undefined
  readonly 'fail-on': 'introduced' | 'never'
  readonly timeout: number
}

/** `fairdraft compare OLD NEW` */
export const compareCommand: CommandModule<object, CompareArguments> = {
  command: 'compare <old> <new>',
  describe: 'What a new version fixed, kept, reworded and introduced',
  builder: (yargs) =>
    yargs
      .positional('old', { type: 'string', demandOption: true, describe: 'The old version' })
      .positional('new', { type: 'string', demandOption: true, describe: 'The new version' })
      .options(settingsOptions)
      .option('reporter', {
        choices: keysOf(changesReporters),
        default: 'pretty' as const,
        describe: 'How to print the changes',
      })
      .option('json', { type: 'boolean', default: false, describe: 'The same as --reporter json' })
      .option('output', {
        type: 'string',
        requiresArg: true,
        describe: 'Write the report to a file',
      })
      .option('fail-on', {
        choices: ['introduced', 'never'] as const,
        default: 'never' as const,
        describe: 'Exit with 1 if the new version introduces a finding',
      })
      .option('timeout', timeoutOption),
  handler: async (args) => {
    process.exitCode = await compareFiles(args)
  },
}

/** The name that standard input goes by. */
const STDIN_NAME = 'stdin.md'

async function compareFiles(args: CompareArguments): Promise<number> {
  const wrong = wrongTimeout(args.timeout) ?? (await replacedBy(args.output, [args.old, args.new]))
  if (wrong) {
    complain(wrong)
    return WRONG_USE
  }
  const configured = await configurator(args)(args.new === STDIN ? STDIN_NAME : args.new)
  const { settings } = configured
  const versions = [
    await checked(args.old, settings, STDIN_NAME),
    await checked(args.new, settings, STDIN_NAME),
  ]
  const failures = [...configured.failures, ...versions.filter((one) => 'reason' in one)]
  for (const failure of failures) complain(failure)
  const [old, next] = versions
  if (!old || !next || 'reason' in old || 'reason' in next) return WRONG_USE
  for (const { file } of [old, next]) {
    sayUnread(file, isStop)
    file.messages = file.messages.filter((message) => !isStop(message))
  }
  const framings = createFramings(settings)
  const changes = compare(old, next, framings)
  const report = changesReporters[args.json ? 'json' : args.reporter](
    { old: old.file, new: next.file, changes, framings, styles: styleLines([settings]) },
    widthOf(),
  )
  const written = await print(report, args.output)
  if (written) complain(written)
  if (failures.length > 0 || written) return WRONG_USE
  return args['fail-on'] === 'introduced' && changes.introduced.length > 0 ? FOUND : CLEAN
}
