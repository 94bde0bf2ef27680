import process from 'node:process'
import { VFile } from 'vfile'
import type { CommandModule } from 'yargs'
import { type Annotated, annotate } from '../annotate/index.ts'
import { configurator } from '../config/load.ts'
import { lint } from '../engine.ts'
import { printable } from '../printable.ts'
import { UnreadableError } from '../readers/unreadable.ts'
import type { Settings } from '../settings.ts'
import { isStop } from '../stops.ts'
import { complain } from './complain.ts'
import { codeOf, type Failure, load } from './files.ts'
import { replacedBy } from './replaced.ts'
import { say } from './say.ts'
import { sayUnread } from './say-unread.ts'
import { settingsOptions } from './settings-options.ts'
import { CLEAN, WRONG_USE } from './status.ts'
import { timeoutOption, wrongTimeout } from './timeout-option.ts'
import { writeWhole } from './write.ts'

interface AnnotateArguments {
  file: string
  output: string
  preset?: string[] | undefined
  config?: string | undefined
  author: string
  date?: string | undefined
  timeout: number
}

/** `fairdraft annotate IN.docx --output OUT.docx` */
export const annotateCommand: CommandModule<object, AnnotateArguments> = {
  command: 'annotate <file>',
  describe: 'Write the findings into a Word or OpenDocument file, as comments and tracked changes',
  builder: (yargs) =>
    yargs
      .positional('file', { type: 'string', demandOption: true, describe: 'A .docx or .odt file' })
      .option('output', {
        type: 'string',
        requiresArg: true,
        demandOption: true,
        describe: 'Where to write the file with comments',
      })
      .options(settingsOptions)
      .option('author', {
        type: 'string',
        requiresArg: true,
        default: 'Fairdraft',
        describe: 'Whose name the comments bear',
      })
      .option('date', {
        type: 'string',
        requiresArg: true,
        describe: 'The date they bear, such as 2026-03-01T09:30Z; now, if left out',
      })
      .option('timeout', timeoutOption),
  handler: async (args) => {
    process.exitCode = await run(args)
  },
}

async function run(args: AnnotateArguments): Promise<number> {
  const { file: path, output, author } = args
  const date = args.date === undefined ? new Date() : new Date(args.date)
  if (Number.isNaN(date.getTime())) {
    return refuse('--date', `"${args.date}" is no date; write it like 2026-03-01T09:30Z`)
  }
  const wrong = wrongTimeout(args.timeout) ?? (await replacedBy(output, [path]))
  if (wrong) return refuse(wrong.path, wrong.reason)
  const { settings, failures } = await configurator(args)(path)
  for (const failure of failures) complain(failure)
  const done = await annotated(path, settings, { author, date })
  if ('reason' in done) return refuse(done.path, done.reason)
  try {
    await writeWhole(output, done.bytes)
  } catch (error) {
    return refuse(output, `cannot be written (${codeOf(error)}); check the folder`)
  }
  say(summaryOf(output, done))
  return failures.length > 0 ? WRONG_USE : CLEAN
}

async function annotated(
  path: string,
  settings: Settings,
  reviewer: { author: string; date: Date },
): Promise<Annotated | Failure> {
  const file = await load(path, path)
  if ('reason' in file) return file
  const bytes = file.value
  if (!(bytes instanceof Uint8Array)) return { path, reason: 'cannot be read' }
  try {
    const checked = await lint(new VFile({ path, value: bytes }), settings)
    sayUnread(checked, isStop)
    return await annotate(bytes, checked, reviewer)
  } catch (error) {
    if (error instanceof UnreadableError) return { path, reason: error.message }
    throw error
  }
}

/** What was written, and what is found elsewhere than at its words. */
function summaryOf(output: string, { comments, replacements, elsewhere }: Annotated): string {
  const lines = elsewhere.map(({ actual, location }) => {
    const part = location?.part ?? 'text box'
    const place = part === 'header' || part === 'footer' ? 'at the beginning' : 'where it is called'
    return `  “${printable(actual ?? '')}” in a ${part}: its comment stands ${part === 'text box' ? 'at the box' : place}`
  })
  const counts = `${counted(comments, 'comment')} and ${counted(replacements, 'tracked change')}`
  return `${[`${printable(output)}: ${counts}`, ...lines].join('\n')}\n`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function refuse(path: string, reason: string): number {
  complain({ path, reason })
  return WRONG_USE
}
