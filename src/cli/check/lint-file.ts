import type { VFile } from 'vfile'
import { lint } from '../../engine.ts'
import type { Settings } from '../../settings.ts'
import { type Failure, load } from '../files.ts'
import { readably } from '../readably.ts'
import type { Cache } from './cache.ts'

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
  if (known) return Object.assign(known, { path: file.path })
  const checked = await lintReadably(file, settings)
  // With more time, or on a faster machine, more may be found.
  if (key && !('reason' in checked || checked.data.unfinished)) await cache.write(key, checked)
  return checked
}

/** Checks a file; why not, if it is no text that any reader knows. */
export function lintReadably(file: VFile, settings: Settings): Promise<VFile | Failure> {
  return readably(file.path, () => lint(file, settings))
}
