/** House styles side by side, as a table: for the terminal, for programs, as Markdown and as a page. */
import { type Cell, type Comparison, type Row, sayCell } from '../compare-presets.ts'
import { createPage, escapeHtml } from '../html.ts'
import { wrapped } from '../reporters/pretty.ts'

/** Turns a comparison into a text; the width is in columns and matters in a terminal only. */
type ComparisonTable = (comparison: Comparison, width: number) => string

/** Every form of the table, by the name the command line knows it by. */
export const comparisonTables = {
  pretty,
  json: (comparison) => `${JSON.stringify(comparison, null, 2)}\n`,
  markdown,
  html,
} satisfies Record<string, ComparisonTable>

const NARROWEST_CELL = 18
const WIDEST_TERM = 26

function pretty(comparison: Comparison, width: number): string {
  const { presets, rows } = comparison
  const cite = citations()
  const first = Math.min(WIDEST_TERM, Math.max(NARROWEST_CELL, Math.floor(width / 4)))
  const other = Math.max(NARROWEST_CELL, Math.floor((width - first) / presets.length) - 2)
  const widths = [first, ...presets.map(() => other)]
  const rule = widths.map((columns) => '─'.repeat(columns)).join('  ')
  const lines = rows.flatMap((row) => [
    ...inColumns(
      [row.title, ...row.cells.map((cell) => `${sayCell(cell)}${numbers(cell, cite)}`)],
      widths,
    ),
    '',
  ])
  const head = inColumns(['Term', ...presets.map(({ name = '' }) => name)], widths)
  const sources = cite
    .list()
    .flatMap(({ title, url }, index) => [
      ...wrapped(`[${index + 1}] ${title}`, width),
      `    ${url}`,
    ])
  return `${[...head, rule, ...lines, 'Sources', ...sources].join('\n')}\n`
}

/** Cells side by side, each broken into lines of its width. */
function inColumns(cells: readonly string[], widths: readonly number[]): string[] {
  const columns = cells.map((cell, index) => wrapped(cell, widths[index] ?? NARROWEST_CELL))
  const height = Math.max(...columns.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((column, index) => (column[line] ?? '').padEnd(widths[index] ?? NARROWEST_CELL))
      .join('  ')
      .trimEnd(),
  )
}

function numbers(cell: Cell, cite: Citations): string {
  const cited = cell.sources.map((source) => cite.number(source))
  return cited.length > 0 ? ` [${cited.join(', ')}]` : ''
}

type Source = Cell['sources'][number]

interface Citations {
  /** The number of a source, counted from 1 in the order of first mention. */
  readonly number: (source: Source) => number
  readonly list: () => readonly Source[]
}

function citations(): Citations {
  const cited: Source[] = []
  const known = new Map<string, number>()
  return {
    number: (source) => {
      const number = known.get(source.url) ?? cited.push(source)
      known.set(source.url, number)
      return number
    },
    list: () => cited,
  }
}

function markdown({ presets, rows }: Comparison): string {
  const cite = citations()
  const cellOf = (cell: Cell) =>
    escaped(sayCell(cell)) +
    cell.sources.map((source) => ` [[${cite.number(source)}]](<${source.url}>)`).join('')
  const table = [
    ['Term', ...presets.map(({ name = '' }) => name)],
    ['---', ...presets.map(() => '---')],
    ...rows.map((row) => [`${escaped(row.title)} \`${row.id}\``, ...row.cells.map(cellOf)]),
  ].map((cells) => `| ${cells.join(' | ')} |`)
  const styles = presets.map((preset) => `- **${preset.name}**: ${escaped(aboutOf(preset))}`)
  const sources = cite
    .list()
    .map(({ title, url }, index) => `${index + 1}. ${escaped(title)} <${url}>`)
  const sections = [
    `# ${headingOf(presets)}`,
    styles.join('\n'),
    table.join('\n'),
    '## Sources',
    sources.join('\n'),
  ]
  return `${sections.join('\n\n')}\n`
}

function escaped(text: string): string {
  return text.replace(/[\\|*_<>[\]`]/g, '\\$&')
}

function headingOf(presets: Comparison['presets']): string {
  return `House styles compared: ${presets.map(({ name }) => name).join(', ')}`
}

function aboutOf({ title, author, date, viewpoint }: Comparison['presets'][number]): string {
  const stands = viewpoint ? `viewpoint: ${viewpoint}` : 'it takes no side'
  return `${title}, by ${author} (${date}); ${stands}.`
}

const STYLE = `
  main { max-width: 80rem }
  th code { display: block; font-weight: normal }`

function html({ presets, rows }: Comparison): string {
  const cite = citations()
  const cellOf = (cell: Cell) => {
    const links = cell.sources.map((source) => {
      const number = cite.number(source)
      return `<sup><a href="#source-${number}" aria-label="Source ${number}">[${number}]</a></sup>`
    })
    return `<td>${escapeHtml(sayCell(cell))}${links.join('')}</td>`
  }
  const rowOf = ({ id, title, cells }: Row) =>
    `<tr><th scope="row">${escapeHtml(title)} <code>${id}</code></th>${cells.map(cellOf).join('')}</tr>`
  const body = rows.map(rowOf).join('\n')
  const styles = presets.map(
    (preset) => `<li><strong>${preset.name}</strong>: ${escapeHtml(aboutOf(preset))}</li>`,
  )
  const sources = cite
    .list()
    .map(
      ({ title, url }, index) =>
        `<li id="source-${index + 1}"><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`,
    )
  return createPage({
    title: headingOf(presets),
    style: STYLE,
    body: `<ul>
${styles.join('\n')}
</ul>
<div class="scroll" role="region" aria-labelledby="terms" tabindex="0">
<table>
<caption id="terms">What each house style makes of each term, the wording that it offers, and the sources.</caption>
<thead><tr><th scope="col">Term</th>${presets.map(({ name }) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>
<h2>Sources</h2>
<ol>
${sources.join('\n')}
</ol>`,
  })
}
