import { elementsOf, textIn, type XmlElement } from '../xml.ts'
import { UNREAD } from './elements.ts'

/** Fields that the program fills with what stands elsewhere in the text. */
const GENERATED = /^\s*(?:TOC|INDEX|TOA)\b/i

interface Field {
  instruction: string
  /** Whether its result has begun. */
  shown: boolean
}

/**
 * Follows the fields of a story, which may reach over paragraphs: what a field shows is text, its
 * instruction is not.
 */
export class Fields {
  readonly #open: Field[] = []
  /** The marks of fields that have both a beginning and an end: one without would hide all that follows. */
  readonly #paired: ReadonlySet<XmlElement>

  constructor(story: XmlElement) {
    this.#paired = pairs(story)
  }

  /** Takes a mark of a field in: its beginning, the beginning of its result, or its end. */
  mark(element: XmlElement): void {
    if (!this.#paired.has(element)) return
    const type = typeOf(element)
    if (type === 'begin') this.#open.push({ instruction: '', shown: false })
    else if (type === 'end') this.#open.pop()
    else if (this.#inner) this.#inner.shown = true
  }

  /** Takes a piece of an instruction in. */
  instruct(element: XmlElement): void {
    if (this.#inner && !this.#inner.shown) this.#inner.instruction += textIn(element)
  }

  /** Whether text that stands here is shown, and was not made from other text. */
  get isRead(): boolean {
    return this.#open.every(({ instruction, shown }) => shown && !isGenerated(instruction))
  }

  /** Whether text that stands here is a link. */
  get isLink(): boolean {
    return this.#open.some(({ instruction }) => /^\s*HYPERLINK\b/i.test(instruction))
  }

  /** Whether text that stands here is the result of a field, which the program may write anew. */
  get isResult(): boolean {
    return this.#open.length > 0
  }

  get #inner(): Field | undefined {
    return this.#open.at(-1)
  }
}

/** Whether the instruction of a field makes a table of contents, an index or the like. */
export function isGenerated(instruction: string): boolean {
  return GENERATED.test(instruction)
}

function typeOf(element: XmlElement): string | undefined {
  return element.attributes.get('w:fldCharType')
}

function pairs(story: XmlElement): Set<XmlElement> {
  const paired = new Set<XmlElement>()
  const open: XmlElement[][] = []
  const visit = (element: XmlElement) => {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:fldChar') {
        const type = typeOf(child)
        if (type === 'begin') open.push([child])
        else open.at(-1)?.push(child)
        if (type === 'end') for (const mark of open.pop() ?? []) paired.add(mark)
      } else if (!UNREAD.has(child.name) && child.name !== 'w:txbxContent') visit(child)
    }
  }
  visit(story)
  return paired
}
