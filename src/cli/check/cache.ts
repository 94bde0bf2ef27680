import { createHash, randomUUID } from 'node:crypto'
import type { Stats } from 'node:fs'
import { chmod, lstat, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { VFile } from 'vfile'
import { LARGEST_FILE, readRegular } from '../../config/regular-file.ts'
import type { Settings } from '../../settings.ts'
import { complain } from '../complain.ts'
import { ownVersion } from '../own-folder.ts'
import { type Entry, restored, stored } from './cache-entry.ts'

/** What is known of documents, by what they hold and what they were checked with. */
export interface Cache {
  /** The key of a document that was read and not yet checked: it changes with whatever a finding rests on. */
  keyFor(file: VFile, settings: Settings): Promise<string>
  /** What was found in the file of a key. */
  read(key: string): Promise<Entry | undefined>
  write(key: string, file: VFile): Promise<void>
}

/** The folder that `--cache` writes to. */
const CACHE_FOLDER = '.fairdraft-cache'

/** An entry that no run has asked for in so many days is removed. */
const DAYS = 30

/** See `Cache`. */
export async function keyFor(file: VFile, settings: Settings): Promise<string> {
  return createHash('sha256')
    .update(await settingsKey(settings))
    .update(file.extname ?? '')
    .update('\0')
    .update(file.value ?? '')
    .digest('hex')
}

const keys = new WeakMap<Settings, Promise<string>>()

function settingsKey(settings: Settings): Promise<string> {
  const key = keys.get(settings) ?? hashSettings(settings)
  keys.set(settings, key)
  return key
}

/** A hash of everything in some settings that can change a finding, and of which program it is. */
async function hashSettings(settings: Settings): Promise<string> {
  const { mtimeMs } = await stat(fileURLToPath(import.meta.url))
  const rules = settings.rules.map(({ rule, ...options }) => [rule.meta.id, options])
  const packs = settings.packs.map(({ pack, options }) => [pack.pack, options])
  const all = [await ownVersion(), mtimeMs, process.version, { ...settings, rules, packs }]
  const text = JSON.stringify(all, (_key, value) =>
    value instanceof Set || value instanceof Map ? [...value] : value,
  )
  return createHash('sha256').update(text).digest('hex')
}

/** A cache for one run of the program: it keeps the latest entry that each path brought. */
export function createMemoryCache(): Cache {
  const entries = new Map<string, Buffer>()
  const latest = new Map<string, string>()
  return {
    keyFor,
    read: async (key) => restored(entries.get(key)),
    write: async (key, file) => {
      entries.delete(latest.get(file.path) ?? '')
      latest.set(file.path, key)
      entries.set(key, stored(file))
    },
  }
}

/**
 * A cache in a folder, one file an entry. Entries are put in place whole, so that runs side by side only
 * do the same work twice; whatever cannot be read or written is no entry, and no error. Where there can be no
 * such folder, it is a cache for one run. Entries say what a draft says: nobody else may read them, and what somebody
 * else may have written is not shown.
 */
export async function openCache(folder = CACHE_FOLDER): Promise<Cache> {
  const isReady = await prepare(folder).catch(() => false)
  if (!isReady) return createMemoryCache()
  return {
    keyFor,
    async read(key) {
      const path = join(folder, key)
      const entry = await readRegular(path, LARGEST_FILE)
      if ('reason' in entry) return undefined
      await utimes(path, new Date(), new Date()).catch(() => {})
      return restored(entry)
    },
    async write(key, file) {
      const temporary = join(folder, `${key}.${randomUUID()}.tmp`)
      await writeFile(temporary, stored(file), { mode: 0o600 })
        .then(() => rename(temporary, join(folder, key)))
        .catch(() => rm(temporary, { force: true }))
    },
  }
}

/** The name of an entry, or of one that was being written. */
const ENTRY = /^[\da-f]{64}(?:\.[\da-f-]{36}\.tmp)?$/

/**
 * Makes the folder, keeps it out of repositories, and removes entries that nobody has asked for in a long time.
 * Somebody else may have filled the place where it stands: a link to another folder, or a folder that others may
 * write to, is not used, and this is told; whatever is no entry is left alone.
 *
 * @throws the system’s error.
 */
async function prepare(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const stats = await lstat(folder)
  if (!stats.isDirectory() || !isOwn(stats)) {
    const reason = 'is a link, or others own it or may write to it, so it is not used; remove it'
    complain({ path: folder, reason })
    return false
  }
  await chmod(folder, 0o700)
  // One that is there, whatever it is, stays.
  await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => {})
  const oldest = Date.now() - DAYS * 24 * 60 * 60 * 1000
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (ENTRY.test(name) && (await lstat(path)).mtimeMs < oldest) await rm(path, { force: true })
  }
  return true
}

/** Whether nobody else may write to a folder; Windows knows no such owner, and keeps a folder of a user from others. */
function isOwn({ uid, mode }: Stats): boolean {
  const user = process.getuid?.()
  return user === undefined || (uid === user && (mode & 0o022) === 0)
}
