/** Other people's programs: finding them, and running them to their end. */
import { execFile } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'

/** The command as it is built: `[node, dist/cli.js]`. */
export const FAIRDRAFT = [process.execPath, resolve('dist/cli.js')] as const

/**
 * The path of a program.
 *
 * @throws Error that says how to get it, if it is not there.
 */
export function program(name: string, cure: string): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = folders.map((folder) => join(folder, name)).find(isProgram)
  if (found === undefined) throw new Error(`${name} is missing: ${cure}`)
  return found
}

/** A path below test/clients, where `npm ci --prefix test/clients` puts programs. */
export function installed(path: string): string {
  const whole = resolve('test/clients/node_modules', path)
  if (!isThere(whole)) {
    throw new Error(`${path} is missing: npm run setup --prefix test/clients (looked in ${whole})`)
  }
  return whole
}

/** Whether there is something at a path. */
export function isThere(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** An empty folder, which is removed when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fairdraft-client-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** Runs a program to its end, at most four minutes; its standard output. It has no terminal. */
export async function run(
  path: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(path, args, {
    ...options,
    env: { ...process.env, ...options.env },
    timeout: 240_000,
    maxBuffer: 16_000_000,
  })
  return stdout
}
