import type { Run } from '../extraction.ts'
import { type Formatting, marksOf, mergeFormatting } from '../formatting.ts'
import { isForeign } from '../language.ts'
import type { Part } from '../package.ts'
import { isNamed } from '../style-names.ts'
import { find, isElement, textIn, type XmlElement, type XmlText } from '../xml.ts'
import { UNREAD } from './names.ts'
import type { Style, Styles } from './styles.ts'

/** What a paragraph holds besides its text. */
interface Inline {
  readonly runs: Run[]
  /** Frames and shapes with text in them. */
  readonly boxes: XmlElement[]
  /** The footnotes and endnotes in it. */
  readonly notes: XmlElement[]
}

interface Format {
  readonly text: Formatting
  readonly isLink: boolean
  readonly isCode: boolean
}

/** Reads what stands within paragraphs of one part. */
export class RunReader {
  readonly #part: Part
  readonly #styles: Styles
  /** Space at the beginning of a paragraph, and behind other space, shows nothing. */
  #afterSpace = true

  constructor(part: Part, styles: Styles) {
    this.#part = part
    this.#styles = styles
  }

  /** Reads a paragraph of a style. */
  read(paragraph: XmlElement, { text, direct }: Style): Inline {
    const inline: Inline = { runs: [], boxes: [], notes: [] }
    this.#afterSpace = true
    const inherited = { hidden: text.hidden, language: text.language }
    const format = { text: mergeFormatting(inherited, direct), isLink: false, isCode: false }
    this.#children(paragraph, inline, format)
    return inline
  }

  #children(parent: XmlElement, inline: Inline, format: Format): void {
    for (const child of parent.children) {
      if (isElement(child)) this.#element(child, inline, format)
      else this.#text(child, inline, format)
    }
  }

  #element(element: XmlElement, inline: Inline, format: Format): void {
    const { name } = element
    if (UNREAD.has(name)) return
    switch (name) {
      case 'text:span':
        return this.#children(element, inline, this.#formatOf(element, format))
      case 'text:a':
        return this.#children(element, inline, { ...format, isLink: true })
      case 'text:s':
        return this.#add(' '.repeat(countOf(element)), element, 0, inline, format)
      case 'text:tab':
        return this.#add('\t', element, 0, inline, format)
      case 'text:line-break':
        return this.#add('\n', element, 0, inline, format)
      case 'text:note':
        inline.notes.push(element)
        return this.#note(element, inline, format)
    }
    if (name.startsWith('draw:')) inline.boxes.push(element)
    else this.#children(element, inline, format)
  }

  #note(node: XmlElement, inline: Inline, { text }: Format): void {
    const origin = { part: this.#part, node, from: 0 }
    inline.runs.push({ text: '', origin, marks: marksOf(text, false), noted: true })
  }

  #formatOf(span: XmlElement, format: Format): Format {
    const { names, text } = this.#styles.character(span.attributes.get('text:style-name'))
    const isCode = format.isCode || isNamed(names, 'CODE')
    return { ...format, text: mergeFormatting(format.text, text), isCode }
  }

  /** Adds a text piece by piece: of space that is written, one character shows. */
  #text(node: XmlText, inline: Inline, format: Format): void {
    for (const { 0: written, index } of node.text.matchAll(/[ \t\r\n]+|[^ \t\r\n]+/g)) {
      const isSpace = /^[ \t\r\n]/.test(written)
      if (!isSpace) this.#add(written, node, index, inline, format)
      else if (!this.#afterSpace) this.#add(' ', node, index, inline, format)
      this.#afterSpace = isSpace
    }
  }

  #add(text: string, node: XmlElement | XmlText, from: number, inline: Inline, format: Format) {
    this.#afterSpace = false
    if (format.text.hidden) return
    const last = inline.runs.at(-1)
    const follows =
      last?.origin.node === node && last.origin.from + last.text.length === from && !last.noted
    const run: Run = {
      text: follows ? last.text + text : text,
      origin: follows ? last.origin : { part: this.#part, node, from },
      marks: marksOf(format.text, format.isLink),
      opaque: format.isCode ? 'code' : undefined,
      isForeign: isForeign(format.text.language),
    }
    if (follows) inline.runs[inline.runs.length - 1] = run
    else inline.runs.push(run)
  }
}

const MOST_SPACES = 1000

function countOf(element: XmlElement): number {
  const count = Number(element.attributes.get('text:c') ?? 1)
  return Number.isInteger(count) ? Math.min(Math.max(count, 0), MOST_SPACES) : 1
}

/** The number or sign that a note is called by. */
export function citationOf(note: XmlElement): string {
  const citation = find(note, 'text:note-citation')
  return citation ? textIn(citation).trim() : ''
}
