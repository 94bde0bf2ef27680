import {
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
} from 'vscode-languageserver'
import type { Checked } from './checks.ts'
import { diagnosticsOf, isSameDiagnostic } from './diagnostics.ts'

/** What a client that asks for diagnostics is told: all of them, or that they are those that it has. */
type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport

/** The diagnostics of documents as clients were told of them. */
interface Reports {
  /** The report of a check to a client that has the diagnostics of a result; the client sends its id. */
  of(checked: Checked, previousResultId: string | undefined): Report
  /** Forgets a document that was closed. */
  close(uri: string): void
}

/** Makes reports: diagnostics that are equal to the latest of their document keep the id of their result. */
export function createReports(): Reports {
  const latest = new Map<string, { readonly resultId: string; readonly items: Diagnostic[] }>()
  let count = 0
  return {
    of(checked, previousResultId) {
      const { uri } = checked.document
      const items = diagnosticsOf(checked)
      const known = latest.get(uri)
      const isSame =
        known?.items.length === items.length &&
        items.every((item, at) => isSameDiagnostic(item, known.items[at]))
      const resultId = isSame ? known.resultId : String(++count)
      latest.set(uri, { resultId, items })
      return resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items }
    },
    close: (uri) => void latest.delete(uri),
  }
}
