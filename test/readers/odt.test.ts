import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readOdt } from '../../src/readers/odt.ts'
import { UnreadableError } from '../../src/readers/unreadable.ts'
import { AUTOMATIC, odt } from '../builders/odt.ts'

const STYLES = `
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"/>
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Standard" style:family="paragraph"><style:text-properties fo:language="de"/></style:style>
<style:style style:name="Source_20_Text" style:family="text"/>`

const own = `${AUTOMATIC}
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="F" style:family="text"><style:text-properties fo:language="fr"/></style:style>`

const read = (body: string, header?: string) =>
  readOdt(odt({ body, styles: STYLES, automatic: own, ...(header !== undefined && { header }) }))

/** Kind, depth, marker and text of each block. */
const shapes = (body: string) =>
  read(body).blocks.map(({ kind, depth, marker, quotation, text }) =>
    [`${quotation ? 'quoted ' : ''}${kind}${depth || ''}`, marker, text].filter(Boolean).join(' '),
  )

describe('what is read', () => {
  it.each<[string, string, string[]]>([
    ['headings by their level', '<text:h text:outline-level="2">A</text:h>', ['heading2 A']],
    [
      'headings by their style',
      '<text:p text:style-name="Heading_20_2">A</text:p>',
      ['heading2 A'],
    ],
    [
      'quotations by the parent of a style',
      '<text:p text:style-name="P1">A</text:p>',
      ['quoted paragraph A'],
    ],
    [
      'spaces, tabs and breaks',
      '<text:p> a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d  e\n </text:p>',
      ['paragraph a  b\tc\nd e'],
    ],
    ['text over soft page breaks', '<text:p>a<text:soft-page-break/>b</text:p>', ['paragraph ab']],
    ['fields', '<text:p>On <text:date>1 May</text:date>.</text:p>', ['paragraph On 1 May.']],
    ['sections', '<text:section><text:p>a</text:p></text:section>', ['paragraph a']],
    [
      'frames',
      '<text:p>a<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame></text:p>',
      ['paragraph a', 'paragraph b'],
    ],
    [
      'nested lists',
      '<text:list text:style-name="L1"><text:list-item><text:p>a</text:p><text:list text:style-name="L2"><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>c</text:p></text:list-item></text:list>',
      ['item1 1. a', 'item2 • b', 'item1 2. c'],
    ],
    [
      'text of the default language',
      '<text:p text:style-name="Standard">Sex workers.</text:p>',
      ['paragraph Sex workers.'],
    ],
  ])('%s', (_, body, expected) => expect(shapes(body)).toEqual(expected))

  it('the numbers of items without text, which count', () => {
    const items = ['', 'two'].map(
      (text) => `<text:list-item><text:p>${text}</text:p></text:list-item>`,
    )
    const { blocks, text } = read(`<text:list text:style-name="L1">${items.join('')}</text:list>`)
    expect(text).toBe('1.\n2. two')
    expect(blocks.map(({ marker, text: words }) => [marker, words])).toEqual([['2.', 'two']])
  })

  it('marks, also of a whole paragraph', () => {
    const body =
      '<text:p>a <text:span text:style-name="I">b</text:span></text:p><text:p text:style-name="P2">c</text:p>'
    expect(
      read(body).blocks.flatMap(({ spans }) => spans.map(({ text, marks }) => [text, marks])),
    ).toEqual([
      ['a ', undefined],
      ['b', ['emphasis']],
      ['c', ['strong']],
    ])
  })

  it('notes behind the text, and headers', () => {
    const { text, locate, blocks } = read(
      '<text:p>a<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>.</text:p>',
      '<text:p>h</text:p>',
    )
    expect(text).toBe('a.\n\n[i] n\n\nh')
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'footnote', 'paragraph'])
    expect(locate(text.indexOf('n'))).toEqual({ part: 'endnote', paragraph: 1 })
    expect(locate(text.indexOf('h'))).toEqual({ part: 'header', paragraph: 1 })
  })
})

describe('what is not read', () => {
  it.each<[string, string]>([
    [
      'comments',
      '<text:p>kept<office:annotation><text:p>gone</text:p></office:annotation></text:p>',
    ],
    [
      'deletions',
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>kept<text:change/></text:p>',
    ],
    ['hidden text', '<text:p>kept<text:span text:style-name="H">gone</text:span></text:p>'],
    [
      'hidden sections',
      '<text:section text:display="none"><text:p>gone</text:p></text:section><text:p>kept</text:p>',
    ],
    [
      'tables of contents',
      '<text:table-of-content><text:index-body><text:p>gone</text:p></text:index-body></text:table-of-content><text:p>kept</text:p>',
    ],
  ])('%s', (_, body) => expect(shapes(body)).toEqual(['paragraph kept']))

  it('text in another language', () => {
    const [block] = read(
      '<text:p>Say <text:span text:style-name="F">travail</text:span>.</text:p>',
    ).blocks
    expect(block?.spans.map(({ text, opaque }) => opaque ?? text)).toEqual(['Say ', 'foreign', '.'])
  })
})

it('says that a file is behind a password', () => {
  const manifest =
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
  const bytes = zipSync({
    'content.xml': strToU8('\u0001'),
    'META-INF/manifest.xml': strToU8(manifest),
  })
  expect(() => readOdt(bytes)).toThrow(UnreadableError)
  expect(() => readOdt(bytes)).toThrow('protected by a password')
})
