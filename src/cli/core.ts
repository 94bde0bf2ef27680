/**
 * What every check loads is one script, made by script/core.mjs. V8 need not compile it anew in each run: what was
 * compiled in a check is kept beside the script, for each version of Node. V8 itself refuses what does not fit.
 */
import { readFileSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

/** What the files of the script export, by their names. */
interface Core {
  readonly './main.js': typeof import('./main.ts')
  readonly [name: string]: object
}

const place = new URL('./core.cjs', import.meta.url)
const kept = new URL(`./${process.version}-${process.arch}.cache`, import.meta.url)
const cachedData = readKept()
const script = new Script(readFileSync(place, 'latin1'), { filename: place.href, cachedData })

/** See `Core`; the other files of the command import theirs from here. */
export const core: Core = script.runInThisContext()(
  new URL('../cli.js', import.meta.url).href,
  createRequire(import.meta.url),
  (name: string) => core[name] ?? import(name),
)

/** Keeps what was compiled in this run, if nothing is kept yet and the folder may be written to. */
export async function keepCompiled(): Promise<void> {
  if (cachedData) return
  try {
    await access(new URL('.', kept), constants.W_OK)
    const { writeWhole } = await import('./write.ts')
    await writeWhole(fileURLToPath(kept), script.createCachedData())
  } catch {
    // Then each run compiles for itself.
  }
}

function readKept(): Buffer | undefined {
  try {
    return readFileSync(kept)
  } catch {
    return undefined
  }
}
