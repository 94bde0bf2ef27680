/** What there is to say of a rule, a term or a house style, as Markdown: for `explain`, pages, hovers and SARIF. */

import type { Knowledge } from './positions.ts'
import { STANCE_WORDS } from './positions.ts'
import { formsOf } from './replace.ts'
import { type Policies, policiesOf, type RuleMeta } from './rule.ts'
import { termId } from './terms.ts'
import type { Preset } from './types/preset.ts'
import type { Position, Term, TermPack, Wording } from './types/terms.ts'

/** The address of a viewpoint’s or a source’s page, where there are pages. */
export type PageOf = (kind: 'viewpoint' | 'source', id: string) => string

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
    section('Wordings', wordingsFound(term)),
    section(
      'Who says what',
      term.positions.map((position) => positionOf(position, knowledge, pageOf)).join('\n'),
    ),
    section('Wording that nobody named here avoids', bullets(term.neutral?.map(wordingText))),
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
    `Found in:\n\n${examples.flag.map(({ text }) => indented(text)).join('\n\n')}`,
    `Left alone in:\n\n${examples.pass.map(({ text }) => indented(text)).join('\n\n')}`,
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
      bullets(Object.entries(rules).map(([id, level]) => `\`${id}\`: ${level}`)),
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

function positionOf(
  position: Position,
  { viewpoints, sources }: Knowledge,
  pageOf?: PageOf,
): string {
  const { viewpoint, stance, basis, why, wording = [], advice = [], dissent } = position
  const who = linked(viewpoints[viewpoint]?.name ?? viewpoint, pageOf?.('viewpoint', viewpoint))
  const source = position.source ? sources[position.source] : undefined
  const read = { seen: '', secondary: ', reported at second hand', unopened: ', not read by us' }
  const title = linked(source?.title ?? '', pageOf?.('source', position.source ?? ''))
  const cited =
    basis === 'inferred' || !source
      ? 'Inferred by us from their general stance; nobody is quoted.'
      : `Source: ${title}, <${source.url}>${read[position.read ?? 'seen']}.`
  const instead = wording.length > 0 ? ` Writes: ${wording.map(wordingText).join('; ')}.` : ''
  const asks = advice.length > 0 ? ` Asks for: ${advice.join('; ')}.` : ''
  return `- **${who}** ${STANCE_WORDS[stance]}. ${why}${instead}${asks} ${cited}${dissent ? ` ${dissent}` : ''}`
}

function linked(text: string, address: string | undefined): string {
  return address === undefined ? text : `[${text}](${address})`
}

function wordingText(wording: Wording): string {
  if (typeof wording === 'string') return wording
  const { preposition: _preposition, ...forms } = wording
  return [...new Set(Object.values(forms))].slice(0, 2).join(' / ')
}

function bullets(items: readonly string[] = []): string {
  return items.map((item) => `- ${item}`).join('\n')
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ')
}
