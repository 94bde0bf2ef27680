/** Headings, column heads and lead-ins that say whose words stand under them: "Myth:", "You asked". */
import { type Block, spansIn } from '../blocks.ts'
import type { Document, Run } from '../document.ts'
import type { Matcher } from '../match.ts'
import { asked, ofDocument, rememberedByRun } from '../remember.ts'
import type { Lexicon } from './lexicon.ts'
import { quoteOf, type Zone } from './zone.ts'

const WRONG = /^\s*(?:instead of|avoid|do ?n['’o]t (?:say|use|write)|not|wrong|old)\b/i
const LONGEST_LABEL = 60
/** What may stand between a lead-in and the words that it announces. */
const AFTER_LABEL = /^\s*(?:\d+\s*)?(?:[:–—-]|\.\s)/

/** What labels say of a block. */
export function labelledIn(document: Document, block: Block, lexicon: Lexicon): Zone[] {
  const whole = { start: 0, end: block.text.length }
  const header = block.columnHeader
  if (header && WRONG.test(header.text)) {
    return [{ ...whole, class: 'negated', evidence: `under ${quoteOf(header.text)}` }]
  }
  const { voiceLabels } = lexicon.phrases
  const above = [header ?? sectionOf(document, block), block.introduction].find(
    (other) =>
      other && other !== block && isLabel(document, other, voiceLabels, header !== undefined),
  )
  if (above) return [{ ...whole, class: 'quotation', evidence: `under ${quoteOf(above.text)}` }]
  if (ASKS.test(block.text) && isAnswer(document))
    return [{ ...whole, class: 'quotation', evidence: 'a question that the text answers' }]
  return leadIns(document, block, lexicon)
}

/** "2. How do you think …?", "Do you agree that …?": whoever asks speaks to the writer. */
const ASKS = /^[^?]{0,400}\byour?\b[^?]{0,200}\?[^?]{0,160}$/i

/** Whether the title says that a text answers others: "Response to …", "Submission by …". */
const isAnswer = ofDocument((document): boolean =>
  document.blocks.slice(0, 2).some(({ text }) => ANSWERS.test(text)),
)

const ANSWERS = /^[^\n]{0,90}\b(?:responses?|submission|evidence)\s(?:to|from|by|on|submitted)\b/i

/** Whether a heading is a label of other people’s words; one word is enough only above a column. */
function isLabel(
  document: Document,
  block: Block,
  labels: Matcher<string>,
  column: boolean,
): boolean {
  if (block.text.length > LONGEST_LABEL) return false
  return labels(document.words(block)).some(
    ({ start, first, last }) =>
      block.text.slice(0, start).trim().length === 0 && (column || last - first > 1),
  )
}

const LONGEST_MARKER = 12

/** Whether nothing but the marker of an item stands before an index on its line. */
function opensLine(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - LONGEST_MARKER), index)
  const marker = /[\s*_•\d.)-]*$/.exec(before)?.[0] ?? ''
  return marker.length === index || marker.includes('\n')
}

/** "Myth: …", to the end of the line. */
function leadIns(document: Document, block: Block, { phrases }: Lexicon): Zone[] {
  return phrases.voiceLabels(document.words(block)).flatMap(({ start, end, value }): Zone[] => {
    const after = AFTER_LABEL.exec(block.text.slice(end, end + 12))
    if (!opensLine(block.text, start) || !(after || endsStrong(block, end))) return []
    const stop = block.text.indexOf('\n', end)
    const line = { start: end + (after?.[0].length ?? 0), end: stop < 0 ? block.text.length : stop }
    // "Question 2: Yes. We think …" is an answer.
    const mark = block.text.lastIndexOf('?', line.end)
    if (value === 'question' && mark < line.start) return []
    return [
      {
        start: line.start,
        end: value === 'question' ? mark + 1 : line.end,
        class: 'quotation',
        evidence: `after “${value}”`,
      },
    ]
  })
}

/** Whether a span in bold ends at an index, or a sign behind it. */
function endsStrong(block: Block, index: number): boolean {
  const [placed] = spansIn(block, index - 1, index)
  if (!placed) return false
  const { span, start } = placed
  return start + span.text.length - index < 2 && (span.marks?.includes('strong') ?? false)
}

/** The heading above a block, or the line in bold that stands for one. */
export const sectionOf = asked(
  (document, block) => sectionsOf(document).get(block),
  (document, run) => sectionsBefore(document).get(run),
)

const sectionsOf = ofDocument((document): ReadonlyMap<Block, Block> => {
  const found = new Map<Block, Block>()
  let current: Block | undefined
  for (const block of document.blocks) {
    if (isHead(block)) current = block
    else if (current) found.set(block, current)
  }
  return found
})

/** For each run of blocks the head of the section that it begins in. */
const sectionsBefore = ofDocument((document): ReadonlyMap<Run, Block | undefined> => {
  let current: Block | undefined
  return new Map(
    document.runs.map((run) => {
      const before = current
      current = lastHead(document, run) ?? current
      return [run, before]
    }),
  )
})

const lastHead = rememberedByRun((_, run) => run.findLast(isHead))

function isHead(block: Block): boolean {
  return block.kind === 'heading' || isBoldLine(block)
}

function isBoldLine({ kind, text, spans }: Block): boolean {
  if (kind !== 'paragraph' || text.length > LONGEST_LABEL || /\.\s*$/.test(text)) return false
  return (
    spans.length > 0 &&
    spans.every(({ marks, text }) => marks?.includes('strong') || text.trim() === '')
  )
}
