import type { VFile } from 'vfile'
import type { Notice, Reading } from '../blocks.ts'
import { decode } from './decode.ts'
import { readMarkdown } from './markdown.ts'
import { readText } from './text.ts'

/** A format that Fairdraft reads. */
export interface Format {
  readonly name: string
  /** File extensions, with the dot. */
  readonly extensions: readonly string[]
  /** Turns decoded text into blocks. */
  readonly read: (text: string) => Reading
}

/** All formats, plain text last: it takes what no other does. */
export const FORMATS: readonly Format[] = [
  { name: 'Markdown', extensions: ['.md', '.markdown', '.mdown', '.mkd'], read: readMarkdown },
  { name: 'plain text', extensions: ['.txt', '.text'], read: readText },
]

/** The format of a file by its extension; plain text if it has none or an unknown one. */
export function formatOf(file: VFile): Format | undefined {
  const extension = file.extname?.toLowerCase() ?? ''
  return FORMATS.find(({ extensions }) => extensions.includes(extension)) ?? FORMATS.at(-1)
}

/**
 * Reads a file into blocks. Bytes are decoded and the file’s value becomes the text, so that every
 * position counts in it.
 *
 * @throws UnreadableError if the bytes are no text.
 */
export function readFile(file: VFile, longest: number): { reading: Reading; cut?: number } {
  const notices: Notice[] = []
  if (typeof file.value !== 'string') {
    const decoded = decode(file.value ?? new Uint8Array())
    file.value = decoded.text
    file.data.encoding = decoded.encoding
    notices.push(...decoded.notices)
  }
  const text = String(file)
  const cut = text.length > longest ? Math.max(text.lastIndexOf('\n', longest), 1) : undefined
  const format = formatOf(file)
  if (!format) return { reading: { blocks: [], directives: [], notices } }
  const reading = format.read(cut === undefined ? text : text.slice(0, cut))
  const all = { ...reading, notices: [...notices, ...reading.notices] }
  return cut === undefined ? { reading: all } : { reading: all, cut }
}

declare module 'vfile' {
  interface DataMap {
    /** How the bytes of the file were read. */
    encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  }
}
