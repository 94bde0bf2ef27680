import type { VFile } from 'vfile'
import { type Severity, severityOf } from '../finding.ts'
import { hashOf } from '../hash.ts'
import { fingerprintsOf } from '../identity.ts'
import type { PieceReporter, Reporter } from './index.ts'
import { listPieces } from './json.ts'
import { placeName } from './place-name.ts'
import { regionOf } from './region.ts'
import { wordingOf } from './wording.ts'

const SEVERITY = { error: 'major', warning: 'minor', suggestion: 'info' } satisfies Record<
  Severity,
  string
>

/** GitLab’s Code Quality report. A fingerprint stands once only: GitLab hides what it has seen. */
export const gitlab: Reporter = (...args) => [...gitlabPieces(...args)].join('')

/** The same, finding by finding. */
export const gitlabPieces: PieceReporter = function* (files) {
  yield* listPieces(issuesOf(files), '')
  yield '\n'
}

function* issuesOf(files: readonly VFile[]) {
  for (const file of files) {
    const fingerprints = fingerprintsOf(file)
    for (const [index, finding] of file.messages.entries()) {
      const region = regionOf(file, finding)
      const where = finding.location ? ` (${placeName(finding)})` : ''
      yield {
        description: `${wordingOf(finding)}${where}`,
        check_name: finding.ruleId ?? '',
        fingerprint: hashOf(`${file.path}\n${fingerprints[index]}`),
        severity: SEVERITY[severityOf(finding)],
        location: {
          path: file.path,
          lines: { begin: region?.startLine ?? 1, end: region?.endLine ?? 1 },
        },
      }
    }
  }
}
