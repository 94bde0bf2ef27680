import { type Mark, OPAQUE, type Opaque, type Span } from '../blocks.ts'

/** Addresses that are written out in prose: the tokeniser does not look for them inside links. */
const ADDRESS =
  /\b(?:(?:https?|ftp):\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]]|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/gi
const MAY_HOLD_ADDRESS = /:\/\/|www\.|@/i
const SPACE = /^\s*$/
const LINE_FEED = 10

/** Collects the spans of one block in reading order. All offsets are UTF-16 units in the file. */
export class SpanWriter {
  readonly #source: string
  readonly #spans: Span[] = []
  #marks: readonly Mark[] = []
  /** How often each mark is open: `**` may stand within `<b>`. */
  readonly #depths = new Map<Mark, number>()
  /** Where prose stands that is not among the spans yet, because it may go on. */
  #from = 0
  #to = 0

  constructor(source: string) {
    this.#source = source
  }

  /** How many spans there are so far: a place to go back to with `replace`. */
  get length(): number {
    this.#flush()
    return this.#spans.length
  }

  /** Adds prose as it is written in the file; addresses in it become opaque. */
  prose(start: number, end: number): void {
    const text = this.#source.slice(start, end)
    if (!MAY_HOLD_ADDRESS.test(text)) return this.#written(start, end)
    let at = 0
    for (const { 0: address, index } of text.matchAll(ADDRESS)) {
      this.#written(start + at, start + index)
      at = index + address.length
      this.opaque('address', start + index, start + at)
    }
    this.#written(start + at, end)
  }

  /** Adds one unit: `text` stands for all that is written from `start` to `end`. */
  unit(text: string, start: number, end: number): void {
    this.#flush()
    this.#spans.push(this.#marked({ text, start, end }))
  }

  /** Adds a line ending that begins at `start`; it is a unit, or as much as written if it is one character. */
  lineEnding(start: number): void {
    const isPlain = this.#marks.length === 0 && this.#source.charCodeAt(start) === LINE_FEED
    if (isPlain && this.#to === start && this.#from < start) this.#to = start + 1
    else this.unit('\n', start, start + (this.#source.startsWith('\r\n', start) ? 2 : 1))
  }

  /** Adds something that is no prose. */
  opaque(opaque: Opaque, start: number, end: number): void {
    this.#flush()
    this.#spans.push(this.#marked({ text: OPAQUE, start, end, opaque }))
  }

  /** Notes that a footnote is called here. */
  noteCall(): void {
    this.#flush()
    const last = this.#spans.at(-1)
    if (last) this.#spans[this.#spans.length - 1] = { ...last, noted: true }
  }

  /** Puts one opaque span in the place of all spans from the one at `index` on. */
  replace(index: number, opaque: Opaque, start: number, end: number): void {
    this.#flush()
    this.#spans.length = index
    this.opaque(opaque, start, end)
  }

  /** Marks what follows. */
  mark(mark: Mark): void {
    this.#flush()
    const depth = this.#depths.get(mark) ?? 0
    this.#depths.set(mark, depth + 1)
    if (depth === 0) this.#marks = [...this.#marks, mark]
  }

  /** Ends the innermost mark of a kind, if there is one. */
  unmark(mark: Mark): void {
    this.#flush()
    const depth = this.#depths.get(mark) ?? 0
    if (depth > 0) this.#depths.set(mark, depth - 1)
    if (depth === 1) this.#marks = this.#marks.filter((other) => other !== mark)
  }

  /** The spans, without space at either end; nothing if there is no text at all. */
  finish(): Span[] {
    this.#flush()
    const spans = this.#spans
    while (spans.length > 0 && isSpace(spans.at(-1))) spans.pop()
    const first = spans.findIndex((span) => !isSpace(span))
    spans.splice(0, first)
    trim(spans, 0, (text) => [text.length - text.trimStart().length, 0])
    trim(spans, spans.length - 1, (text) => [0, text.length - text.trimEnd().length])
    return spans
  }

  #written(start: number, end: number): void {
    if (start === end) return
    if (this.#from === this.#to || this.#to !== start) {
      this.#flush()
      this.#from = this.#goesOnFrom(start) ?? start
    }
    this.#to = end
  }

  /** Takes the last span back, if what is written from `start` on goes on with it; where it began. */
  #goesOnFrom(start: number): number | undefined {
    const last = this.#spans.at(-1)
    const goesOn = last?.end === start && !last.noted && isWritten(last) && this.#isMarkedLike(last)
    return goesOn ? this.#spans.pop()?.start : undefined
  }

  /** Makes a span of the prose that was written. */
  #flush(): void {
    const [start, end] = [this.#from, this.#to]
    if (start === end) return
    this.#from = end
    this.#spans.push(this.#marked({ text: this.#source.slice(start, end), start, end }))
  }

  #marked(span: Span): Span {
    return this.#marks.length === 0 ? span : { ...span, marks: this.#marks }
  }

  #isMarkedLike(span: Span): boolean {
    return span.marks === this.#marks || (!span.marks && this.#marks.length === 0)
  }
}

function isWritten({ text, start, end, opaque }: Span): boolean {
  return !opaque && text !== '\n' && text.length === end - start
}

function isSpace(span: Span | undefined): boolean {
  return span !== undefined && SPACE.test(span.text)
}

function trim(spans: Span[], index: number, measure: (text: string) => [number, number]): void {
  const span = spans[index]
  if (!span || !isWritten(span)) return
  const [before, after] = measure(span.text)
  if (before + after === 0) return
  const text = span.text.slice(before, span.text.length - after)
  spans[index] = { ...span, text, start: span.start + before, end: span.end - after }
}
