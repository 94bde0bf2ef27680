import { watch as watchPath } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { nearestConfig } from '../../config/load.ts'
import { complain } from '../complain.ts'
import { expand } from '../files.ts'

/** What to watch. */
interface WatchArguments {
  readonly files: readonly string[]
  readonly config?: string | undefined
  readonly output?: string | undefined
}

/** Editors save in several steps; what comes closer together than this is one change: milliseconds. */
const PAUSE = 100

/** How often to look where the system tells nothing, as on network drives: milliseconds. */
const INTERVAL = 2000

/**
 * Runs `check` whenever a file that it reads, or its configuration, changes, comes or goes, until the
 * program is ended.
 */
export async function watch(args: WatchArguments, check: () => Promise<number>): Promise<never> {
  const nextEvent = await eventsIn(args.files)
  let before = await stateOf(args)
  complain({ reason: 'watching for changes; Ctrl-C ends it' })
  for (;;) {
    await Promise.race([nextEvent(), pause(INTERVAL)])
    const now = await stateOf(args)
    if (now === before) continue
    before = now
    await check()
  }
}

/** What tells a change: path, size and time of every file that is checked, and of the configurations. */
async function stateOf({ files, config, output }: WatchArguments): Promise<string> {
  const { paths } = await expand(files, output)
  const known = new Map<string, Promise<string | undefined>>()
  const nearest = paths.map((path) => nearestConfig(dirname(resolve(path)), known))
  const configs = config === undefined ? await Promise.all(nearest) : [config]
  const states = [...new Set([...paths, ...configs])].map(async (path) => {
    if (path === undefined) return ''
    const state = await stat(path).catch(() => undefined)
    return `${path} ${state?.size} ${state?.mtimeMs}`
  })
  return (await Promise.all(states)).join('\n')
}

/** Watches named folders, and the folders of named files; gives a function that waits for an event. */
async function eventsIn(named: readonly string[]): Promise<() => Promise<void>> {
  let wake = () => {}
  for (const name of named) {
    const isFolder = await stat(name).then(
      (stats) => stats.isDirectory(),
      () => false,
    )
    try {
      const watcher = watchPath(isFolder ? name : dirname(name), { recursive: isFolder })
      watcher.on('change', () => wake())
      watcher.on('error', () => watcher.close())
    } catch {
      // The interval finds what the system does not tell.
    }
  }
  return async () => {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
    await pause(PAUSE)
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
