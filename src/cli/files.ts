import { stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import process from 'node:process'
import { VFile } from 'vfile'
import { codeOf, type Failure, reasonFor } from '../config/failure.ts'
import { NO_FILE, readRegular } from '../config/regular-file.ts'
import { EXTENSIONS } from '../readers/index.ts'
import { type Found, findFiles } from './find.ts'

export { codeOf, type Failure, reasonFor }

/** What stands for standard input. On the command line it is "-", which yargs would swallow. */
export const STDIN = '<standard input>'

/** No document that a person wrote is larger: bytes. */
const LARGEST_FILE = 256_000_000

/**
 * Expands what the user named into file paths: a folder is every supported file below it except in
 * hidden folders and node_modules, a glob is what it matches, a file is itself whatever its extension.
 */
export async function expand(named: readonly string[]): Promise<Found> {
  const all = await Promise.all(named.map(expandOne))
  return {
    paths: [...new Set(all.flatMap(({ paths }) => paths))],
    failures: all.flatMap(({ failures }) => failures),
  }
}

async function expandOne(name: string): Promise<Found> {
  if (name === STDIN) return { paths: [STDIN], failures: [] }
  const failed = (reason: string) => ({ paths: [], failures: [{ path: name, reason }] })
  const stats = await stat(name).catch((error: unknown) => codeOf(error))
  if (typeof stats !== 'string') {
    if (!stats.isDirectory()) {
      return stats.isFile() ? { paths: [tidy(name)], failures: [] } : failed(NO_FILE)
    }
    const { paths, failures } = await findFiles(`**/*{${EXTENSIONS.join(',')}}`, name)
    const told = failures.map(({ path, reason }) => ({ path: tidy(path), reason }))
    return { paths: paths.map(tidy), failures: told }
  }
  if (!/[*?{[]/.test(name)) return failed(reasonFor(stats, `cannot be opened (${stats})`))
  const found = await findFiles(name)
  if (found.paths.length + found.failures.length > 0) return found
  return failed('no file matches this pattern; check its spelling')
}

/** Reads a file’s bytes; the reason, if that fails. */
export async function load(path: string, stdinName: string): Promise<VFile | Failure> {
  if (path === STDIN) return new VFile({ path: stdinName, value: await readStdin() })
  const value = await readRegular(path, LARGEST_FILE)
  return 'reason' in value ? { path, reason: value.reason } : new VFile({ path, value })
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A path as it is shown: relative, with forward slashes, without "./". */
function tidy(path: string): string {
  const short = relative('.', path)
  const shown = short.startsWith('..') || short === '' ? path : short
  return shown.split(sep).join('/')
}
