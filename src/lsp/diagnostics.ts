import {
  type Diagnostic,
  DiagnosticSeverity,
  type Position,
  type Range,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Finding, type Severity, severityOf, stretchOf } from '../finding.ts'
import type { Checked } from './checks.ts'

const SEVERITIES: { readonly [Name in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  suggestion: DiagnosticSeverity.Information,
}

/** The findings of a document as an editor shows them. */
export function diagnosticsOf({ document, file }: Checked): Diagnostic[] {
  return file.messages.map((message) => diagnosticOf(document, message))
}

/** A finding as an editor shows it: its id as the code, with a link to where one can read on. */
export function diagnosticOf(document: TextDocument, message: Finding): Diagnostic {
  const { ruleId, reason, url } = message
  return {
    range: rangeOf(document, message),
    severity: SEVERITIES[severityOf(message)],
    source: 'fairdraft',
    message: reason,
    ...(ruleId && { code: ruleId }),
    ...(ruleId && url && { codeDescription: { href: url } }),
  }
}

/** Where a finding stands; one about the whole document stands at its beginning. */
function rangeOf(document: TextDocument, message: Finding): Range {
  const { start, end } = stretchOf(message) ?? { start: 0, end: 0 }
  return { start: document.positionAt(start), end: document.positionAt(end) }
}

/** Whether two findings are shown alike. */
export function isSameDiagnostic(one: Diagnostic, other: Diagnostic | undefined): boolean {
  return (
    other !== undefined &&
    one.code === other.code &&
    one.message === other.message &&
    one.severity === other.severity &&
    one.codeDescription?.href === other.codeDescription?.href &&
    isSamePosition(one.range.start, other.range.start) &&
    isSamePosition(one.range.end, other.range.end)
  )
}

function isSamePosition(one: Position, other: Position): boolean {
  return one.line === other.line && one.character === other.character
}
