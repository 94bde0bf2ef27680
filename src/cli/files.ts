import { stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import process from 'node:process'
import { VFile } from 'vfile'
import { codeOf, type Failure, reasonFor } from '../config/failure.ts'
import { LARGEST_FILE, NO_FILE, readRegular, tooLarge } from '../config/regular-file.ts'
import { EXTENSIONS } from '../readers/index.ts'
import { type Found, findFiles } from './find.ts'
import { outputTest } from './replaced.ts'

export { codeOf, type Failure, reasonFor }

/** What stands for standard input. On the command line it is "-", which yargs would swallow. */
export const STDIN = '<standard input>'

/**
 * Expands what the user named into file paths: a folder is every supported file below it except in
 * hidden folders and node_modules, a glob is what it matches, a file is itself whatever its extension.
 * The file that the report is written to is none of them.
 */
export async function expand(named: readonly string[], output?: string): Promise<Found> {
  const all = await Promise.all(named.map(expandOne))
  const isOutput = await outputTest(output)
  const own = new Set(all.flatMap(({ paths, foreign }) => paths.filter((one) => !foreign.has(one))))
  const foreign = all.flatMap((found) => [...found.foreign]).filter((path) => !own.has(path))
  const paths: string[] = []
  for (const path of new Set(all.flatMap((found) => found.paths))) {
    if (!(await isOutput(path))) paths.push(path)
  }
  return {
    paths,
    foreign: new Set(foreign),
    failures: all.flatMap(({ failures }) => failures),
  }
}

async function expandOne(name: string): Promise<Found> {
  const only = (path: string): Found => ({ paths: [path], foreign: new Set(), failures: [] })
  const failed = (reason: string): Found => ({
    paths: [],
    foreign: new Set(),
    failures: [{ path: name, reason }],
  })
  if (name === STDIN) return only(STDIN)
  const stats = await stat(name).catch((error: unknown) => codeOf(error))
  if (typeof stats !== 'string') {
    if (!stats.isDirectory()) return stats.isFile() ? only(tidy(name)) : failed(NO_FILE)
    const found = await findFiles(`**/*{${EXTENSIONS.join(',')}}`, name)
    return {
      paths: found.paths.map(tidy),
      foreign: new Set([...found.foreign].map(tidy)),
      failures: found.failures.map(({ path, reason }) => ({ path: tidy(path), reason })),
    }
  }
  if (!/[*?{[]/.test(name)) return failed(reasonFor(stats, `cannot be opened (${stats})`))
  const found = await findFiles(name)
  if (found.paths.length + found.failures.length > 0) return found
  return failed('no file matches this pattern; check its spelling')
}

/** Reads a file’s bytes; the reason, if that fails. */
export async function load(path: string, stdinName: string): Promise<VFile | Failure> {
  const isStdin = path === STDIN
  const value = await (isStdin
    ? readStream(process.stdin, LARGEST_FILE)
    : readRegular(path, LARGEST_FILE))
  if ('reason' in value) return { path, reason: value.reason }
  return new VFile({ path: isStdin ? stdinName : path, value })
}

/** Reads a stream of at most some bytes; the reason, if there are more: the rest is not waited for. */
export async function readStream(
  stream: AsyncIterable<Uint8Array>,
  largest: number,
): Promise<Uint8Array | { readonly reason: string }> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > largest) return { reason: tooLarge(largest) }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A path as it is shown: relative, with forward slashes, without "./". */
function tidy(path: string): string {
  const short = relative('.', path)
  const shown = short.startsWith('..') || short === '' ? path : short
  return shown.split(sep).join('/')
}
