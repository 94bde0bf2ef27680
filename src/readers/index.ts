import type { VFile } from 'vfile'
import type { Notice, Reading } from '../blocks.ts'
import type { Location } from '../finding.ts'
import { cutOf } from './cut.ts'
import { decode } from './decode.ts'
import { readMarkdown } from './markdown.ts'
import { type PackedFormat, packedFormatOf } from './signatures.ts'

/** A document whose text had to be taken out of a packed file. Positions count in that text. */
export interface Extract extends Reading {
  readonly text: string
  /** Where an offset of the text stands in the document, as a reader of it counts. */
  readonly locate: (offset: number) => Location
  /** Where reading stopped, in UTF-16 units, if the file holds more than is read. */
  readonly cut?: number
}

/** A format whose files are text. Only the reader of Markdown is loaded before it is needed. */
interface TextFormat {
  readonly name: string
  /** File extensions, with the dot. */
  readonly extensions: readonly string[]
  /** Turns decoded text into blocks. */
  readonly read: (text: string) => Reading | Promise<Reading>
}

/** A format whose files are known by their bytes, and whose reader is loaded when it is needed. */
interface BinaryFormat {
  readonly name: PackedFormat
  readonly extensions: readonly string[]
  /** Takes the text out of a file. */
  readonly extract: (bytes: Uint8Array) => Promise<Extract>
}

const PLAIN: TextFormat = {
  name: 'plain text',
  extensions: ['.txt', '.text'],
  read: async (text) => (await import('./text.ts')).readText(text),
}

/** The formats of text, plain text last: it takes what no other does. */
const TEXTS: readonly TextFormat[] = [
  { name: 'Markdown', extensions: ['.md', '.markdown', '.mdown', '.mkd'], read: readMarkdown },
  {
    name: 'HTML',
    extensions: ['.html', '.htm', '.xhtml'],
    read: async (text) => (await import('./html.ts')).readHtml(text),
  },
  PLAIN,
]

const BINARIES: readonly BinaryFormat[] = [
  {
    name: 'Word',
    extensions: ['.docx', '.docm', '.dotx', '.dotm'],
    extract: async (bytes) => (await import('./word.ts')).readWord(bytes),
  },
  {
    name: 'OpenDocument',
    extensions: ['.odt', '.ott'],
    extract: async (bytes) => (await import('./odt.ts')).readOdt(bytes),
  },
  {
    name: 'PDF',
    extensions: ['.pdf'],
    extract: async (bytes) => (await import('./pdf.ts')).readPdf(bytes),
  },
]

/** All file extensions that are read, with the dot. */
export const EXTENSIONS: readonly string[] = [...TEXTS, ...BINARIES].flatMap(
  ({ extensions }) => extensions,
)

/** What was made of a file. */
interface FileReading {
  readonly reading: Reading
  /** Where reading stopped, in UTF-16 units, if the file is too long. */
  readonly cut?: number
  /** Where an offset stands in a document whose text was taken out of it. */
  readonly locate?: (offset: number) => Location
}

/**
 * Reads a file into blocks. The file’s value becomes the text in which every position counts: bytes are
 * decoded, or the text is taken out of them.
 *
 * @throws UnreadableError if the bytes are no document that can be read.
 */
export async function readFile(file: VFile): Promise<FileReading> {
  const extract = await extractOf(file)
  return extract ? readBytes(file, extract) : readDecoded(file)
}

/**
 * Does to a file’s value what `readFile` does, and no more.
 *
 * @throws UnreadableError if the bytes are no document that can be read.
 */
export async function readText(file: VFile): Promise<void> {
  const extract = await extractOf(file)
  if (extract) file.value = extract.text
  else decodeValue(file)
}

/** What is taken out of the bytes of a file that is no text. */
async function extractOf({ value }: VFile): Promise<Extract | undefined> {
  if (value === undefined || typeof value === 'string') return undefined
  const packed = packedFormatOf(value)
  return BINARIES.find(({ name }) => name === packed)?.extract(value)
}

function readBytes(file: VFile, extract: Extract): FileReading {
  const { text, locate, cut: end, ...reading } = extract
  file.value = text
  const cut = cutOf(text) ?? end
  if (cut === undefined) return { reading, locate }
  const blocks = reading.blocks.filter(({ spans }) => (spans.at(-1)?.end ?? 0) <= cut)
  return { reading: { ...reading, blocks }, cut, locate }
}

async function readDecoded(file: VFile): Promise<FileReading> {
  const notices = decodeValue(file)
  const text = String(file)
  const cut = cutOf(text)
  const reading = await formatOf(file).read(cut === undefined ? text : text.slice(0, cut))
  const all = { ...reading, notices: [...notices, ...reading.notices] }
  return cut === undefined ? { reading: all } : { reading: all, cut }
}

/** Makes bytes of a text the text; what is to be said of them. */
function decodeValue(file: VFile): readonly Notice[] {
  if (typeof file.value === 'string') return []
  const { text, encoding, notices } = decode(file.value ?? new Uint8Array())
  file.value = text
  file.data.encoding = encoding
  return notices
}

/** The format of a text by its file’s extension; plain text if that is unknown. */
function formatOf(file: VFile): TextFormat {
  const extension = file.extname?.toLowerCase() ?? ''
  const known = TEXTS.find(({ extensions }) => extensions.includes(extension))
  return known ?? PLAIN
}

declare module 'vfile' {
  interface DataMap {
    /** How the bytes of the file were read. */
    encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  }
}
