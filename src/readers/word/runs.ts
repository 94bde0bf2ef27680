import type { Mark, Opaque } from '../../blocks.ts'
import type { Run } from '../extraction.ts'
import { marksOf, mergeFormatting } from '../formatting.ts'
import { isForeign } from '../language.ts'
import type { Part } from '../package.ts'
import { isNamed } from '../style-names.ts'
import { descendants, elementsOf, find, textIn, type XmlElement } from '../xml.ts'
import { branchOf, UNREAD } from './elements.ts'
import { type Fields, isGenerated } from './fields.ts'
import { valOf } from './names.ts'
import { formattingOf, type Style, type Styles } from './styles.ts'

/** What a paragraph holds besides its text. */
interface Inline {
  readonly runs: Run[]
  /** The contents of text boxes that are anchored in it. */
  readonly boxes: XmlElement[]
  /** The references to footnotes and endnotes in it. */
  readonly calls: XmlElement[]
}

const NOTES: ReadonlySet<string> = new Set(['w:footnoteReference', 'w:endnoteReference'])
const BOX: ReadonlySet<string> = new Set(['w:txbxContent'])

/** Reads what stands within paragraphs. */
export class RunReader {
  readonly #part: Part
  readonly #styles: Styles
  readonly #fields: Fields

  constructor(part: Part, styles: Styles, fields: Fields) {
    this.#part = part
    this.#styles = styles
    this.#fields = fields
  }

  /** Reads a paragraph of a style. */
  read(paragraph: XmlElement, style: Style): Inline {
    const inline: Inline = { runs: [], boxes: [], calls: [] }
    this.#children(paragraph, inline, style, false)
    return inline
  }

  #children(parent: XmlElement, inline: Inline, style: Style, isLink: boolean): void {
    for (const child of elementsOf(parent)) this.#child(child, inline, style, isLink)
  }

  #child(element: XmlElement, inline: Inline, style: Style, isLink: boolean): void {
    const { name } = element
    if (UNREAD.has(name)) return
    if (name === 'w:r') this.#run(element, inline, style, isLink)
    else if (name === 'w:hyperlink') this.#children(element, inline, style, true)
    else if (name === 'm:oMath') this.#formula(element, inline)
    else if (name === 'w:fldSimple' && isGenerated(element.attributes.get('w:instr') ?? '')) return
    else if (name === 'mc:AlternateContent') {
      const branch = branchOf(element)
      if (branch) this.#children(branch, inline, style, isLink)
    } else this.#children(element, inline, style, isLink)
  }

  #formula(element: XmlElement, inline: Inline): void {
    const origin = { part: this.#part, node: element, from: 0 }
    const text = [...descendants(element, new Set(['m:t']))].map(textIn).join('')
    if (this.#fields.isRead) inline.runs.push({ text, origin, marks: [], opaque: 'markup' })
  }

  #run(run: XmlElement, inline: Inline, style: Style, isLink: boolean): void {
    const own = find(run, 'w:rPr')
    const character = this.#styles.character(valOf(find(own, 'w:rStyle')))
    const text = mergeFormatting(character.text, formattingOf(own))
    const hidden = text.hidden ?? style.text.hidden ?? false
    const format: Format = {
      marks: marksOf(text, isLink || this.#fields.isLink),
      opaque: isNamed(character.names, 'CODE') ? 'code' : undefined,
      isForeign: isForeign(text.language ?? style.text.language),
      hidden,
    }
    this.#content(run, inline, format)
  }

  #content(run: XmlElement, inline: Inline, format: Format): void {
    for (const child of elementsOf(run)) {
      const { name } = child
      if (name === 'w:fldChar') this.#fields.mark(child)
      else if (name === 'w:instrText') this.#fields.instruct(child)
      else if (NOTES.has(name)) this.#call(child, inline, format)
      else if (name === 'mc:AlternateContent') {
        const branch = branchOf(child)
        if (branch) this.#content(branch, inline, format)
      } else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') {
        if (this.#fields.isRead) inline.boxes.push(...descendants(child, BOX))
      } else if (name === 'w:ruby') {
        const base = find(child, 'w:rubyBase')
        for (const inner of elementsOf(base)) this.#content(inner, inline, format)
      } else this.#add(textOf(child), child, inline, format)
    }
  }

  #call(element: XmlElement, inline: Inline, { marks, hidden }: Format): void {
    if (hidden || !this.#fields.isRead) return
    inline.calls.push(element)
    const origin = { part: this.#part, node: element, from: 0 }
    inline.runs.push({ text: '', origin, marks, noted: true })
  }

  #add(text: string, node: XmlElement, inline: Inline, format: Format): void {
    const { hidden, ...rest } = format
    if (text === '' || hidden || !this.#fields.isRead) return
    const opaque = node.name === 'w:sym' ? 'markup' : rest.opaque
    const { isResult } = this.#fields
    const origin = { part: this.#part, node, from: 0, isResult }
    inline.runs.push({ ...rest, text, opaque, origin })
  }
}

interface Format {
  readonly marks: readonly Mark[]
  readonly opaque: Opaque | undefined
  readonly isForeign: boolean
  readonly hidden: boolean
}

/** What an element within a run shows; optional hyphens and marks of the program show nothing. */
function textOf(element: XmlElement): string {
  switch (element.name) {
    case 'w:t':
      return textIn(element).replace(/[\t\r\n]/g, ' ')
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '\u2011'
    case 'w:sym':
      return symbolOf(element)
    default:
      return ''
  }
}

/** The character of a symbol; those of symbol fonts have places of their own, which mean nothing here. */
function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(element.attributes.get('w:char') ?? '', 16)
  const isCharacter = code > 32 && code < 0xd800
  return isCharacter ? String.fromCharCode(code) : '\uFFFD'
}
