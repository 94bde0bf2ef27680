import { type OdtExtract, readOdt } from '../readers/odt.ts'
import {
  descendants,
  elementsOf,
  escapeXml,
  find,
  isElement,
  sourceOffset,
  type XmlElement,
  type XmlNode,
} from '../readers/xml.ts'
import type { Changes, Reviewer } from './index.ts'
import { type Anchor, anchorOf, type Point } from './pieces.ts'
import { placeOf, type Remark, said } from './remarks.ts'
import { type Splice, splice } from './splice.ts'
import { dateOf, printableInXml } from './xml-text.ts'

/**
 * Writes remarks into an OpenDocument text: a comment on the very words, footnotes included, and a
 * tracked change where a replacement is safe. Remarks on headers, and on the whole document, stand at the
 * beginning.
 */
export function annotateOdt(
  bytes: Uint8Array,
  remarks: readonly Remark[],
  reviewer: Reviewer,
): Changes {
  const annotator = new OdtAnnotator(readOdt(bytes), reviewer)
  for (const remark of remarks) annotator.add(remark)
  return annotator.finish()
}

const NAMESPACES = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  dc: 'http://purl.org/dc/elements/1.1/',
}
const [CLOSES, OPENS, REPLACED] = [0, 1, 2]
/** Elements in whose text a comment may stand; others are commented on as a whole. */
const INLINE: ReadonlySet<string> = new Set([
  'text:p',
  'text:h',
  'text:span',
  'text:a',
  'text:ruby-base',
  'text:meta',
])
const PARAGRAPHS: ReadonlySet<string> = new Set(['text:p', 'text:h'])

class OdtAnnotator {
  readonly #extract: OdtExtract
  readonly #reviewer: Reviewer
  readonly #splices: Splice[] = []
  readonly #regions: string[] = []
  readonly #general: Remark[] = []
  readonly #elsewhere: Remark[] = []
  /** Declarations of the prefixes that the file does not have. */
  readonly #declarations: string
  #comments = 0
  #replacements = 0
  #id = 0

  constructor(extract: OdtExtract, reviewer: Reviewer) {
    this.#extract = extract
    this.#reviewer = reviewer
    const { source, root } = extract.content
    const tag = source.slice(root.start, root.contentStart)
    this.#declarations = Object.entries(NAMESPACES)
      .filter(([prefix, namespace]) => !tag.includes(`xmlns:${prefix}="${namespace}"`))
      .map(([prefix, namespace]) => ` xmlns:${prefix}="${namespace}"`)
      .join('')
  }

  add(remark: Remark): void {
    const { pieces, content } = this.#extract
    const anchor = remark.stretch && anchorOf(pieces, remark.stretch)
    if (!anchor || anchor.from.origin.part !== content) {
      if (anchor) this.#elsewhere.push(remark)
      this.#general.push({ ...remark, paragraphs: said(remark, false) })
      return
    }
    const replaced = remark.fix !== undefined && this.#replace(anchor, remark.fix)
    const name = this.#newName()
    this.#insert(
      this.#offsetOf(anchor.from, false),
      OPENS,
      this.#comment(said(remark, replaced), name),
    )
    const end = `<office:annotation-end${this.#declarations} office:name="${name}"/>`
    this.#insert(this.#offsetOf(anchor.to, true), CLOSES, end)
  }

  finish(): Changes {
    this.#addGeneral()
    this.#addRegions()
    const { path, source } = this.#extract.content
    const parts = new Map<string, string>()
    if (this.#splices.length > 0) parts.set(path, splice(source, this.#splices))
    return {
      parts,
      comments: this.#comments,
      replacements: this.#replacements,
      elsewhere: this.#elsewhere.map(({ finding }) => finding),
    }
  }

  #insert(at: number, order: number, text: string): void {
    this.#splices.push({ start: at, end: at, text, order })
  }

  #comment(paragraphs: readonly string[], name?: string): string {
    this.#comments += 1
    const { author } = this.#reviewer
    const named = name === undefined ? '' : ` office:name="${name}"`
    const text = paragraphs.map((paragraph) => `<text:p>${textInXml(paragraph)}</text:p>`).join('')
    return `<office:annotation${this.#declarations}${named}>${this.#signature(author)}${text}</office:annotation>`
  }

  #signature(author: string): string {
    return `<dc:creator>${escapeXml(author)}</dc:creator><dc:date>${dateOf(this.#reviewer.date)}</dc:date>`
  }

  #newName(): string {
    const { source } = this.#extract.content
    do this.#id += 1
    while (source.includes(`"fairdraft${this.#id}"`))
    return `fairdraft${this.#id}`
  }

  /** Replaces words that stand in one piece of text, which nobody else has changed. */
  #replace({ from, to }: Anchor, text: string): boolean {
    const { node } = from.origin
    const paragraph = around(node, PARAGRAPHS)
    if (isElement(node) || node !== to.origin.node || !paragraph) return false
    if (!INLINE.has(node.parent.name) || isChanged(paragraph)) return false
    const { source } = this.#extract.content
    const [start, end] = [this.#offsetOf(from, false), this.#offsetOf(to, true)]
    const [deletion, insertion] = [this.#newName(), this.#newName()]
    const style = paragraph.attributes.get('text:style-name')
    const styled = style === undefined ? '' : ` text:style-name="${escapeXml(style)}"`
    this.#region(deletion, 'deletion', `<text:p${styled}>${source.slice(start, end)}</text:p>`)
    this.#region(insertion, 'insertion', '')
    const mark = (name: string, id: string) =>
      `<text:${name}${this.#declarations} text:change-id="${id}"/>`
    this.#splices.push({
      start,
      end,
      order: REPLACED,
      text:
        mark('change', deletion) +
        mark('change-start', insertion) +
        escapeXml(text) +
        mark('change-end', insertion),
    })
    this.#replacements += 1
    return true
  }

  #region(id: string, kind: 'deletion' | 'insertion', content: string): void {
    const { author } = this.#reviewer
    const info = `<office:change-info>${this.#signature(author)}</office:change-info>`
    this.#regions.push(
      `<text:changed-region${this.#declarations} xml:id="${id}" text:id="${id}"><text:${kind}>${info}${content}</text:${kind}></text:changed-region>`,
    )
  }

  /** Adds the tracked changes to those that the document has, or begins a list of them. */
  #addRegions(): void {
    if (this.#regions.length === 0) return
    const body = bodyOf(this.#extract)
    const changes = find(body, 'text:tracked-changes')
    const regions = this.#regions.join('')
    if (changes && changes.contentEnd < changes.end) {
      this.#insert(changes.contentEnd, OPENS, regions)
      return
    }
    const list = `<text:tracked-changes${this.#declarations} text:track-changes="false">${regions}</text:tracked-changes>`
    const start = changes?.start ?? find(body, 'office:forms')?.end ?? body?.contentStart ?? 0
    this.#splices.push({ start, end: changes?.end ?? start, text: list })
  }

  /** Puts what has no place of its own into one comment at the beginning. */
  #addGeneral(): void {
    const body = bodyOf(this.#extract)
    const paragraphs = body ? [...descendants(body, PARAGRAPHS)] : []
    const first = paragraphs.find(({ contentStart, end }) => contentStart < end)
    if (this.#general.length === 0 || !first) return
    const said = this.#general.flatMap((remark) => [...placeOf(remark), ...remark.paragraphs])
    this.#insert(first.contentStart, CLOSES, this.#comment(said))
  }

  /** Where a point stands in the source; before or after what can hold no comment. */
  #offsetOf({ origin: { node }, index }: Point, isEnd: boolean): number {
    let outer: XmlNode = node
    for (let parent = outer.parent; parent && !INLINE.has(parent.name); parent = outer.parent) {
      outer = parent
    }
    if (isElement(outer)) return isEnd ? outer.end : outer.start
    return sourceOffset(this.#extract.content.source, outer, index)
  }
}

function bodyOf({ content }: OdtExtract): XmlElement | undefined {
  return find(content.root, 'office:body', 'office:text')
}

function around(node: XmlNode, names: ReadonlySet<string>): XmlElement | undefined {
  let element = node.parent
  while (element && !names.has(element.name)) element = element.parent
  return element
}

/** Whether a paragraph has tracked changes in it. */
function isChanged(paragraph: XmlElement): boolean {
  return elementsOf(paragraph).some(
    (child) => child.name.startsWith('text:change') || isChanged(child),
  )
}

/** Text of a comment: space counts once in OpenDocument, which is right for comments. */
function textInXml(text: string): string {
  return escapeXml(printableInXml(text))
}
