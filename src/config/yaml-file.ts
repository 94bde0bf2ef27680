import { relative, sep } from 'node:path'
import type { ErrorObject } from 'ajv'
import type { Document as YamlDocument } from 'yaml'
import { data } from '../data.ts'
import { didYouMean } from '../settings.ts'
import type { Baseline } from '../types/baseline.ts'
import type { Preset } from '../types/preset.ts'
import type { Sources } from '../types/sources.ts'
import type { TermPack } from '../types/terms.ts'
import type { Viewpoints } from '../types/viewpoints.ts'
import type { Failure } from './failure.ts'
import { readRegular } from './regular-file.ts'
import { parseYaml } from './yaml-syntax.ts'

/** What each kind of file holds, by the name of its schema. */
interface Kinds {
  readonly baseline: Baseline
  readonly preset: Preset
  readonly terms: TermPack
  readonly sources: Sources
  readonly viewpoints: Viewpoints
}

/** A file of a user’s, read and checked against its schema. */
export interface YamlFile<Value> {
  /** The path as it is shown. */
  readonly path: string
  /** Unset if anything is wrong. */
  readonly value?: Value
  readonly failures: readonly Failure[]
  /** Where a key or its value stands: "path:line:column", or the path alone if it is not there. */
  at(keys: readonly string[], side?: Side): string
  /** Whether there is such a key, or, under a list or a single value, such a value. */
  has(keys: readonly string[]): boolean
}

/** Which side of a "key: value" is meant. */
type Side = 'key' | 'value'

/** How large a file of YAML may be: bytes, and keys and items. */
const OWN = { bytes: 4_000_000, entries: 200_000 }
/** A baseline is written by Fairdraft: it has some seven entries for each finding. */
const BASELINE = { bytes: 32_000_000, entries: 2_000_000 }

/** So many mistakes of one file are told at most: whoever made more made one again and again. */
const MOST_MISTAKES = 200

/** Reads a YAML file and checks it. YAML and the validator are loaded only when there is one. */
export async function readYaml<Kind extends keyof Kinds>(
  path: string,
  kind: Kind,
): Promise<YamlFile<Kinds[Kind]>> {
  const name = shown(path)
  const most = kind === 'baseline' ? BASELINE : OWN
  const bytes = await readRegular(path, most.bytes)
  if ('reason' in bytes) return unreadable(name, name, bytes.reason)
  const text = new TextDecoder().decode(bytes)
  const { LineCounter } = await import('yaml')
  const lines = new LineCounter()
  const parsed = await parseYaml(text, most.entries, lines.addNewLine)
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${name}:${line}:${col}`
  }
  if ('reason' in parsed) return unreadable(name, place(parsed.offset), parsed.reason)
  const { document } = parsed
  const at = (keys: readonly string[], side: Side = 'key') => {
    const node = nodeAt(document, keys, side)
    return isNode(node) ? place(node.range[0]) : name
  }
  const has = (keys: readonly string[]) => nodeAt(document, keys, 'key') !== undefined
  const read = await checked(document, kind)
  return 'value' in read
    ? { path: name, value: read.value, failures: [], at, has }
    : {
        path: name,
        failures: read.mistakes.map(({ keys, side, reason }) => ({ path: at(keys, side), reason })),
        at,
        has,
      }
}

/** What a file holds, by its schema’s name in its first line or else by its keys. */
export async function kindOf(path: string): Promise<string> {
  const bytes = await readRegular(path, OWN.bytes)
  const text = 'reason' in bytes ? '' : new TextDecoder().decode(bytes)
  const [first = ''] = text.split('\n', 1)
  const said = /\$schema=(?:\S*\/)?(\w+)\.schema\.json/.exec(first)?.[1]
  return said ?? (/^(pack|terms)\s*:/m.test(text) ? 'terms' : 'preset')
}

function unreadable(name: string, path: string, reason: string): YamlFile<never> {
  return { path: name, failures: [{ path, reason }], at: () => name, has: () => false }
}

/** A path as it is shown: relative where that is shorter, with forward slashes. */
export function shown(path: string): string {
  const short = relative('.', path)
  return (short.startsWith('..') || short === '' ? path : short).split(sep).join('/')
}

function nodeAt(document: YamlDocument, keys: readonly string[], side: Side): unknown {
  if (keys.length === 0) return document.contents ?? undefined
  if (side === 'value') return document.getIn([...keys], true)
  const above = keys.slice(0, -1)
  const parent = above.length > 0 ? document.getIn(above, true) : document.contents
  const name = keys.at(-1)
  if (typeof parent !== 'object' || parent === null) return undefined
  if (!('items' in parent) || !Array.isArray(parent.items)) {
    return 'value' in parent && parent.value === name ? parent : undefined
  }
  const item = parent.items.find((entry) => String(entry.key?.value ?? entry.value) === name)
  return item?.key ?? item ?? document.getIn([...keys], true)
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

async function checked<Kind extends keyof Kinds>(
  document: YamlDocument,
  kind: Kind,
): Promise<{ value: Kinds[Kind] } | { mistakes: Mistake[] }> {
  let value: unknown
  try {
    value = document.toJS() ?? {}
  } catch (error) {
    const reason = `is not valid YAML: ${error instanceof Error ? error.message : error}`
    return { mistakes: [{ keys: [], side: 'value', reason }] }
  }
  const { Ajv } = await import('ajv')
  const { [kind]: schema, ...others } = data.schemas
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    verbose: true,
    schemas: Object.values(others),
  })
  const check = ajv.compile<Kinds[Kind]>(schema)
  if (check(value)) return { value }
  return { mistakes: mistakesOf(check.errors ?? [], value) }
}

function mistakesOf(errors: readonly ErrorObject[], root: unknown): Mistake[] {
  const told = telling(errors.slice(0, MOST_MISTAKES)).map((error) => mistakeOf(error, root))
  const more = errors.length - MOST_MISTAKES
  if (more <= 0) return told
  return [...told, { keys: [], side: 'value', reason: `and ${more} mistakes more like these` }]
}

/** The errors that say what is wrong: of several ways to be right, those of the way that was tried. */
function telling(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  const beside = (error: ErrorObject) =>
    choices.find(
      ({ schemaPath, instancePath }) =>
        error.schemaPath.startsWith(`${schemaPath}/`) &&
        error.instancePath.startsWith(instancePath),
    )
  const tried = errors.filter(
    (error) => beside(error) && !['type', 'required'].includes(error.keyword),
  )
  return errors.filter((error) => {
    if (error.keyword === 'if' || error.keyword === 'propertyNames') return false
    if (errors.some((other) => isSpelling(other, error))) return false
    if (beside(error)) return tried.includes(error)
    return !tried.some((inner) => beside(inner) === error)
  })
}

/** Whether an unknown key is the misspelling of one that is missed: said once, as the misspelling. */
function isSpelling(unknown: ErrorObject, missed: ErrorObject): boolean {
  if (unknown.keyword !== 'additionalProperties') return false
  if (unknown.instancePath !== missed.instancePath) return false
  const { missingProperty } = missed.params
  const names = missingProperty === undefined ? requiredBy(missed.schema) : [missingProperty]
  return didYouMean(unknown.params.additionalProperty, names) !== ''
}

/** A schema error in words: the key, the wrong value and the right form. */
function mistakeOf(error: ErrorObject, root: unknown): Mistake {
  const keys = error.instancePath.split('/').slice(1).map(unescaped)
  const name = nameOf(keys, root)
  const { params, data, parentSchema, propertyName } = error
  const value: Omit<Mistake, 'reason'> = { keys, side: 'value' }
  const properties: Properties = parentSchema?.properties ?? {}
  if (propertyName !== undefined) {
    const reason = `the key "${propertyName}" ${formOf(error)}`
    return { keys: [...keys, propertyName], side: 'key', reason }
  }
  if (error.keyword === 'additionalProperties') {
    const wrong = String(params.additionalProperty)
    const known = Object.keys(properties)
    const right = didYouMean(wrong, known) || `; known keys: ${known.join(', ')}`
    return { keys: [...keys, wrong], side: 'key', reason: `unknown key "${wrong}"${right}` }
  }
  if (error.keyword === 'required') {
    const missing = String(params.missingProperty)
    const about = properties[missing]?.description
    return { ...value, reason: `${name} lacks "${missing}"${about ? `: ${about}` : ''}` }
  }
  if (error.keyword === 'enum') {
    const allowed = params.allowedValues.map(String)
    const right = didYouMean(String(data), allowed)
    const reason = `${name} is ${brief(data)}${right}; it must be one of ${allowed.join(', ')}`
    return { ...value, reason }
  }
  return { ...value, reason: `${name} is ${brief(data)}; it ${formOf(error)}` }
}

interface Properties {
  readonly [name: string]: { readonly description?: string } | undefined
}

/** The right form, to follow "it". */
function formOf({ keyword, params, message, schema, parentSchema }: ErrorObject): string {
  const [example] = parentSchema?.examples ?? []
  const like = example === undefined ? '' : `, such as ${JSON.stringify(example)}`
  if (keyword === 'type') return `must be ${TYPES[String(params.type)] ?? params.type}${like}`
  if (keyword === 'pattern' && String(schema) === KEBAB) {
    return `must be in small letters, figures and single hyphens${like}`
  }
  if (keyword === 'pattern' && String(schema) === '^https://') return 'must begin with https://'
  if (keyword === 'minProperties') return 'must not be empty'
  if (keyword === 'minItems') return 'must have at least one item'
  if (keyword === 'anyOf') return `must have one of: ${requiredBy(schema).join(', ')}`
  if (keyword === 'oneOf') return 'must be text, or forms by slot: { one: report, many: reports }'
  return `${message}${like}`
}

const TYPES: { readonly [type: string]: string } = {
  array: 'a list, each item on a line of its own behind "- "',
  object: 'keys and values, each on a line of its own: "key: value"',
  string: 'text',
  boolean: 'true or false',
}

const KEBAB = '^[a-z0-9]+(-[a-z0-9]+)*$'

function requiredBy(choices: unknown): string[] {
  return Array.isArray(choices) ? choices.flatMap(({ required }) => required ?? []) : []
}

/** "terms.vice-den.positions.why": the keys that lead to a value, list items by their id. */
function nameOf(keys: readonly string[], root: unknown): string {
  let value = root
  const names = keys.flatMap((key) => {
    const list = Array.isArray(value)
    value = inside(value, key)
    const id = inside(value, 'id')
    return list ? (typeof id === 'string' ? [id] : []) : [key]
  })
  return names.join('.') || 'the file'
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}

/** A key as it stands in the file: a JSON pointer writes "/" and "~" otherwise. */
function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~')
}

const LONGEST_VALUE = 60

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text
}
