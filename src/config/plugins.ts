import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Pluggable } from 'unified'
import { codeOf, type Failure } from './failure.ts'
import { isIrregular, NO_FILE } from './regular-file.ts'

/** Other people’s retext plugins, and which could not be loaded. */
interface Loaded {
  readonly plugins: Pluggable[]
  readonly failures: Failure[]
}

/**
 * Loads retext plugins that the user named on the command line: each a JavaScript file whose default export is a
 * plugin, or a list of a plugin and its options. A configuration can name none, since that would run code.
 */
export async function loadPlugins(paths: readonly string[]): Promise<Loaded> {
  const plugins: Pluggable[] = []
  const failures: Failure[] = []
  for (const path of paths) {
    if (await isIrregular(path)) {
      failures.push({ path, reason: NO_FILE })
      continue
    }
    try {
      const { default: plugin }: { default?: unknown } = await import(
        pathToFileURL(resolve(path)).href
      )
      if (isPluggable(plugin)) plugins.push(plugin)
      else failures.push({ path, reason: 'has no plugin as its default export' })
    } catch (error) {
      failures.push({ path, reason: `cannot be loaded as a plugin: ${reasonOf(error)}` })
    }
  }
  return { plugins, failures }
}

function isPluggable(value: unknown): value is Pluggable {
  return typeof value === 'function' || (Array.isArray(value) && typeof value[0] === 'function')
}

function reasonOf(error: unknown): string {
  const code = codeOf(error)
  return code === 'ERR_MODULE_NOT_FOUND'
    ? 'no such file, or one that it imports is not there'
    : code
}
