import { isSpace, type Line } from './lines.ts'

/** What a list item, numbered heading or footnote begins with. */
export interface Marker {
  /** As written in the file. */
  readonly text: string
  /** What the markers of one list have in common: the bullet itself, or the form of its numbering. */
  readonly style: string
  /** Which one it is in its numbering, from 1; absent for bullets. */
  readonly ordinal: number | undefined
  /** The number as a Roman numeral, where a letter may be one. */
  readonly roman: { readonly style: string; readonly ordinal: number } | undefined
  /** How many numbers it is made of: 2 for "2.3". */
  readonly levels: number
  /** Offset of a quotation mark before the marker that belongs to the text: "‘(1) A person …". */
  readonly lead: number | undefined
  /** Where the text after it begins: an offset in the file; the end of the line if nothing follows. */
  readonly content: number
  /** The column that this text stands at. */
  readonly column: number
}

const BULLETS = '•◦▪▫●○■□‣⁃∙◆◇❖➢➤►▶✓✔'
/** Bullets that are also used in prose, so that space has to follow them. */
const WEAK_BULLETS = '-–*·o'
const ORDERED = /(\(?)(\d{1,3}|[a-z]|[A-Z]|[ivxl]{2,6}|[IVXL]{2,6})([.)])(?!\S)/y
/** "1", a tab or wide space, and a title or text, but no row of a table. */
const SPACED = /\d{1,3}(?=(?:\t| {2,}(?=[\p{Lu}“‘]))(?:(?!\t| {3})[^\n\r])*$)/muy
const SECTION = /\d{1,3}(?:\.\d{1,3})+\.?(?=[ \t\u00A0]+[\p{Lu}“‘"'([])/uy
const FOOTNOTE = /\[\d{1,3}\](?=[ \t])|\[\^[^\]\s]{1,40}\]:|[¹²³⁰-⁹]{1,3}(?=.)/y
const FOOTNOTE_UNDER_RULE = new RegExp(`${FOOTNOTE.source}|\\d{1,3}(?=[ \\t]+[\\p{Lu}“‘])`, 'uy')
const OPENING_QUOTES = '“‘"\''

/** Reads the marker of a list item or of a numbered heading or paragraph, if a line begins with one. */
export function readMarker(text: string, line: Line): Marker | undefined {
  const first = text.charAt(line.from)
  if (BULLETS.includes(first) || isPrivateUse(first)) return bullet(text, line, first)
  if (WEAK_BULLETS.includes(first)) {
    const end = line.from + 1
    if (end === line.to || isSpace(text.charCodeAt(end))) return bullet(text, line, first)
  }
  if (OPENING_QUOTES.includes(first))
    return text[line.from + 1] === '(' ? quoted(text, line) : undefined
  return section(text, line) ?? ordered(text, line, line.from) ?? spaced(text, line)
}

/** Reads the marker of a footnote: "[1]", "[^1]:" or a raised number; under a rule also a plain number. */
export function readFootnoteMarker(
  text: string,
  line: Line,
  underRule: boolean,
): Marker | undefined {
  const written = matchAt(underRule ? FOOTNOTE_UNDER_RULE : FOOTNOTE, text, line.from)?.[0]
  return written === undefined ? undefined : marker(text, line, line.from, written, 'note', 1)
}

/** Whether nothing follows a marker on its line: its text has been torn off. */
export function isBare(found: Marker, line: Line): boolean {
  return found.content === line.to
}

/** Whether a marker cannot be part of a sentence: an unmistakable bullet. */
export function isCertain({ style }: Marker): boolean {
  return BULLETS.includes(style) || isPrivateUse(style) || style === 'o'
}

/** Whether headings are numbered so: "1.", "A.", "IV.". */
export function numbersHeadings({ style }: Marker): boolean {
  return style === '1.' || style === '1' || style === 'A.' || style === 'I.'
}

function bullet(text: string, line: Line, written: string): Marker {
  return marker(text, line, line.from, written, written, 1)
}

function quoted(text: string, line: Line): Marker | undefined {
  const found = ordered(text, line, line.from + 1)
  return found && { ...found, lead: line.from }
}

function section(text: string, line: Line): Marker | undefined {
  const written = matchAt(SECTION, text, line.from)?.[0]
  if (written === undefined) return undefined
  const levels = written.split('.').filter((number) => number !== '').length
  return marker(text, line, line.from, written, 'section', levels)
}

function spaced(text: string, line: Line): Marker | undefined {
  const written = matchAt(SPACED, text, line.from)?.[0]
  if (written === undefined) return undefined
  return { ...marker(text, line, line.from, written, '1', 1), ordinal: Number(written) }
}

function ordered(text: string, line: Line, at: number): Marker | undefined {
  const match = matchAt(ORDERED, text, at)
  const [written, open, number, close] = match ?? []
  if (!written || !number || (open && close !== ')')) return undefined
  const found = marker(text, line, at, written, '', 1)
  const style = (sample: string) => `${open}${sample}${close}`
  const upper = number !== number.toLowerCase()
  const roman = romanValue(number.toLowerCase())
  const asRoman = roman ? { style: style(upper ? 'I' : 'i'), ordinal: roman } : undefined
  if (/\d/.test(number)) return { ...found, style: style('1'), ordinal: Number(number) }
  if (number.length > 1) return asRoman && { ...found, ...asRoman }
  const ordinal = number.toLowerCase().charCodeAt(0) - 96
  const asLetter = { ...found, style: style(upper ? 'A' : 'a'), ordinal }
  return asRoman ? { ...asLetter, roman: asRoman } : asLetter
}

function marker(
  text: string,
  line: Line,
  start: number,
  written: string,
  style: string,
  levels: number,
): Marker {
  let content = start + written.length
  let column = line.column + content - line.from
  for (; content < line.to && isSpace(text.charCodeAt(content)); content++) {
    column += text[content] === '\t' ? 4 - (column % 4) : 1
  }
  return {
    text: written,
    style,
    ordinal: undefined,
    roman: undefined,
    levels,
    lead: undefined,
    content,
    column,
  }
}

/** The value of a Roman numeral below 90 in lower case; undefined if it is none. */
function romanValue(numeral: string): number | undefined {
  const parts = /^(l?x{0,3}|xl)(ix|iv|v?i{0,3})$/.exec(numeral)
  if (!parts || numeral === '') return undefined
  const [, tens = '', units = ''] = parts
  const ten =
    tens === 'xl' ? 40 : (tens.startsWith('l') ? 50 : 0) + 10 * tens.replace('l', '').length
  const small = { ix: 9, iv: 4 }[units]
  return ten + (small ?? (units.startsWith('v') ? 4 + units.length : units.length))
}

/** Word's and PDF's bullets from symbol fonts come out as characters of private use. */
function isPrivateUse(character: string): boolean {
  return character >= '\uE000' && character <= '\uF8FF'
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}
