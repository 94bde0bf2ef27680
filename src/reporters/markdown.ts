import type { VFile } from 'vfile'
import { severityOf } from '../finding.ts'
import { printable } from '../printable.ts'
import { type Group, groupsOf, moreOf } from './groups.ts'
import type { Reporter } from './index.ts'
import { placeName } from './place-name.ts'
import { countLine, styleLines } from './summary.ts'
import { insteadOf } from './wording.ts'

/** How long a comment on GitHub or GitLab may be at most, with room for what is around: UTF-16 units. */
const LONGEST = 60_000

/**
 * For a comment on a pull request: what was found, a table a file with repeats counted, and whose house
 * style it is. What a comment has no room for is counted.
 */
export const markdown: Reporter = (files, settings) => {
  const lines = files.flatMap(tableOf)
  const end = ['', ...styleLines(settings).map((line) => `${escaped(line)}  `)]
  const { kept, left } = fitting(lines, LONGEST)
  const note =
    left > 0
      ? ['', `And ${left} more ${left === 1 ? 'row' : 'rows'}, for which there is no room.`]
      : []
  return `${[`**Fairdraft:** ${countLine(files)}`, ...kept.map(({ text }) => text), ...note, ...end].join('\n')}\n`
}

interface Line {
  readonly text: string
  /** Whether it is a row with findings, and no heading. */
  readonly row: boolean
}

function tableOf(file: VFile): Line[] {
  const groups = groupsOf(file.messages)
  if (groups.length === 0) return []
  const head = [
    '',
    `### ${escaped(file.path)}`,
    '',
    '| Where | Severity | Words | What |',
    '| --- | --- | --- | --- |',
  ]
  return [
    ...head.map((text) => ({ text, row: false })),
    ...groups.map((group) => ({ text: rowOf(group), row: true })),
  ]
}

function rowOf(group: Group): string {
  const { first } = group
  const more = moreOf(group)
  const what = [first.reason, ...insteadOf(first), ...(more ? [`(${more}.)`] : [])].join(' ')
  const cells = [placeName(first), severityOf(first), first.actual ?? '', what]
  return `| ${cells.map(escaped).join(' | ')} |`
}

function fitting(lines: readonly Line[], room: number): { kept: readonly Line[]; left: number } {
  let length = 0
  const over = lines.findIndex(({ text }) => {
    length += text.length + 1
    return length > room
  })
  if (over < 0) return { kept: lines, left: 0 }
  return { kept: lines.slice(0, over), left: lines.slice(over).filter(({ row }) => row).length }
}

const ENTITIES: { readonly [sign: string]: string } = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** Text that Markdown shows as it is: no markup, no table cell, nobody mentioned, nothing linked to. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[<>&]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\\`*_[\]#|~$]/g, '\\$&')
    .replace(/@(?=\w)/g, '@<!-- -->')
    .replace(/(?<=\b(?:https?|ftp)):(?=\/\/)/gi, '&#58;')
    .replace(/(?<=\bwww)\./gi, '&#46;')
}
