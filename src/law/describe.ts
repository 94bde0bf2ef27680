/** What the registry knows, in words. */

import type { Law, Maximum, ModeWords, Provision } from '../types/law.ts'
import { type Entry, extentOf, type Registry, shortTitle, sourcesOf, titleOf } from './registry.ts'

const WORDS: Readonly<Record<string, [string, string]>> = {
  section: ['Section', 'Sections'],
  article: ['Article', 'Articles'],
  schedule: ['Schedule', 'Schedules'],
  part: ['Part', 'Parts'],
  paragraph: ['Paragraph', 'Paragraphs'],
}

/** How a provision is cited: "Section 33A of the Sexual Offences Act 1956"; its title at common law. */
export function citationOf({ provision, act }: Entry): string {
  const place = provision.places?.[0]
  if (!act || !place) return provision.title
  const [one, many] = WORDS[place.kind] ?? ['Section', 'Sections']
  const number = `${place.number}${place.subsections?.length === 1 ? inBrackets(place.subsections[0]) : ''}`
  const words = place.to ? `${many} ${number} to ${place.to}` : `${one} ${number}`
  return `${words} of the ${titleOf(act)}`
}

/** "2(b)" as it stands behind a number: "(2)(b)". */
function inBrackets(subsection = ''): string {
  return `(${subsection.split(/[()]+/).filter(Boolean).join(')(')})`
}

/** The citation with the name of the offence behind it in brackets. */
export function nameOf(entry: Entry): string {
  const citation = citationOf(entry)
  return citation === entry.provision.title
    ? citation
    : `${citation} (${lowerFirst(shortTitle(entry.provision))})`
}

/** The maximum in a few words: "up to 7 years on indictment"; nothing if no figure is known. */
export function maximumOf({ indictment, summary }: Provision): string | undefined {
  const [years] = indictment?.imprisonment ?? []
  if (years) return `${term(years)} on indictment`
  if (indictment) return undefined
  const [months] = summary?.imprisonment ?? []
  if (months && months !== 'none') return term(months)
  const fines = summary?.fine ?? []
  if (fines.length === 0) return undefined
  const last = fines.at(-1) ?? ''
  return `a fine of up to ${last.startsWith('level') ? last : `the ${last}`}, no imprisonment`
}

function term(imprisonment: string): string {
  return imprisonment === 'life' ? 'up to life imprisonment' : `up to ${imprisonment}`
}

/** Where a fact comes from and when it was checked: the last sentence of a message. */
export function groundOf(entry: Entry): string {
  const source = sourcesOf(entry)[0]
  const { reviewBy } = entry.provision
  const due = entry.overdue
    ? ` This fact was due for review on ${dateInWords(reviewBy)}: check it before you rely on it.`
    : ''
  return `Source: ${source?.title ?? 'none'}; checked ${dateInWords(entry.provision.checked)}.${due}`
}

/** The details behind a message: maxima, what has to be shown, what to know, and every source. */
export function detailsOf(entry: Entry): string {
  const { provision } = entry
  const lines = [
    sentence('Maximum on summary conviction', provision.summary),
    sentence('Maximum on indictment', provision.indictment),
    ...(provision.elements ?? []),
    provision.note,
    `Sources: ${sourcesOf(entry)
      .map(({ title, url }) => `${title} (${url})`)
      .join('; ')}.`,
    `Checked ${dateInWords(provision.checked)}; to be checked again by ${dateInWords(provision.reviewBy)}.`,
  ]
  return lines.filter((line) => line !== undefined).join('\n')
}

function sentence(label: string, maximum: Maximum | undefined): string | undefined {
  return maximum && `${label}: ${maximum.text}.`
}

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** A date as far as it is given: 2026-11-21 is "21 November 2026", 1933 is "1933". */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-')
  const words = [day && String(Number(day)), month && MONTHS[Number(month) - 1], year]
  return words.filter((word) => word).join(' ')
}

/** A text with its first letter small, unless the word is an abbreviation. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? (text[0] ?? '').toLowerCase() + text.slice(1) : text
}

/**
 * All that is known of an entry, as Markdown: for `fairdraft law` and for an editor. `today`, a date such
 * as 2026-11-21, decides whether the entry says that it is due for review.
 */
export function describeEntry(registry: Registry, entry: Entry, today: string): string {
  const { provision } = entry
  const citation = citationOf(entry)
  return [
    `# ${citation}`,
    citation === provision.title ? undefined : provision.title,
    `${placesOfLaw(registry, entry)}; ${forceOf(registry, provision)}.`,
    listOf(undefined, factsOf(entry)),
    listOf('What to know', [...(provision.elements ?? []), ...textOf(provision.note)]),
    listOf('Where texts go wrong', [
      ...new Set((provision.statements ?? []).map(({ why }) => why)),
    ]),
    listOf('Also called', provision.aliases ?? []),
    listOf(
      'Sources',
      sourcesOf(entry).map(
        ({ title, url, note }) => `${title} <${url}>${note ? ` (${note})` : ''}`,
      ),
    ),
    [certaintyOf(entry), overdue(provision, today)].filter(Boolean).join(' '),
    'Legal information, not legal advice.',
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')
}

function textOf(text: string | undefined): string[] {
  return text === undefined ? [] : [text]
}

function listOf(title: string | undefined, items: readonly string[]): string | undefined {
  if (items.length === 0) return undefined
  const list = items.map((item) => `- ${item}`).join('\n')
  return title ? `${title}:\n\n${list}` : list
}

function placesOfLaw(registry: Registry, entry: Entry): string {
  const titles = extentOf(entry).flatMap((place) => titleOfLaw(registry, place) ?? [])
  return titles.join(', ')
}

function titleOfLaw(registry: Registry, jurisdiction: Law['jurisdiction']): string | undefined {
  return registry.laws.find((law) => law.jurisdiction === jurisdiction)?.title
}

/** Whether it is in force, since when, or until when and by what. */
function forceOf(registry: Registry, { commenced, repealed, bill }: Provision): string {
  if (bill) return `no law: the Bill ${bill.outcome}`
  const since = commenced ? ` since ${dateInWords(commenced)}` : ''
  if (!repealed) return `in force${since}`
  const when = repealed.on
    ? ` ${repealed.on.length > 7 ? 'on' : 'in'} ${dateInWords(repealed.on)}`
    : ''
  const entries = (repealed.replacedBy ?? []).flatMap((id) => registry.entry(id) ?? [])
  const see = repealed.instead ?? entries.map((entry) => lowerFirst(citationOf(entry))).join(', ')
  return `repealed${when} by ${repealed.by}${see ? `; see ${see}` : ''}`
}

/** How the mode of an entry is called, or nothing if it has no single mode. */
export function wordsFor({ provision, law }: Entry): ModeWords | undefined {
  return wordsForMode(law, provision.mode)
}

/** How a mode is called in the words of a jurisdiction. */
export function wordsForMode(
  { vocabulary }: Law,
  mode: Entry['provision']['mode'],
): ModeWords | undefined {
  return vocabulary.modes?.find(({ covers }) => covers.length === 1 && covers[0] === mode)
}

/** The mode of trial and the maxima, a line each. */
function factsOf({ provision, law }: Entry): string[] {
  const name = (mode: Provision['mode']) => wordsForMode(law, mode)?.predicate?.[0]
  const forms = (provision.forms ?? []).map(({ mode, when }) => `${name(mode)} where ${when}`)
  const mode = name(provision.mode) ?? (forms.length > 0 ? forms.join('; ') : undefined)
  return [
    mode && `Mode of trial: ${mode}`,
    provision.mode === 'unknown' ? 'Mode of trial: not established' : undefined,
    provision.summary && `Maximum on summary conviction: ${provision.summary.text}`,
    provision.indictment && `Maximum on indictment: ${provision.indictment.text}`,
    provision.defines &&
      `Defines: ${provision.defines.join(', ')}${provision.places ? '' : ' (no statute does)'}`,
  ].filter((fact) => fact !== undefined)
}

function certaintyOf({ provision }: Entry): string {
  const { confidence, doubt, checked, reviewBy } = provision
  const what = `Confidence: ${confidence}.${doubt ? ` ${doubt}` : ''}`
  return `${what} Checked ${dateInWords(checked)}; to be checked again by ${dateInWords(reviewBy)}.`
}

/** Says that a fact is due for review, if it is. */
function overdue({ reviewBy }: Provision, today: string): string | undefined {
  return reviewBy < today
    ? 'That date has passed: check this entry against its sources before you rely on it.'
    : undefined
}

/** A line for a list of entries: its id, its citation, what it is. */
export function lineOf(entry: Entry): string {
  const { provision } = entry
  const ended = provision.repealed ? ' (repealed)' : ''
  const citation = citationOf(entry)
  return `${provision.id}  ${citation === provision.title ? '' : `${citation}: `}${provision.title}${ended}`
}
