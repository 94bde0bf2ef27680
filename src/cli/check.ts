import process from 'node:process'
import type { CommandModule } from 'yargs'
import type { Cache } from './cache.ts'
import { type CheckArguments, checkOptions } from './check-options.ts'
import { complain } from './complain.ts'
import { expand, type Failure } from './files.ts'
import { type Narrowing, narrowingOf } from './narrow.ts'
import { report } from './report.ts'
import { type Run, run } from './run.ts'
import { CLEAN, statusOf, WRONG_USE } from './status.ts'
import { wrongUse } from './wrong-use.ts'

/** `fairdraft [check] <file|folder|glob|->...` */
export const checkCommand: CommandModule<object, CheckArguments> = {
  command: ['check [files..]', '$0'],
  describe: 'Check files, folders, globs, or - for standard input',
  builder: checkOptions,
  handler: async (read) => {
    const args = { ...read, files: [...(read.files ?? []), ...(read['--'] ?? [])].map(String) }
    const wrong = wrongUse(args)
    process.exitCode = wrong ? refuse([wrong]) : await begin(args)
  },
}

/** The arguments with a list of what was named, which yargs leaves out if it is empty. */
type Arguments = CheckArguments & { readonly files: readonly string[] }

async function begin(args: Arguments): Promise<number> {
  if (args['stdin-ndjson']) return (await import('./stdin-ndjson.ts')).checkStream(args)
  const cache = await cacheFor(args)
  const status = await check(args, cache)
  if (!args.watch) return status
  const { watch } = await import('./watch.ts')
  return watch(args, () => check(args, cache))
}

async function cacheFor(args: Arguments): Promise<Cache | undefined> {
  if (!args.cache && !args.watch) return undefined
  const { createMemoryCache, openCache } = await import('./cache.ts')
  return args.cache ? openCache() : createMemoryCache()
}

async function check(args: Arguments, cache: Cache | undefined): Promise<number> {
  const narrowing = await narrowingOf(args)
  if (!('apply' in narrowing)) return refuse(narrowing)
  const checked = await runOn(args, narrowing, cache)
  const remarks = await narrowing.apply(checked)
  if (args['fix-dry-run']) {
    const { printFixes } = await import('./fix.ts')
    await printFixes(checked.files)
    return checked.failures.length > 0 ? refuse(checked.failures) : CLEAN
  }
  if (args.fix) {
    const { fixAll } = await import('./fix.ts')
    const unfixed = await fixAll(checked.files)
    const status = await check({ ...args, fix: false }, cache)
    return unfixed.length > 0 ? refuse(unfixed) : status
  }
  for (const remark of [...checked.failures, ...remarks]) complain(remark)
  const status = statusOf(checked.files, args)
  const unwritten = await report(checked.files, [...new Set(checked.settings.values())], args)
  if (unwritten) complain(unwritten)
  return checked.failures.length > 0 || unwritten ? WRONG_USE : status
}

async function runOn(args: Arguments, narrowing: Narrowing, cache?: Cache): Promise<Run> {
  const { paths, failures } = await expand(args.files)
  const none = paths.length === 0 && failures.length === 0
  const checked = await run(await narrowing.select(paths), { ...args, cache })
  const named = args.files.join(', ')
  if (none) complain({ path: named, reason: 'holds no file of a format that Fairdraft reads' })
  return { ...checked, failures: [...failures, ...checked.failures] }
}

function refuse(failures: readonly Failure[]): number {
  for (const failure of failures) complain(failure)
  return WRONG_USE
}
