import type { VFile } from 'vfile'
import { lint } from '../../engine.ts'
import { readText } from '../../readers/index.ts'
import type { Settings } from '../../settings.ts'
import { type Failure, load } from '../files.ts'
import { readably } from '../readably.ts'
import type { Cache } from './cache.ts'
import type { Entry } from './cache-entry.ts'

/** Reads and checks one file; from the cache, if there is one and it knows the answer. */
export async function lintFile(
  path: string,
  settings: Settings,
  stdinName: string,
  cache?: Cache,
): Promise<VFile | Failure> {
  const file = await load(path, stdinName)
  if ('reason' in file) return file
  const key = cache && (await cache.keyFor(file, settings))
  const known = key && (await cache.read(key))
  if (known) return readably(file.path, () => withKnown(file, known))
  const checked = await lintReadably(file, settings)
  // With more time, or on a faster machine, more may be found.
  if (key && !('reason' in checked || checked.data.unfinished)) await cache.write(key, checked)
  return checked
}

/** A file that was read, with what an entry says was found in it. */
async function withKnown(file: VFile, { data, messages }: Entry): Promise<VFile> {
  await readText(file)
  return Object.assign(file, { data: { ...data, encoding: file.data.encoding }, messages })
}

/** Checks a file; why not, if it is no text that any reader knows. */
export function lintReadably(file: VFile, settings: Settings): Promise<VFile | Failure> {
  return readably(file.path, () => lint(file, settings))
}
