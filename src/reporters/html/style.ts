import { SEVERITIES } from '../../finding.ts'

/** How a report looks; the colours also have words and line styles beside them. */
export const STYLE = `
  main { max-width: 90rem }
  .filters { border: 1px solid var(--line); display: flex; gap: 1.5rem; padding: .5rem 1rem }
  .review { display: grid; gap: 2rem; grid-template-columns: minmax(0, 3fr) minmax(18rem, 2fr); align-items: start }
  .document { font-family: Georgia, 'Times New Roman', serif; line-height: 1.65; overflow-wrap: anywhere }
  .document h3, .document h4, .document h5, .document h6 { font-family: system-ui, sans-serif; margin: 1.5em 0 .5em }
  .document ul { list-style: none; margin: .5em 0; padding-left: 1.5rem }
  .document .depth-2 { padding-left: 3rem } .document .depth-3 { padding-left: 4.5rem }
  .document .depth-4, .document .depth-5, .document .depth-6 { padding-left: 6rem }
  .document .in-item { padding-left: 1.5rem } .document .footnote { font-size: .9em }
  .marker { color: var(--soft) }
  .finding { --tone: var(--link); background: color-mix(in srgb, var(--tone) 12%, transparent); border-bottom: 2px dotted var(--tone); color: inherit; text-decoration: none }
  .error { --tone: light-dark(#b00020, #ff8a8a) } .warning { --tone: light-dark(#8a5a00, #ffc46b) }
  .suggestion { --tone: light-dark(#0b4f8a, #8cc4ff) }
  .finding.error { border-bottom-style: double; border-bottom-width: 4px } .finding.warning { border-bottom-style: solid }
  .finding:target { outline: 3px solid var(--tone); outline-offset: 2px }
  .card { border: 1px solid var(--line); border-left: 6px solid var(--tone); margin: 0 0 1rem; padding: .25rem 1rem }
  .card:target { outline: 3px solid var(--tone) }
  .card h3 { margin: .5rem 0 } .card p { margin: .5rem 0; overflow-wrap: anywhere }
  .card details p { font-size: .9em } .card .id { color: var(--soft); display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between }
  .severity { color: var(--tone); display: block; font-size: .8rem; text-transform: uppercase; letter-spacing: .05em }
  .card:has(.done:checked) > :not(h3, .id) { display: none }
  @media (max-width: 60rem) { .review { grid-template-columns: minmax(0, 1fr) } }
  @media (min-width: 60.01rem) { .cards { max-height: 96vh; overflow: auto; position: sticky; top: 1vh } }
  @media print { .review { display: block } .cards { max-height: none; overflow: visible; position: static } .filters, .card label { display: none }
    .card { break-inside: avoid } .finding { print-color-adjust: exact } }
${SEVERITIES.map((severity) => `  ${hidden(`:root:has(#show-${severity}:not(:checked))`, severity)}`).join('\n')}`

/** What hides the marks of each card that is dealt with; cards are named by their ids. */
export function hidingRules(cards: readonly string[]): string {
  return cards
    .map((card) => `\n  ${unmarked(`:root:has(#done-${card}:checked) .finding.${card}`)}`)
    .join('')
}

function hidden(when: string, severity: string): string {
  return `${when} .card.${severity} { display: none } ${unmarked(`${when} .finding.${severity}`)}`
}

function unmarked(selector: string): string {
  return `${selector} { background: none; border: 0; pointer-events: none }`
}

/** How the bars of a profile look. */
export const BARS = `
  .bar { fill: light-dark(#2f5d8a, #8cb8e8); stroke: light-dark(#2f5d8a, #8cb8e8); stroke-width: 1; vector-effect: non-scaling-stroke; print-color-adjust: exact }
  .bar.inferred { fill: none }
  td.chart { min-width: 9rem; white-space: nowrap; width: 22% }
  td.chart .track { display: block; height: .8em; overflow: visible; width: 100% }`
