import type { VFile } from 'vfile'
import { type Finding, type Severity, severityOf } from '../finding.ts'
import { printable } from '../printable.ts'
import type { Reporter } from './index.ts'
import { placeName } from './place-name.ts'
import { type Region, regionOf } from './region.ts'
import { countLine, styleLines } from './summary.ts'
import { wordingOf } from './wording.ts'

const COMMANDS = { error: 'error', warning: 'warning', suggestion: 'notice' } satisfies Record<
  Severity,
  string
>

/**
 * Workflow commands: each finding is an annotation beside the line. The gravest come first, for GitHub
 * shows ten of a kind and step.
 */
export const github: Reporter = (files, settings) => {
  const commands = files.flatMap((file) => file.messages.map((finding) => command(file, finding)))
  return [...commands, countLine(files), ...styleLines(settings)]
    .map((line) => `${line}\n`)
    .join('')
}

function command(file: VFile, finding: Finding): string {
  const properties = Object.entries({
    file: file.path,
    ...placeOf(regionOf(file, finding)),
    title: finding.ruleId ?? 'fairdraft',
  }).map(([name, value]) => `${name}=${propertyOf(String(value))}`)
  const where = finding.location ? ` (${placeName(finding)})` : ''
  return `::${COMMANDS[severityOf(finding)]} ${properties.join(',')}::${dataOf(wordingOf(finding) + where)}`
}

/** GitHub takes columns only where a finding stands on one line. */
function placeOf(region: Region | undefined) {
  if (!region) return {}
  const { startLine: line, startColumn: col, endLine, endColumn } = region
  return line === endLine ? { line, endLine, col, endColumn } : { line, endLine }
}

function dataOf(text: string): string {
  return printable(text).replaceAll('%', '%25')
}

function propertyOf(text: string): string {
  return dataOf(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
