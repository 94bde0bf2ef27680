/** Builds OpenDocument texts for tests, as small as they can be. */
import { strToU8, zipSync } from 'fflate'

const ODF = 'urn:oasis:names:tc:opendocument:xmlns'
const NAMESPACES = [
  ...['office', 'text', 'table', 'style', 'manifest'].map(
    (name) => `xmlns:${name}="${ODF}:${name}:1.0"`,
  ),
  `xmlns:draw="${ODF}:drawing:1.0"`,
  `xmlns:fo="${ODF}:xsl-fo-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')
const TYPE = 'application/vnd.oasis.opendocument.text'

/** The content of a document: what stands in its text, its styles and its pages. */
export interface OdtSource {
  readonly body: string
  readonly automatic?: string
  readonly styles?: string
  readonly header?: string
}

/** Styles that every document of a test may use; `L1` is a numbered list, `L2` a bulleted one. */
export const AUTOMATIC = `
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`

/** Packs a document. */
export function odt({ body, automatic = AUTOMATIC, styles = '', header = '' }: OdtSource) {
  const page = header
    ? `<office:master-styles><style:master-page style:name="Standard"><style:header>${header}</style:header></style:master-page></office:master-styles>`
    : ''
  return zipSync({
    mimetype: [strToU8(TYPE), { level: 0 }],
    'content.xml': xml(
      `<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    'styles.xml': xml(
      `<office:document-styles ${NAMESPACES} office:version="1.3"><office:styles>${styles}</office:styles>${page}</office:document-styles>`,
    ),
    'META-INF/manifest.xml': xml(
      `<manifest:manifest ${NAMESPACES} manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
  })
}

function xml(content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${content}`)
}
