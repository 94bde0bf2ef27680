import type { VFile } from 'vfile'
import { type Finding, type Severity, severityOf } from '../finding.ts'
import type { Reporter } from './index.ts'
import { placeName } from './place-name.ts'
import { regionOf } from './region.ts'
import { wordingOf } from './wording.ts'
import { element } from './xml.ts'

const LEVELS = { error: 'error', warning: 'warning', suggestion: 'info' } satisfies Record<
  Severity,
  string
>

/** Checkstyle’s XML, which Jenkins, SonarQube and many review tools read. */
export const checkstyle: Reporter = (files) => {
  const entries = files.map((file) => {
    const errors = file.messages.map((finding) => errorOf(file, finding))
    return element('file', { name: file.path }, errors.join(''))
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'checkstyle',
    { version: '4.3' },
    `\n${entries.map((entry) => `${entry}\n`).join('')}`,
  )}\n`
}

function errorOf(file: VFile, finding: Finding): string {
  const region = regionOf(file, finding)
  const where = finding.location ? ` (${placeName(finding)})` : ''
  return `\n${element('error', {
    line: region?.startLine ?? 1,
    column: region?.startColumn,
    severity: LEVELS[severityOf(finding)],
    message: `${wordingOf(finding)}${where}`,
    source: `fairdraft.${finding.ruleId ?? ''}`,
  })}`
}
