/** What there is to say of a rule or a term, as Markdown: for `explain`, pages, hovers and SARIF. */

import type { Knowledge } from './positions.ts'
import { STANCE_WORDS } from './positions.ts'
import type { RuleMeta } from './rule.ts'
import { termId } from './terms.ts'
import type { Preset } from './types/preset.ts'
import type { Position, Term, TermPack, Wording } from './types/terms.ts'

/** A term: what the wording is, who disputes it and why, what to write instead, examples. */
export function explainTerm(pack: TermPack, term: Term, knowledge: Knowledge): string {
  return [
    `# ${term.title}`,
    `\`${termId(pack, term)}\` · ${term.kind.replaceAll('-', ' ')} · pack: ${pack.title}`,
    term.summary ?? '',
    '## Who says what',
    term.positions.map((position) => positionOf(position, knowledge)).join('\n'),
    ...section('## Wording that nobody named here avoids', bullets(term.neutral?.map(wordingText))),
    ...section('## What you can do', bullets(term.advice)),
    ...section('## Note', term.note ?? ''),
    '## Examples',
    `Found in:\n\n${bullets(term.examples.flag)}`,
    `Left alone in:\n\n${bullets(term.examples.pass)}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** A rule: what it finds and why that matters, with examples. */
export function explainRule({ id, title, about, severity, examples }: RuleMeta): string {
  return [
    `# ${title}`,
    `\`${id}\` · ${severity}`,
    about,
    '## Examples',
    `Found in:\n\n${examples.flag.map(({ text }) => indented(text)).join('\n\n')}`,
    `Left alone in:\n\n${examples.pass.map(({ text }) => indented(text)).join('\n\n')}`,
  ].join('\n\n')
}

/** A house style: who wrote it, whose viewpoint it gives, what it covers and what not. */
export function explainPreset(preset: Preset, { viewpoints }: Knowledge): string {
  const { name, title, author, date, viewpoint, about, coverage } = preset
  const stands = viewpoint
    ? `Viewpoint: ${viewpoints[viewpoint]?.name ?? viewpoint}`
    : 'It takes no side.'
  return [
    `# ${title ?? name}`,
    `\`${name}\` · by ${author} · ${date} · ${stands}`,
    about ?? '',
    ...section('## Covers', bullets(coverage?.covers)),
    ...section('## Does not cover', bullets(coverage?.omits)),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function section(heading: string, body: string): string[] {
  return body ? [heading, body] : []
}

function positionOf(position: Position, { viewpoints, sources }: Knowledge): string {
  const { viewpoint, stance, basis, why, wording = [], advice = [], dissent } = position
  const who = viewpoints[viewpoint]?.name ?? viewpoint
  const source = position.source ? sources[position.source] : undefined
  const read = { seen: '', secondary: ', reported at second hand', unopened: ', not read by us' }
  const cited =
    basis === 'inferred' || !source
      ? 'Inferred by us from their general stance; nobody is quoted.'
      : `Source: ${source.title}, <${source.url}>${read[position.read ?? 'seen']}.`
  const instead = wording.length > 0 ? ` Writes: ${wording.map(wordingText).join('; ')}.` : ''
  const asks = advice.length > 0 ? ` Asks for: ${advice.join('; ')}.` : ''
  return `- **${who}** ${STANCE_WORDS[stance]}. ${why}${instead}${asks} ${cited}${dissent ? ` ${dissent}` : ''}`
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
