import { readFile as readBytes, stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import process from 'node:process'
import { VFile } from 'vfile'
import { codeOf, type Failure, reasonFor } from '../config/failure.ts'
import { EXTENSIONS } from '../readers/index.ts'

export { codeOf, type Failure, reasonFor }

/** What stands for standard input. On the command line it is "-", which yargs would swallow. */
export const STDIN = '<standard input>'

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
      const pattern = `**/*{${EXTENSIONS.join(',')}}`
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
  return reasonFor(stats, `cannot be opened (${stats})`)
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

/** A path as it is shown: relative, with forward slashes, without "./". */
function tidy(path: string): string {
  const short = relative('.', path)
  const shown = short.startsWith('..') || short === '' ? path : short
  return shown.split(sep).join('/')
}
