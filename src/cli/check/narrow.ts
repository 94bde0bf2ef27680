import type { VFile } from 'vfile'
import { today } from '../../config/today.ts'
import type { Accepted } from '../../types/baseline.ts'
import { codeOf, type Failure } from '../files.ts'
import { readBaseline, renewedEntries, takeAccepted, writeBaseline } from './baseline.ts'
import type { CheckArguments } from './options.ts'
import type { Run } from './run.ts'

/** What the command line says of which findings are wanted. */
export type NarrowArguments = Pick<
  CheckArguments,
  'baseline' | 'update-baseline' | 'changed-since' | 'fix'
>

/** Which findings are wanted: those that no baseline accepts, those that a change brought, or all. */
export interface Narrowing {
  /** The paths that have to be checked at all. */
  select(paths: readonly string[]): Promise<readonly string[]>
  /** Leaves the files of a run the findings that are wanted; remarks for the user. */
  apply(run: Run): Promise<readonly Failure[]>
}

/** The narrowing that the command line asks for; what is wrong with it, if anything is. */
export async function narrowingOf(args: NarrowArguments): Promise<Narrowing | readonly Failure[]> {
  const steps = [
    ...(args.baseline === undefined ? [] : [await byBaseline(args.baseline, args)]),
    ...(args['changed-since'] === undefined ? [] : [await byChange(args['changed-since'])]),
  ]
  const failures = steps.flatMap((step) => ('apply' in step ? [] : step))
  if (failures.length > 0) return failures
  const narrowings = steps.flatMap((step) => ('apply' in step ? [step] : []))
  return {
    async select(paths) {
      let selected = paths
      for (const narrowing of narrowings) selected = await narrowing.select(selected)
      return selected
    },
    async apply(run) {
      const remarks: Failure[] = []
      for (const narrowing of narrowings) remarks.push(...(await narrowing.apply(run)))
      return remarks
    },
  }
}

async function byChange(commit: string): Promise<Narrowing | readonly Failure[]> {
  const { changesSince } = await import('./changed.ts')
  const changes = await changesSince(commit)
  if ('reason' in changes) return [changes]
  return {
    async select(paths) {
      const selected: string[] = []
      for (const path of paths) if (await changes.has(path)) selected.push(path)
      return selected
    },
    async apply({ files, settings }) {
      for (const file of files) {
        const own = settings.get(file)
        if (own) await changes.narrow(file, own)
      }
      return []
    },
  }
}

async function byBaseline(
  path: string,
  { fix, 'update-baseline': isUpdate }: NarrowArguments,
): Promise<Narrowing | readonly Failure[]> {
  // With --fix, files are checked once more after it: that is when the baseline is written.
  const update = isUpdate && !fix
  const baseline = await readBaseline(path, isUpdate)
  if (!('path' in baseline)) return baseline
  return {
    select: async (paths) => paths,
    async apply({ files }) {
      if (!update) return staleRemarks(path, takeAccepted(files, baseline, today()))
      const renewed = { path, entries: renewedEntries(files, baseline) }
      const unwritten = await write(renewed)
      takeAccepted(files, renewed, today())
      return [unwritten ?? { path, reason: acceptedRemark(renewed.entries, files) }]
    },
  }
}

async function write(baseline: Parameters<typeof writeBaseline>[0]): Promise<Failure | undefined> {
  try {
    await writeBaseline(baseline)
    return undefined
  } catch (error) {
    return {
      path: baseline.path,
      reason: `cannot be written (${codeOf(error)}); check the folder`,
    }
  }
}

function staleRemarks(path: string, stale: readonly Accepted[]): Failure[] {
  const [first] = stale
  if (!first) return []
  const entries = stale.length === 1 ? '1 entry fits' : `${stale.length} entries fit`
  const example = `${first.ruleId} “${first.words}” in ${first.path}`
  const cure = `--update-baseline removes ${stale.length === 1 ? 'it' : 'them'}`
  return [{ path, reason: `${entries} nothing any more (${example}); ${cure}` }]
}

function acceptedRemark(entries: readonly Accepted[], files: readonly VFile[]): string {
  const accepted = entries.reduce((sum, { times = 1 }) => sum + times, 0)
  const overdue = files.reduce((sum, { messages }) => sum + messages.length, 0)
  const past =
    overdue > 0
      ? `; ${overdue} of them past their last day: mend the wording or change "until"`
      : ''
  return `accepts ${accepted} ${accepted === 1 ? 'finding' : 'findings'} now${past}`
}
