import { readFile as readBytes, stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import process from 'node:process'
import { VFile } from 'vfile'
import { FORMATS } from '../readers/index.ts'

/** A path that could not be read: one line that names it and the cure. */
export interface Failure {
  readonly path: string
  readonly reason: string
}

/** What stands for standard input. On the command line it is "-", which yargs would swallow. */
export const STDIN = '<standard input>'

const EXTENSIONS = FORMATS.flatMap(({ extensions }) => extensions.map((name) => name.slice(1)))
const NEVER = ['**/node_modules/**', '**/.*/**']

/**
 * Expands what the user named into file paths: a folder is every supported file below it except in
 * hidden folders and node_modules, a glob is what it matches, a file is itself whatever its extension.
 */
export async function expand(
  named: readonly string[],
): Promise<{ paths: string[]; failures: Failure[] }> {
  const paths = new Set<string>()
  const failures: Failure[] = []
  for (const name of named) {
    const found = name === STDIN ? [STDIN] : await expandOne(name)
    if (typeof found === 'string') failures.push({ path: name, reason: found })
    else for (const path of found) paths.add(path)
  }
  return { paths: [...paths], failures }
}

async function expandOne(name: string): Promise<string[] | string> {
  const stats = await stat(name).catch((error: unknown) => codeOf(error))
  if (typeof stats !== 'string') {
    if (stats.isDirectory()) {
      const pattern = `**/*.{${EXTENSIONS.join(',')}}`
      const { glob } = await import('tinyglobby')
      const inside = await glob(pattern, { cwd: name, ignore: NEVER, caseSensitiveMatch: false })
      return inside.sort().map((path) => tidy(`${name}/${path}`))
    }
    return stats.isFile() ? [tidy(name)] : 'is neither a file nor a folder; name a document'
  }
  if (/[*?{[]/.test(name)) {
    const { glob } = await import('tinyglobby')
    const matched = await glob(name, { ignore: NEVER, expandDirectories: false })
    return matched.length > 0 ? matched.sort() : 'no file matches this pattern; check its spelling'
  }
  return REASONS[stats] ?? `cannot be opened (${stats})`
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'no such file or folder; check the path',
  EACCES: 'permission denied; ask its owner for leave to read it',
  EPERM: 'permission denied; ask its owner for leave to read it',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'links to itself; name the file it should link to',
  ENAMETOOLONG: 'the path is too long for this system',
}

/** Why a file cannot be read, and the cure, by the code of the system’s error. */
export function reasonFor(code: string): string {
  return REASONS[code] ?? `cannot be read (${code})`
}

/** Reads a file’s bytes; the reason, if that fails. */
export async function load(path: string, stdinName: string): Promise<VFile | Failure> {
  try {
    if (path === STDIN) return new VFile({ path: stdinName, value: await readStdin() })
    return new VFile({ path, value: await readBytes(path) })
  } catch (error) {
    return { path, reason: reasonFor(codeOf(error)) }
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The code of a system error, such as ENOENT. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/** A path as it is shown: relative, with forward slashes, without "./". */
function tidy(path: string): string {
  const short = relative('.', path)
  const shown = short.startsWith('..') || short === '' ? path : short
  return shown.split(sep).join('/')
}
