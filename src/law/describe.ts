/** What the registry knows, in words. */

import type { Maximum, Provision } from '../types/law.ts'
import { type Entry, sourcesOf, titleOf } from './registry.ts'

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
  const number = `${place.number}${place.subsections?.length === 1 ? `(${place.subsections[0]})` : ''}`
  const words = place.to ? `${many} ${number} to ${place.to}` : `${one} ${number}`
  return `${words} of the ${titleOf(act)}`
}

/** The citation with the name of the offence behind it in brackets. */
export function nameOf(entry: Entry): string {
  const { title } = entry.provision
  const citation = citationOf(entry)
  return citation === title ? title : `${citation} (${lowerFirst(title.replace(/\s+\(.*$/, ''))})`
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
  return `Source: ${source?.title ?? 'none'}; checked ${dateInWords(entry.provision.checked)}.`
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
