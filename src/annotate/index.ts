import type { VFile } from 'vfile'
import type { Finding } from '../finding.ts'
import { type Edit, editsOf } from '../fix.ts'
import { packedFormatOf } from '../readers/signatures.ts'
import { UnreadableError } from '../readers/unreadable.ts'
import { remarksOf } from './remarks.ts'

/** Who comments, and when. */
export interface Reviewer {
  readonly author: string
  readonly date: Date
}

/** A document with comments, and what was done. */
export interface Annotated {
  readonly bytes: Uint8Array
  readonly comments: number
  readonly replacements: number
  /** Findings that have no comment of their own at their words, because none can stand there. */
  readonly elsewhere: readonly Finding[]
}

/** What an annotation changes: the new text of some parts, by path. */
export interface Changes extends Omit<Annotated, 'bytes'> {
  readonly parts: ReadonlyMap<string, string>
}

/**
 * Writes the findings of a file into the document as comments, and replacements as tracked changes: those
 * that are safe, or `edits`, each of which stands where a finding does. `bytes` are the document, `file`
 * what `lint` made of it. Every part that needs no change, and everything else in the parts that do,
 * stays as it is.
 *
 * @throws UnreadableError if the document is neither Word nor OpenDocument.
 */
export async function annotate(
  bytes: Uint8Array,
  file: VFile,
  reviewer: Reviewer,
  edits: readonly Edit[] = editsOf(file),
): Promise<Annotated> {
  const format = packedFormatOf(bytes)
  if (format !== 'Word' && format !== 'OpenDocument') {
    throw new UnreadableError(
      'binary',
      'takes no comments; name a Word document (.docx) or an OpenDocument text (.odt)',
    )
  }
  const write =
    format === 'Word'
      ? (await import('./word.ts')).annotateWord
      : (await import('./odt.ts')).annotateOdt
  const { parts, ...done } = write(bytes, remarksOf(file, edits), reviewer)
  const { repack } = await import('./repack.ts')
  return { ...done, bytes: repack(bytes, parts) }
}
