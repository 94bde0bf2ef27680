import type { Prefixes } from '../xml.ts'

const ODF = 'urn:oasis:names:tc:opendocument:xmlns'

/** The namespaces of an OpenDocument file. */
export const ODF_PREFIXES: Prefixes = new Map([
  [`${ODF}:office:1.0`, 'office'],
  [`${ODF}:text:1.0`, 'text'],
  [`${ODF}:table:1.0`, 'table'],
  [`${ODF}:style:1.0`, 'style'],
  [`${ODF}:drawing:1.0`, 'draw'],
  [`${ODF}:svg-compatible:1.0`, 'svg'],
  [`${ODF}:xsl-fo-compatible:1.0`, 'fo'],
  [`${ODF}:manifest:1.0`, 'manifest'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
])

/** Elements that hold no text of the document as it stands. */
export const UNREAD: ReadonlySet<string> = new Set([
  'office:annotation',
  'office:annotation-end',
  'office:forms',
  'text:tracked-changes',
  'text:note-citation',
  'text:hidden-text',
  'text:hidden-paragraph',
  'text:script',
  'text:ruby-text',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'table:table-column',
  'table:covered-table-cell',
  'svg:title',
  'svg:desc',
  'draw:object',
  'draw:image',
])
