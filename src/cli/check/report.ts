import process from 'node:process'
import type { VFile } from 'vfile'
import { severityOf } from '../../finding.ts'
import {
  pieceReporters,
  type Reporter,
  type ReporterName,
  type ReportOptions,
  reporters,
} from '../../reporters/index.ts'
import type { Settings } from '../../settings.ts'
import type { Failure } from '../files.ts'
import { print, widthOf } from '../output.ts'
import { ownVersion } from '../own-folder.ts'
import type { CheckArguments } from './options.ts'
import { addToSummary, summaryPath } from './step-summary.ts'

/** Prints what was found as the command line asks for, or writes it to a file; why not, if that fails. */
export async function report(
  files: readonly VFile[],
  settings: readonly Settings[],
  args: CheckArguments,
): Promise<Failure | undefined> {
  for (const file of files) quieten(file, args)
  const options = await optionsOf(args)
  const text = await textOf(args.reporter, [files, settings, options])
  if (text === undefined) return { path: `--reporter ${args.reporter}`, reason: TOO_LONG }
  const failure = await print(text, args.output)
  const summary = args.reporter === 'github' ? summaryPath() : undefined
  if (failure || summary === undefined) return failure
  const markdown = await reporters.markdown()
  return addToSummary(summary, markdown(files, settings, options))
}

const TOO_LONG =
  'the report is longer than this format can be in one piece; use json, ndjson, sarif or gitlab, or check fewer files at once'

/** A report, in pieces if its format has them; nothing if it is longer than a string can be. */
async function textOf(
  name: ReporterName,
  args: Parameters<Reporter>,
): Promise<string | Iterable<string> | undefined> {
  const inPieces = await pieceReporters[name]?.()
  if (inPieces) return inPieces(...args)
  const reporter = await reporters[name]()
  try {
    return reporter(...args)
  } catch (error) {
    if (error instanceof RangeError && error.message === 'Invalid string length') return undefined
    throw error
  }
}

/** Leaves suggestions out of a file if `--quiet` asks for it. */
export function quieten(file: VFile, { quiet }: Pick<CheckArguments, 'quiet'>): void {
  if (!quiet) return
  file.messages = file.messages.filter((finding) => severityOf(finding) !== 'suggestion')
}

/** What a reporter is told. */
export async function optionsOf(args: CheckArguments): Promise<ReportOptions> {
  const terminal = args.output === undefined && process.stdout.isTTY === true
  return {
    color: terminal && !process.env.NO_COLOR,
    verbose: args.verbose,
    explainQuiet: args['explain-quiet'],
    width: widthOf(),
    version: await ownVersion(),
  }
}
