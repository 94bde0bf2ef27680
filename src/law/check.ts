/** The check of a rule of law: its reports on a block, asked for only where a text concerns the law. */

import type { Block } from '../blocks.ts'
import type { Document } from '../document.ts'
import type { StatementRule } from '../types/law.ts'
import { statementReports } from './check/statement.ts'
import type { LawReport } from './report.ts'
import { type Readers, readersFor, type Whose } from './shipped.ts'

type Tell = (report: LawReport) => void
type Reports = (readers: Readers, document: Document, block: Block) => Iterable<LawReport>

/** A check that tells what is reported of a block that may say something of the law. */
export function lawCheck(reports: Reports) {
  return {
    where: (options: Whose) => readersFor(options).concerns,
    inBlock(document: Document, block: Block, tell: Tell, options: Whose): void {
      for (const report of reports(readersFor(options), document, block)) tell(report)
    },
  }
}

/** A check that tells the wrong statements which the registry has for a rule, and nothing else. */
export function statementCheck(rule: StatementRule) {
  return {
    in: (options: Whose) => [readersFor(options).statements.matcher],
    inBlock(document: Document, block: Block, tell: Tell, options: Whose): void {
      const { statements } = readersFor(options)
      for (const report of statementReports(statements, document, block, rule)) tell(report)
    },
  }
}
