import type { Failure } from '../config/failure.ts'
import { fieldsOf } from '../fields.ts'
import { catalogue } from '../index.ts'
import { resolveSettings, type Settings, SettingsError } from '../settings.ts'

/** What a user of an editor chose: presets, and a configuration file instead of the nearest. */
export interface Choice {
  /** Names of presets; empty means what the configuration says. */
  readonly presets: readonly string[]
  /** A path, relative to the document’s workspace folder. */
  readonly config?: string
}

/** Settings for a document, and what is wrong with the configuration, if anything is. */
interface Configured {
  readonly settings: Settings
  readonly failures: readonly Failure[]
}

/** What the server cannot do by itself: look for configuration where it runs. */
export interface Host {
  /** The settings for a document; `folder` is the address of the workspace folder that it is in. */
  settingsFor(uri: string, choice: Choice, folder: string | undefined): Promise<Configured>
  /** Forgets what was read: a configuration file or a pack has changed. */
  forget(): void
}

/** The setting that names presets, as a message calls it. */
export const PRESET_SETTING = 'the setting fairdraft.preset'

/** Settings made of shipped presets alone: for documents that are on no disk, and where there is none. */
export function shippedSettings({ presets }: Choice): Configured {
  const today = new Date().toISOString().slice(0, 10)
  const key = JSON.stringify([today, presets])
  // What was found under some settings is remembered for these very settings.
  if (latest?.key !== key) latest = { key, configured: resolved(presets, today) }
  return latest.configured
}

let latest: { readonly key: string; readonly configured: Configured } | undefined

function resolved(presets: readonly string[], today: string): Configured {
  const resolve = (names: readonly string[]) =>
    resolveSettings(names.length > 0 ? { extends: [...names] } : {}, catalogue, today)
  try {
    return { settings: resolve(presets), failures: [] }
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return {
      settings: resolve([]),
      failures: [{ path: PRESET_SETTING, reason: error.message }],
    }
  }
}

/** A host without files, as in a browser. */
export const shippedHost: Host = {
  settingsFor: async (_uri, choice) => shippedSettings(choice),
  forget: () => {},
}

/** What a client’s settings say, whatever their types: a preset or several, a configuration file. */
export function choiceOf(settings: unknown): Choice {
  const { preset, config } = fieldsOf(settings)
  const presets = (Array.isArray(preset) ? preset : [preset]).filter(isName)
  return isName(config) ? { presets, config } : { presets }
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
