/** What the server offers beyond the Language Server Protocol; src/lsp/overview.ts describes it. */

import type { Diagnostic } from 'vscode-languageclient'

/** A document’s findings by viewpoint, and the house styles that they were found under. */
export interface Overview {
  readonly presets: readonly string[]
  readonly groups: readonly { readonly title: string; readonly findings: readonly Diagnostic[] }[]
}

/** A house style to choose. */
export interface PresetChoice {
  readonly name: string
  readonly title: string
  readonly author: string
}

/** Asks for an overview of `{uri}`; null for a document that the server does not have. */
export const OVERVIEW = 'fairdraft/overview'

/** Asks for the house styles that are shipped. */
export const PRESETS = 'fairdraft/presets'

/** The command that gives the explanation of a rule or a term. */
export const EXPLAIN = 'fairdraft.explain'
