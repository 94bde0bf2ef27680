import type { VFile } from 'vfile'
import type { Settings } from '../settings.ts'

/** What a reporter may be asked for. */
export interface ReportOptions {
  /** Whether to use colours. */
  readonly color: boolean
  /** Print why, who disagrees and the sources. */
  readonly verbose: boolean
  /** List what was left alone, and why. */
  readonly explainQuiet: boolean
  /** How many columns a line may have. */
  readonly width: number
  /** Fairdraft’s own version, for formats that name it. */
  readonly version: string
}

/** Turns files with findings into text: all findings that it is given. It runs no rule and reads no file. */
export type Reporter = (
  files: readonly VFile[],
  settings: readonly Settings[],
  options: ReportOptions,
) => string

/** The same, in pieces that together may be longer than a string can be. */
export type PieceReporter = (...args: Parameters<Reporter>) => Iterable<string>

/** Every reporter, by the name the command line knows it by; loaded when it is asked for. */
export const reporters = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  html: async () => (await import('./html.ts')).html,
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  unix: async () => (await import('./unix.ts')).unix,
  markdown: async () => (await import('./markdown.ts')).markdown,
  csv: async () => (await import('./csv.ts')).csv,
} satisfies Record<string, () => Promise<Reporter>>

/** The name of a reporter. */
export type ReporterName = keyof typeof reporters

/** Those that also give a report in pieces. */
export const pieceReporters: { readonly [name in ReporterName]?: () => Promise<PieceReporter> } = {
  json: async () => (await import('./json.ts')).jsonPieces,
  ndjson: async () => (await import('./ndjson.ts')).ndjsonPieces,
  sarif: async () => (await import('./sarif.ts')).sarifPieces,
  gitlab: async () => (await import('./gitlab.ts')).gitlabPieces,
}
