/** What a new version changed, for people and for programs: in a terminal, as Markdown, as a page, as JSON. */
import type { VFile } from 'vfile'
import type { Framings } from '../compare/framings.ts'
import { type Change, type Changes, OUTCOMES, type Outcome, type Quoted } from '../compare.ts'
import { severityOf } from '../finding.ts'
import { createPage, escapeHtml } from '../html.ts'
import { printable } from '../printable.ts'
import { wrapped } from './pretty.ts'

/** Two versions and what changed between them. */
interface Versions {
  readonly old: VFile
  readonly new: VFile
  readonly changes: Changes
  readonly framings: Framings
  /** Whose house style both were checked with, one line each. */
  readonly styles: readonly string[]
}

/** Turns a comparison of two versions into text; the width is in columns and matters in a terminal only. */
type ChangesReporter = (versions: Versions, width: number) => string

/** Every form of the report, by the name the command line knows it by. */
export const changesReporters = {
  pretty,
  json,
  markdown,
  html,
} satisfies Record<string, ChangesReporter>

const HEADINGS: { readonly [Key in Outcome]: string } = {
  reworded: 'Reworded: the passage changed, the framing stayed',
  introduced: 'Introduced',
  persisting: 'Persisting',
  moved: 'Moved: unchanged, in another place',
  fixed: 'Fixed',
}

function json({ changes }: Versions): string {
  const side = (quoted: Quoted | null) =>
    quoted && { quote: quoted.quote, place: quoted.finding.place ?? null }
  const entry = (change: Change) => ({
    ruleId: change.ruleId,
    old: side(change.old),
    new: side(change.new),
  })
  const { fixed, persisting, reworded, introduced, moved } = changes
  const lists = { fixed, persisting, reworded, introduced, moved }
  const entries = Object.entries(lists).map(([name, list]) => [name, list.map(entry)])
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`
}

/** Changes of one rule or term that became the same, to be shown once in full. */
interface Group {
  readonly first: Change
  readonly all: readonly Change[]
}

/** By rule, the most frequent first; reworded passages one by one, since each reads otherwise. */
function groupsOf(changes: readonly Change[], outcome: Outcome): Group[] {
  if (outcome === 'reworded') return changes.map((first) => ({ first, all: [first] }))
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const group = groups.get(change.ruleId)
    if (group) group.push(change)
    else groups.set(change.ruleId, [change])
  }
  return [...groups.values()]
    .flatMap((all) => (all[0] ? [{ first: all[0], all }] : []))
    .sort((a, b) => b.all.length - a.all.length)
}

/** What changed in a few sentences that can be quoted. */
export function summaryOf({ old, new: now, changes, framings }: Versions): string[] {
  const [before, after] = [old.messages.length, now.messages.length]
  if (before + after === 0) return ['Nothing is found in either version.']
  const { fixed, persisting, reworded, introduced, moved } = changes
  const fates = [
    { count: fixed.length, one: 'was fixed', many: 'were fixed' },
    { count: persisting.length, one: 'persists', many: 'persist' },
    {
      count: new Set(reworded.map((change) => change.old?.finding)).size,
      one: 'was reworded with its framing kept',
      many: 'were reworded with their framing kept',
    },
    { count: moved.length, one: 'only moved', many: 'only moved' },
  ].flatMap(({ count, one, many }) => (count > 0 ? [`${count} ${count === 1 ? one : many}`] : []))
  const lead =
    before === 0
      ? 'The old version has no findings.'
      : `Of ${before} ${findings(before)} in the old version, ${joined(fates)}.`
  const next = `The new version introduces ${introduced.length || 'none'} and has ${after === 0 ? 'none left' : `${after} in all`}.`
  const examples = reworded
    .filter((change) => change.old && change.new && !isSame(change.old, change.new))
    .slice(0, 3)
    .map((change) => {
      const [was, is] = [flat(change.old?.quote), flat(change.new?.quote)]
      const title = framings.titleOf(change.ruleId)
      return `“${was}” became “${is}”${title === was || title === is ? '' : ` (${title})`}.`
    })
  const errors = [...persisting, ...moved, ...reworded].flatMap(({ ruleId, new: kept }) =>
    kept && severityOf(kept.finding) === 'error'
      ? [`“${flat(kept.quote)}” (${framings.titleOf(ruleId)})`]
      : [],
  )
  const law =
    errors.length === 0
      ? []
      : [
          `${errors.length} ${errors.length === 1 ? 'mistake of law is' : 'mistakes of law are'} not put right: ${errors.slice(0, 3).join(', ')}${errors.length > 3 ? ' …' : ''}.`,
        ]
  return [`${lead} ${next}`, ...law, ...examples]
}

function findings(count: number): string {
  return count === 1 ? 'finding' : 'findings'
}

function isSame(old: Quoted, next: Quoted): boolean {
  return flat(old.quote).toLowerCase() === flat(next.quote).toLowerCase()
}

function joined(parts: readonly string[]): string {
  return parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function flat(text = ''): string {
  return text.replace(/\s+/g, ' ')
}

/** "and 12 more (lines 14, 20 …)" */
function moreOf({ all }: Group): string {
  const rest = all.slice(1)
  if (rest.length === 0) return ''
  const lines = [...new Set(rest.flatMap(({ old, new: now }) => (now ?? old)?.finding.line ?? []))]
  const shown = lines.slice(0, 8).join(', ')
  return `and ${rest.length} more (${lines.length === 1 ? 'line' : 'lines'} ${shown}${lines.length > 8 ? ' …' : ''})`
}

/** A sentence in three parts: what stands before the flagged words, the words, and what follows. */
function partsOf({ passage: { text, start, end } }: Quoted): [string, string, string] {
  return [flat(text.slice(0, start)), flat(text.slice(start, end)), flat(text.slice(end))]
}

const AROUND = 70

/** The flagged words with what stands around them, cut at words. */
function excerpt(quoted: Quoted): string {
  const [before, words, after] = partsOf(quoted)
  const left = before.length > AROUND ? `…${before.slice(-AROUND).replace(/^\S*/, '')}` : before
  const right = after.length > AROUND ? `${after.slice(0, AROUND).replace(/\S*$/, '')}…` : after
  return `${left}«${words}»${right}`
}

function pretty(versions: Versions, width: number): string {
  const { old, new: now, changes, framings, styles } = versions
  const lists = OUTCOMES.flatMap((outcome) => {
    const groups = groupsOf(changes[outcome], outcome)
    if (groups.length === 0) return []
    return [
      '',
      `${HEADINGS[outcome]} (${changes[outcome].length})`,
      ...groups.flatMap((group) => ['', ...inTerminal(group, framings, width)]),
    ]
  })
  const title = `${printable(old.path)} → ${printable(now.path)}`
  const summary = summaryOf(versions).flatMap((line) => wrapped(printable(line), width))
  return `${[title, '', ...summary, ...lists, '', ...styles].join('\n')}\n`
}

function inTerminal(group: Group, framings: Framings, width: number): string[] {
  const { old, new: now, ruleId } = group.first
  const more = moreOf(group)
  const side = (name: string, quoted: Quoted | null) => {
    if (!quoted) return []
    const place = `${name} ${quoted.finding.line ?? 1}:${quoted.finding.column ?? 1}`.padEnd(11)
    const [first = '', ...rest] = wrapped(printable(excerpt(quoted)), width - 17)
    return [`    ${place}  ${first}`, ...rest.map((line) => `${' '.repeat(17)}${line}`)]
  }
  const same = old && now && flat(old.passage.text) === flat(now.passage.text)
  return [
    ...wrapped(`${framings.titleOf(ruleId)}  ${ruleId}`, width - 2).map((line) => `  ${line}`),
    ...(same ? side('both', now) : [...side('old', old), ...side('new', now)]),
    ...(more ? [`    ${more}`] : []),
  ]
}

function markdown(versions: Versions): string {
  const { old, new: now, changes, framings, styles } = versions
  const cell = (quoted: Quoted | null) => {
    if (!quoted) return '–'
    const [before, words, after] = partsOf(quoted).map(escaped)
    return `${before}**${words}**${after} (line ${quoted.finding.line ?? 1})`
  }
  const lists = OUTCOMES.flatMap((outcome) => {
    const groups = groupsOf(changes[outcome], outcome)
    if (groups.length === 0) return []
    const rows = groups.map((group) => {
      const { first, all } = group
      const times = all.length > 1 ? `, ${moreOf(group)}` : ''
      return `| ${escaped(framings.titleOf(first.ruleId))} \`${first.ruleId}\`${times} | ${cell(first.old)} | ${cell(first.new)} |`
    })
    const head = '| What | Old | New |\n| --- | --- | --- |'
    return [`## ${HEADINGS[outcome]} (${changes[outcome].length})`, [head, ...rows].join('\n')]
  })
  const parts = [
    `# What changed: ${escaped(old.path)} → ${escaped(now.path)}`,
    ...summaryOf(versions).map(escaped),
    ...lists,
    styles.map(escaped).join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

function escaped(text: string): string {
  return text.replace(/[\\|*_<>[\]`]/g, '\\$&')
}

const STYLE = `
  td { width: 38% }
  th[scope=row] { font-weight: 600 }
  th code { display: block }
  th code, th .soft { font-weight: normal }
  blockquote { border-left: 4px solid var(--line); margin: 1rem 0; padding-left: 1rem }`

function html(versions: Versions): string {
  const { old, new: now, changes, framings, styles } = versions
  const cell = (quoted: Quoted | null) => {
    if (!quoted) return '<td><span class="soft">not there</span></td>'
    const [before, words, after] = partsOf(quoted).map(escapeHtml)
    const line = `<span class="soft">line ${quoted.finding.line ?? 1}</span>`
    return `<td>${before}<mark>${words}</mark>${after} ${line}</td>`
  }
  const row = (group: Group) => {
    const { ruleId, old: before, new: after } = group.first
    const more = moreOf(group)
    const head = `${escapeHtml(framings.titleOf(ruleId))} <code>${escapeHtml(ruleId)}</code>`
    return `<tr><th scope="row">${head}${more ? ` <span class="soft">${more}</span>` : ''}</th>${cell(before)}${cell(after)}</tr>`
  }
  const lists = OUTCOMES.flatMap((outcome) => {
    const groups = groupsOf(changes[outcome], outcome)
    if (groups.length === 0) return []
    return `<h2 id="${outcome}">${HEADINGS[outcome]} (${changes[outcome].length})</h2>
<div class="scroll" role="region" aria-labelledby="${outcome}" tabindex="0">
<table>
<thead><tr><th scope="col">What</th><th scope="col">Old: ${escapeHtml(old.path)}</th><th scope="col">New: ${escapeHtml(now.path)}</th></tr></thead>
<tbody>
${groups.map(row).join('\n')}
</tbody>
</table>
</div>`
  })
  const summary = summaryOf(versions).map((line) => `<p>${escapeHtml(line)}</p>`)
  return createPage({
    title: `What changed: ${old.path} → ${now.path}`,
    style: STYLE,
    body: [
      `<blockquote>\n${summary.join('\n')}\n</blockquote>`,
      ...lists,
      ...styles.map((line) => `<p class="soft">${escapeHtml(line)}</p>`),
    ].join('\n'),
  })
}
