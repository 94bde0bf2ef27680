/** What must hold of every reading and of all findings, whatever the text. */
import { VFile } from 'vfile'
import type { Reading } from '../src/blocks.ts'
import { createDocument } from '../src/document.ts'
import { type Finding, lint, type Settings, stretchOf } from '../src/index.ts'

/** Spans stand in order, inside the text, and a span written out is what the text has there; any space is a space. */
export function holdReading({ blocks, directives, notices }: Reading, text: string): void {
  for (const { start = 0, end = 0 } of [...directives, ...notices]) {
    if (start > end || end > text.length) fail('place of a directive or notice', { start, end })
  }
  for (const block of blocks) {
    let last = 0
    if (block.text !== block.spans.map((span) => span.text).join('')) fail('text of a block', block)
    for (const span of block.spans) {
      if (span.start < last || span.end < span.start || span.end > text.length) fail('order', span)
      const written = !span.opaque && span.text.length === span.end - span.start
      const source = text.slice(span.start, span.end).replace(/\s/g, ' ')
      if (written && span.text.length > 1 && source !== span.text.replace(/\s/g, ' ')) {
        fail('words of a span', span)
      }
      last = span.end
    }
  }
  createDocument(blocks)
}

/**
 * Findings stand in the file, in order and on their words; a second run finds the same.
 *
 * @throws UnreadableError as `lint` does.
 */
export async function holdFindings(
  value: string | Uint8Array,
  path: string,
  settings: Settings,
): Promise<VFile> {
  const first = await lint(new VFile({ path, value }), settings)
  const text = String(first)
  let last = -1
  for (const message of first.messages) {
    const stretch = stretchOf(message)
    if (!stretch) continue
    if (stretch.start < last) fail('order of findings', message)
    if (stretch.end > text.length) fail('place of a finding', message)
    if (!isOnItsWords(message, text.slice(stretch.start, stretch.end))) fail('words', message)
    last = stretch.start
  }
  const second = await lint(new VFile({ path, value }), settings)
  if (String(first.messages) !== String(second.messages)) fail('a second run', text)
  return first
}

/** Markup may stand between the letters of the flagged words, and a reference may stand for one of them. */
function isOnItsWords({ actual = '' }: Finding, source: string): boolean {
  if (source.includes('&')) return true
  let from = 0
  for (const [letter] of actual.matchAll(/[\p{L}\p{N}]/gu)) {
    const at = source.indexOf(letter, from)
    if (at < 0) return false
    from = at + letter.length
  }
  return true
}

/** Says which law is broken, and by what. */
export function fail(law: string, what: unknown): never {
  throw new Error(`broken law: ${law}: ${JSON.stringify(what)?.slice(0, 2000)}`)
}
