import type { VFile } from 'vfile'
import { type ConfigArguments, configurator } from '../../config/load.ts'
import type { Settings } from '../../settings.ts'
import { type Failure, STDIN } from '../files.ts'
import type { Cache } from './cache.ts'
import { lintFile } from './lint-file.ts'
import { countProgress } from './progress.ts'

/** Files that were checked, and what went wrong with others. */
export interface Run {
  readonly files: VFile[]
  /** What each file was checked with. */
  readonly settings: ReadonlyMap<VFile, Settings>
  readonly failures: Failure[]
}

/** What a run is told. */
interface RunArguments extends ConfigArguments {
  readonly 'stdin-filename': string
  readonly cache?: Cache | undefined
}

/** Checks files one after another, each with the settings that hold where it stands. */
export async function run(paths: readonly string[], options: RunArguments): Promise<Run> {
  const files: VFile[] = []
  const settings = new Map<VFile, Settings>()
  const failures: Failure[] = []
  for await (const one of runEach(paths, options)) {
    files.push(...one.files)
    failures.push(...one.failures)
    for (const [file, own] of one.settings) settings.set(file, own)
  }
  return { files, settings, failures }
}

/** The same, one file at a time and none kept; a failure of a configuration is told once. */
export async function* runEach(
  paths: readonly string[],
  options: RunArguments,
): AsyncGenerator<Run, void> {
  const settingsFor = configurator(options)
  const told = new Set<Failure>()
  const progress = countProgress(paths.length)
  for (const path of paths) {
    progress.next()
    const name = path === STDIN ? options['stdin-filename'] : path
    const { settings, failures } = await settingsFor(name)
    const untold = failures.filter((failure) => !told.has(failure))
    for (const failure of untold) told.add(failure)
    // What a plugin would find may have changed without a word in the settings.
    const cache = settings.plugins ? undefined : options.cache
    const checked = await lintFile(path, settings, name, cache)
    progress.hide()
    yield 'reason' in checked
      ? { files: [], settings: new Map(), failures: [...untold, checked] }
      : { files: [checked], settings: new Map([[checked, settings]]), failures: untold }
  }
}
