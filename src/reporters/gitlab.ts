import type { VFile } from 'vfile'
import { type Severity, severityOf } from '../finding.ts'
import { hashOf } from '../hash.ts'
import { fingerprintsOf } from '../identity.ts'
import { printableJson } from '../printable.ts'
import type { Reporter } from './index.ts'
import { placeName } from './place-name.ts'
import { regionOf } from './region.ts'
import { wordingOf } from './wording.ts'

const SEVERITY = { error: 'major', warning: 'minor', suggestion: 'info' } satisfies Record<
  Severity,
  string
>

/** GitLab’s Code Quality report. A fingerprint stands once only: GitLab hides what it has seen. */
export const gitlab: Reporter = (files) => `${printableJson(files.flatMap(issuesOf), 2)}\n`

function issuesOf(file: VFile) {
  const fingerprints = fingerprintsOf(file)
  return file.messages.map((finding, index) => {
    const region = regionOf(file, finding)
    const where = finding.location ? ` (${placeName(finding)})` : ''
    return {
      description: `${wordingOf(finding)}${where}`,
      check_name: finding.ruleId ?? '',
      fingerprint: hashOf(`${file.path}\n${fingerprints[index]}`),
      severity: SEVERITY[severityOf(finding)],
      location: {
        path: file.path,
        lines: { begin: region?.startLine ?? 1, end: region?.endLine ?? 1 },
      },
    }
  })
}
