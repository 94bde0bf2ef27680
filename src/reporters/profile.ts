/** Whose vocabulary texts speak, for people and for programs: bars in a terminal, Markdown, a page, JSON. */
import { createPage, escapeHtml } from '../html.ts'
import { printable } from '../printable.ts'
import {
  ABOUT_COUNTS,
  type Count,
  type Leaning,
  type Profile,
  type Stance,
  type Voice,
} from '../profile.ts'
import { BARS } from './html/style.ts'
import { wrapped } from './pretty.ts'

/** Turns profiles into text; the width is in columns and matters in a terminal only. */
type ProfileReporter = (profiles: readonly Profile[], width: number) => string

/** Every form of the report, by the name the command line knows it by. */
export const profileReporters = {
  pretty,
  json: (profiles) => `${JSON.stringify(profiles, null, 2)}\n`,
  markdown,
  html,
} satisfies Record<string, ProfileReporter>

/** What is said of the two stances that a chart shows. */
const CHARTED: readonly (readonly [stance: Stance, verb: string])[] = [
  ['prefer', 'prefer'],
  ['avoid', 'avoid'],
]
const LISTED: readonly (readonly [stance: Stance, verb: string])[] = [
  ['prefer', 'prefer'],
  ['accept', 'accept'],
  ['avoid', 'avoid'],
  ['divided', 'differ on'],
]
const MOST_EXAMPLES = 6

function total({ direct, inferred }: Count): number {
  return direct + inferred
}

/** "34 (+5)": by sources, and by our inference. */
function sayCount({ direct, inferred }: Count): string {
  return inferred > 0 ? `${direct} (+${inferred})` : `${direct}`
}

/** Viewpoints that prefer or avoid something in a text, those with most to say first. */
function charted({ viewpoints }: Voice): readonly Leaning[] {
  const said = ({ counts }: Leaning) => total(counts.prefer) + total(counts.avoid)
  return viewpoints.filter((one) => said(one) > 0).sort((a, b) => said(b) - said(a))
}

function sayExamples({ examples }: Leaning, stance: Stance): string {
  const all = examples[stance]
  const shown = all.slice(0, MOST_EXAMPLES).map(({ words, count }) => `${words} ${count}`)
  return `${shown.join(', ')}${all.length > MOST_EXAMPLES ? ` and ${all.length - MOST_EXAMPLES} more` : ''}`
}

const NONE = 'no contested wording that the packs know'

function occurrences(count: number): string {
  return `${count} ${count === 1 ? 'occurrence' : 'occurrences'} of contested wording`
}

function pretty(profiles: readonly Profile[], width: number): string {
  const texts = profiles.map((profile) => {
    const { path, words, own, others, sections } = profile
    const chart = own.uses > 0 ? ['', ...chartOf(own, width)] : []
    const order = charted(own).map(({ name }) => name)
    const examples = charted(own).flatMap((leaning) => examplesInTerminal(leaning, width))
    if (own.uses + others.uses === 0) return `${printable(path)}: ${words} words; ${NONE}`
    const parts = [
      `${printable(path)}: ${words} words; ${occurrences(own.uses)} in the writer’s own voice, ${others.uses} in other people’s words`,
      ...chart,
      ...(examples.length > 0 ? ['', ...examples] : []),
      ...(sections.length > 1
        ? [
            '',
            'By section',
            ...sections.flatMap((section) => sectionInTerminal(section, order, width)),
          ]
        : []),
      ...(others.uses > 0 ? ['', 'In other people’s words', ...chartOf(others, width)] : []),
    ]
    return parts.join('\n')
  })
  const about = profiles.some(({ own, others }) => own.uses + others.uses > 0)
    ? [ABOUT_COUNTS.flatMap((line) => wrapped(line, width)).join('\n')]
    : []
  return `${[...texts, ...about].join('\n\n')}\n`
}

const COUNT_WIDTH = 10

/** Two bars a viewpoint: what it prefers and what it avoids; lighter where we infer it. */
function chartOf(voice: Voice, width: number): string[] {
  const leanings = charted(voice)
  const name = Math.max(9, ...leanings.map((leaning) => leaning.name.length))
  const bar = Math.max(6, Math.floor((width - name - 4) / 2) - COUNT_WIDTH - 2)
  const most = Math.max(
    1,
    ...leanings.flatMap(({ counts }) => [total(counts.prefer), total(counts.avoid)]),
  )
  const column = (count: Count) => {
    const length = (part: number) => Math.ceil((part / most) * bar)
    const bars = '█'.repeat(length(count.direct)) + '░'.repeat(length(count.inferred))
    return `${inColumn(count)} ${bars.slice(0, bar).padEnd(bar)}`
  }
  const head = CHARTED.map(([, verb]) => `${verb.padEnd(COUNT_WIDTH)} ${' '.repeat(bar)}`)
  return [
    `  ${' '.repeat(name)}  ${head.join('  ')}`.trimEnd(),
    ...leanings.map((leaning) => {
      const bars = CHARTED.map(([stance]) => column(leaning.counts[stance]))
      return `  ${leaning.name.padEnd(name)}  ${bars.join('  ')}`.trimEnd()
    }),
  ]
}

/** A count with its parts one under another. */
function inColumn({ direct, inferred }: Count): string {
  return `${`${direct}`.padStart(4)}${inferred > 0 ? ` (+${inferred})` : ''}`.padEnd(COUNT_WIDTH)
}

function examplesInTerminal(leaning: Leaning, width: number): string[] {
  const said = CHARTED.filter(([stance]) => leaning.examples[stance].length > 0)
  const text = said.map(([stance, verb]) => `${verb}: ${sayExamples(leaning, stance)}`).join('; ')
  return wrapped(printable(`${leaning.name} ${text}`), width - 4).map((line, index) =>
    index === 0 ? `  ${line}` : `    ${line}`,
  )
}

/** One section; viewpoints in the order of the whole text, so that sections can be compared. */
function sectionInTerminal(
  section: Profile['sections'][number],
  order: readonly string[],
  width: number,
): string[] {
  const who = [...charted(section)]
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .map(({ name, counts }) => `${name}: ${saySides(counts)}`)
  const said = who.join('; ') || 'nobody prefers or avoids these'
  const lines = wrapped(printable(said), width - 6)
  return [
    `  ${printable(section.heading ?? 'before any heading')} (${section.uses} ${section.uses === 1 ? 'occurrence' : 'occurrences'})`,
    ...lines.map((line) => `      ${line}`),
  ]
}

/** "prefer 4, avoid 12 (+3)" */
function saySides(counts: Leaning['counts']): string {
  return CHARTED.filter(([stance]) => total(counts[stance]) > 0)
    .map(([stance, verb]) => `${verb} ${sayCount(counts[stance])}`)
    .join(', ')
}

function markdown(profiles: readonly Profile[]): string {
  const texts = profiles.flatMap(({ path, words, own, others, sections }) => [
    `## ${escaped(path)}`,
    `${words} words.`,
    '### In the writer’s own voice',
    ...tableOf(own),
    ...(sections.length > 1
      ? [
          '### By section',
          [
            '| Section | Uses | Viewpoints |\n| --- | ---: | --- |',
            ...sections.map(
              (section) =>
                `| ${escaped(section.heading ?? 'before any heading')} | ${section.uses} | ${charted(
                  section,
                )
                  .map(({ name, counts }) => `${name}: ${saySides(counts)}`)
                  .join('; ')} |`,
            ),
          ].join('\n'),
        ]
      : []),
    '### In other people’s words',
    ...tableOf(others),
  ])
  return `${['# Whose vocabulary', ...texts, '## How this is counted', ...ABOUT_COUNTS].join('\n\n')}\n`
}

function tableOf(voice: Voice): string[] {
  if (voice.viewpoints.length === 0) return ['No contested wording.']
  const head = `| Viewpoint | ${LISTED.map(([, verb]) => verb).join(' | ')} | Examples |\n| --- | ${LISTED.map(() => '---:').join(' | ')} | --- |`
  const rows = voice.viewpoints.map((leaning) => {
    const numbers = LISTED.map(([stance]) => sayCount(leaning.counts[stance])).join(' | ')
    const examples = LISTED.filter(([stance]) => leaning.examples[stance].length > 0).map(
      ([stance, verb]) => `${verb}: ${escaped(sayExamples(leaning, stance))}`,
    )
    return `| ${leaning.name} | ${numbers} | ${examples.join('; ')} |`
  })
  return [`${occurrences(voice.uses)}.`, [head, ...rows].join('\n')]
}

function escaped(text: string): string {
  return text.replace(/[\\|*_<>[\]`]/g, '\\$&')
}

function html(profiles: readonly Profile[]): string {
  const texts = profiles.map(
    (profile, index) => `<h2>${escapeHtml(profile.path)}</h2>\n${profileHtml(profile, index)}`,
  )
  return createPage({
    title: 'Whose vocabulary',
    style: BARS,
    body: `${texts.join('\n')}\n<h2>How this is counted</h2>\n${howCountedHtml()}`,
  })
}

/** How the counts of a profile came about. */
export function howCountedHtml(): string {
  const bars =
    'Bars: what a source of the viewpoint says of the wording is filled, what we infer is in outline.'
  return [bars, ...ABOUT_COUNTS].map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')
}

/** The counts of one text as tables; `index` keeps the ids of several apart. */
export function profileHtml({ words, own, others, sections }: Profile, index: number): string {
  const table = (voice: Voice, id: string, caption: string) =>
    htmlTable(voice, `${id}-${index}`, caption)
  return `<p>${words} words; ${occurrences(own.uses)} in the writer’s own voice, ${others.uses} in other people’s words.</p>
${table(own, 'own', 'In the writer’s own voice')}
${sections.length > 1 ? sectionTable(sections, `sections-${index}`) : ''}
${others.uses > 0 ? table(others, 'others', 'In other people’s words: quotations, titles, names and statute') : ''}`
}

function htmlTable(voice: Voice, id: string, caption: string): string {
  const leanings = charted(voice)
  const most = Math.max(
    1,
    ...leanings.flatMap(({ counts }) => [total(counts.prefer), total(counts.avoid)]),
  )
  const chart = (count: Count) => {
    const share = (part: number) => `${((part / most) * 100).toFixed(1)}%`
    const bar = (from: number, part: number, name: string) =>
      part > 0
        ? `<rect class="${name}" x="${share(from)}" width="${share(part)}" height="100%"/>`
        : ''
    const bars = bar(0, count.direct, 'bar') + bar(count.direct, count.inferred, 'bar inferred')
    return `<td class="chart">${sayCount(count)}<svg class="track" aria-hidden="true">${bars}</svg></td>`
  }
  const rows = leanings.map((leaning) => {
    const examples = LISTED.filter(([stance]) => leaning.examples[stance].length > 0).map(
      ([stance, verb]) => `<strong>${verb}:</strong> ${escapeHtml(sayExamples(leaning, stance))}`,
    )
    return `<tr><th scope="row">${escapeHtml(leaning.name)}</th>${CHARTED.map(([stance]) => chart(leaning.counts[stance])).join('')}<td>${examples.join('<br>')}</td></tr>`
  })
  if (rows.length === 0) return `<p>${caption}: no contested wording.</p>`
  const head = CHARTED.map(([, verb]) => `<th scope="col">${verb}</th>`).join('')
  return `<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${caption}</caption>
<thead><tr><th scope="col">Viewpoint</th>${head}<th scope="col">Wordings and how often they occur</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>`
}

function sectionTable(sections: Profile['sections'], id: string): string {
  const rows = sections.map((section) => {
    const who = charted(section).map(
      ({ name, counts }) => `${escapeHtml(name)}: ${saySides(counts)}`,
    )
    return `<tr><th scope="row">${escapeHtml(section.heading ?? 'before any heading')}</th><td class="number">${section.uses}</td><td>${who.join('; ')}</td></tr>`
  })
  return `<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">The writer’s own voice, by section</caption>
<thead><tr><th scope="col">Section</th><th scope="col" class="number">Uses</th><th scope="col">Viewpoints</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>`
}
