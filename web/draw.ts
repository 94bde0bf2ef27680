/** A review as HTML: the text with what is open and what was replaced, and the cards with what can be done. */
import type { VFileMessage } from 'vfile-message'
import { severityOf, stretchOf } from '../src/finding.ts'
import { escapeHtml } from '../src/html.ts'
import { type Group, groupKey, groupsOf } from '../src/reporters/groups.ts'
import { cardHtml } from '../src/reporters/html/card.ts'
import { documentHtml, type Marked, markGroups } from '../src/reporters/html/marked.ts'
import { placeName } from '../src/reporters/place-name.ts'
import { openFindings, type Review, replacementsIn } from './review.ts'

/** A review drawn, and the finding that each id on the page stands for. */
export interface Drawing {
  readonly document: string
  readonly cards: string
  readonly findings: ReadonlyMap<string, VFileMessage>
}

/** Draws a review. */
export function draw(review: Review): Drawing {
  const groups = markGroups(groupsOf(openFindings(review)), 'f')
  const open = groups.flatMap(({ marked }) => marked)
  const changed = replacementsIn(review).flatMap(({ place, wording }, index): Marked[] => {
    const message = review.file.messages.find((one) => {
      const stretch = stretchOf(one)
      return stretch?.start === place.start && stretch.end === place.end
    })
    return message ? [{ message, wording, id: `c-${index + 1}`, card: 'changes' }] : []
  })
  const source = String(review.file)
  const cards = groups.map(({ group, card, marked }) =>
    cardHtml(group, card, { places: rowsHtml(marked), controls: keepHtml(group) }),
  )
  return {
    document: documentHtml(review.file.data.blocks ?? [], source, [...open, ...changed], 3),
    cards: changesHtml(changed) + cards.join('') || '<p>Nothing found.</p>',
    findings: new Map(open.map(({ id, message }) => [id, message])),
  }
}

const MOST_ROWS = 30

/** Where the findings of a group stand, each with the wordings that fit there. */
function rowsHtml(marked: readonly Marked[]): string {
  const rows = marked.slice(0, MOST_ROWS).map(({ message, id }) => {
    const place = escapeHtml(placeName(message))
    const link = message.place ? `<a href="#${id}">${place}</a>` : place
    const offers = (message.expected ?? []).map(
      (wording, index) =>
        `<button type="button" data-find="${id}" data-wording="${index}">${wording === '' ? 'leave out' : escapeHtml(wording)}</button>`,
    )
    return `<li>${link} ${offers.join(' ')}</li>`
  })
  const rest = marked.length - rows.length
  const more = rest > 0 ? `<p class="soft">and ${rest} more, marked in the text</p>` : ''
  return `<ul class="places">${rows.join('')}</ul>${more}`
}

function keepHtml({ first, all }: Group): string {
  const times = all.length > 1 ? ` all ${all.length}` : ''
  const name = `${severityOf(first)}: ${first.actual ?? first.ruleId}`
  return `<button type="button" data-keep="${escapeHtml(groupKey(first))}" aria-label="Keep${times} as written, ${escapeHtml(name)}">Keep${times} as written</button>`
}

function changesHtml(changed: readonly Marked[]): string {
  if (changed.length === 0) return ''
  const rows = changed.map(
    ({ id, message, wording }) =>
      `<li><a href="#${id}"><del>${escapeHtml(message.actual ?? '')}</del> <ins>${escapeHtml(wording ?? '')}</ins></a></li>`,
  )
  return `<article class="card changed" id="changes"><h3>Your changes</h3><ul>${rows.join('')}</ul></article>`
}
