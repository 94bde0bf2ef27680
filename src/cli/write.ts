import { randomUUID } from 'node:crypto'
import { link, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { codeOf } from '../config/failure.ts'

/** What is written to a file; pieces together may be longer than a string can be. */
type Content = string | Uint8Array | Iterable<string | Uint8Array>

/**
 * Writes a file whole or not at all: to a temporary file beside it, then by renaming. The permissions
 * of a file that exists are kept, and a link still leads to its file. What is there and no file, such as
 * `/dev/stdout`, is written to and not replaced.
 *
 * @throws the system’s error, with the file as it was.
 */
export async function writeWhole(path: string, content: Content): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const stats = await stat(target).catch(() => undefined)
  if (stats && (!stats.isFile() || STREAM.test(path))) {
    return writeFile(target, content, { flag: 'a' })
  }
  await throughTemporary(target, content, stats?.mode, (temporary) => rename(temporary, target))
}

/** What a shell gave the program, even where a file stands behind it. */
const STREAM = /^\/dev\/(?:std(?:out|err)$|fd\/)/

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

function inChunks(content: Content): Iterable<string | Uint8Array> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content
}

async function throughTemporary(
  target: string,
  content: Content,
  mode: number | undefined,
  putInPlace: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = `${target}.${randomUUID()}.tmp`
  try {
    const file = await open(temporary, 'wx')
    try {
      if (mode !== undefined) await file.chmod(mode)
      for (const chunk of inChunks(content)) await file.writeFile(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
    await putInPlace(temporary)
  } finally {
    await rm(temporary, { force: true })
  }
}
