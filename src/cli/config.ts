import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import type { ErrorObject } from 'ajv'
import type { Document as YamlDocument } from 'yaml'
import { schemas } from '../data/index.js'
import { catalogue } from '../index.ts'
import { didYouMean, resolveSettings, type Settings, SettingsError } from '../settings.ts'
import type { Preset } from '../types/preset.ts'
import { codeOf, type Failure } from './files.ts'

/** The name of a configuration file; the nearest one above a document counts. */
export const CONFIG_NAME = 'fairdraft.yml'

/** Settings for documents, and what is wrong with the configuration, if anything is. */
export interface Configured {
  readonly settings: Settings
  readonly failures: readonly Failure[]
}

/** What the command line says about the configuration. */
export interface ConfigArguments {
  readonly config?: string | undefined
  readonly preset?: readonly string[] | undefined
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
}: ConfigArguments): (path: string) => Promise<Configured> {
  const known = new Map<string, Promise<Configured>>()
  const load = (path: string | undefined) => {
    const key = path ?? ''
    const configured = known.get(key) ?? configure(path, preset)
    known.set(key, configured)
    return configured
  }
  return async (path) => load(config ?? (await nearest(dirname(resolve(path)))))
}

const nearestConfigs = new Map<string, Promise<string | undefined>>()

/** The nearest configuration file in a folder or above it. */
function nearest(folder: string): Promise<string | undefined> {
  const known = nearestConfigs.get(folder)
  if (known) return known
  const found = findIn(folder)
  nearestConfigs.set(folder, found)
  return found
}

async function findIn(folder: string): Promise<string | undefined> {
  const path = join(folder, CONFIG_NAME)
  const here = await readFile(path).then(
    () => path,
    (error: unknown) => (codeOf(error) === 'ENOENT' ? undefined : path),
  )
  const above = dirname(folder)
  return here ?? (above === folder ? undefined : nearest(above))
}

async function configure(path: string | undefined, preset: readonly string[]): Promise<Configured> {
  const read = path === undefined ? { value: {}, failures: [] } : await readConfig(path)
  const chosen = preset.length > 0 ? { ...read.value, extends: [...preset] } : read.value
  if (read.failures.length > 0) return { settings: defaults(preset), failures: read.failures }
  try {
    return { settings: resolveSettings(chosen, catalogue), failures: [] }
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    const fromCommand = error.keys[0] === 'extends' && preset.includes(error.keys[1] ?? '')
    const place =
      fromCommand || path === undefined
        ? '--preset'
        : `${shown(path)}${read.lineOf?.(error.keys) ?? ''}`
    return { settings: defaults([]), failures: [{ path: place, reason: error.message }] }
  }
}

/** The default preset, or those named on the command line if they are right. */
function defaults(preset: readonly string[]): Settings {
  try {
    return resolveSettings(preset.length > 0 ? { extends: [...preset] } : {}, catalogue)
  } catch {
    return resolveSettings({}, catalogue)
  }
}

interface ReadConfig {
  readonly value: Preset
  readonly failures: readonly Failure[]
  /** Where a key stands, as ":line:column". */
  readonly lineOf?: (keys: readonly string[], side?: Side) => string
}

/** Which side of a "key: value" is wrong. */
type Side = 'key' | 'value'

/** The node of the key that a path ends with, or, in a list, of the item. */
function keyNode(document: YamlDocument, keys: readonly string[]): unknown {
  const name = keys.at(-1)
  const parent = keys.length > 1 ? document.getIn(keys.slice(0, -1), true) : document.contents
  if (typeof parent !== 'object' || parent === null || !('items' in parent)) return undefined
  if (!Array.isArray(parent.items)) return undefined
  const item = parent.items.find((entry) => String(entry.key?.value ?? entry.value) === name)
  return item?.key ?? item
}

/** Reads and validates a configuration. YAML and the validator are loaded only when there is one. */
async function readConfig(path: string): Promise<ReadConfig> {
  const { LineCounter, parseDocument } = await import('yaml')
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const code = codeOf(error)
    const reason =
      code === 'ENOENT' ? 'no such configuration file; check the path' : `cannot be read (${code})`
    return { value: {}, failures: [{ path: shown(path), reason }] }
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `:${line}:${col}`
  }
  const lineOf = (keys: readonly string[], side: Side = 'key') => {
    const node = side === 'value' ? document.getIn([...keys], true) : keyNode(document, keys)
    return isNode(node) ? at(node.range[0]) : ''
  }
  const broken = document.errors.map(({ message, pos }) => ({
    path: `${shown(path)}${at(pos[0])}`,
    reason: `is not valid YAML: ${message}`,
  }))
  if (broken.length > 0) return { value: {}, failures: broken.slice(0, 1) }
  const value: unknown = document.toJS() ?? {}
  const mistakes = await mistakesIn(value)
  const failures = mistakes.map(({ keys, side, reason }) => ({
    path: `${shown(path)}${lineOf(keys, side)}`,
    reason,
  }))
  return failures.length === 0 && isPreset(value)
    ? { value, failures, lineOf }
    : { value: {}, failures }
}

function isNode(value: unknown): value is { range: [number, number, number] } {
  return (
    typeof value === 'object' && value !== null && 'range' in value && Array.isArray(value.range)
  )
}

interface Mistake {
  readonly keys: readonly string[]
  readonly side: Side
  readonly reason: string
}

/** Whether a value that the schema accepts is a preset: the schema is what the type is made from. */
function isPreset(value: unknown): value is Preset {
  return typeof value === 'object' && value !== null
}

async function mistakesIn(value: unknown): Promise<Mistake[]> {
  const { Ajv } = await import('ajv')
  const check = new Ajv({ allErrors: true, strict: false, verbose: true }).compile(schemas.preset)
  return check(value) ? [] : (check.errors ?? []).map(mistakeOf)
}

/** A schema error in words: the key, the wrong value and the right form. */
function mistakeOf(error: ErrorObject): Mistake {
  const keys = error.instancePath.split('/').slice(1)
  const key = keys.join('.') || 'the file'
  const { params, data, parentSchema } = error
  if (error.keyword === 'additionalProperties') {
    const wrong = String(params.additionalProperty)
    const known = Object.keys(parentSchema?.properties ?? {})
    const right = didYouMean(wrong, known) || `; known keys: ${known.join(', ')}`
    return { keys: [...keys, wrong], side: 'key', reason: `unknown key "${wrong}"${right}` }
  }
  if (error.keyword === 'enum') {
    const allowed = params.allowedValues.map(String)
    const right = didYouMean(String(data), allowed)
    return {
      keys,
      side: 'value',
      reason: `${key} is ${JSON.stringify(data)}${right}; it must be one of ${allowed.join(', ')}`,
    }
  }
  if (error.keyword === 'type') {
    return {
      keys,
      side: 'value',
      reason: `${key} is ${JSON.stringify(data)}; it must be of type ${params.type}`,
    }
  }
  return { keys, side: 'value', reason: `${key} is ${JSON.stringify(data)}; it ${error.message}` }
}

function shown(path: string): string {
  const short = relative('.', path)
  return short.startsWith('..') ? path : short
}
