/** What the reader takes home: the draft with what was found and decided. */
import { annotate } from '../src/annotate/index.ts'
import { packedFormatOf } from '../src/readers/signatures.ts'
import { commentedFile, type Review, replacementsIn, revisedText } from './review.ts'

/** Hands the reviewed draft to the browser as a download; nothing leaves the computer. */
export async function save(review: Review): Promise<void> {
  const [name, content] = await reviewed(review)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content]))
  link.download = name
  link.click()
  // Some browsers fetch what is downloaded only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** What the button says that gives a draft back. */
export function downloadName({ bytes }: Review): string {
  const format = bytes && packedFormatOf(bytes)
  return format && format !== 'PDF' ? 'Download with comments' : 'Download'
}

/**
 * A Word or OpenDocument file as it came, with comments on what is open and tracked changes for what was
 * replaced; any other draft as text with the replacements made.
 */
async function reviewed(
  review: Review,
): Promise<[name: string, content: string | Uint8Array<ArrayBuffer>]> {
  const { bytes, file } = review
  const { stem = 'draft', extname = '.txt' } = file
  const format = bytes && packedFormatOf(bytes)
  const name = `${stem}-reviewed`
  if (!bytes || !format) return [name + extname, revisedText(review)]
  if (format === 'PDF') return [`${name}.txt`, revisedText(review)]
  const edits = replacementsIn(review).map(({ place, wording }) => ({ ...place, text: wording }))
  const reviewer = { author: 'Fairdraft', date: new Date() }
  const annotated = await annotate(bytes, commentedFile(review), reviewer, edits)
  return [name + extname, new Uint8Array(annotated.bytes)]
}
