import { descendants, elementsOf, find, type XmlElement } from '../xml.ts'

/** Elements that hold no text of the document as it stands: properties, deletions, instructions. */
export const UNREAD: ReadonlySet<string> = new Set([
  'w:del',
  'w:delText',
  'w:delInstrText',
  'w:moveFrom',
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:tblPr',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
  'w:sectPr',
  'w:rt',
  'w:fldData',
  'w:ffData',
])

const TEXT: ReadonlySet<string> = new Set(['w:t'])

/**
 * The branch of an `mc:AlternateContent` that is read: both hold the same, for programs of different
 * age. The first with text, so that a text box is read once.
 */
export function branchOf(element: XmlElement): XmlElement | undefined {
  const branches = elementsOf(element)
  return branches.find((branch) => !descendants(branch, TEXT).next().done) ?? branches[0]
}

/** Whether a row was deleted, with the change still tracked. */
export function isDeletedRow(row: XmlElement): boolean {
  return find(row, 'w:trPr', 'w:del') !== undefined
}

/** Whether the mark at the end of a paragraph was deleted: it runs on into the next. */
export function runsOn(paragraph: XmlElement): boolean {
  const mark = find(paragraph, 'w:pPr', 'w:rPr')
  return find(mark, 'w:del') !== undefined || find(mark, 'w:moveFrom') !== undefined
}

/** Whether a content control holds a table of contents or of figures. */
export function isContents(control: XmlElement): boolean {
  const gallery = find(control, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')
  return /^tables? of (?:contents|figures|authorities)$/i.test(
    gallery?.attributes.get('w:val') ?? '',
  )
}
