import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/** The text that a character reference (`&amp;`, `&#39;`, `&#x27;`) stands for; undefined if none. */
export function decodeEntity(written: string): string | undefined {
  const name = written.slice(1, -1)
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || undefined
  const code = /^#x/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : Number.parseInt(name.slice(1), 10)
  if (Number.isNaN(code)) return undefined
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD'
}
