import type { VFileMessage } from 'vfile-message'
import { severityOf } from '../../finding.ts'
import { escapeHtml } from '../../html.ts'
import type { Group } from '../groups.ts'
import { placeName } from '../place-name.ts'
import type { Marked } from './marked.ts'

/**
 * What is said of a group of findings, as an article: the words, why, who says so; then where they stand,
 * and what the reader can do (`places` and `controls`, as HTML).
 */
export function cardHtml(
  { first }: Group,
  card: string,
  { places, controls }: { readonly places: string; readonly controls: string },
): string {
  const severity = severityOf(first)
  const words = first.actual ? `“${escapeHtml(first.actual)}”` : 'This document'
  return `<article class="card ${severity}" id="${card}">
<h3><span class="severity">${severity}</span> ${words}</h3>
<p>${escapeHtml(first.reason)}</p>
${offersHtml(first)}${places}${whyHtml(first)}<p class="id"><code>${escapeHtml(first.ruleId ?? '')}</code> ${controls}</p>
</article>
`
}

/** Wording that can stand in place of the words, where the reason does not name it. */
function offersHtml({ reason, expected }: VFileMessage): string {
  const more = (expected ?? []).filter((wording) => !reason.includes(`“${wording}”`))
  if (more.length === 0) return ''
  return `<p>Consider ${more.map((wording) => `<strong>${escapeHtml(wording)}</strong>`).join(' or ')}.</p>\n`
}

const MOST_PLACES = 12

/** Links to the places of a group’s findings. */
export function placesHtml(places: readonly Marked[]): string {
  const links = places
    .slice(0, MOST_PLACES)
    .map(({ message, id }) => `<a href="#${id}">${escapeHtml(placeName(message))}</a>`)
  if (links.length === 0) return ''
  const rest = places.length - links.length
  return `<p class="places">At ${links.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}</p>\n`
}

const ADDRESS = /https:\/\/[^\s)<>"]+(?<![.,;:])/g

function whyHtml({ note, url }: VFileMessage): string {
  if (!note && !url) return ''
  const paragraphs = (note ?? '').split('\n').filter(Boolean)
  const more = url ? [`<p><a href="${escapeHtml(url)}">Read on</a></p>`] : []
  const body = [...paragraphs.map((text) => `<p>${linked(text)}</p>`), ...more].join('\n')
  return `<details><summary>Why, and who says so</summary>\n${body}\n</details>\n`
}

/** Text with its addresses made links. */
function linked(text: string): string {
  let from = 0
  let out = ''
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const safe = escapeHtml(address)
    out += `${escapeHtml(text.slice(from, index))}<a href="${safe}">${safe}</a>`
    from = index + address.length
  }
  return out + escapeHtml(text.slice(from))
}
