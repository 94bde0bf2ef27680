/** What there is to say of a rule, a term or a house style, as Markdown: for `explain`, pages, hovers and SARIF. */

import { firstForm, formsOf } from './replace.ts'
import { type Policies, policiesOf, type RuleMeta } from './rule.ts'
import { stanceOf } from './terms/attribution.ts'
import type { Knowledge } from './terms/positions.ts'
import { termId } from './terms.ts'
import type { Preset } from './types/preset.ts'
import type { Position, Term, TermPack } from './types/terms.ts'

/** The address of a viewpoint’s or a source’s page, where there are pages. */
type PageOf = (kind: 'viewpoint' | 'source', id: string) => string

/** Said of a term that is here on plain consensus. */
const UNSOURCED =
  'No source that we read speaks of this wording itself: all positions are our inference.'

/** A term: what the wording is, who disputes it and why, what to write instead, examples. */
export function explainTerm(
  pack: TermPack,
  term: Term,
  knowledge: Knowledge,
  pageOf?: PageOf,
): string {
  const { title, kind, since, status, summary, note, formerly = [] } = term
  const facts = [`\`${termId(pack, term)}\``, kind.replaceAll('-', ' '), `pack: ${pack.title}`]
  return page([
    `# ${title}`,
    [...facts, `since ${since}`, ...(status && status !== 'stable' ? [status] : [])].join(' · '),
    summary,
    term.positions.some(({ basis }) => basis === 'direct') ? undefined : UNSOURCED,
    section('Wordings', wordingsFound(term)),
    section(
      'Who says what',
      term.positions.map((position) => positionOf(position, knowledge, pageOf)).join('\n'),
    ),
    section('Wording that nobody recorded here avoids', bullets(term.neutral?.map(firstForm))),
    section('What you can do', bullets(term.advice)),
    section('Note', note),
    section('Whose words', policiesIn(term.contexts)),
    section('Former ids', formerly.map((id) => `\`${id}\``).join(', ')),
    '## Examples',
    `Found in:\n\n${bullets(term.examples.flag)}`,
    `Left alone in:\n\n${bullets(term.examples.pass)}`,
  ])
}

/** A rule: what it finds and why that matters, with examples. */
export function explainRule({ id, title, about, severity, contexts, examples }: RuleMeta): string {
  return page([
    `# ${title}`,
    `\`${id}\` · ${severity}`,
    about,
    section('Whose words', policiesIn(contexts)),
    '## Examples',
    `Found in:\n\n${examples.flag.map(({ text }) => fenced(text)).join('\n\n')}`,
    `Left alone in:\n\n${examples.pass.map(({ text }) => fenced(text)).join('\n\n')}`,
  ])
}

/** A house style: who wrote it, whose viewpoint it gives, what it covers and what not. */
export function explainPreset(preset: Preset, { viewpoints }: Knowledge, pageOf?: PageOf): string {
  const { name, title, author, date, viewpoint, about, coverage, packs, rules = {} } = preset
  const stands = viewpoint
    ? `Viewpoint: ${linked(viewpoints[viewpoint]?.name ?? viewpoint, pageOf?.('viewpoint', viewpoint))}`
    : 'It takes no side.'
  return page([
    `# ${title ?? name}`,
    `\`${name}\` · by ${author} · ${date} · ${stands}`,
    about,
    section('Covers', bullets(coverage?.covers)),
    section('Does not cover', bullets(coverage?.omits)),
    section('Builds on', bullets(preset.extends?.map((id) => `\`${id}\``))),
    section('Packs', bullets(packs?.map((id) => `\`${id}\``))),
    section(
      'Severities of its own',
      bullets(
        [...new Set(Object.values(rules))].map((level) => {
          const ids = Object.keys(rules).filter((id) => rules[id] === level)
          return `${level}: ${ids.map((id) => `\`${id}\``).join(', ')}`
        }),
      ),
    ),
  ])
}

function page(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n')
}

function section(heading: string, body: string | undefined): string {
  return body ? `## ${heading}\n\n${body}` : ''
}

function wordingsFound({ forms = [], always = [] }: Term): string {
  const texts = [...always, ...forms].flatMap(formsOf).map(([, text]) => text)
  return [...new Set(texts)].join(', ')
}

const POLICY_WORDS = {
  flag: 'Reported in',
  lower: 'A suggestion at most in',
  attribute: 'With a request for attribution in',
  quiet: 'Left alone in',
} as const

/** What happens in each class of context, in a sentence a policy. */
function policiesIn(contexts: Policies | undefined): string {
  const policies = Object.entries(policiesOf(contexts))
  return Object.entries(POLICY_WORDS)
    .flatMap(([policy, words]) => {
      const classes = policies.flatMap(([name, set]) => (set === policy ? [`\`${name}\``] : []))
      return classes.length > 0 ? [`${words} ${classes.join(', ')}.`] : []
    })
    .join(' ')
}

/** One position: who and why, and below it what they write, what they ask for, and where they say so. */
function positionOf(position: Position, knowledge: Knowledge, pageOf?: PageOf): string {
  const { viewpoint, basis, why, wording = [], advice = [], dissent } = position
  const name = knowledge.viewpoints[viewpoint]?.short ?? viewpoint
  const who = linked(name.charAt(0).toUpperCase() + name.slice(1), pageOf?.('viewpoint', viewpoint))
  const stands = stanceOf(position, 'it', knowledge)
  const lead = basis === 'inferred' ? `, by our inference, would ${stands}` : ` ${stands}`
  const writes = wording.map(firstForm).join('; ')
  const details = [
    writes && `Writes: ${writes}`,
    advice.length > 0 && `Asks: ${advice.join('; ')}`,
    dissent && `But: ${dissent}`,
    groundOf(position, knowledge, pageOf),
  ].filter(Boolean)
  return [`- **${who}**${lead}. ${why}`, ...details.map((detail) => `  - ${detail}`)].join('\n')
}

const READ = { seen: '', secondary: ', at second hand', unopened: ', not read by us' } as const

function groundOf(
  { basis, source: id, read = 'seen' }: Position,
  { sources }: Knowledge,
  pageOf?: PageOf,
): string {
  const source = id === undefined ? undefined : sources[id]
  if (basis === 'inferred' || id === undefined || !source) {
    return 'Nobody is quoted: we inferred it from their general stance.'
  }
  const cited = pageOf
    ? `[${source.title}](${source.url}) ([more from it](${pageOf('source', id)}))`
    : `${source.title}, <${source.url}>`
  return `Source: ${cited}${READ[read]}`
}

function linked(text: string, address: string | undefined): string {
  return address === undefined ? text : `[${text}](${address})`
}

function bullets(items: readonly string[] = []): string {
  return items.map((item) => `- ${item}`).join('\n')
}

/** An example as a block of its own, of which no mark is read as Markdown. */
function fenced(text: string): string {
  return `~~~~ md\n${text.trimEnd()}\n~~~~`
}
