/** What to report of a wrong statement. */

import type { Document } from '../document.ts'
import type { StatementRule } from '../types/law.ts'
import { explained, type LawReport, severityFrom, upperFirst } from './report.ts'
import type { StatementReader } from './statement.ts'

/** The reports that a rule makes of the wrong statements in a document. */
export function statementReports(
  statements: StatementReader,
  document: Document,
  rule: StatementRule,
): LawReport[] {
  return statements(document).flatMap((found) => {
    const { block, statement, entry, start, end } = found
    const severity = severityFrom([entry])
    if (statement.rule !== rule || !severity) return []
    const capital = /^\p{Lu}/u.test(block.text.slice(start))
    const expected = (statement.instead ?? []).map((words) => (capital ? upperFirst(words) : words))
    return [{ block, start, end, severity, expected, ...explained(statement.why, entry) }]
  })
}
