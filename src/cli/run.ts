import type { VFile } from 'vfile'
import { type ConfigArguments, configurator } from '../config/load.ts'
import type { Settings } from '../settings.ts'
import type { Cache } from './cache.ts'
import { type Failure, STDIN } from './files.ts'
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
export interface RunArguments extends ConfigArguments {
  readonly 'stdin-filename': string
  readonly cache?: Cache | undefined
}

/** Checks files one after another, each with the settings that hold where it stands. */
export async function run(paths: readonly string[], options: RunArguments): Promise<Run> {
  const settingsFor = configurator(options)
  const files: VFile[] = []
  const settings = new Map<VFile, Settings>()
  const failures = new Set<Failure>()
  const progress = countProgress(paths.length)
  for (const path of paths) {
    const name = path === STDIN ? options['stdin-filename'] : path
    const configured = await settingsFor(name)
    for (const failure of configured.failures) failures.add(failure)
    // What a plugin would find may have changed without a word in the settings.
    const cache = configured.settings.plugins ? undefined : options.cache
    const checked = await lintFile(path, configured.settings, name, cache)
    progress.done()
    if ('reason' in checked) failures.add(checked)
    else {
      files.push(checked)
      settings.set(checked, configured.settings)
    }
  }
  progress.end()
  return { files, settings, failures: [...failures] }
}
