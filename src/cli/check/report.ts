import process from 'node:process'
import type { VFile } from 'vfile'
import { severityOf } from '../../finding.ts'
import { type ReportOptions, reporters } from '../../reporters/index.ts'
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
  const reporter = await reporters[args.reporter]()
  const options = await optionsOf(args)
  const failure = await print(reporter(files, settings, options), args.output)
  const summary = args.reporter === 'github' ? summaryPath() : undefined
  if (failure || summary === undefined) return failure
  const markdown = await reporters.markdown()
  return addToSummary(summary, markdown(files, settings, options))
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
