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
import type { Term, TermPack } from './types/terms.ts'
import type { Viewpoints } from './types/viewpoints.ts'

/** Everything that is shipped, by name. */
interface Data {
  readonly packs: readonly TermPack[]
  /** The ids of the terms of each pack, in its order, where they can be had without the terms. */
  readonly ids: readonly (readonly TermIds[])[] | undefined
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

/** What a term goes by and gives way to: all that has to be known of it before it is found. */
export type TermIds = Pick<Term, 'id' | 'rule' | 'formerly' | 'yields'>

/** What is shipped. */
export const data: Data = {
  get packs() {
    packs ??= packsIn(readFileSync(placeOf('packs')))
    return packs
  },
  get ids() {
    return read('ids')
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

let packs: readonly TermPack[] | undefined
const known: { [name in keyof Data]?: Data[name] } = {}

function read<Name extends keyof Data>(name: Name): Data[Name] {
  const there: Data[Name] | undefined = known[name]
  if (there !== undefined) return there
  const value: Data[Name] = JSON.parse(readFileSync(placeOf(name), 'utf8'))
  known[name] = value
  return value
}

const LINE_END = 0x0a
const COMMA = 0x2c
const BRACE = 0x7b
const BRACKET = 0x5b

/** The packs of a file that has a line for the beginning of each pack and one for each of its terms. */
function packsIn(file: Buffer): readonly TermPack[] {
  const packs: TermPack[] = []
  for (let start = 0, end = 0; start < file.length; start = end + 1) {
    end = file.indexOf(LINE_END, start)
    const [from, to] = [start, file[end - 1] === COMMA ? end - 1 : end]
    if (file[from] === BRACE && file[to - 1] === BRACKET) {
      packs.push(JSON.parse(`${file.toString('utf8', from, to)}]}`))
    } else if (file[from] === BRACE) {
      addLate(packs.at(-1)?.terms ?? [], () => JSON.parse(file.toString('utf8', from, to)))
    }
  }
  return packs
}

/** Adds what is made when it is first asked for. */
function addLate<Value>(list: Value[], make: () => Value): void {
  const at = list.length
  Object.defineProperty(list, at, {
    configurable: true,
    enumerable: true,
    get() {
      const value = make()
      Object.defineProperty(list, at, { configurable: true, enumerable: true, value })
      return value
    },
  })
}

function placeOf(name: keyof Data): URL {
  return new URL(`./data/${name}.json`, import.meta.url)
}
