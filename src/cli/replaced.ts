import { realpath } from 'node:fs/promises'
import type { Failure } from './files.ts'

/** Makes a function that says whether a path leads to the file that a report is written to. */
export async function outputTest(
  output: string | undefined,
): Promise<(path: string) => Promise<boolean>> {
  const written = output === undefined ? undefined : await fileOf(output)
  return async (path) => written !== undefined && written === (await fileOf(path))
}

/** What is wrong with the file that a report is written to, if it is one of those that are read. */
export async function replacedBy(
  output: string | undefined,
  read: readonly string[],
): Promise<Failure | undefined> {
  const isOutput = await outputTest(output)
  for (const path of read) {
    if (!(await isOutput(path))) continue
    return { path, reason: 'is the file itself; name another one, so that the original is kept' }
  }
  return undefined
}

/** The file that a path leads to, if there is one. */
function fileOf(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined)
}
