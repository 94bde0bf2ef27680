import { UnreadableError } from './unreadable.ts'

/** The formats whose files are no text and are known by how they begin. */
export type PackedFormat = 'Word' | 'OpenDocument' | 'PDF'

/** What can be read, for a message about what cannot. */
export const READS =
  'Fairdraft reads Word (.docx), OpenDocument (.odt), PDF, HTML, Markdown and plain text'

/** The format of a file that is no text but can be read; undefined for all others. */
export function packedFormatOf(bytes: Uint8Array): PackedFormat | undefined {
  if (startsWith(bytes, '%PDF-')) return 'PDF'
  const kind = startsWith(bytes, ZIP) ? packageOf(bytes) : undefined
  return kind && 'format' in kind ? kind.format : undefined
}

/** What to say of a file that is of a kind that cannot be read; undefined if it may be text. */
export function refusalOf(bytes: Uint8Array): UnreadableError | undefined {
  if (startsWith(bytes, OLE)) return oldOffice(bytes)
  const found = SIGNATURES.find(([signature, , at]) => startsWith(bytes, signature, at))
  if (found) return new UnreadableError('binary', found[1])
  const flat = flatFormatOf(bytes)
  if (flat) return new UnreadableError('binary', flat)
  if (!startsWith(bytes, ZIP)) return undefined
  const kind = packageOf(bytes)
  return new UnreadableError(
    'binary',
    kind && 'reason' in kind ? kind.reason : binary('ZIP archive'),
  )
}

type Bytes = readonly number[] | string

/** Whether bytes begin, at a place, with others; a text stands for its characters’ codes. */
export function startsWith(bytes: Uint8Array, signature: Bytes, at = 0): boolean {
  if (bytes.length < at + signature.length) return false
  for (let index = 0; index < signature.length; index++) {
    const expected = typeof signature === 'string' ? signature.charCodeAt(index) : signature[index]
    if (bytes[at + index] !== expected) return false
  }
  return true
}

const binary = (name: string) => `looks like a binary file (${name}); ${READS}`
const other = (name: string, cure: string) => `is ${name}, which cannot be read here; ${cure}`
const AS_TEXT = 'save its text as .txt'

/** How files of other kinds begin, and what to say of them. */
const SIGNATURES: readonly (readonly [Bytes, string, number?])[] = [
  [
    '{\\rtf',
    other('a rich-text file (RTF)', 'open it in Word or LibreOffice and save it as .docx'),
  ],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], binary('PNG image')],
  [[0xff, 0xd8, 0xff], binary('JPEG image')],
  ['GIF87a', binary('GIF image')],
  ['GIF89a', binary('GIF image')],
  ['WEBP', binary('WebP image'), 8],
  ['WAVE', binary('WAV sound'), 8],
  [[0x49, 0x49, 0x2a, 0], binary('TIFF image')],
  [[0x4d, 0x4d, 0, 0x2a], binary('TIFF image')],
  [[0, 0, 1, 0], binary('icon')],
  [[0x1f, 0x8b], binary('gzip archive')],
  [[0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59], binary('bzip2 archive')],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], binary('xz archive')],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], binary('7z archive')],
  ['Rar!\u001A', binary('RAR archive')],
  ['ustar', binary('tar archive'), 257],
  [[0x7f, 0x45, 0x4c, 0x46], binary('executable')],
  [[0x4d, 0x5a, 0x90, 0], binary('executable')],
  [[0xca, 0xfe, 0xba, 0xbe], binary('executable')],
  [[0xcf, 0xfa, 0xed, 0xfe], binary('executable')],
  [[0, 0x61, 0x73, 0x6d], binary('WebAssembly')],
  ['SQLite format 3\0', binary('SQLite database')],
  ['ftyp', binary('film or photograph'), 4],
  [[0x49, 0x44, 0x33, 3, 0], binary('MP3 sound')],
]

/** Office documents that are one file of XML, by an element at their beginning, and what to say of them. */
const FLAT: readonly (readonly [string, string])[] = [
  [
    '<office:document ',
    other('a flat OpenDocument file (.fodt)', 'open it in LibreOffice and save it as .odt'),
  ],
  ['<pkg:package ', other('a Word document as XML', 'open it in Word and save it as .docx')],
  [
    '<w:wordDocument ',
    other('a Word 2003 document as XML', 'open it in Word and save it as .docx'),
  ],
]

function flatFormatOf(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, HEAD))
  if (!/^(?:\u00EF\u00BB\u00BF)?<\?xml\b/.test(head)) return undefined
  return FLAT.find(([element]) => head.replace(/\s/g, ' ').includes(element))?.[1]
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** How an encrypted Office file names what it holds, in UTF-16. */
const ENCRYPTED = [...'EncryptedPackage'].join('\0')

function oldOffice(bytes: Uint8Array): UnreadableError {
  return latin1(bytes).includes(ENCRYPTED)
    ? new UnreadableError(
        'protected',
        'is protected by a password; open it in Word, take the password away (File, Info, Protect Document) and save it again',
      )
    : new UnreadableError(
        'binary',
        other(
          'an old Office document (such as Word .doc)',
          'open it in Word or LibreOffice and save it as .docx',
        ),
      )
}

type Kind = { readonly format: PackedFormat } | { readonly reason: string }

/** What the names of the files in a package, or the type that stands at its beginning, tell. */
const PACKAGES: readonly (readonly [string, Kind])[] = [
  ['vnd.oasis.opendocument.text', { format: 'OpenDocument' }],
  [
    'vnd.oasis.opendocument',
    { reason: other('an OpenDocument file, but no text document', AS_TEXT) },
  ],
  ['application/epub', { reason: other('an e-book (EPUB)', AS_TEXT) }],
  [
    '.iwa',
    {
      reason: other(
        'a Pages, Numbers or Keynote document',
        'in Pages choose File, Export To, Word, and check that file',
      ),
    },
  ],
  ['word/', { format: 'Word' }],
  ['xl/', { reason: other('an Excel workbook (.xlsx)', AS_TEXT) }],
  ['ppt/', { reason: other('a PowerPoint presentation (.pptx)', AS_TEXT) }],
  ['content.xml', { format: 'OpenDocument' }],
  ['[Content_Types].xml', { format: 'Word' }],
]

/** How much of the beginning and the end of a package is looked at: the end lists what it holds. */
const HEAD = 4096
const TAIL = 65_536

function packageOf(bytes: Uint8Array): Kind | undefined {
  const names = latin1(bytes.subarray(0, HEAD)) + latin1(bytes.subarray(HEAD).subarray(-TAIL))
  return PACKAGES.find(([part]) => names.includes(part))?.[1]
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
