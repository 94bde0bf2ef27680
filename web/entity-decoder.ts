/**
 * Stands in for the decoder of parse5, whose table of character references the browser has anyway. Of that
 * decoder’s contract only what parse5 asks of it where a document comes in one piece.
 */

/** Where a reference stands: in an attribute, fewer of those without a semicolon count. */
export const DecodingMode = { Legacy: 0, Strict: 1, Attribute: 2 } as const

type Mode = (typeof DecodingMode)[keyof typeof DecodingMode]

/** What may be a reference, behind its ampersand; no name is longer. */
const REFERENCE = /(?:#(?:x[\da-f]+|\d+)|[a-z\d]{1,32});?/iy

const container = document.createElement('i')

/** Decodes one reference after another. */
export class HtmlEntityDecoder {
  readonly #emit: (code: number, consumed: number) => void
  #mode: Mode = DecodingMode.Legacy

  /** `emit` takes what a reference stands for, a code point at a time, and how many UTF-16 units it takes up. */
  constructor(emit: (code: number, consumed: number) => void) {
    this.#emit = emit
  }

  /** Begins a reference. */
  startEntity(mode: Mode): void {
    this.#mode = mode
  }

  /** Reads the reference whose ampersand stands before `offset`: how long it is, in UTF-16 units; 0 if it is none. */
  write(input: string, offset: number): number {
    REFERENCE.lastIndex = offset
    const [written = ''] = REFERENCE.exec(input) ?? []
    container.innerHTML = `&${written}`
    const text = container.textContent
    if (text.startsWith(`&${written}`)) return 0
    // Without a semicolon only names of one character count, and letters may follow them.
    const isWhole = written.startsWith('#') || (written.endsWith(';') && text.length <= 2)
    const character = isWhole ? text : text.charAt(0)
    const end = offset + written.length - (text.length - character.length)
    const isInAttribute = this.#mode === DecodingMode.Attribute && !written.startsWith('#')
    if (isInAttribute && input[end - 1] !== ';' && /[=a-z\d]/i.test(input.charAt(end))) return 0
    for (const point of character) this.#emit(point.codePointAt(0) ?? 0, end - offset + 1)
    return end - offset + 1
  }
}
