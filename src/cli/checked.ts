import { type Checked, check } from '../engine.ts'
import type { Settings } from '../settings.ts'
import { type Failure, load } from './files.ts'
import { readably } from './readably.ts'

/** Reads and checks a file; the reason, if it cannot be read. */
export async function checked(
  path: string,
  settings: Settings,
  stdinName: string,
): Promise<Checked | Failure> {
  const file = await load(path, stdinName)
  return 'reason' in file ? file : readably(file.path, () => check(file, settings))
}
