#!/usr/bin/env node
/**
 * What every check loads is one script, made by script/core.mjs. V8 need not compile it anew in each run: what was
 * compiled in a check is kept beside the script, for each V8 and its flags.
 *
 * V8 compares only the length of the source, and runs damaged code until it crashes. So the source is kept too, and what
 * was compiled twice: comparing bytes takes less time than any sum of them.
 */
import { readFileSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { cachedDataVersionTag } from 'node:v8'
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
const source = readFileSync(place)
// Not imported: a module of Node’s process would open its three streams.
const { version, arch } = globalThis.process
const kept = new URL(`./cli/${version}-${arch}-${cachedDataVersionTag()}.cache`, import.meta.url)
const cachedData = readKept()
const script = new Script(source.toString('latin1'), { filename: place.href, cachedData })

/** See `Core`. The other files of the command import theirs from here, so nothing is awaited at once. */
export const core: Core = script.runInThisContext()(
  import.meta.url,
  module.createRequire(import.meta.url),
  (name: string) => core[name] ?? import(name.replace(/^\.\//, './cli/')),
)

const { run, keep } = core['./main.js']
run().then((isCheck) => {
  if (isCheck && script.cachedDataRejected !== false) return keep(fileURLToPath(kept), toKeep())
})

/** Made when its file is open: that takes as long as reading a page. */
function* toKeep(): Generator<Uint8Array> {
  const compiled = script.createCachedData()
  yield* [compiled, compiled, source]
}

/** What was compiled of this very source, if that is there and whole. */
function readKept(): Buffer | undefined {
  try {
    const all = readFileSync(kept)
    const half = (all.length - source.length) / 2
    const [compiled, again] = [all.subarray(0, half), all.subarray(half, 2 * half)]
    const isWhole = compiled.equals(again) && source.equals(all.subarray(2 * half))
    // A copy: V8 holds on to it, and what was compared must not stay in memory with it.
    return isWhole ? Buffer.from(compiled) : undefined
  } catch {
    return undefined
  }
}
