import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { reporter } from 'vfile-reporter'
import { severityOf } from '../finding.ts'
import { printable } from '../printable.ts'
import { checklistOf } from './checklist.ts'
import { type Group, groupsOf, moreOf } from './groups.ts'
import type { Reporter, ReportOptions } from './index.ts'
import { placeName } from './place-name.ts'
import { countLine, styleLines } from './summary.ts'
import { insteadOf } from './wording.ts'

/**
 * For people, in a terminal: errors first, each term once in full, repeats counted, and a summary.
 * vfile-reporter lays it out.
 */
export const pretty: Reporter = (files, settings, options) => {
  if (files.length === 0) return ''
  const reports = files.map((file) => {
    const { full, brief } = shared(groupsOf(file.messages), options)
    const copy = forPeople(file, full, options)
    const report = labelled(reporter([copy], { color: options.color, verbose: options.verbose }))
    const checklist = file.data.answers
      ? ['', ...checklistOf(file, file.data.answers).map(printable)]
      : []
    return [report, ...alsoOf(brief, options), ...checklist].join('\n')
  })
  const quiet = options.explainQuiet ? files.flatMap((file) => leftAlone(file)) : []
  return `${[...reports, ...quiet, [countLine(files), ...styleLines(settings)].join('\n')].join('\n\n')}\n`
}

const MOST_SUGGESTIONS = 12
const FULL_SUGGESTIONS = 8

/**
 * Which groups are shown in full: all errors and warnings, and, of many suggestions, the most frequent;
 * a long draft should still be two screens.
 */
function shared(groups: readonly Group[], { verbose }: ReportOptions) {
  const suggestions = groups.filter(({ first }) => severityOf(first) === 'suggestion')
  if (verbose || suggestions.length <= MOST_SUGGESTIONS) return { full: groups, brief: [] }
  const frequent = [...suggestions].sort((a, b) => b.all.length - a.all.length)
  const brief = new Set(frequent.slice(FULL_SUGGESTIONS))
  return {
    full: groups.filter((group) => !brief.has(group)),
    brief: suggestions.filter((group) => brief.has(group)),
  }
}

/** The other suggestions, a few words each. */
function alsoOf(brief: readonly Group[], { width }: ReportOptions): string[] {
  if (brief.length === 0) return []
  const parts = brief.map(({ first, all }) => {
    const times = all.length > 1 ? `, ${all.length} times` : ''
    return `“${shortened(first.actual ?? first.ruleId ?? '')}” (${placeName(first)}${times})`
  })
  const text = `And ${brief.length} other suggestions: ${parts.join('; ')}. Each in full: --verbose.`
  return ['', ...wrapped(text, width - 2).map((line) => `  ${line}`)]
}

/** A copy of a file that holds one message a group, worded and wrapped for a terminal. */
function forPeople(file: VFile, groups: readonly Group[], options: ReportOptions): VFile {
  const copy = new VFile({ path: printable(file.path) })
  copy.messages = groups.map((group, index) => displayed(group, index, options))
  return copy
}

function displayed(group: Group, index: number, { width }: ReportOptions): VFileMessage {
  const { first } = group
  const more = moreOf(group)
  const lines = [
    printable(first.reason),
    ...insteadOf(first).map(printable),
    ...(more ? [printable(more)] : []),
  ].flatMap((line) => wrapped(line, width - 6))
  const words = first.actual ? shortened(first.actual) : first.place ? 'here' : 'this document'
  const title = first.location ? `${words} (${placeName(first)})` : words
  const place = first.location ? undefined : first.place
  const message = new VFileMessage(title, { place, ruleId: first.ruleId })
  message.stack = [title, ...lines.map((line) => `      ${line}`)].join('\n')
  message.fatal = first.fatal
  message.ruleId = first.ruleId
  if (first.note)
    message.note = first.note
      .split('\n')
      .flatMap((line) => wrapped(printable(line), width - 4))
      .join('\n')
  // vfile-reporter sorts by these two: they keep the groups in their order.
  message.line = index + 1
  message.column = 1
  return message
}

const LONGEST_TITLE = 40

function shortened(text: string): string {
  const flat = printable(text.replace(/\s+/g, ' '))
  return flat.length > LONGEST_TITLE ? `${flat.slice(0, LONGEST_TITLE - 1)}…` : flat
}

/** Breaks a line at spaces. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return line ? [...lines, line] : lines
}

const COLOUR = '(?:\\u001B\\[\\d+m)?'
const LABEL = new RegExp(`^(\\s*(?:\\d\\S*)? +)(${COLOUR})(error|warning|info)(${COLOUR}) +`, 'gm')

/** vfile-reporter calls a suggestion "info", and counts groups instead of findings: both are put right. */
function labelled(report: string): string {
  const named = report.replace(LABEL, (_all, before, on, label, off) => {
    const name = label === 'info' ? 'suggestion' : label
    return `${before}${on}${name}${off}${' '.repeat(12 - name.length)}`
  })
  return named.replace(/\n\n[^\n]*(?:error|warning)s?\)?$/, '')
}

/** What was found in other people’s words and so left alone. */
function leftAlone(file: VFile): string[] {
  const quiet = file.data.quiet ?? []
  if (quiet.length === 0) return []
  const lines = quiet.map(({ place, location, actual, ruleId, context, evidence }) => {
    const start = place && 'start' in place ? place.start : place
    const where = location ? placeName({ location }) : `${start?.line}:${start?.column}`
    return `  ${where}  ${shortened(actual)}  ${printable(`${ruleId}: ${context}, ${evidence}`)}`
  })
  return [`${printable(file.path)}: left alone\n${lines.join('\n')}`]
}
