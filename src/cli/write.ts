import { rename, stat, writeFile } from 'node:fs/promises'
import process from 'node:process'

/**
 * Writes a file whole or not at all: to a temporary file beside it, then by renaming. The permissions
 * of a file that exists are kept.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  const mode = await stat(path).then(
    (stats) => stats.mode,
    () => 0o666,
  )
  await writeFile(temporary, content, { mode })
  await rename(temporary, path)
}
