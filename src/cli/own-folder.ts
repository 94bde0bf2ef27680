import { access, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The path of a file of the copy that is running: bundle and source stand at different depths in it. */
export async function ownFile(name: string): Promise<string> {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!(await exists(join(folder, name))) && dirname(folder) !== folder) folder = dirname(folder)
  return join(folder, name)
}

/** The version of the copy that is running. */
export async function ownVersion(): Promise<string> {
  const about: unknown = JSON.parse(await readFile(await ownFile('package.json'), 'utf8'))
  const known = typeof about === 'object' && about !== null && 'version' in about
  return known ? String(about.version) : '0.0.0'
}

/** Whether there is something at a path. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
