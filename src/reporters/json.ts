import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { severityOf } from '../finding.ts'
import { printableJson } from '../printable.ts'
import type { Reporter, ReportOptions } from './index.ts'

/** An array, one object a file; every finding is listed. */
export const json: Reporter = (files, _settings, options) =>
  `${printableJson(
    files.map((file) => fileEntry(file, options)),
    2,
  )}\n`

/** What there is to say of a file. */
export function fileEntry(file: VFile, { explainQuiet }: ReportOptions) {
  return {
    path: file.path,
    messages: file.messages.map(entryOf),
    ...(explainQuiet ? { quiet: file.data.quiet ?? [] } : {}),
  }
}

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
