import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { severityOf } from '../finding.ts'
import type { Reporter } from './index.ts'

/** An array, one object a file; every finding is listed. */
export const json: Reporter = (files, _settings, { explainQuiet }) =>
  `${JSON.stringify(
    files.map((file) => ({
      path: file.path,
      messages: file.messages.map(entryOf),
      ...(explainQuiet ? { quiet: quietOf(file) } : {}),
    })),
    null,
    2,
  )}\n`

function entryOf(message: VFileMessage) {
  return {
    ruleId: message.ruleId ?? null,
    source: message.source ?? 'fairdraft',
    severity: severityOf(message),
    reason: message.reason,
    place: message.place ?? null,
    ...(message.location ? { location: message.location } : {}),
    actual: message.actual ?? null,
    expected: message.expected ?? [],
    note: message.note ?? null,
    url: message.url ?? null,
    context: message.context ?? 'own-voice',
  }
}

function quietOf(file: VFile) {
  return file.data.quiet ?? []
}
