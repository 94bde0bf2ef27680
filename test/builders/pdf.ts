/** Builds PDF files for tests, as small as they can be. */
import { strToU8 } from 'fflate'

/** A piece of text on a page: its place and size in points, from the bottom left corner. */
export interface Drawn {
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly text: string
}

/** A file whose pages hold some text; a page without any holds a picture. */
export function pdf(pages: readonly (readonly Drawn[])[]): Uint8Array {
  const contents = pages.map((page) => (page.length > 0 ? page.map(drawn).join('\n') : PICTURE))
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 0 /LastChar 255 /Widths [${'500 '.repeat(256)}] /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [2 /unnamed] >> >>`,
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return strToU8(`${file}xref\n0 ${count}\n0000000000 65535 f \n${entries}${trailer}`)
}

const PICTURE = 'q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q'

function drawn({ x, y, size = 11, text }: Drawn): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`
}
