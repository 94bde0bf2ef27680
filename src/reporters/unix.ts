import type { VFile } from 'vfile'
import { type Finding, severityOf } from '../finding.ts'
import { printable } from '../printable.ts'
import type { Reporter } from './index.ts'
import { placeName } from './place-name.ts'
import { regionOf } from './region.ts'
import { wordingOf } from './wording.ts'

/** `path:line:column: severity: what (rule)`, one finding a line, as compilers write and editors read. */
export const unix: Reporter = (files) =>
  files.flatMap((file) => file.messages.map((finding) => `${lineOf(file, finding)}\n`)).join('')

function lineOf(file: VFile, finding: Finding): string {
  const region = regionOf(file, finding)
  const place = region ? `${region.startLine}:${region.startColumn}` : '1:1'
  const where = finding.location ? ` (${placeName(finding)})` : ''
  return `${printable(file.path)}:${place}: ${severityOf(finding)}: ${wordingOf(finding)}${where} (${printable(finding.ruleId ?? '')})`
}
