import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'

/**
 * Writes a file whole or not at all: to a temporary file beside it, then by renaming. The permissions
 * of a file that exists are kept, and a link still leads to its file.
 *
 * @throws the system’s error, with the file as it was.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const temporary = `${target}.${randomUUID()}.tmp`
  const mode = await stat(target).then(
    (stats) => stats.mode,
    () => 0o666,
  )
  try {
    const file = await open(temporary, 'wx', mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
