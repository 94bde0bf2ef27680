/** Stands in for the PDF library, which is larger than the page. */
import { UnreadableError } from '../src/readers/unreadable.ts'

/** @throws UnreadableError always. */
export function getDocumentProxy(): never {
  throw new UnreadableError(
    'binary',
    'is a PDF; open it in fairdraft-pdf.html, the larger page beside this one, or paste its text',
  )
}

/** @throws UnreadableError always. */
export function getResolvedPDFJS(): never {
  return getDocumentProxy()
}
