#!/usr/bin/env node
/**
 * What every check loads is one script, made by script/core.mjs. V8 need not compile it anew in each run: what was
 * compiled in a check is kept beside the script, for each version of Node. V8 itself refuses what does not fit.
 */
import { readFileSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

/** What the files of the script export, by their names. */
interface Core {
  readonly './main.js': typeof import('./main.ts')
  readonly [name: string]: object
}

// Node 22 and later keep compiled code between runs for modules too, for all that are loaded from here on.
const enable: unknown = Reflect.get(module, 'enableCompileCache')
if (typeof enable === 'function') enable()

const place = new URL('./cli/core.cjs', import.meta.url)
// Not imported: a module of Node’s process would open its three streams.
const { version, arch } = globalThis.process
const kept = new URL(`./cli/${version}-${arch}.cache`, import.meta.url)
const cachedData = readKept()
const script = new Script(readFileSync(place, 'latin1'), { filename: place.href, cachedData })

/** See `Core`. The other files of the command import theirs from here, so nothing is awaited at once. */
export const core: Core = script.runInThisContext()(
  import.meta.url,
  module.createRequire(import.meta.url),
  (name: string) => core[name] ?? import(name.replace(/^\.\//, './cli/')),
)

const { run, keep } = core['./main.js']
run().then((isCheck) => {
  if (isCheck && !cachedData) return keep(fileURLToPath(kept), compiled())
})

/** Made when its file is open: that takes as long as reading a page. */
function* compiled(): Generator<Uint8Array> {
  yield script.createCachedData()
}

function readKept(): Buffer | undefined {
  try {
    return readFileSync(kept)
  } catch {
    return undefined
  }
}
