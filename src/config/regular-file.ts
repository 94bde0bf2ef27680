import { readFile, stat } from 'node:fs/promises'
import { codeOf, reasonFor } from './failure.ts'

/** Why a file is not read that is neither file nor folder: a pipe would be waited for, a device has no end. */
export const NO_FILE = 'is neither a file nor a folder; name a file'

/** No document that a person wrote is larger: bytes. */
export const LARGEST_FILE = 256_000_000

/** Why something is not read to its end; `largest` in bytes. */
export function tooLarge(largest: number): string {
  return `is larger than ${largest / 1_000_000} MB; split it`
}

/** Whether something is there and is neither a file nor a folder, such as a pipe. */
export async function isIrregular(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined)
  return stats !== undefined && !stats.isFile() && !stats.isDirectory()
}

/** Reads a file of at most some bytes; the reason, if that cannot be. */
export async function readRegular(
  path: string,
  largest: number,
): Promise<Uint8Array | { readonly reason: string }> {
  try {
    const stats = await stat(path)
    if (!stats.isFile() && !stats.isDirectory()) return { reason: NO_FILE }
    if (stats.size <= largest) return await readFile(path)
    return { reason: tooLarge(largest) }
  } catch (error) {
    return { reason: reasonFor(codeOf(error)) }
  }
}
