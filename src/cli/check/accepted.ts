import type { VFile } from 'vfile'
import { today } from '../../config/today.ts'
import type { Accepted } from '../../types/baseline.ts'
import { codeOf, type Failure } from '../files.ts'
import { readBaseline, renewedEntries, takeAccepted, writeBaseline } from './baseline.ts'
import type { NarrowArguments, Narrowing } from './narrow.ts'

/** Narrows to what a baseline does not accept, and renews it if asked to; what is wrong with it, if anything is. */
export async function narrowingBy(
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
