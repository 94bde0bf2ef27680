/** Stands in for the PDF library, which is larger than the page. */
import { UnreadableError } from '../src/readers/unreadable.ts'

/** @throws UnreadableError always. */
export function getDocumentProxy(): never {
  throw new UnreadableError(
    'binary',
    'is a PDF, and this page is the small one, without them: open it in fairdraft-pdf.html, which lies beside this page, or paste its text',
  )
}

/** @throws UnreadableError always. */
export function getResolvedPDFJS(): never {
  return getDocumentProxy()
}
