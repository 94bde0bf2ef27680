import { UnreadableError } from '../readers/unreadable.ts'
import type { Failure } from './files.ts'

/** What reading a file gives; why not, if it is no text that any reader knows. */
export async function readably<Outcome>(
  path: string,
  read: () => Promise<Outcome>,
): Promise<Outcome | Failure> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof UnreadableError) return { path, reason: error.message }
    throw error
  }
}
