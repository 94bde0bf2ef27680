import type { Notice } from '../blocks.ts'
import { READS, refusalOf, startsWith } from './signatures.ts'
import { UnreadableError } from './unreadable.ts'

/** The encodings that text is read in. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A file's text, and the encoding it was read in. */
interface Decoded {
  /** The text; a byte-order mark stays as U+FEFF at index 0, so that offsets are as stored. */
  readonly text: string
  readonly encoding: Encoding
  readonly notices: readonly Notice[]
}

const WINDOWS_1252_NOTICE: Notice = {
  id: 'encoding',
  severity: 'suggestion',
  reason:
    'Read as Windows-1252, because the file is not UTF-8; save it as UTF-8 so that every program reads it alike.',
}

/**
 * Decodes a file: UTF-8, or UTF-16 if a byte-order mark or its zero bytes say so, else Windows-1252.
 *
 * @throws UnreadableError if the bytes are of a binary format or are no text in any of these.
 */
export function decode(bytes: Uint8Array): Decoded {
  const refusal = refusalOf(bytes)
  if (refusal) throw refusal
  if (startsWith(bytes, UTF_32LE)) throw undecodable('it is in UTF-32; save it as UTF-8')
  const encoding = markedEncoding(bytes) ?? guessUtf16(bytes) ?? 'utf-8'
  const text = decodeStrictly(bytes, encoding)
  if (text !== undefined) {
    rejectControls(text)
    return { text, encoding, notices: [] }
  }
  if (encoding !== 'utf-8' || startsWith(bytes, BYTE_ORDER_MARKS['utf-8']))
    throw undecodable(DAMAGED[encoding])
  return decodeWindows1252(bytes)
}

const BYTE_ORDER_MARKS = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
} as const

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  const encodings = ['utf-8', 'utf-16le', 'utf-16be'] as const
  return encodings.find((encoding) => startsWith(bytes, BYTE_ORDER_MARKS[encoding]))
}

const UTF_32LE = [0xff, 0xfe, 0, 0]

const UNKNOWN = 'its bytes are neither UTF-8, UTF-16 nor Windows-1252; save it as UTF-8'

const damaged = (name: string) =>
  `some of its bytes are not valid ${name}; open it in an editor, repair the odd characters and save it as UTF-8`

const DAMAGED: Readonly<Record<Encoding, string>> = {
  'utf-8': damaged('UTF-8'),
  'utf-16le': damaged('UTF-16'),
  'utf-16be': damaged('UTF-16'),
  'windows-1252': UNKNOWN,
}

/** How much of a file shows what it is: bytes. */
const SAMPLE = 4096

/** In UTF-16 every second byte of Latin text is zero, and hardly any other. */
function guessUtf16(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const units = sample.length / 2
  if (odd > units * 0.6 && even < units * 0.05) return 'utf-16le'
  if (even > units * 0.6 && odd < units * 0.05) return 'utf-16be'
  return undefined
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What Windows-1252 has in the places of the control characters U+0080 to U+009F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** What Windows-1252 has in the place of a control character; any other character as it is. */
export function fromWindows1252(character: string): string {
  const index = character.charCodeAt(0) - 0x80
  return index >= 0 && index < WINDOWS_1252.length ? WINDOWS_1252.charAt(index) : character
}

const HAS_UNDEFINED = /[\u0081\u008D\u008F\u0090\u009D]/

function decodeWindows1252(bytes: Uint8Array): Decoded {
  if (isMostlyUtf8(bytes)) throw undecodable(DAMAGED['utf-8'])
  // Some versions of Node decode Windows-1252 as Latin-1, leaving control characters behind.
  const text = new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, fromWindows1252)
  if (HAS_UNDEFINED.test(text)) throw undecodable(UNKNOWN)
  rejectControls(text)
  return { text, encoding: 'windows-1252', notices: [WINDOWS_1252_NOTICE] }
}

/** Whether damage to a UTF-8 file, rather than another encoding, made it invalid. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  let damaged = 0
  let valid = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0xfffd) damaged += 1
    else if (code > 0x7f) valid += 1
  }
  return valid > damaged
}

function undecodable(why: string): UnreadableError {
  return new UnreadableError('undecodable', `is undecodable: ${why}`)
}

const MOST_CONTROLS = 0.02

/** Control characters that no text holds: not backspace, space of any kind or escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\x01-\x07\x0e-\x1a\x1c-\x1f]/g

function rejectControls(text: string): void {
  if (text.includes('\0'))
    throw new UnreadableError('binary', `looks like a binary file (it holds NUL bytes); ${READS}`)
  let controls = 0
  for (const _ of text.matchAll(CONTROLS)) controls += 1
  if (controls > text.length * MOST_CONTROLS) {
    throw new UnreadableError(
      'binary',
      `looks like a binary file (it is full of control characters); ${READS}`,
    )
  }
}
