import type { VFile } from 'vfile'
import type { Settings } from '../settings.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { pretty } from './pretty.ts'

/** What a reporter may be asked for. */
export interface ReportOptions {
  /** Whether to use colours. */
  readonly color: boolean
  /** Print why, who disagrees and the sources. */
  readonly verbose: boolean
  /** Leave suggestions out. */
  readonly quiet: boolean
  /** List what was left alone, and why. */
  readonly explainQuiet: boolean
  /** How many columns a line may have. */
  readonly width: number
}

/** Turns files with findings into text. It runs no rule and reads no file. */
export type Reporter = (
  files: readonly VFile[],
  settings: readonly Settings[],
  options: ReportOptions,
) => string

/** Every reporter, by the name the command line knows it by. */
export const reporters = { pretty, json, html } satisfies Record<string, Reporter>

/** The name of a reporter. */
export type ReporterName = keyof typeof reporters
