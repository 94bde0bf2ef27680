import { placeInFile } from '../blocks.ts'
import { createDocument } from '../document.ts'
import { type Finding, type Stretch, severityOf, stretchOf } from '../finding.ts'
import { describeEntry } from '../law/describe.ts'
import type { Entry } from '../law/registry.ts'
import { shippedReaders } from '../law/shipped.ts'
import type { Checked } from './checks.ts'

/** What is to be said of a place in a document, as Markdown, and the words that it is about. */
interface Hover extends Stretch {
  readonly text: string
}

/** What is found at an offset, with the reasons, and what the registry knows of the law cited there. */
export function hoverAt(checked: Checked, offset: number): Hover | undefined {
  const findings = checked.file.messages.flatMap((message) => {
    const stretch = stretchOf(message)
    return stretch && isIn(stretch, offset) ? [{ ...stretch, text: findingText(message) }] : []
  })
  const all = [...findings, ...lawAt(checked, offset)]
  if (all.length === 0) return undefined
  return {
    start: Math.max(...all.map(({ start }) => start)),
    end: Math.min(...all.map(({ end }) => end)),
    text: all.map(({ text }) => text).join('\n\n---\n\n'),
  }
}

function isIn({ start, end }: Stretch, offset: number): boolean {
  return start <= offset && offset <= end
}

/** Why, in full. Editors show the reason itself with the finding, so it stands here only if nothing else does. */
function findingText(message: Finding): string {
  const { ruleId, reason, note, url } = message
  const id = url ? `[\`${ruleId}\`](${url})` : `\`${ruleId}\``
  const lines = note?.split('\n').filter((line) => line !== '') ?? []
  const why = lines.length > 0 ? lines.map((line) => `- ${plain(line)}`).join('\n') : plain(reason)
  return `${id} · ${severityOf(message)}\n\n${why}`
}

/** Text that is shown as it reads: it may hold words of the document. */
function plain(text: string): string {
  return text.replace(/[\\`*[\]<]/g, '\\$&').replace(/\s+/g, ' ')
}

/** A citation of several provisions shows these many; the rest are named. */
const MOST_ENTRIES = 2

/** The entries of the law that the text cites or names at an offset. */
function lawAt({ file, settings }: Checked, offset: number): Hover[] {
  const { blocks = [] } = file.data
  const document = createDocument(blocks)
  const { mentions, registry } = shippedReaders(settings.jurisdiction)
  const describe = (entry: Entry) => describeEntry(registry, entry, settings.today ?? '')
  return document.blocks
    .filter((block) => {
      const { text, spans } = document.written(block)
      const [first, last] = [spans[0], spans.at(-1)]
      return text !== '' && first && last && isIn({ start: first.start, end: last.end }, offset)
    })
    .flatMap((block) =>
      mentions(document, block).flatMap(({ start, end, entries }) => {
        const place = placeInFile(document.written(block), start, end)
        if (!isIn(place, offset) || entries.length === 0) return []
        const more = entries.length - MOST_ENTRIES
        const text = entries.slice(0, MOST_ENTRIES).map(describe).join('\n\n---\n\n')
        return [{ ...place, text: more > 0 ? `${text}\n\n… and ${more} more entries.` : text }]
      }),
    )
}
