import type { VFile } from 'vfile'
import type { Document, Run } from './document.ts'
import { stretchOf } from './finding.ts'

/** So many findings are kept of one document, and so many finds left alone: those that come first in it. */
export const MOST_FINDINGS = 100_000

/** Why the findings of a document end before it does. */
export function tooMany(): string {
  const most = MOST_FINDINGS.toLocaleString('en-GB')
  return `More was found in this document than is listed of one (${most} findings).`
}

const limits = new WeakMap<VFile, number>()

/** Where the findings of a file end that are kept: an offset in UTF-16 units; infinity if all are. */
export function limitOf(file: VFile): number {
  return limits.get(file) ?? Number.POSITIVE_INFINITY
}

/**
 * Leaves out what comes last of the findings of a file, if there are more than `most`. Nothing before the place where
 * they end is left out, in whatever order they were found: so the same text always has the same findings.
 */
export function keepFirst(file: VFile, most = MOST_FINDINGS): void {
  const { messages, data } = file
  const ends = [messages, data.quiet ?? []].map((all) =>
    all.length > most ? (startsOf(all)[most] ?? 0) : Number.POSITIVE_INFINITY,
  )
  const limit = Math.min(limitOf(file), ...ends)
  if (limit === Number.POSITIVE_INFINITY) return
  limits.set(file, limit)
  file.messages = messages.filter((message) => startOf(message) < limit)
  if (data.quiet) data.quiet = data.quiet.filter((quiet) => startOf(quiet) < limit)
}

type Placed = Parameters<typeof stretchOf>[0]

function startsOf(all: readonly Placed[]): Float64Array {
  return Float64Array.from(all, startOf).sort()
}

/** What is about the whole file comes first. */
function startOf(one: Placed): number {
  return stretchOf(one)?.start ?? -1
}

/**
 * The index of the first run of blocks, from the one at `from`, before whose end all stands earlier in the file than
 * what comes behind: notes are read last, wherever they stand. The number of runs if there is none.
 */
export function firstDivide(document: Pick<Document, 'runs' | 'written'>, from: number): number {
  const starts = (run: Run) => run.flatMap((block) => document.written(block).spans[0]?.start ?? [])
  const { runs } = document
  const behind: number[] = []
  let least = Number.POSITIVE_INFINITY
  for (const run of runs.toReversed()) {
    behind.push(least)
    least = Math.min(least, ...starts(run))
  }
  let most = -1
  const at = runs.findIndex((run, index) => {
    most = Math.max(most, ...starts(run))
    return index >= from && most < (behind[runs.length - 1 - index] ?? 0)
  })
  return at < 0 ? runs.length : at
}
