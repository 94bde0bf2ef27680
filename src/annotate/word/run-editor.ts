import type { Part } from '../../readers/package.ts'
import {
  elementsOf,
  escapeXml,
  find,
  isElement,
  textIn,
  type XmlElement,
} from '../../readers/xml.ts'
import type { Point } from '../pieces.ts'
import type { Splice } from '../splice.ts'
import type { Markup } from './markup.ts'

/** A place in a run: which of its children, and the index in that child’s text. */
interface Place {
  readonly child: number
  readonly index: number
}

/** Something that is put between two parts of a run. */
interface Insertion extends Place {
  readonly text: string
  /** Of two in one place, what ends comes before what begins. */
  readonly order: number
}

interface RunEdits {
  readonly insertions: Insertion[]
  readonly deletions: { readonly from: Place; readonly to: Place }[]
}

const START: Place = { child: 0, index: 0 }
const END: Place = { child: Number.POSITIVE_INFINITY, index: 0 }
const [REPLACED, CLOSES, OPENS] = [0, 1, 2]

/** Collects changes within the runs of a part. A run is cut only where a comment or a change begins or ends. */
export class RunEditor {
  readonly #part: Part
  readonly #markup: Markup
  readonly #runs = new Map<XmlElement, RunEdits>()
  readonly #splices: Splice[] = []

  constructor(part: Part, markup: Markup) {
    this.#part = part
    this.#markup = markup
  }

  /** Puts a comment on the words between two points; it is shown there, or in another paragraph. */
  comment(from: Point, to: Point, id: number, shown?: XmlElement): void {
    const reference = this.#markup.reference(id)
    this.#insert(from, OPENS, this.#markup.opening(id))
    this.#insert(to, CLOSES, this.#markup.closing(id) + (shown ? '' : reference))
    if (shown) this.#begin(shown, reference)
  }

  /** Puts a comment on a whole run. */
  commentOn(run: XmlElement, id: number): void {
    const { insertions } = this.#editsOf(run)
    insertions.push({ ...START, text: this.#markup.opening(id), order: OPENS })
    insertions.push({ ...END, text: this.#shownClosing(id), order: CLOSES })
  }

  /** Puts a comment at the beginning of a paragraph. */
  commentAt(paragraph: XmlElement, id: number): void {
    this.#begin(paragraph, this.#markup.opening(id) + this.#shownClosing(id))
  }

  /** Replaces the words between two points, which stand in runs side by side, as a tracked change. */
  replace(from: Point, to: Point, text: string): void {
    const [first, last] = [runOf(from), runOf(to)]
    const siblings = elementsOf(first?.parent)
    if (!first || !last) return
    for (const run of siblings.slice(siblings.indexOf(first), siblings.indexOf(last) + 1)) {
      if (run.name !== 'w:r') continue
      this.#editsOf(run).deletions.push({
        from: run === first ? placeOf(run, from) : START,
        to: run === last ? placeOf(run, to) : END,
      })
    }
    const properties = find(first, 'w:rPr')
    const source = properties ? this.#withoutChange(properties) : ''
    this.#insert(to, REPLACED, this.#markup.insertion(text, source))
  }

  /** The changes to the source of the part. */
  splices(): Splice[] {
    const runs = [...this.#runs].map(([run, edits]) => ({
      start: run.start,
      end: run.end,
      text: this.#rewrite(run, edits),
    }))
    return [...this.#splices, ...runs]
  }

  #shownClosing(id: number): string {
    return this.#markup.closing(id) + this.#markup.reference(id)
  }

  /** Puts something at the beginning of a paragraph, behind its properties. */
  #begin(paragraph: XmlElement, text: string): void {
    const at = find(paragraph, 'w:pPr')?.end ?? paragraph.contentStart
    this.#splices.push({ start: at, end: at, text })
  }

  #editsOf(run: XmlElement): RunEdits {
    const known = this.#runs.get(run) ?? { insertions: [], deletions: [] }
    this.#runs.set(run, known)
    return known
  }

  #insert(point: Point, order: number, text: string): void {
    const control = plainControl(point)
    const run = control ? undefined : runOf(point)
    if (run) this.#editsOf(run).insertions.push({ ...placeOf(run, point), text, order })
    else this.#insertBeside(control ?? elementOf(point), order, text)
  }

  /** What stands in no run, such as a formula, is commented on as a whole. */
  #insertBeside(inner: XmlElement, order: number, text: string): void {
    let element = inner
    while (element.parent && element.parent.name !== 'w:p') element = element.parent
    const at = order === OPENS ? element.start : element.end
    this.#splices.push({ start: at, end: at, text, order })
  }

  #rewrite(run: XmlElement, { insertions, deletions }: RunEdits): string {
    const cuts = [...insertions, ...deletions.flatMap(({ from, to }) => [from, to])].sort(compare)
    const sorted = [...insertions].sort((a, b) => compare(a, b) || a.order - b.order)
    const written: string[] = []
    let from = START
    for (const to of [...cuts, END]) {
      if (compare(from, to) < 0) {
        const isDeleted = deletions.some(
          (range) => compare(range.from, from) <= 0 && compare(to, range.to) <= 0,
        )
        written.push(this.#segment(run, from, to, isDeleted))
        from = to
      }
      while (sorted[0] && compare(sorted[0], to) <= 0) written.push(sorted.shift()?.text ?? '')
    }
    return written.join('')
  }

  /** A part of a run as a run of its own; nothing if it holds nothing. */
  #segment(run: XmlElement, from: Place, to: Place, isDeleted: boolean): string {
    const content = contentOf(run)
      .map((child, index) => {
        const start = index === from.child ? from.index : 0
        const end = index === to.child ? to.index : Number.POSITIVE_INFINITY
        const isIn = index >= from.child && (index < to.child || (index === to.child && end > 0))
        return isIn ? this.#cut(child, start, end, isDeleted) : ''
      })
      .join('')
    if (content === '') return ''
    const { source } = this.#part
    const properties = find(run, 'w:rPr')
    const formatting = properties ? this.#formatting(properties, compare(from, START) === 0) : ''
    const opening = source.slice(run.start, run.contentStart)
    const closing = source.slice(run.contentEnd, run.end)
    const whole = opening + formatting + content + closing
    return isDeleted ? this.#markup.deletion(whole) : whole
  }

  #cut(child: XmlElement, start: number, end: number, isDeleted: boolean): string {
    const { source } = this.#part
    const text = textIn(child)
    if (child.name !== 'w:t' || (!isDeleted && start === 0 && end >= text.length)) {
      return start === 0 ? source.slice(child.start, child.end) : ''
    }
    const kept = text.slice(start, end)
    if (kept === '') return ''
    const [, written = 'w:t'] = /^<([^\s/>]+)/.exec(source.slice(child.start, child.end)) ?? []
    const name = isDeleted ? written.replace(/t$/, 'delText') : written
    return `<${name} xml:space="preserve">${escapeXml(kept)}</${name}>`
  }

  /** The formatting of a part of a run; a tracked change of formatting needs an id of its own in each. */
  #formatting(properties: XmlElement, isFirst: boolean): string {
    const { source } = this.#part
    const change = find(properties, 'w:rPrChange')
    if (!change || isFirst) return source.slice(properties.start, properties.end)
    const written = source.slice(change.start, change.end)
    const renamed = written.replace(/(\bid=["'])\d+/, `$1${this.#markup.newId()}`)
    return (
      source.slice(properties.start, change.start) +
      renamed +
      source.slice(change.end, properties.end)
    )
  }

  #withoutChange(properties: XmlElement): string {
    const { source } = this.#part
    const change = find(properties, 'w:rPrChange')
    if (!change) return source.slice(properties.start, properties.end)
    return source.slice(properties.start, change.start) + source.slice(change.end, properties.end)
  }
}

function compare(one: Place, other: Place): number {
  if (one.child === other.child) return one.index - other.index
  return one.child < other.child ? -1 : 1
}

/** What a run holds besides its properties. */
function contentOf(run: XmlElement): XmlElement[] {
  return elementsOf(run).filter(({ name }) => name !== 'w:rPr')
}

function elementOf({ origin: { node } }: Point): XmlElement {
  return isElement(node) ? node : node.parent
}

/** Kinds of content controls that hold plain text and nothing else. */
const PLAIN = ['w:text', 'w:dropDownList', 'w:comboBox', 'w:date']

/** The control within a paragraph that holds a point and can hold no comment. */
function plainControl(point: Point): XmlElement | undefined {
  let element: XmlElement | undefined = elementOf(point)
  while (element && element.name !== 'w:p') {
    const properties = find(element, 'w:sdtPr')
    if (PLAIN.some((name) => find(properties, name))) return element
    element = element.parent
  }
  return undefined
}

/** The run that a point stands in. */
function runOf(point: Point): XmlElement | undefined {
  let element = elementOf(point)
  while (element.parent && element.name !== 'w:r') element = element.parent
  return element.name === 'w:r' ? element : undefined
}

/** Where a point stands in its run: behind the last character of a child is before the next child. */
function placeOf(run: XmlElement, point: Point): Place {
  const { index } = point
  const content = contentOf(run)
  let element = elementOf(point)
  while (element.parent && element.parent !== run) element = element.parent
  const child = content.indexOf(element)
  const length = element.name === 'w:t' ? textIn(element).length : 1
  return index >= length ? { child: child + 1, index: 0 } : { child, index }
}
