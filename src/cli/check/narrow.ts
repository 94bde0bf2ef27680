import { isStop } from '../../stops.ts'
import type { Failure } from '../files.ts'
import type { CheckArguments } from './options.ts'
import type { Run } from './run.ts'

/** What the command line says of which findings are wanted. */
export type NarrowArguments = Pick<
  CheckArguments,
  'baseline' | 'update-baseline' | 'changed-since' | 'fix'
>

/**
 * Which findings are wanted: those that no baseline accepts, those that a change brought, or all; and always what says
 * that a document was not checked as a whole.
 */
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
      const all = run.files.map((file) => ({ file, messages: file.messages }))
      for (const { file, messages } of all) file.messages = messages.filter((one) => !isStop(one))
      for (const narrowing of narrowings) remarks.push(...(await narrowing.apply(run)))
      for (const { file, messages } of all) {
        const wanted = new Set(file.messages)
        file.messages = messages.filter((one) => isStop(one) || wanted.has(one))
      }
      return remarks
    },
  }
}

async function byBaseline(
  path: string,
  args: NarrowArguments,
): Promise<Narrowing | readonly Failure[]> {
  const { narrowingBy } = await import('./accepted.ts')
  return narrowingBy(path, args)
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
