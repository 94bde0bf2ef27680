import type { VFile } from 'vfile'
import { type Finding, type Stretch, stretchOf } from './finding.ts'

/** A replacement in a file: offsets in UTF-16 units, end exclusive. */
export interface Edit extends Stretch {
  readonly text: string
}

/**
 * The replacements that are safe to make in a file: those that findings mark as such, where the flagged
 * words stand in the file as they read, with no markup between. Of two that overlap, the first.
 */
export function editsOf(file: VFile): Edit[] {
  const source = String(file)
  const edits: Edit[] = []
  for (const message of file.messages) {
    const edit = editOf(message, source)
    if (edit && edit.start >= (edits.at(-1)?.end ?? 0)) edits.push(edit)
  }
  return edits
}

function editOf(message: Finding, source: string): Edit | undefined {
  const stretch = stretchOf(message)
  if (message.fix === undefined || !stretch) return undefined
  if (source.slice(stretch.start, stretch.end) !== message.actual) return undefined
  if (mayBeName(source, stretch, message.actual) || mayBeLaw(source, stretch)) return undefined
  return { ...stretch, text: message.fix }
}

/** A capital in the middle of a sentence: the words may belong to a name ("Riding for the Disabled"). */
function mayBeName(source: string, { start }: Stretch, words: string): boolean {
  if (words === words.toUpperCase()) return false
  const opens = /(?:^|[.!?:]["”’)]*\s+|\n\s*(?:[-*+•>#]+\s*|\d+[.)]\s*)?)$/.test(
    source.slice(Math.max(0, start - 40), start),
  )
  const [first = '', ...rest] = words.split(/\s+/)
  return rest.some((word) => /^\p{Lu}/u.test(word)) || (!opens && /^\p{Lu}/u.test(first))
}

/** The words of an Act or section are as they were enacted. */
function mayBeLaw(source: string, { start, end }: Stretch): boolean {
  const line = source.slice(source.lastIndexOf('\n', start) + 1, end + 80)
  return /\bAct\b|\b(?:section|ss?\.|article|schedule)\s*\d/i.test(line)
}

/** A text with replacements made; `edits` are in order and do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let text = ''
  let end = 0
  for (const edit of edits) {
    text += source.slice(end, edit.start) + edit.text
    end = edit.end
  }
  return text + source.slice(end)
}
