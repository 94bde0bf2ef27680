import process from 'node:process'
import type { CommandModule } from 'yargs'
import { type Comparison, comparePresets } from '../compare-presets.ts'
import { keysOf } from '../fields.ts'
import { catalogue } from '../index.ts'
import { SettingsError } from '../settings.ts'
import { comparisonTables } from './comparison.ts'
import { complain } from './complain.ts'
import { print } from './output.ts'
import { say } from './say.ts'
import { WRONG_USE } from './status.ts'

/** `fairdraft presets` and `fairdraft presets compare A B …` */
export const presetsCommand: CommandModule = {
  command: 'presets',
  describe:
    'House styles: who wrote each, and whose viewpoint it gives; compare sets them side by side',
  builder: (yargs) => yargs.command(compareCommand),
  handler: () => {
    const lines = catalogue.presets.map(({ name, title, author, date, viewpoint }) => {
      const stands = viewpoint
        ? (catalogue.knowledge.viewpoints[viewpoint]?.name ?? viewpoint)
        : 'none: it takes no side'
      return `${name}\n    ${title}\n    viewpoint: ${stands}\n    by: ${author} (${date})`
    })
    const more =
      'More: fairdraft explain <preset>\nSide by side: fairdraft presets compare <preset> <preset>...'
    say(`${lines.join('\n\n')}\n\n${more}\n`)
  },
}

type TableName = keyof typeof comparisonTables

interface CompareArguments {
  readonly names: string[]
  readonly reporter: TableName
  readonly json: boolean
  readonly all: boolean
  readonly output: string | undefined
}

/** Columns of a table that nobody looks at in a terminal. */
const WIDTH = 100

const compareCommand: CommandModule<object, CompareArguments> = {
  command: 'compare <names..>',
  describe: 'House styles side by side: terms, wording and sources',
  builder: (yargs) =>
    yargs
      .positional('names', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'Two or more presets',
      })
      .option('reporter', {
        choices: keysOf(comparisonTables),
        default: 'pretty' as const,
        describe: 'The form of the table',
      })
      .option('json', { type: 'boolean', default: false, describe: 'The same as --reporter json' })
      .option('all', {
        type: 'boolean',
        default: false,
        describe: 'Also the terms on which they do not differ',
      })
      .option('output', { type: 'string', describe: 'Write the table to a file' }),
  handler: async ({ names, reporter, json, all, output }) => {
    const comparison = compared([...new Set(names)])
    if (comparison === undefined) return
    const { presets, rows } = comparison
    const shown = { presets, rows: all ? rows : rows.filter(({ same }) => !same) }
    const width = Math.min(WIDTH, process.stdout.columns ?? WIDTH)
    const table = comparisonTables[json ? 'json' : reporter](shown, width)
    const unwritten = await print(table, output)
    if (unwritten === undefined) return
    complain(unwritten)
    process.exitCode = WRONG_USE
  },
}

/** The comparison, or nothing and a line on stderr if the names are wrong. */
function compared(names: readonly string[]): Comparison | undefined {
  try {
    if (names.length < 2) throw new SettingsError([], 'Name two or more presets to compare')
    return comparePresets(names, catalogue)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    complain({ reason: error.message })
    process.exitCode = WRONG_USE
    return undefined
  }
}
