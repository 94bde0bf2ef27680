import { type Checked, check } from '../engine.ts'
import { UnreadableError } from '../readers/decode.ts'
import type { Settings } from '../settings.ts'
import { type Failure, load } from './files.ts'

/** Reads and checks a file; the reason, if it cannot be read. */
export async function checked(
  path: string,
  settings: Settings,
  stdinName: string,
): Promise<Checked | Failure> {
  const file = await load(path, stdinName)
  if ('reason' in file) return file
  try {
    return await check(file, settings)
  } catch (error) {
    if (error instanceof UnreadableError) return { path, reason: error.message }
    throw error
  }
}
