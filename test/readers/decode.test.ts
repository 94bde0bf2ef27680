import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/readers/decode.ts'
import { UnreadableError } from '../../src/readers/unreadable.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, bigEndian = false): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), !bigEndian)
  }
  return bytes
}

const bytes = (...parts: (number | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...utf8(part)])))

function errorOf(input: Uint8Array): UnreadableError {
  try {
    decode(input)
  } catch (error) {
    if (error instanceof UnreadableError) return error
    throw error
  }
  throw new Error('It was read')
}

describe('text', () => {
  it('reads UTF-8, and keeps a byte-order mark', () => {
    expect(decode(utf8('“Sex work” – é 𝒳'))).toEqual({
      text: '“Sex work” – é 𝒳',
      encoding: 'utf-8',
      notices: [],
    })
    expect(decode(utf8('\uFEFFOne')).text).toBe('\uFEFFOne')
  })

  it('reads UTF-16 with and without a byte-order mark', () => {
    for (const text of ['\uFEFFA policy’s text', 'A policy’s text without a mark']) {
      expect(decode(utf16(text))).toEqual({ text, encoding: 'utf-16le', notices: [] })
      expect(decode(utf16(text, true))).toEqual({ text, encoding: 'utf-16be', notices: [] })
    }
  })

  it('reads Windows-1252, and says so', () => {
    const { text, encoding, notices } = decode(
      bytes('The ', 0x93, 'sex trade', 0x94, ' costs ', 0x80, '5 ', 0x96, ' caf', 0xe9, 0x85),
    )
    expect(text).toBe('The “sex trade” costs €5 – café…')
    expect(encoding).toBe('windows-1252')
    expect(notices).toMatchObject([{ id: 'encoding', severity: 'suggestion' }])
    expect(notices[0]?.reason).toMatch(/^Read as Windows-1252.*save it as UTF-8/)
  })

  it('reads an empty file', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', notices: [] })
  })

  it('reads whatever was encoded as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decode(utf8(`Text: ${text}`)).text).toBe(`Text: ${text}`)
      }),
    )
  })
})

describe('what is no text', () => {
  it.each([
    ['PNG image', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0)],
    ['JPEG image', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['GIF image', bytes('GIF89a', 1, 0)],
    ['WebP image', bytes('RIFF', 0x24, 1, 0, 0, 'WEBPVP8 ')],
    ['gzip archive', bytes(0x1f, 0x8b, 8, 0)],
    ['ZIP archive', bytes('PK', 3, 4, 20, 0, 'notes.txt')],
    ['executable', bytes(0x7f, 'ELF', 2, 1)],
    ['executable', bytes('MZ', 0x90, 0, 3)],
    ['NUL bytes', bytes('some text', 0, 'and more of it than that')],
  ])('is called a binary file: %s', (kind, input) => {
    const { code, message } = errorOf(input)
    expect(code).toBe('binary')
    expect(message).toMatch(/^looks like a binary file \(/)
    expect(message).toContain(kind)
    expect(message).toContain('; Fairdraft reads Word (.docx), OpenDocument (.odt), PDF, HTML,')
  })

  it.each([
    ['an Excel workbook (.xlsx)', bytes('PK', 3, 4, 20, 0, 'xl/workbook.xml'), '.txt'],
    ['a Pages, Numbers or Keynote', bytes('PK', 3, 4, 20, 0, 'Index/Document.iwa'), 'Export To'],
    ['an old Office document', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), '.docx'],
    ['a rich-text file (RTF)', bytes('{\\rtf1\\ansi text}'), '.docx'],
    ['a flat OpenDocument file', bytes('<?xml version="1.0"?>\n<office:document\nxmlns:'), '.odt'],
    ['a Word document as XML', bytes('<?xml version="1.0"?><pkg:package xmlns:pkg="'), '.docx'],
  ])('comes with the cure: %s', (kind, input, cure) => {
    const { code, message } = errorOf(input)
    expect(code).toBe('binary')
    expect(message).toContain(`is ${kind}`)
    expect(message).toContain(cure)
  })

  it('is called protected if it is encrypted', () => {
    const ole = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
    const name = [...'EncryptedPackage'].flatMap((letter) => [letter, 0])
    const { code, message } = errorOf(bytes(...ole, ...name))
    expect(code).toBe('protected')
    expect(message).toContain('protected by a password')
  })

  it.each([
    ['bytes that Windows-1252 does not define', bytes('caf', 0xe9, ' ', 0x81, 0x9d)],
    ['damaged UTF-8', bytes('“Sex” – ‘work’ ', 0xe2, 0x80, ' and more')],
    ['damaged UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 'a', 0xff)],
    ['half a unit of UTF-16', bytes(0xff, 0xfe, 0x41)],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0)],
  ])('is called undecodable: %s', (_, input) => {
    const { code, message } = errorOf(input)
    expect(code).toBe('undecodable')
    expect(message).toMatch(/^is undecodable: .*save it as UTF-8/)
  })

  it('is called binary if it is full of control characters', () => {
    expect(errorOf(bytes(1, 2, 3, 'abc', 4, 5)).message).toContain('control characters')
    expect(errorOf(bytes(1, 2, 3, 0xe9, 4, 5)).message).toContain('control characters')
  })

  it('throws nothing but UnreadableError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
        try {
          expect(typeof decode(input).text).toBe('string')
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableError)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
