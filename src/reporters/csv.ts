import type { Finding } from '../finding.ts'
import { severityOf } from '../finding.ts'
import { printable } from '../printable.ts'
import type { Reporter } from './index.ts'
import { placeName } from './place-name.ts'

const HEADINGS = [
  'File',
  'Place',
  'Severity',
  'Words',
  'What',
  'Instead',
  'Why',
  'Read on',
  'Rule',
] as const

/**
 * A table for a spreadsheet, one finding a row. It begins with a byte-order mark, without which Excel
 * does not know that it is UTF-8; no cell can be taken for a formula.
 */
export const csv: Reporter = (files) => {
  const rows = files.flatMap((file) =>
    file.messages.map((finding) => [file.path, ...cellsOf(finding)]),
  )
  return `\uFEFF${[HEADINGS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cellsOf(finding: Finding): string[] {
  const { actual, reason, expected, note, url, ruleId } = finding
  return [
    placeName(finding),
    severityOf(finding),
    actual ?? '',
    reason,
    (expected ?? []).join('; '),
    note ?? '',
    url ?? '',
    ruleId ?? '',
  ]
}

/**
 * What a spreadsheet takes for the beginning of a formula, in half and in full width; where semicolons part
 * cells, as on the Continent, also behind one and whatever quotation marks follow it.
 */
const FORMULA = /(?<=^|;)(?=[\s"]*[=+\-@＝＋－＠])/gu

function cell(text: string): string {
  return `"${printable(text).replace(FORMULA, "'").replaceAll('"', '""')}"`
}
