/** Stands in for the PDF library, which is larger than the page. */
import { UnreadableError } from '../src/readers/unreadable.ts'

/** @throws UnreadableError always. */
export function getDocumentProxy(): never {
  throw new UnreadableError(
    'binary',
    'is a PDF, which this page does not read; paste its text, or check it with the command',
  )
}

/** @throws UnreadableError always. */
export function getResolvedPDFJS(): never {
  return getDocumentProxy()
}
