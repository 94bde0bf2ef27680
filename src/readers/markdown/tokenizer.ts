import { parse, postprocess, preprocess } from 'micromark'
import { gfm } from 'micromark-extension-gfm'

/** An event of micromark: the beginning or the end of a token. */
export type Event = ReturnType<typeof postprocess>[number]

/** A token of micromark: a stretch of the file and what it is; extensions add types of their own. */
export type Token = Omit<Event[1], 'type'> & { readonly type: string }

type Parser = ReturnType<typeof parse>

const BYTE_ORDER_MARK = 0xfeff

/** What no bare address is without, unless it is the destination of a link or in angle brackets. */
const BARE_ADDRESS = /@|(?<!\]\(|<)(?:www\.|https?:\/\/)/i

/** The constructs of micromark that look for one; addresses in angle brackets are another. */
const ADDRESS_CONSTRUCTS = new Set<string | undefined>([
  'emailAutolink',
  'protocolAutolink',
  'wwwAutolink',
])

/** What may be the label of a reference, a footnote or a definition. */
const LABEL = /\[([^[\]]{1,999})\]/g

/**
 * Runs micromark on pieces of one file, so that offsets are those in the file and links and footnotes
 * find their definitions wherever these stand.
 */
export class Tokenizer {
  readonly #source: string
  readonly #definitions: ReadonlySet<string>

  constructor(source: string) {
    this.#source = source
    this.#definitions = findDefinitions(source)
  }

  /** What labels are defined, in one text that is the same whenever they are. */
  get definitions(): string {
    return [...this.#definitions].sort().join('\n')
  }

  /**
   * Events of whole blocks that begin at the beginning of a line; `head` is put before them. Undefined if
   * micromark fails.
   */
  blocks(start: number, end: number, head = ''): Event[] | undefined {
    const piece = head + this.#slice(start, end)
    const document = this.#parserFor(piece).document(pointAt(start - head.length))
    return attempt(() => postprocess(document.write(preprocess()(piece, undefined, true))))
  }

  /** Events of the text of one block; undefined if micromark fails. */
  text(start: number, end: number): Event[] | undefined {
    const piece = this.#slice(start, end)
    const text = this.#parserFor(piece).text(pointAt(start))
    return attempt(() => text.write(preprocess()(piece, undefined, true)))
  }

  #slice(start: number, end: number): string {
    const piece = this.#source.slice(start, end)
    // micromark drops a byte-order mark without counting it.
    return piece.charCodeAt(0) === BYTE_ORDER_MARK ? ` ${piece.slice(1)}` : piece
  }

  /** micromark searches a list of all definitions for each link, so it gets those that it may need. */
  #parserFor(piece: string): Parser {
    const parser = parserFor(BARE_ADDRESS.test(piece))
    const labels = this.#definitions.size > 0 && piece.includes('[') ? labelsIn(piece) : []
    const known = [...new Set(labels)].filter((label) => this.#definitions.has(label))
    parser.defined = known.filter((label) => !isFootnote(label))
    parser.gfmFootnotes = known.filter(isFootnote).map((label) => label.slice(1))
    parser.lazy = {}
    return parser
  }
}

const parsers: { [looking in 'forAddresses' | 'forNone']?: Parser } = {}

/** Without looking for addresses micromark is four times as fast: else it tries for one at every word. */
function parserFor(addresses: boolean): Parser {
  if (addresses) {
    parsers.forAddresses ??= createParser()
    return parsers.forAddresses
  }
  parsers.forNone ??= withoutAddresses(createParser())
  return parsers.forNone
}

function createParser(): Parser {
  return parse({ extensions: [gfm()] })
}

function withoutAddresses(parser: Parser): Parser {
  const { text } = parser.constructs
  for (const [code, constructs] of Object.entries(text)) {
    const kept = [constructs ?? []].flat().filter(({ name }) => !ADDRESS_CONSTRUCTS.has(name))
    if (kept.length > 0) text[code] = kept
    else delete text[code]
  }
  return parser
}

/** micromark overflows the stack on some inputs, at a depth that depends on the caller’s. */
function attempt(tokenize: () => Event[]): Event[] | undefined {
  try {
    return tokenize()
  } catch {
    return undefined
  }
}

function pointAt(offset: number): { line: number; column: number; offset: number } {
  return { line: 1, column: 1, offset }
}

function isFootnote(label: string): boolean {
  return label.startsWith('^')
}

function labelsIn(text: string): string[] {
  return Array.from(text.matchAll(LABEL), ([, label = '']) => normalise(label))
}

/** Labels are compared without regard to case and to the amount of space. */
function normalise(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
}

function findDefinitions(source: string): Set<string> {
  const found = new Set<string>()
  if (!source.includes(']:')) return found
  for (const { 0: written, 1: label = '', index } of source.matchAll(LABEL)) {
    if (source[index + written.length] === ':' && beginsLine(source, index)) {
      found.add(normalise(label))
    }
  }
  return found
}

/** Whether nothing but indentation and markers of lists and quotations stands before an index. */
function beginsLine(source: string, index: number): boolean {
  let before = index - 1
  while (before >= 0 && /[ \t>*+\-\d.)]/.test(source.charAt(before))) before -= 1
  return before < 0 || /[\r\n\uFEFF]/.test(source.charAt(before))
}
