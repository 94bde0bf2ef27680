/** Stands in for the reader of PDF, whose library is larger than the page. */
import { UnreadableError } from '../src/readers/unreadable.ts'

/** @throws UnreadableError always. */
export function readPdf(): never {
  throw new UnreadableError(
    'binary',
    'is a PDF; open it in fairdraft-pdf.html, the larger page beside this one, or paste its text',
  )
}
