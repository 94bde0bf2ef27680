import { readdir } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { codeOf, type Failure, reasonFor } from '../config/failure.ts'

const NEVER = ['**/node_modules/**', '**/.*/**']

/** The files that were found, and the folders that could not be looked into. */
export interface Found {
  readonly paths: string[]
  readonly failures: Failure[]
}

/**
 * Finds the files that match a pattern, each once however many links lead to it: those of a folder, by
 * names in capitals too, or any. Hidden folders and node_modules are left out.
 */
export async function findFiles(pattern: string, folder?: string): Promise<Found> {
  const { glob } = await import('tinyglobby')
  const failures: Failure[] = []
  const paths = await glob(pattern, {
    cwd: folder ?? '.',
    ignore: NEVER,
    caseSensitiveMatch: folder === undefined,
    expandDirectories: false,
    fs: {
      readdir: readdirTelling((path, code) => failures.push({ path, reason: reasonFor(code) })),
    },
  })
  const inside = paths.map((path) => (folder === undefined ? path : `${folder}/${path}`))
  return { paths: await withoutAliases(inside), failures }
}

/** The system’s function, which tells of folders that cannot be read: the crawler passes over them in silence. */
function readdirTelling(tell: (path: string, code: string) => void): typeof readdir {
  return new Proxy(readdir, {
    apply(target, self, args) {
      const done = args.pop()
      const telling = (error: Error | null, ...entries: unknown[]) => {
        if (error) tell(String(args[0]), codeOf(error))
        done(error, ...entries)
      }
      return Reflect.apply(target, self, [...args, telling])
    },
  })
}

/** Of several paths that lead to one file, the shortest; in alphabetical order. */
async function withoutAliases(paths: readonly string[]): Promise<string[]> {
  const byFile = new Map<string, string>()
  const named = paths.map(async (path) => [path, await realpath(path).catch(() => path)] as const)
  for (const [path, file] of await Promise.all(named)) {
    const known = byFile.get(file)
    if (known === undefined || path.length < known.length) byFile.set(file, path)
  }
  return [...byFile.values()].sort()
}
