import { randomUUID } from 'node:crypto'
import { link, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { codeOf } from '../config/failure.ts'

/**
 * Writes a file whole or not at all: to a temporary file beside it, then by renaming. The permissions
 * of a file that exists are kept, and a link still leads to its file.
 *
 * @throws the system’s error, with the file as it was.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const mode = await stat(target).then(
    (stats) => stats.mode,
    () => undefined,
  )
  await throughTemporary(target, content, mode, (temporary) => rename(temporary, target))
}

/**
 * Writes a file that is not there yet, whole or not at all.
 *
 * @throws the system’s error; EEXIST, with the file as it was, if there is one.
 */
export async function writeNew(path: string, content: string): Promise<void> {
  await throughTemporary(path, content, undefined, async (temporary) => {
    try {
      await link(temporary, path)
    } catch (error) {
      if (!LINKLESS.has(codeOf(error))) throw error
      await writeFile(path, content, { flag: 'wx' })
    }
  })
}

/** What a file system without hard links answers. */
const LINKLESS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'])

async function throughTemporary(
  target: string,
  content: string | Uint8Array,
  mode: number | undefined,
  putInPlace: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = `${target}.${randomUUID()}.tmp`
  try {
    const file = await open(temporary, 'wx')
    try {
      if (mode !== undefined) await file.chmod(mode)
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await putInPlace(temporary)
  } finally {
    await rm(temporary, { force: true })
  }
}
