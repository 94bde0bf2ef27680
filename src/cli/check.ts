import process from 'node:process'
import type { CommandModule } from 'yargs'
import type { Cache } from './check/cache.ts'
import { type Narrowing, narrowingOf } from './check/narrow.ts'
import { CHECK_OPTIONS, type CheckArguments, isStreamed } from './check/options.ts'
import { plainArguments } from './check/plain.ts'
import { report } from './check/report.ts'
import { run, runEach } from './check/run.ts'
import { createVerdict } from './check/verdict.ts'
import { wrongUse } from './check/wrong-use.ts'
import { complain } from './complain.ts'
import { expand, type Failure } from './files.ts'
import { replacedBy } from './replaced.ts'
import { CLEAN, WRONG_USE } from './status.ts'

/** `fairdraft [check] <file|folder|glob|->...` */
export const checkCommand: CommandModule<object, CheckArguments> = {
  command: ['check [files..]', '$0'],
  describe: 'Check files, folders, globs, or - for standard input',
  builder: (yargs) =>
    yargs
      .positional('files', { type: 'string', array: true, describe: 'What to check' })
      .options(CHECK_OPTIONS),
  handler: runCheck,
}

/** Runs the check that the words of a command line ask for, if they are plain; whether they are. */
export async function checkIfPlain(words: readonly string[]): Promise<boolean> {
  const args = plainArguments(words)
  if (args) await runCheck(args)
  return args !== undefined
}

/** Checks what a command line names, prints the report, and sets `process.exitCode`. */
async function runCheck(read: CheckArguments): Promise<void> {
  const args = { ...read, files: [...(read.files ?? []), ...(read['--'] ?? [])].map(String) }
  const { files, config, questions, baseline } = args
  const sources = [...files, config, questions, baseline].filter((name) => name !== undefined)
  const wrong = wrongUse(args) ?? (await replacedBy(args.output, sources))
  process.exitCode = wrong ? refuse([wrong]) : await begin(args)
}

/** The arguments with a list of what was named, which yargs leaves out if it is empty. */
type Arguments = CheckArguments & { readonly files: readonly string[] }

async function begin(args: Arguments): Promise<number> {
  if (args['stdin-ndjson']) return (await import('./check/stdin-ndjson.ts')).checkStream(args)
  const cache = await cacheFor(args)
  const status = await check(args, cache)
  if (!args.watch) return status
  const { watch } = await import('./check/watch.ts')
  return watch(args, () => check(args, cache))
}

async function cacheFor(args: Arguments): Promise<Cache | undefined> {
  if (!args.cache && !args.watch) return undefined
  const { createMemoryCache, openCache } = await import('./check/cache.ts')
  return args.cache ? openCache() : createMemoryCache()
}

async function check(args: Arguments, cache: Cache | undefined): Promise<number> {
  const narrowing = await narrowingOf(args)
  if (!('apply' in narrowing)) return refuse(narrowing)
  const { paths, foreign, failures } = await pathsOf(args, narrowing)
  if (isStreamed(args)) {
    const { printEach } = await import('./check/stream.ts')
    const status = await printEach(runEach(paths, { ...args, cache }), args, narrowing)
    return failures.length > 0 ? refuse(failures) : status
  }
  const checked = await run(paths, { ...args, cache })
  checked.failures.unshift(...failures)
  const remarks = await narrowing.apply(checked)
  if (args['fix-dry-run']) {
    const { printFixes } = await import('./check/fix.ts')
    await printFixes(checked.files)
    return checked.failures.length > 0 ? refuse(checked.failures) : CLEAN
  }
  if (args.fix) {
    const { fixAll } = await import('./check/fix.ts')
    const unfixed = await fixAll(checked.files, foreign)
    const status = await check({ ...args, fix: false }, cache)
    return unfixed.length > 0 ? refuse(unfixed) : status
  }
  for (const remark of [...checked.failures, ...remarks]) complain(remark)
  const verdict = createVerdict(args)
  for (const file of checked.files) verdict.add(file)
  const unwritten = await report(checked.files, [...new Set(checked.settings.values())], args)
  if (unwritten) complain(unwritten)
  return checked.failures.length > 0 || unwritten ? WRONG_USE : verdict.status()
}

/** The files to check, and what was named that is none. */
async function pathsOf({ files, output }: Arguments, narrowing: Narrowing) {
  const { paths, foreign, failures } = await expand(files, output)
  if (paths.length === 0 && failures.length === 0) {
    const reason = 'holds no file of a format that Fairdraft reads'
    complain({ path: files.join(', '), reason })
  }
  return { paths: await narrowing.select(paths), foreign, failures }
}

function refuse(failures: readonly Failure[]): number {
  for (const failure of failures) complain(failure)
  return WRONG_USE
}
