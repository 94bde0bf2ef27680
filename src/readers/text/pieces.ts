import type { Directive } from '../../blocks.ts'
import { parseDirective } from '../directives.ts'
import { isBlank, type Line, textOf } from './lines.ts'
import { isBare, isCertain, type Marker, readFootnoteMarker, readMarker } from './markers.ts'
import { Numbering } from './numbering.ts'
import { announces, endsClause, endsSentence } from './sentences.ts'
import { readTable, type Table } from './tables.ts'
import { isFull, runsOn, wrapWidth, wrapWidthOf } from './wrapping.ts'

/** Lines that belong together: a paragraph, an item, a heading or a table; which one is judged later. */
export interface Piece {
  readonly form: 'prose' | 'item' | 'footnote' | 'hash' | 'table'
  readonly lines: [Line, ...Line[]]
  /** Where its text begins in its first line, after a marker: an offset in the file. */
  readonly from: number
  readonly marker: Marker | undefined
  readonly table: Table | undefined
  /** The rank that hashes before it give a heading. */
  readonly rank: number | undefined
  /** Whether a blank line, or nothing, stands before it. */
  readonly opens: boolean
  /** Whether a blank line, or nothing, stands after it. */
  closes: boolean
  /** The character that the piece is underlined with. */
  underline: string | undefined
  /** The width at which its part of the text is wrapped, in columns. */
  readonly width: number
}

/** A text cut into pieces, and the directives that stood between them. */
interface Cut {
  readonly pieces: readonly Piece[]
  readonly directives: readonly Directive[]
}

const RULE = /^(?:={3,}|_{3,}|\*{3,}|~{3,}|#{3,}|[-–—]{2,}|(?:[*\-_] ){2,}[*\-_])$/
const HASHES = /^(#{1,6})[ \t]+(?=\S)/
const INDENTED = 4
const LONGEST_TITLE = 100

/** Cuts a text into pieces; `ranks` are those of known headings, by where their lines begin. */
export function cutPieces(
  text: string,
  lines: readonly Line[],
  ranks: ReadonlyMap<number, number> = new Map(),
): Cut {
  return new Cutter(text, lines, ranks).cut()
}

class Cutter {
  readonly #text: string
  readonly #lines: readonly Line[]
  readonly #ranks: ReadonlyMap<number, number>
  readonly #width: number
  readonly #pieces: Piece[] = []
  readonly #directives: Directive[] = []
  /** The piece that the next line may go on with. */
  #open: Piece | undefined
  #previousLine: Line | undefined
  /** Markers that stood alone on their lines: PDF readers tear bullets off their items. */
  #torn: Marker[] = []
  /** How many of them have found their text. */
  #mended = 0
  #afterRule = false
  readonly #numbering = new Numbering()
  #chunk = { width: Number.POSITIVE_INFINITY, eachLine: false }

  constructor(text: string, lines: readonly Line[], ranks: ReadonlyMap<number, number>) {
    this.#text = text
    this.#lines = lines
    this.#ranks = ranks
    this.#width = wrapWidth(text, lines)
  }

  cut(): Cut {
    for (let start = 0; start < this.#lines.length; ) {
      const end = this.#endOfChunk(start)
      if (end > start) this.#readChunk(start, end)
      start = end + 1
    }
    return { pieces: this.#pieces, directives: this.#directives }
  }

  #endOfChunk(start: number): number {
    let index = start
    for (let line = this.#lines[index]; line && !isBlank(line); line = this.#lines[index]) index++
    return index
  }

  #readChunk(start: number, end: number): void {
    this.#chunk = {
      width: wrapWidthOf(this.#text, this.#lines, start, end, this.#width),
      eachLine: this.#torn.length === end - start,
    }
    for (let index = start; index < end; ) index = this.#readLine(index, end)
    this.#close()
    if (this.#mended > 0) this.#forgetTorn()
  }

  #forgetTorn(): void {
    this.#torn = []
    this.#mended = 0
  }

  /** Ends the piece before, as a blank line does. */
  #close(): void {
    const last = this.#pieces.at(-1)
    if (last && this.#previousLine) last.closes = true
    this.#open = undefined
    this.#previousLine = undefined
  }

  #readLine(index: number, end: number): number {
    const line = this.#lines[index]
    if (!line) return end
    if (this.#previousLine && this.#previousLine.quotation !== line.quotation) this.#close()
    if (this.#readDirective(line) || this.#readRule(line)) return index + 1
    const marker = readMarker(this.#text, line)
    const mayBeRow = !marker && (line.gaps || this.#text[line.from] === '+')
    const table = mayBeRow ? readTable(this.#text, this.#lines, index, end) : undefined
    if (table) {
      this.#add('table', line, line.from, { table })
      this.#previousLine = this.#lines[table.next - 1]
      this.#open = undefined
      return table.next
    }
    this.#readText(line, this.#lines[index + 1], marker)
    this.#previousLine = line
    this.#afterRule = false
    return index + 1
  }

  #readDirective(line: Line): boolean {
    if (!this.#text.startsWith('<!--', line.from)) return false
    const comment = textOf(this.#text, line)
    const directive = comment.endsWith('-->') ? parseDirective(comment) : undefined
    if (!directive) return false
    this.#directives.push({ ...directive, start: line.from, end: line.to })
    this.#close()
    return true
  }

  /** A rule under a single line makes a heading of it; elsewhere it separates. */
  #readRule(line: Line): boolean {
    if (!isRule(this.#text, line)) return false
    const above = this.#open
    if (above && isUnderlined(this.#text, above, line)) above.underline = this.#text[line.from]
    else this.#afterRule = true
    this.#close()
    return true
  }

  #readText(line: Line, next: Line | undefined, marker: Marker | undefined): void {
    const rank = this.#ranks.get(line.from)
    if (rank !== undefined) {
      this.#add('hash', line, line.from, { rank })
      this.#open = undefined
      return
    }
    const hashes =
      this.#text[line.from] === '#' && HASHES.exec(textOf(this.#text, line).slice(0, 16))
    if (hashes) {
      this.#add('hash', line, line.from + hashes[0].length, { rank: hashes[1]?.length ?? 1 })
      this.#open = undefined
      return
    }
    if (marker && isBare(marker, line)) {
      this.#torn.push(marker)
      this.#open = undefined
      return
    }
    const accepted = marker && this.#accept(marker, line, next)
    if (accepted) this.#addItem(accepted, line)
    else if (this.#introducesList(line, next) || !this.#goOn(line)) this.#begin(line)
  }

  #addItem(marker: Marker, line: Line): void {
    const form = marker.style === 'section' ? 'prose' : 'item'
    this.#numbering.add(marker)
    this.#forgetTorn()
    this.#add(form, line, marker.lead ?? marker.content, { marker })
  }

  /** Begins a piece with a line that carries no marker of its own. */
  #begin(line: Line): void {
    const footnote = this.#footnoteMarker(line)
    const torn = this.#torn[this.#mended]
    if (footnote) this.#add('footnote', line, footnote.content, { marker: footnote })
    else if (torn) {
      this.#mended += 1
      this.#add('item', line, line.from, { marker: torn })
    } else {
      this.#numbering.interrupt()
      this.#add('prose', line, line.from)
    }
  }

  #footnoteMarker(line: Line): Marker | undefined {
    const last = this.#pieces.at(-1)
    const series = last?.form === 'footnote' ? last.marker?.text : undefined
    const starts = !this.#previousLine || series || endsSentence(this.#text, this.#previousLine)
    if (!starts) return undefined
    const plain = this.#afterRule || (series !== undefined && /^\d/.test(series))
    return readFootnoteMarker(this.#text, line, plain)
  }

  #add(
    form: Piece['form'],
    line: Line,
    from: number,
    { marker, table, rank }: Partial<Pick<Piece, 'marker' | 'table' | 'rank'>> = {},
  ): void {
    const opens = this.#previousLine === undefined
    const { width } = this.#chunk
    const underline = undefined
    const lines: Piece['lines'] = [line]
    const piece = { form, lines, from, marker, table, rank, opens, closes: false, underline, width }
    this.#pieces.push(piece)
    this.#open = piece
  }

  /** Whether a line after the end of a sentence announces the list that begins on the next. */
  #introducesList(line: Line, next: Line | undefined): boolean {
    if (!next || !this.#previousLine || this.#open?.form !== 'prose') return false
    if (!announces(textOf(this.#text, line))) return false
    return endsSentence(this.#text, this.#previousLine) && !!readMarker(this.#text, next)
  }

  /** Adds a line to the piece before it, if it goes on with it. */
  #goOn(line: Line): boolean {
    const [piece, previous] = [this.#open, this.#previousLine]
    if (!piece || !previous || this.#chunk.eachLine) return false
    if (!this.#belongs(piece, previous, line)) return false
    piece.lines.push(line)
    return true
  }

  #belongs(piece: Piece, previous: Line, line: Line): boolean {
    const goesOn = runsOn(this.#text, previous, line, this.#chunk.width)
    if (this.#mended < this.#torn.length) {
      return goesOn && isFull(this.#text, previous, line, this.#chunk.width)
    }
    if (piece.marker) {
      const shift = line.column - piece.lines[0].column
      if (shift > 0) return goesOn || !endsClause(this.#text, previous)
      return goesOn && (shift === 0 || isFull(this.#text, previous, line, this.#chunk.width))
    }
    const shift = line.column - previous.column
    if (shift >= INDENTED) return false
    if (shift > 1) return goesOn && !endsSentence(this.#text, previous)
    if (shift < -1) return goesOn && piece.lines.length === 1
    return goesOn
  }

  /**
   * Decides whether a marker is one. In the middle of a paragraph, after a full line without an end, a
   * dash or "(2)" belongs to the sentence, unless it goes on with a list.
   */
  #accept(marker: Marker, line: Line, next: Line | undefined): Marker | undefined {
    const [open, previous] = [this.#open, this.#previousLine]
    const settled = this.#numbering.settle(marker, open?.marker)
    if (/^[a-zA-Z]\.$/.test(marker.text) && !this.#numbering.expects(settled)) return undefined
    if (!open || !previous || isCertain(settled)) return settled
    if (this.#numbering.goesOn(settled)) return settled
    const unfinished =
      isFull(this.#text, previous, line, this.#chunk.width) && !endsClause(this.#text, previous)
    if (!unfinished) return settled
    const beside = next && readMarker(this.#text, next)
    return beside?.style === settled.style ? settled : undefined
  }
}

/** A row of one character; a dash, star or dot alone on its line separates, too. */
function isRule(text: string, line: Line): boolean {
  const first = text.charAt(line.from)
  if (line.to - line.from === 1) return '-–*·'.includes(first)
  return '=-_*~#–—'.includes(first) && RULE.test(textOf(text, line))
}

function isUnderlined(text: string, piece: Piece, rule: Line): boolean {
  const [line] = piece.lines
  if (piece.lines.length > 1 || piece.form !== 'prose') return false
  if (!'=-*~'.includes(text.charAt(rule.from)) || rule.to - rule.from < 3) return false
  const length = line.to - line.from
  const even = Math.abs(length - (rule.to - rule.from)) < 3
  return even || (length <= LONGEST_TITLE && !endsClause(text, line))
}
