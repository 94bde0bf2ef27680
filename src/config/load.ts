import { stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { catalogue } from '../index.ts'
import { resolveSettings, type Settings, SettingsError } from '../settings.ts'
import { codeOf, type Failure } from './failure.ts'
import { loadPlugins } from './plugins.ts'
import { readQuestions } from './questions.ts'
import { timeoutOf } from './timeout.ts'
import { today } from './today.ts'

/** The name of a configuration file; the nearest one above a document counts. */
export const CONFIG_NAME = 'fairdraft.yml'

/** Settings for documents, and what is wrong with the configuration, if anything is. */
interface Configured {
  readonly settings: Settings
  readonly failures: readonly Failure[]
}

/** What the command line says about the configuration. */
export interface ConfigArguments {
  readonly config?: string | undefined
  readonly preset?: readonly string[] | undefined
  /** JavaScript files that hold retext plugins. */
  readonly plugin?: readonly string[] | undefined
  /** A file with the questions of a consultation that the documents answer. */
  readonly questions?: string | undefined
  /** How long the check of one document may take: seconds of processor time. */
  readonly timeout?: number | undefined
}

/**
 * Makes a function that gives the settings for a document, reading each configuration file once.
 *
 * A mistake never hides what the other files hold: what is wrong is reported, and the document is
 * checked with the default preset.
 */
export function configurator({
  config,
  preset = [],
  plugin = [],
  questions,
  timeout: seconds,
}: ConfigArguments): (path: string) => Promise<Configured> {
  const known = new Map<string, Promise<Configured>>()
  const timeout = timeoutOf(seconds)
  const loaded = loadPlugins(plugin)
  const withPlugins = async ({ settings, failures }: Configured): Promise<Configured> => {
    const { plugins, failures: broken } = await loaded
    if (plugins.length + broken.length === 0) return { settings, failures }
    return { settings: { ...settings, plugins }, failures: [...failures, ...broken] }
  }
  const asked = questions === undefined ? undefined : readQuestions(questions)
  const withQuestions = async ({ settings, failures }: Configured): Promise<Configured> => {
    const read = await asked
    if (!read) return { settings, failures }
    return 'reason' in read
      ? { settings, failures: [...failures, read] }
      : { settings: { ...settings, questions: read }, failures }
  }
  const load = (path: string | undefined) => {
    const key = path ?? ''
    const configured =
      known.get(key) ??
      configure(path, preset)
        .then(({ settings, failures }) => ({ settings: { ...settings, timeout }, failures }))
        .then(withQuestions)
        .then(withPlugins)
    known.set(key, configured)
    return configured
  }
  const nearest: Nearest = new Map()
  return async (path) => load(config ?? (await nearestConfig(dirname(resolve(path)), nearest)))
}

/** The nearest configuration file in a folder or above it; `known` keeps what was found for other folders. */
export function nearestConfig(
  folder: string,
  known: Nearest = new Map(),
): Promise<string | undefined> {
  const found = known.get(folder) ?? findIn(folder, known)
  known.set(folder, found)
  return found
}

type Nearest = Map<string, Promise<string | undefined>>

async function findIn(folder: string, known: Nearest): Promise<string | undefined> {
  const path = join(folder, CONFIG_NAME)
  const here = await stat(path).then(
    () => path,
    (error: unknown) => (codeOf(error) === 'ENOENT' ? undefined : path),
  )
  const above = dirname(folder)
  return here ?? (above === folder ? undefined : nearestConfig(above, known))
}

async function configure(path: string | undefined, preset: readonly string[]): Promise<Configured> {
  if (path === undefined && preset.length === 0) return { settings: defaults([]), failures: [] }
  const { readOwn } = await import('./own-files.ts')
  const own = await readOwn({ config: path, presets: preset })
  const failed = (failures: readonly Failure[]) => ({ settings: defaults(preset), failures })
  if (own.failures.length > 0) return failed(own.failures)
  try {
    return { settings: resolveSettings(own.config, own.catalogue, today()), failures: [] }
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    const fromCommand = error.keys[0] === 'extends' && preset.includes(error.keys[1] ?? '')
    const place = fromCommand ? '--preset' : own.at(error.keys)
    return failed([{ path: place, reason: error.message }])
  }
}

/** The default preset, or those named on the command line if they are right. */
function defaults(preset: readonly string[]): Settings {
  try {
    return resolveSettings(preset.length > 0 ? { extends: [...preset] } : {}, catalogue, today())
  } catch {
    return resolveSettings({}, catalogue, today())
  }
}
