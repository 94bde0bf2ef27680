/** Divides what is too long for one block: the work for a block may grow faster than its text. */

import { type Block, createBlock, type Notice, type Span, spansIn } from '../blocks.ts'
import { lastPlainStop } from '../document/sentences.ts'

/** The longest block: UTF-16 units. No paragraph that a person wrote is so long. */
const LONGEST_BLOCK = 20_000

const DIVIDED: Notice = {
  id: 'document-budget',
  severity: 'suggestion',
  reason:
    'Some paragraphs are longer than 20,000 characters; they were read in parts, divided at the ends of sentences or lines.',
}

/** The blocks that are parts of a longer one. */
const parts = new WeakSet<Block>()

/** What there is to say of blocks, if some of them had to be divided: one notice, or none. */
export function divisionNotices(blocks: readonly Block[]): readonly Notice[] {
  return blocks.some((block) => parts.has(block)) ? [DIVIDED] : []
}

/** The block itself, or the parts of one that is too long: each ends with a sentence, a line or at least a word. */
export function divide(block: Block): readonly Block[] {
  const { text } = block
  if (text.length <= LONGEST_BLOCK) return [block]
  const divided: Block[] = []
  for (let start = skipSpace(text, 0); start < text.length; ) {
    const end = start + lengthOfPart(text, start)
    const part = createBlock(block, spansFrom(block, start, end))
    // Half a unit alone is empty: the part before has all of it.
    if (part.text) divided.push(part)
    parts.add(part)
    start = skipSpace(text, end)
  }
  return divided
}

function lengthOfPart(text: string, start: number): number {
  const window = text.slice(start, start + LONGEST_BLOCK)
  const isLast = start + window.length === text.length
  return window.slice(0, isLast ? window.length : lastBreak(window)).trimEnd().length
}

/** Where a text is best cut, above 0: behind its last sentence, else its last line, else its last word. */
function lastBreak(text: string): number {
  return (
    lastPlainStop(text) ||
    [...text.matchAll(STOP)].at(-1)?.index ||
    text.lastIndexOf('\n') + 1 ||
    text.lastIndexOf(' ') + 1 ||
    lengthOfWhole(text)
  )
}

/** Behind a stop that ends a sentence, before a capital. */
const STOP = /(?<=[.!?…]["”’)\]]*)\s(?=\s*["“‘(]?\p{Lu})/gu

/** The length of a text without half a character at its end. */
function lengthOfWhole(text: string): number {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last < 0xdc00 ? text.length - 1 : text.length
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charAt(at).trim() === '') at++
  return at
}

/** What of the spans of a block stands in a range of its text; a unit stands whole where it begins. */
function spansFrom(block: Block, from: number, to: number): readonly Span[] {
  return spansIn(block, from, to).flatMap(({ span, start }) => {
    const isWritten = !span.opaque && span.text.length === span.end - span.start
    if (!isWritten) return start < from ? [] : [span]
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, span.text.length)]
    const text = span.text.slice(first, last)
    const piece: Span = { ...span, text, start: span.start + first, end: span.start + last }
    if (!span.noted || span.text.slice(last).trim() === '') return [piece]
    const { noted: _noted, ...unnoted } = piece
    return [unnoted]
  })
}
