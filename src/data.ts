/**
 * What is shipped: presets/, terms/, law/ and coverage/, compiled to JSON by script/data.mjs. Each part is
 * read from disk when it is first asked for, so that a short text costs a short start.
 *
 * The one file of the core that needs Node; a build for the browser puts script/embed.mjs in its place.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { BuiltIndex } from './match/anchors.ts'
import type { Expectation } from './types/expectations.ts'
import type { Framing } from './types/framings.ts'
import type { Law } from './types/law.ts'
import type { Lists } from './types/lists.ts'
import type { Names } from './types/names.ts'
import type { Preset } from './types/preset.ts'
import type { Sources } from './types/sources.ts'
import type { TermPack } from './types/terms.ts'
import type { Viewpoints } from './types/viewpoints.ts'

/** Everything that is shipped, by name. */
export interface Data {
  readonly packs: readonly TermPack[]
  readonly presets: readonly Preset[]
  readonly law: readonly Law[]
  readonly expectations: readonly Expectation[]
  readonly framings: readonly Framing[]
  readonly lists: Lists
  /** Common words, which in capitals are no abbreviations. */
  readonly words: readonly string[]
  readonly viewpoints: Viewpoints
  readonly sources: Sources
  readonly names: Names
  /** The JSON Schemas of schema/, by name. */
  readonly schemas: {
    readonly [name in
      | 'baseline'
      | 'law'
      | 'names'
      | 'preset'
      | 'sources'
      | 'terms'
      | 'viewpoints']: object
  }
  /** The words that the phrases of all this cannot do without; only a built package has it. */
  readonly anchors: BuiltIndex | undefined
}

/** What is shipped. */
export const data: Data = {
  get packs() {
    return read('packs')
  },
  get presets() {
    return read('presets')
  },
  get law() {
    return read('law')
  },
  get expectations() {
    return read('expectations')
  },
  get framings() {
    return read('framings')
  },
  get lists() {
    return read('lists')
  },
  get words() {
    return read('words')
  },
  get viewpoints() {
    return read('viewpoints')
  },
  get sources() {
    return read('sources')
  },
  get names() {
    return read('names')
  },
  get schemas() {
    return read('schemas')
  },
  get anchors() {
    return existsSync(placeOf('anchors')) ? read('anchors') : undefined
  },
}

const known: { [name in keyof Data]?: Data[name] } = {}

function read<Name extends keyof Data>(name: Name): Data[Name] {
  const there: Data[Name] | undefined = known[name]
  if (there !== undefined) return there
  const value: Data[Name] = JSON.parse(readFileSync(placeOf(name), 'utf8'))
  known[name] = value
  return value
}

function placeOf(name: keyof Data): URL {
  return new URL(`./data/${name}.json`, import.meta.url)
}
