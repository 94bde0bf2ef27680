import type { VFile } from 'vfile'
import { SEVERITIES, type Severity, severityOf } from '../finding.ts'
import { createPage, escapeHtml } from '../html.ts'
import { groupsOf } from './groups.ts'
import { cardHtml, placesHtml } from './html/card.ts'
import { documentHtml, markGroups } from './html/marked.ts'
import { hidingRules, STYLE } from './html/style.ts'
import type { Reporter } from './index.ts'
import { countLine, styleLines } from './summary.ts'

/**
 * One page that stands alone: each document with its findings marked at the words, and beside it what is
 * found, grouped, with why and who says so. It needs no script: the filters are style.
 */
export const html: Reporter = (files, settings) => {
  const reports = files.map((file, index) => reportOf(file, index))
  const cards = reports.flatMap((report) => report.cards)
  return createPage({
    title: files.length === 1 ? `Fairdraft: ${files[0]?.path}` : 'Fairdraft: findings',
    style: STYLE + hidingRules(cards),
    body: [
      `<p><strong>${countLine(files)}</strong></p>`,
      ...styleLines(settings).map((line) => `<p class="soft">${escapeHtml(line)}</p>`),
      filtersHtml(files),
      ...reports.map(({ section }) => section),
    ].join('\n'),
  })
}

function reportOf(file: VFile, index: number) {
  const groups = markGroups(groupsOf(file.messages), `f${index + 1}`)
  const cards = groups.map(({ group, card, marked }) =>
    cardHtml(group, card, {
      places: placesHtml(marked),
      controls: `<label><input type="checkbox" class="done" id="done-${card}"> dealt with</label>`,
    }),
  )
  const findings = groups.flatMap(({ marked }) => marked)
  const title = `file-${index + 1}`
  return {
    cards: groups.map(({ card }) => card),
    section: `<section aria-labelledby="${title}">
<h2 id="${title}">${escapeHtml(file.path)}</h2>
<div class="review">
<div class="document" role="region" aria-label="The text, with findings marked">
${documentHtml(file.data.blocks ?? [], String(file), findings, 3)}
</div>
<div class="cards" role="region" aria-label="Findings">
${cards.length > 0 ? cards.join('') : '<p>Nothing found.</p>'}
</div>
</div>
</section>`,
  }
}

/** A box to tick for each severity there is. */
function filtersHtml(files: readonly VFile[]): string {
  const present = SEVERITIES.filter((severity) =>
    files.some((file) => file.messages.some((message) => severityOf(message) === severity)),
  )
  if (present.length < 2) return ''
  const box = (severity: Severity) =>
    `<label><input type="checkbox" id="show-${severity}" checked> ${severity}s</label>`
  return `<fieldset class="filters"><legend>Show</legend>${present.map(box).join(' ')}</fieldset>`
}
