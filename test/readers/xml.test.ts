/** Our parser sees what another sees, and knows where it stands. */
import { DOMParser, Element, type Node } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UnreadableError } from '../../src/readers/unreadable.ts'
import {
  elementsOf,
  find,
  isElement,
  parseXml,
  sourceOffset,
  type XmlElement,
} from '../../src/readers/xml.ts'

const name = fc.constantFrom('p', 'r', 't', 'w:x', 'long-name')
const text = fc.string({
  unit: fc.constantFrom('a', ' ', '&amp;', '&#65;', '&lt;', 'é', '😀', '\n'),
  maxLength: 6,
})
const attributes = fc
  .option(fc.string({ unit: fc.constantFrom('v', ' ', '&quot;', '>', "'"), maxLength: 4 }), {
    nil: undefined,
  })
  .map((value) => (value === undefined ? '' : ` k="${value}"`))
const { tree } = fc.letrec<{ tree: string; content: string }>((tie) => ({
  tree: fc.tuple(name, attributes, tie('content')).map(([tag, list, content]) => {
    return content === '' ? `<${tag}${list}/>` : `<${tag}${list}>${content}</${tag}>`
  }),
  content: fc
    .array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        text,
        fc.constantFrom('<!-- c -->', '<![CDATA[<&]]>', '<?i?>'),
        tie('tree'),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
}))
const document = tree.map((inner) => `<?xml version="1.0"?>\n<root xmlns:w="urn:w">${inner}</root>`)

/** Names, attributes and joined texts, as one string. */
function ours(element: XmlElement): string {
  const list = [...element.attributes].map(([key, value]) => `${key}=${value}`)
  const content = element.children.map((child) => (isElement(child) ? ours(child) : child.text))
  return `<${element.name} ${list}>${content.join('')}</>`
}

function theirs(node: Node): string {
  if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE) {
    return node.nodeValue ?? ''
  }
  if (!(node instanceof Element)) return ''
  const list = Array.from(node.attributes).filter(({ name: key }) => !key.startsWith('xmlns'))
  const written = list.map((attribute) => `${attribute.name}=${attribute.value}`)
  return `<${node.nodeName} ${written}>${Array.from(node.childNodes, theirs).join('')}</>`
}

const prefixes = new Map([['urn:w', 'w']])

describe('a tree', () => {
  it('is that of another parser', () => {
    fc.assert(
      fc.property(document, (source) => {
        const other = new DOMParser().parseFromString(source, 'text/xml').documentElement
        if (!other) expect.fail('the other parser reads nothing')
        expect(ours(parseXml(source, prefixes))).toBe(theirs(other))
      }),
    )
  })

  it('knows where its nodes stand', () => {
    fc.assert(
      fc.property(document, (source) => {
        const check = (element: XmlElement): void => {
          expect(source[element.start]).toBe('<')
          expect(source[element.end - 1]).toBe('>')
          expect(source.slice(element.contentStart, element.contentEnd)).not.toMatch(/^>/)
          for (const child of element.children) {
            if (isElement(child)) check(child)
            else
              for (let index = 0; index < child.text.length; index++) {
                const at = sourceOffset(source, child, index)
                expect([child.text[index], '&']).toContain(source[at])
              }
          }
        }
        check(parseXml(source, prefixes))
      }),
    )
  })

  it('has our prefix, whatever the file has', () => {
    const root = parseXml('<x:a xmlns:x="urn:w"><b xmlns="urn:other" x:k="1"/></x:a>', prefixes)
    expect(root.name).toBe('w:a')
    expect(elementsOf(root).map((child) => [child.name, child.attributes.get('w:k')])).toEqual([
      ['{urn:other}b', '1'],
    ])
    expect(find(root, 'w:none')).toBeUndefined()
  })
})

it.each([
  '',
  'text',
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a',
  '<a b=c/>',
  '<a><!-- </a>',
  '<a><![CDATA[</a>',
])('rejects %j', (source) => expect(() => parseXml(source, prefixes)).toThrow(UnreadableError))
