/** Builds Word documents for tests, as small as they can be. */
import { strToU8, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`

/** The content of the parts of a document: what stands in their roots. */
export interface WordSource {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly header?: string
  readonly footer?: string
  /** Parts that are no XML, by path. */
  readonly others?: Readonly<Record<string, Uint8Array>>
}

const PARTS = [
  ['styles', 'styles', 'styles'],
  ['numbering', 'numbering', 'numbering'],
  ['footnotes', 'footnotes', 'footnotes'],
  ['endnotes', 'endnotes', 'endnotes'],
  ['comments', 'comments', 'comments'],
  ['header', 'hdr', 'header'],
  ['footer', 'ftr', 'footer'],
] as const

/** Styles that every document of a test may use. */
export const STYLES = `
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
${[1, 2, 3]
  .map(
    (rank) =>
      `<w:style w:type="paragraph" w:styleId="Heading${rank}"><w:name w:val="heading ${rank}"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${rank - 1}"/></w:pPr></w:style>`,
  )
  .join('')}
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`

/** A numbered list (1), a bulleted list (2) and numbered paragraphs (3), two levels each. */
export const NUMBERING = `
${[
  ['0', 'decimal', '%1.', 'lowerLetter', '(%2)'],
  ['1', 'bullet', '•', 'bullet', '–'],
  ['2', 'decimal', '%1', 'decimal', '%1.%2'],
]
  .map(
    ([id, format, text, inner, innerText]) =>
      `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="${inner}"/><w:lvlText w:val="${innerText}"/></w:lvl></w:abstractNum>`,
  )
  .join('')}
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>`

/** Packs a document. */
export function word(source: WordSource): Uint8Array {
  const given = PARTS.filter(([key]) => source[key] !== undefined)
  const types = given.map(
    ([key, , type]) => `<Override PartName="/word/${key}.xml" ContentType="${TYPES}.${type}+xml"/>`,
  )
  const related = given.map(
    ([key, , type], index) =>
      `<Relationship Id="rId${index + 1}" Type="${R}/${type}" Target="${key}.xml"/>`,
  )
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>${types.join('')}</Types>`,
    ),
    '_rels/.rels': relationships(
      `<Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': xml(
      `<w:document ${NAMESPACES}><w:body>${source.body}<w:sectPr/></w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': relationships(related.join('')),
    ...source.others,
  }
  for (const [key, root] of given) {
    files[`word/${key}.xml`] = xml(`<w:${root} ${NAMESPACES}>${source[key]}</w:${root}>`)
  }
  return zipSync(files)
}

/** A paragraph of runs; `properties` are the content of its `w:pPr`. */
export function p(runs: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

/** A run of text; `properties` are the content of its `w:rPr`. */
export function r(text: string, properties = ''): string {
  const written = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return run(`<w:t xml:space="preserve">${written}</w:t>`, properties)
}

/** A run of anything. */
export function run(content: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`
}

/** The properties of a paragraph of a style. */
export function styled(id: string): string {
  return `<w:pStyle w:val="${id}"/>`
}

/** The properties of an item of a list of `NUMBERING`. */
export function numbered(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
}

/** A table whose first row is its head. */
export function table(rows: readonly (readonly string[])[]): string {
  const written = rows.map((row, index) => {
    const head = index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''
    const cells = row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')
    return `<w:tr>${head}${cells}</w:tr>`
  })
  const columns = '<w:gridCol w:w="2000"/>'.repeat(rows[0]?.length ?? 1)
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${written.join('')}</w:tbl>`
}

function xml(content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`)
}

function relationships(content: string): Uint8Array {
  return xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
  )
}
