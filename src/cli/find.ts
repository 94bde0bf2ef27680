import { lstat, readdir, realpath, stat } from 'node:fs'
import { realpath as realpathOf } from 'node:fs/promises'
import { dirname, isAbsolute, relative, sep } from 'node:path'
import { codeOf, type Failure, reasonFor } from '../config/failure.ts'

const NEVER = ['**/node_modules/**', '**/.*/**']

/** The files that were found, and the folders that could not be looked into. */
export interface Found {
  readonly paths: string[]
  /** Those of the paths that are links, or stand behind links, out of the folder that was looked through. */
  readonly foreign: ReadonlySet<string>
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
      readdir: orElse(readdir, (path, error, done) => {
        failures.push({ path, reason: reasonFor(codeOf(error)) })
        done(error)
      }),
      // A link that leads nowhere is a file like any other: whoever reads it is told why that cannot be.
      realpath: orElse(realpath, (path, _error, done) => done(null, path)),
      stat: orElse(stat, (path, _error, done) => lstat(path, done)),
    },
  })
  const inside = paths.map((path) => (folder === undefined ? path : `${folder}/${path}`))
  const byFile = await filesOf(inside)
  const root = await realpathOf(folder ?? folderOf(pattern)).catch(() => '')
  const outside = [...byFile].filter(([file]) => !isInside(file, root))
  const foreign = new Set(outside.map(([, path]) => path))
  return { paths: [...byFile.values()].sort(), foreign, failures }
}

/** The folder that a pattern begins with. */
function folderOf(pattern: string): string {
  return dirname(`${/^[^*?{[]*/.exec(pattern)?.[0] ?? ''}x`)
}

function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}

type Done = (error: Error | null, value?: unknown) => void

/** A function of the system, and what is done where it fails: the crawler passes over that in silence. */
function orElse<F extends typeof readdir | typeof realpath | typeof stat>(
  call: F,
  failed: (path: string, error: Error, done: Done) => void,
): F {
  return new Proxy(call, {
    apply(target, self, args) {
      const done: Done = args.pop()
      const first = (error: Error | null, value?: unknown) =>
        error ? failed(String(args[0]), error, done) : done(null, value)
      return Reflect.apply(target, self, [...args, first])
    },
  })
}

/** Files with the paths that lead to them: of several the shortest. */
async function filesOf(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const byFile = new Map<string, string>()
  const named = paths.map(async (path) => [path, await realpathOf(path).catch(() => path)] as const)
  for (const [path, file] of await Promise.all(named)) {
    const known = byFile.get(file)
    if (known === undefined || path.length < known.length) byFile.set(file, path)
  }
  return byFile
}
