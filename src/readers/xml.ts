import { decodeEntity } from './entities.ts'
import { UnreadableError } from './unreadable.ts'

/** An element of an XML file. All offsets are UTF-16 units in the file's source, ends exclusive. */
export interface XmlElement {
  /** The name with the prefix that the reader gives its namespace (`w:p`), whatever the file's own is. */
  readonly name: string
  /** Attributes by name, prefixed like elements. */
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: XmlElement | undefined
  readonly children: XmlNode[]
  /** Where its start tag begins. */
  readonly start: number
  /** Where its content begins and ends; both are `end` for an empty-element tag. */
  readonly contentStart: number
  contentEnd: number
  /** Where its end tag ends. */
  end: number
}

/** A stretch of text in an element. */
export interface XmlText {
  readonly parent: XmlElement
  /** The text, with character references decoded. */
  readonly text: string
  /** Offsets of its source. */
  readonly start: number
  readonly end: number
}

export type XmlNode = XmlElement | XmlText

/** The prefix that a reader gives to each namespace it knows. */
export type Prefixes = ReadonlyMap<string, string>

/** No document that a person wrote is nested more deeply. */
const DEEPEST = 400

const TAG = /<(\/?)([^\s/>=!?"'<]+)((?:\s+[^\s=>/"'<]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const REFERENCE = /&(#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos);/gi

/** What stands between tags, and how it ends. */
const SECTIONS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/**
 * Parses XML with the place of every node, so that a file can be changed without being rewritten.
 *
 * Entities that a document type declares are neither fetched nor expanded.
 *
 * @throws UnreadableError if the source is not well formed.
 */
export function parseXml(source: string, prefixes: Prefixes): XmlElement {
  return new XmlParser(source, prefixes).parse()
}

/** Whether a node is an element; otherwise it is text. */
export function isElement(node: XmlNode): node is XmlElement {
  return 'name' in node
}

/** The child elements of an element, or of nothing. */
export function elementsOf(element: XmlElement | undefined): XmlElement[] {
  return element?.children.filter(isElement) ?? []
}

/** The first child of an element at the end of a path of names. */
export function find(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  return path.reduce(
    (found, name) => elementsOf(found).find((child) => child.name === name),
    element,
  )
}

/** All elements of some names below an element, in order; none inside another of them. */
export function* descendants(
  element: XmlElement,
  names: ReadonlySet<string>,
): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (names.has(child.name)) yield child
    else yield* descendants(child, names)
  }
}

/** All text in an element, joined. */
export function textIn(element: XmlElement): string {
  return element.children.map((node) => (isElement(node) ? textIn(node) : node.text)).join('')
}

/** Where an index of a decoded text stands in its source: an offset in UTF-16 units. */
export function sourceOffset(source: string, { start, end }: XmlText, index: number): number {
  const raw = source.slice(start, end)
  if (!raw.includes('&') || source.startsWith('<![CDATA[', start - 9)) return start + index
  let decoded = 0
  let at = 0
  for (const { 0: reference, index: place } of raw.matchAll(REFERENCE)) {
    if (decoded + place - at >= index) break
    decoded += place - at + (decodeEntity(reference) ?? reference).length
    at = place + reference.length
  }
  return start + at + index - decoded
}

/** Text as it is written in XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Shared by all elements without any: most of a document, and a map of its own costs each more than its text. */
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

/** The namespaces that an element declares, by the prefix that the file gives them, and those around it. */
interface Scope {
  readonly own: ReadonlyMap<string, string>
  readonly outer?: Scope | undefined
}

function namespaceOf(prefix: string, innermost: Scope): string | undefined {
  for (let scope: Scope | undefined = innermost; scope; scope = scope.outer) {
    const namespace = scope.own.get(prefix)
    if (namespace !== undefined) return namespace
  }
  return undefined
}

/** How much is kept of the address of a namespace that is none of ours: UTF-16 units. */
const LONGEST_NAMESPACE = 200

class XmlParser {
  readonly #source: string
  readonly #prefixes: Prefixes
  #at = 0
  #depth = 0
  #current: XmlElement | undefined
  #root: XmlElement | undefined
  /** The namespaces in scope by prefix, for each open element. */
  readonly #scopes: Scope[] = []

  constructor(source: string, prefixes: Prefixes) {
    this.#source = source
    this.#prefixes = prefixes
  }

  parse(): XmlElement {
    const source = this.#source
    while (this.#at < source.length) {
      if (source.charCodeAt(this.#at) !== 60) this.#text()
      else if (source[this.#at + 1] === '!' || source[this.#at + 1] === '?') this.#section()
      else this.#tag()
    }
    if (!this.#root || this.#current) throw this.#broken('it ends too early')
    return this.#root
  }

  #text(): void {
    const found = this.#source.indexOf('<', this.#at)
    const end = found < 0 ? this.#source.length : found
    this.#add(decodeReferences(this.#source.slice(this.#at, end)), this.#at, end)
    this.#at = end
  }

  #add(text: string, start: number, end: number): void {
    if (this.#current && end > start) {
      this.#current.children.push({ parent: this.#current, text, start, end })
    }
  }

  #section(): void {
    const kind = SECTIONS.find(([opening]) => this.#source.startsWith(opening, this.#at))
    if (!kind) return this.#documentType()
    const [opening, closing] = kind
    const from = this.#at + opening.length
    const end = this.#source.indexOf(closing, from)
    if (end < 0) throw this.#broken('it ends too early')
    if (opening === '<![CDATA[') this.#add(this.#source.slice(from, end), from, end)
    this.#at = end + closing.length
  }

  /** Passes over a document type: nothing that it declares is used. */
  #documentType(): void {
    const match = /<!DOCTYPE[^<>[\]]*(?:\[[^\]]*\]\s*)?>/iy
    match.lastIndex = this.#at
    if (this.#root || !match.test(this.#source)) throw this.#broken('a declaration is out of place')
    this.#at = match.lastIndex
  }

  #tag(): void {
    TAG.lastIndex = this.#at
    const match = TAG.exec(this.#source)
    if (!match) throw this.#broken('a tag is broken')
    const [whole, closes, name = '', attributes = '', empty] = match
    const end = this.#at + whole.length
    if (closes) this.#close(name, end)
    else this.#open(name, attributes, end, empty === '/')
    this.#at = end
  }

  #open(written: string, list: string, end: number, isEmpty: boolean): void {
    if (this.#root && !this.#current) throw this.#broken('something stands after its end')
    const scope = this.#scopes.at(-1) ?? { own: new Map() }
    const { attributes, inner } = this.#attributes(list, scope)
    const element: XmlElement = {
      name: this.#named(written, inner, true),
      attributes,
      parent: this.#current,
      children: [],
      start: this.#at,
      contentStart: end,
      contentEnd: end,
      end,
    }
    this.#current?.children.push(element)
    this.#root ??= element
    if (isEmpty) return
    if (++this.#depth > DEEPEST) throw this.#broken('it is nested too deeply')
    this.#current = element
    this.#scopes.push(inner)
  }

  #close(written: string, end: number): void {
    const element = this.#current
    const scope = this.#scopes.pop()
    if (!element || !scope || this.#named(written, scope, true) !== element.name) {
      throw this.#broken('an end tag does not fit')
    }
    element.contentEnd = this.#at
    element.end = end
    this.#depth -= 1
    this.#current = element.parent
  }

  #attributes(list: string, scope: Scope) {
    if (list === '') return { attributes: NO_ATTRIBUTES, inner: scope }
    const own = new Map<string, string>()
    const written: [string, string][] = []
    for (const [, name = '', double, single] of list.matchAll(ATTRIBUTE)) {
      const value = decodeReferences(double ?? single ?? '')
      if (name === 'xmlns') own.set('', value)
      else if (name.startsWith('xmlns:')) own.set(name.slice(6), value)
      else written.push([name, value])
    }
    const inner = own.size > 0 ? { own, outer: scope } : scope
    const attributes = new Map(
      written.map(([name, value]) => [this.#named(name, inner, false), value] as const),
    )
    return { attributes, inner }
  }

  /** The name of an element or attribute with our prefix; an unknown namespace stands in braces. */
  #named(written: string, scope: Scope, isElement: boolean): string {
    const colon = written.indexOf(':')
    if (colon < 0 && !isElement) return written
    const namespace = namespaceOf(colon < 0 ? '' : written.slice(0, colon), scope)
    const local = written.slice(colon + 1)
    if (namespace === undefined) return written
    const prefix = this.#prefixes.get(namespace)
    return `${prefix ?? `{${namespace.slice(0, LONGEST_NAMESPACE)}}`}${prefix === undefined ? '' : ':'}${local}`
  }

  #broken(why: string): UnreadableError {
    return new UnreadableError(
      'damaged',
      `is damaged: its XML cannot be read at character ${this.#at} (${why}); open it in the program that made it and save it again`,
    )
  }
}

function decodeReferences(text: string): string {
  return text.includes('&')
    ? text.replace(REFERENCE, (written) => decodeEntity(written) ?? written)
    : text
}
