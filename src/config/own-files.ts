import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { catalogue as shipped } from '../index.ts'
import type { Catalogue } from '../settings.ts'
import { knowledgeWith, mistakesIn, withPack } from '../terms/packs.ts'
import type { Knowledge } from '../terms/positions.ts'
import type { Preset } from '../types/preset.ts'
import type { TermPack } from '../types/terms.ts'
import { codeOf, type Failure, reasonFor } from './failure.ts'
import { readYaml, shown, type YamlFile } from './yaml-file.ts'

/** A pack of a user’s, and the file it was read from. */
export interface OwnPack {
  readonly pack: TermPack
  readonly file: YamlFile<TermPack>
}

/** A configuration with every pack and preset that it names by path. */
export interface Own {
  /** The configuration; own presets go by their name in the catalogue, own packs are left out. */
  readonly config: Preset
  /** What is shipped and what is the user’s own. */
  readonly catalogue: Catalogue
  readonly packs: readonly OwnPack[]
  readonly failures: readonly Failure[]
  /** Where a key stands, in whichever of the files has it. */
  at(keys: readonly string[]): string
}

/** What to read; paths are relative to the working directory. */
interface OwnFiles {
  readonly config?: string | undefined
  /** Presets to extend instead of those that the configuration names. */
  readonly presets?: readonly string[]
  /** A pack besides those that the configuration names. */
  readonly pack?: string
}

/**
 * Reads a configuration and the files that it and its presets name by path. Files only: nothing is
 * fetched and no code is loaded.
 */
export async function readOwn({ config, presets = [], pack }: OwnFiles): Promise<Own> {
  const loader = new Loader()
  const read = config === undefined ? {} : await loader.preset(config)
  if (pack !== undefined) await loader.pack(pack)
  const chosen = await loader.presetsNamed(presets, '.', () => '--preset')
  return {
    config: chosen.length > 0 ? { ...read, extends: chosen } : read,
    catalogue: loader.catalogue,
    packs: loader.packs,
    failures: unique(loader.failures),
    at: (keys) => {
      const file = loader.files.find((candidate) => candidate.has(keys))
      return file?.at(keys) ?? (config === undefined ? '--preset' : shown(config))
    },
  }
}

/** Whether a pack or a preset is named by path and not by its id. */
function isPath(name: string): boolean {
  return /[\\/]|\.\w+$/.test(name)
}

/** The place where a file names another, for the message if that one cannot be used. */
type Naming = (name: string) => string

/** Reads files that name one another, each once, and gathers what they hold and what is wrong. */
class Loader {
  catalogue = shipped
  readonly packs: OwnPack[] = []
  readonly files: YamlFile<Preset>[] = []
  readonly failures: Failure[] = []
  readonly #known = new Set<string>()

  /** A preset or a configuration, with paths replaced by names. */
  async preset(path: string): Promise<Preset> {
    const file = await readYaml(path, 'preset')
    this.files.push(file)
    this.failures.push(...file.failures)
    const { packs = [], extends: presets, ...rest } = file.value ?? {}
    const folder = dirname(path)
    for (const name of packs.filter(isPath)) {
      const target = await this.#usable(name, folder, (wrong) => file.at(['packs', wrong]))
      if (target !== undefined && this.#isNew(target)) await this.pack(target)
    }
    const naming: Naming = (name) => file.at(['extends', name])
    const ids = packs.filter((name) => !isPath(name))
    return {
      ...rest,
      ...(ids.length > 0 && { packs: ids }),
      ...(presets && { extends: await this.presetsNamed(presets, folder, naming) }),
    }
  }

  /** Names of presets; own ones are read and go by the name they get in the catalogue. */
  async presetsNamed(names: readonly string[], folder: string, naming: Naming): Promise<string[]> {
    const known: string[] = []
    for (const name of names) {
      const target = isPath(name) ? await this.#usable(name, folder, naming) : undefined
      if (target !== undefined) known.push(await this.#ownPreset(target))
      else if (!isPath(name)) known.push(name)
    }
    return known
  }

  async #ownPreset(path: string): Promise<string> {
    const name = shown(path)
    if (!this.#isNew(path)) return name
    const preset = await this.preset(path)
    const { title = preset.name ?? name, author = 'an unnamed author' } = preset
    const own = { ...preset, name, title, author }
    this.catalogue = { ...this.catalogue, presets: [...this.catalogue.presets, own] }
    return name
  }

  /** Adds a pack to the catalogue. */
  async pack(path: string): Promise<void> {
    const file = await readYaml(path, 'terms')
    this.failures.push(...file.failures)
    if (!file.value) return
    const pack = file.value
    if (mistakesIn(pack, this.catalogue).length > 0) await this.#readNeighbours(dirname(path))
    const mistakes = mistakesIn(pack, this.catalogue)
    this.failures.push(...mistakes.map(({ keys, reason }) => ({ path: file.at(keys), reason })))
    if (mistakes.length > 0) return
    this.packs.push({ pack, file })
    this.catalogue = withPack(this.catalogue, pack)
  }

  /** What a pack names and does not describe may stand in sources.yml and viewpoints.yml beside it. */
  async #readNeighbours(folder: string): Promise<void> {
    const beside: Partial<Knowledge>[] = []
    for (const kind of ['viewpoints', 'sources'] as const) {
      const path = join(folder, `${kind}.yml`)
      if ((await access(path).catch(codeOf)) !== undefined) continue
      const file = await readYaml(path, kind)
      this.failures.push(...file.failures)
      if (file.value) beside.push({ [kind]: file.value })
    }
    const knowledge = beside.reduce<Knowledge>(knowledgeWith, this.catalogue.knowledge)
    this.catalogue = { ...this.catalogue, knowledge }
  }

  /** The full path of a file that may be used; otherwise the reason is a failure where it is named. */
  async #usable(name: string, folder: string, naming: Naming): Promise<string | undefined> {
    const path = resolve(folder, name)
    const reason = wrongKind(name) ?? (await access(path).then(() => undefined, reasonOf))
    if (reason === undefined) return path
    this.failures.push({ path: naming(name), reason: `${name}: ${reason}` })
    return undefined
  }

  #isNew(path: string): boolean {
    return !this.#known.has(path) && this.#known.add(path).has(path)
  }
}

/** A file that two others name is read once, but a configuration may be named by its own preset. */
function unique(failures: readonly Failure[]): Failure[] {
  const known = new Map(failures.map((failure) => [`${failure.path} ${failure.reason}`, failure]))
  return [...known.values()]
}

function reasonOf(error: unknown): string {
  return reasonFor(codeOf(error))
}

function wrongKind(name: string): string | undefined {
  if (/^[a-z][a-z+.-]+:/i.test(name)) {
    return 'is an address; nothing is fetched: save it as a file and name its path'
  }
  return /\.ya?ml$/i.test(name) ? undefined : 'is not YAML; name a file that ends in .yml'
}
