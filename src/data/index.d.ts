/** What is shipped: presets/, terms/, law/ and coverage/ as compiled by script/data.mjs. */
import type { Expectation } from '../types/expectations.ts'
import type { Law } from '../types/law.ts'
import type { Lists } from '../types/lists.ts'
import type { Names } from '../types/names.ts'
import type { Preset } from '../types/preset.ts'
import type { Sources } from '../types/sources.ts'
import type { TermPack } from '../types/terms.ts'
import type { Viewpoints } from '../types/viewpoints.ts'

export declare const packs: readonly TermPack[]
export declare const presets: readonly Preset[]
export declare const law: readonly Law[]
export declare const expectations: readonly Expectation[]
export declare const lists: Lists
export declare const viewpoints: Viewpoints
export declare const sources: Sources
export declare const names: Names
/** The JSON Schemas of schema/, by name. */
export declare const schemas: {
  readonly [name in 'law' | 'names' | 'preset' | 'sources' | 'terms' | 'viewpoints']: object
}
