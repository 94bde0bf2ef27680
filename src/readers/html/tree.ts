import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { rankOf } from '../html-elements.ts'

export type Element = Tree.Element
export type Node = Tree.ChildNode

/** Elements that show no prose: what is for programs, and what stands for something else. */
const UNREAD = new Set(
  `head script style template noscript svg math iframe object embed video audio canvas map
  textarea select datalist input progress meter nav rp rt`.split(/\s+/),
)

/** How the addresses and ids of footnotes begin, as programs write them. */
const NOTE = /^#?(?:_?(?:fn|ftn|ftnt|edn|footnote|endnote)|cite_note)[-:_]?\d/i
const NOTE_BACK = /^#_?(?:fnref|ftnref|ftnt_ref|ednref|footnote-ref|cite_ref)/i

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

/** The value of an attribute. */
export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attr) => attr.name === name)?.value
}

/** Whether an element shows nothing, or nothing that is prose. */
export function isUnread(element: Element): boolean {
  const { tagName } = element
  if (UNREAD.has(tagName) || attribute(element, 'hidden') !== undefined) return true
  if (tagName === 'pre') return element.childNodes.some((child) => child.nodeName === 'code')
  return /display\s*:\s*none/i.test(attribute(element, 'style') ?? '')
}

/** Whether an element calls a footnote. */
export function isNoteCall(element: Element): boolean {
  if (/\bdoc-noteref\b/.test(attribute(element, 'role') ?? '')) return true
  return element.tagName === 'a' && NOTE.test(attribute(element, 'href') ?? '')
}

/** Whether an element leads back from a footnote to its call. */
export function isBacklink(element: Element): boolean {
  if (/\bdoc-backlink\b/.test(attribute(element, 'role') ?? '')) return true
  return element.tagName === 'a' && NOTE_BACK.test(attribute(element, 'href') ?? '')
}

/** Whether an element is one footnote. */
export function isNote(element: Element): boolean {
  if (/\bdoc-(?:foot|end)note\b(?!s)/.test(attribute(element, 'role') ?? '')) return true
  return /^(?:li|div|aside|dd)$/.test(element.tagName) && NOTE.test(attribute(element, 'id') ?? '')
}

/** All text below a node. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return isElement(node) ? node.childNodes.map(textOf).join('') : ''
}

/** The child elements of an element that have some name. */
export function childrenOf({ childNodes }: Element, name: string): Element[] {
  return childNodes.filter(isElement).filter(({ tagName }) => tagName === name)
}

/** The rank of a heading: by its element, or by its role. */
export function rankOfElement(element: Element): number | undefined {
  if (attribute(element, 'role') === 'heading') {
    const level = Number(attribute(element, 'aria-level') ?? 2)
    return Number.isInteger(level) ? Math.min(Math.max(level, 1), 6) : 2
  }
  return rankOf({ name: element.tagName, closes: false })
}
