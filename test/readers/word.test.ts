import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/blocks.ts'
import { UnreadableError } from '../../src/readers/unreadable.ts'
import { readWord } from '../../src/readers/word.ts'
import { NUMBERING, numbered, p, r, run, STYLES, styled, table, word } from '../builders/word.ts'

const read = (body: string, more = {}) =>
  readWord(word({ body, styles: STYLES, numbering: NUMBERING, ...more }))

/** Kind, depth, marker and text of each block. */
function shapes(body: string, more = {}): string[] {
  return read(body, more).blocks.map(({ kind, depth, marker, quotation, text }) =>
    [`${quotation ? 'quoted ' : ''}${kind}${depth || ''}`, marker, text].filter(Boolean).join(' '),
  )
}

const texts = (body: string, more = {}) => read(body, more).blocks.map(({ text }) => text)
const first = (body: string, more = {}): Block | undefined => read(body, more).blocks[0]
const begin = '<w:fldChar w:fldCharType="begin"/>'
const separate = '<w:fldChar w:fldCharType="separate"/>'
const end = '<w:fldChar w:fldCharType="end"/>'
const field = (instruction: string, result: string) =>
  run(begin) +
  run(`<w:instrText>${instruction}</w:instrText>`) +
  run(separate) +
  r(result) +
  run(end)

describe('headings', () => {
  const own =
    STYLES +
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Chapter"/><w:basedOn w:val="Heading2"/></w:style>'
  it.each([
    ['by the name of the style', p(r('One'), styled('Heading1')), 'heading1 One'],
    ['by a style based on it', p(r('Two'), styled('Own')), 'heading2 Two'],
    ['by the outline level', p(r('Three'), '<w:outlineLvl w:val="2"/>'), 'heading3 Three'],
    ['with a number', p(r('Scope'), styled('Heading1') + numbered(1)), 'heading1 1. Scope'],
    [
      'not at the level of text',
      p(r('No'), `${styled('Own')}<w:outlineLvl w:val="9"/>`),
      'paragraph No',
    ],
    [
      'not a whole paragraph',
      p(r('No '.repeat(150)), styled('Heading1')),
      `paragraph ${'No '.repeat(150).trim()}`,
    ],
  ])('%s', (_, body, expected) => expect(shapes(body, { styles: own })).toEqual([expected]))

  it('stand above what follows', () => {
    const { blocks } = read(
      p(r('A'), styled('Heading1')) + p(r('B'), styled('Heading2')) + p(r('c')),
    )
    expect(blocks[2]?.headings.map(({ text }) => text)).toEqual(['A', 'B'])
  })

  it('survive styles that are based on each other', () => {
    const styles =
      '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    expect(shapes(p(r('x'), styled('A')), { styles })).toEqual(['paragraph x'])
  })
})

describe('lists', () => {
  it('have numbers, levels and an introduction', () => {
    const { blocks } = read(
      p(r('Two things:')) +
        p(r('one'), numbered(1)) +
        p(r('inner'), numbered(1, 1)) +
        p(r('two'), numbered(1)) +
        p(r('After.')),
    )
    expect(
      blocks.map(({ kind, depth, marker }) => `${kind}${depth} ${marker ?? ''}`.trim()),
    ).toEqual(['paragraph0', 'item1 1.', 'item2 (a)', 'item1 2.', 'paragraph0'])
    expect(blocks[1]?.introduction).toBe(blocks[0])
    expect(blocks[3]?.introduction).toBe(blocks[0])
    expect(blocks[2]?.parent).toBe(blocks[1])
  })

  it('may be bulleted, and stop where the number is 0', () => {
    expect(shapes(p(r('a'), numbered(2)) + p(r('b'), numbered(0)))).toEqual([
      'item1 • a',
      'paragraph b',
    ])
  })

  it('number paragraphs, which are no items', () => {
    const body =
      p(r('Part'), numbered(3)) + p(r('Text.'), numbered(3, 1)) + p(r('More.'), numbered(3, 1))
    expect(shapes(body).slice(1)).toEqual(['paragraph 1.1 Text.', 'paragraph 1.2 More.'])
  })

  it('show their numbers in the text', () => {
    expect(read(p(r('one'), numbered(1)) + p(r('two'), numbered(1))).text).toBe('1. one\n2. two')
  })

  it('show and count the numbers of items without text, but of no hidden ones', () => {
    const hidden = '<w:rPr><w:vanish/></w:rPr>'
    const { blocks, text } = read(
      p('', numbered(1)) + p('', numbered(1) + hidden) + p(r('two'), numbered(1)),
    )
    expect(text).toBe('1.\n2. two')
    expect(blocks.map(({ marker, text: words }) => [marker, words])).toEqual([['2.', 'two']])
  })

  it('show the numbers of cells without text', () => {
    const row = (text: string) => [p('', numbered(1)), p(r(text))]
    expect(read(table([row('a'), row('b')])).text).toBe('1.\ta\n2.\tb')
  })
})

describe('tables', () => {
  it('have column and row headers', () => {
    const { blocks, text } = read(
      table([
        [p(r('Who')), p(r('What'))],
        [p(r('Council')), p(r('Pays')) + p(r('later'))],
      ]),
    )
    expect(
      blocks.map((block) => [block.text, block.columnHeader?.text, block.rowHeader?.text]),
    ).toEqual([
      ['Who', undefined, undefined],
      ['What', undefined, undefined],
      ['Council', 'Who', undefined],
      ['Pays', 'What', 'Council'],
      ['later', 'What', 'Council'],
    ])
    expect(text).toBe('Who\tWhat\nCouncil\tPays\nlater')
  })

  it('are frames if they have one column', () => {
    expect(shapes(table([[p(r('Title'), styled('Heading1')) + p(r('Text.'))]]))).toEqual([
      'heading1 Title',
      'paragraph Text.',
    ])
  })

  it('leave out deleted rows', () => {
    const row = (text: string, properties: string) =>
      `<w:tr>${properties}<w:tc>${p(r(text))}</w:tc><w:tc>${p(r('x'))}</w:tc></w:tr>`
    const deleted = '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>'
    expect(texts(`<w:tbl>${row('kept', '')}${row('gone', deleted)}</w:tbl>`)).toEqual(['kept', 'x'])
  })
})

describe('what is read', () => {
  const sdt = (content: string, properties = '') =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
  const box = (text: string) =>
    `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${p(r(text))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p(r(text))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`

  it.each<[string, string, string[]]>([
    ['words over runs', p(r('black') + r('list', '<w:i/>')), ['blacklist']],
    ['insertions', p(`${r('a ')}<w:ins w:id="1" w:author="A">${r('new')}</w:ins>`), ['a new']],
    ['what was moved to', p(`<w:moveTo w:id="1" w:author="A">${r('here')}</w:moveTo>`), ['here']],
    ['links', p(`<w:hyperlink>${r('a link')}</w:hyperlink>`), ['a link']],
    ['fields', p(`${r('See ')}${field('REF x', 'part 2')}.`), ['See part 2']],
    ['simple fields', p(`<w:fldSimple w:instr="DATE">${r('May')}</w:fldSimple>`), ['May']],
    [
      'fields without an end',
      p(run(begin) + r('All of this')) + p(r('and this')),
      ['All of this', 'and this'],
    ],
    ['content controls', sdt(p(r('in a control'))), ['in a control']],
    ['controls in a line', p(r('a ') + sdt(r('b'))), ['a b']],
    ['text boxes, once', p(r('Before.') + run(box('In a box.'))), ['Before.', 'In a box.']],
    ['tabs and breaks', p(run('<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>')), ['a\tb\nc']],
    [
      'hyphens',
      p(run('<w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>erate</w:t>')),
      ['co\u2011operate'],
    ],
    ['smart tags', p(`<w:smartTag>${r('London')}</w:smartTag>`), ['London']],
    [
      'the base of ruby',
      p(run(`<w:ruby><w:rt>${r('no')}</w:rt><w:rubyBase>${r('yes')}</w:rubyBase></w:ruby>`)),
      ['yes'],
    ],
    [
      'a paragraph whose end is deleted, with the next',
      p(r('one '), '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>') + p(r('two')),
      ['one two'],
    ],
    [
      'English that is marked as Welsh',
      p(r('This is what they said about the plan.', '<w:lang w:val="cy-GB"/>')),
      ['This is what they said about the plan.'],
    ],
  ])('%s', (_, body, expected) => expect(texts(body)).toEqual(expected))

  it('quotations by their style', () => {
    const body =
      p(r('Own.')) + p(r('Theirs.'), styled('Quote')) + p(r('Theirs, too.'), styled('Quote'))
    expect(shapes(body)).toEqual([
      'paragraph Own.',
      'quoted paragraph Theirs.',
      'quoted paragraph Theirs, too.',
    ])
  })

  it('captions', () =>
    expect(shapes(p(r('Figure 1'), styled('Caption')))).toEqual(['caption Figure 1']))

  it('marks, by which titles are known', () => {
    const spans = first(
      p(r('See ') + r('The Book', '<w:i/>') + r(' now', '<w:rStyle w:val="Strong"/>')),
    )?.spans
    expect(spans?.map(({ text, marks = [] }) => [text, ...marks])).toEqual([
      ['See '],
      ['The Book', 'emphasis'],
      [' now', 'strong'],
    ])
  })

  it('footnotes behind the text, each once, with their headings and their calls', () => {
    const { blocks, text } = read(
      p(r('Part'), styled('Heading1')) +
        p(r('Claim') + run('<w:footnoteReference w:id="7"/>') + r('.')) +
        p(r('Again') + run('<w:footnoteReference w:id="7"/>')),
      {
        footnotes: `<w:footnote w:id="0" w:type="separator">${p('')}</w:footnote><w:footnote w:id="7">${p(run('<w:footnoteRef/>') + r(' Source.'))}</w:footnote>`,
      },
    )
    expect(blocks[3]).toMatchObject({
      kind: 'footnote',
      text: 'Source.',
      headings: [{ text: 'Part' }],
    })
    expect(blocks[1]?.spans.map(({ text: words, noted }) => [words, noted])).toEqual([
      ['Claim', true],
      ['.', undefined],
    ])
    expect(text).toBe('Part\n\nClaim.\n\nAgain\n\n[1]  Source.')
  })

  it('headers and footers, the same once', () => {
    expect(texts(p(r('Text.')), { header: p(r('Draft')), footer: p(r('Draft')) })).toEqual([
      'Text.',
      'Draft',
      'Draft',
    ])
  })
})

describe('what is not read', () => {
  const toc = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(r('Contents'))}</w:sdtContent></w:sdt>`
  const hidden =
    STYLES +
    '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
  it.each<[string, string]>([
    [
      'deletions',
      p(`<w:del w:id="1" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del>${r('kept')}`),
    ],
    [
      'what was moved away',
      p(`<w:moveFrom w:id="1" w:author="A">${r('gone')}</w:moveFrom>${r('kept')}`),
    ],
    ['hidden text', p(r('gone', '<w:vanish/>') + r('kept'))],
    ['text that a style hides', p(r('gone', '<w:rStyle w:val="H"/>') + r('kept'))],
    ['a table of contents', toc + p(r('kept'))],
    [
      'a contents field over paragraphs',
      p(run(begin) + run('<w:instrText>TOC \\o</w:instrText>') + run(separate) + r('gone')) +
        p(r('gone') + run(end)) +
        p(r('kept')),
    ],
    [
      'instructions of fields',
      p(run(begin) + run('<w:instrText>gone</w:instrText>') + run(separate) + run(end) + r('kept')),
    ],
    [
      'comments of others',
      p(`<w:commentRangeStart w:id="1"/>${r('kept')}<w:commentRangeEnd w:id="1"/>`),
    ],
  ])('%s', (_, body) => expect(texts(body, { styles: hidden })).toEqual(['kept']))

  it('text in another language', () => {
    const block = first(
      p(r('They say ') + r('travail du sexe', '<w:lang w:val="fr-FR"/>') + r(' there.')),
    )
    expect(block?.spans.map(({ text, opaque }) => opaque ?? text)).toEqual([
      'They say ',
      'foreign',
      ' there.',
    ])
  })

  it('but the language of the default style silences nothing', () => {
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:style>'
    expect(texts(p(r('Sex workers met.')), { styles })).toEqual(['Sex workers met.'])
  })

  it('entities that a document type declares', () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>`
    const files = zipSync({
      'word/document.xml': strToU8(
        `${bomb}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('<w:r><w:t>x&a;&b;</w:t></w:r>')}</w:body></w:document>`,
      ),
    })
    expect(readWord(files).text).toBe('x&a;&b;')
  })
})

describe('places', () => {
  it('count paragraphs of their part, empty ones included', () => {
    const { text, locate } = read(
      p('') + p(r('One.')) + p(r('Two.') + run('<w:footnoteReference w:id="1"/>')),
      {
        footnotes: `<w:footnote w:id="1">${p(r('Three.'))}</w:footnote>`,
        header: p(r('Four.')),
      },
    )
    expect(locate(text.indexOf('One'))).toEqual({ paragraph: 2 })
    expect(locate(text.indexOf('Two') + 3)).toEqual({ paragraph: 3 })
    expect(locate(text.indexOf('Three'))).toEqual({ part: 'footnote', paragraph: 1 })
    expect(locate(text.indexOf('Four'))).toEqual({ part: 'header', paragraph: 1 })
  })

  it('are exact in every span of any text', () => {
    const piece = fc.tuple(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('', '<w:i/>', '<w:b/>'),
    )
    const body = fc.array(fc.array(piece, { maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(body, (paragraphs) => {
        const plain = (text: string) => text.replace(/\p{Cc}/gu, '')
        const { text, blocks } = read(
          paragraphs
            .map((pieces) => p(pieces.map(([words, mark]) => r(plain(words), mark)).join('')))
            .join(''),
        )
        for (const span of blocks.flatMap(({ spans }) => spans)) {
          if (!span.opaque) expect(text.slice(span.start, span.end)).toBe(span.text)
        }
      }),
    )
  })
})

describe('files that are no documents', () => {
  const errorOf = (bytes: Uint8Array) => {
    try {
      readWord(bytes)
    } catch (error) {
      if (error instanceof UnreadableError) return error
      throw error
    }
    return expect.fail('it was read')
  }

  it.each<[string, Uint8Array]>([
    ['half a file', word({ body: p(r('x'.repeat(5000))) }).slice(0, 900)],
    ['broken XML', zipSync({ 'word/document.xml': strToU8('<w:document><w:body></w:document>') })],
    ['a package without text', zipSync({ 'word/other.xml': strToU8('<a/>') })],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(40_000_000).fill(32) })],
    ['elements without end', zipSync({ 'word/document.xml': strToU8('<a>'.repeat(100_000)) })],
  ])('%s', (_, bytes) => {
    const { code, message } = errorOf(bytes)
    expect(code).toBe('damaged')
    expect(message).toMatch(/; (?:open it|fetch it)/)
  })

  it('throws nothing but UnreadableError, whatever is damaged', () => {
    const whole = word({ body: p(r('Sex workers met.')), styles: STYLES, numbering: NUMBERING })
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 })
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        try {
          readWord(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableError)
        }
      }),
    )
  })
})

describe('typed bullets and numbers', () => {
  it.each([
    ['a bullet and a tab', `•</w:t><w:tab/><w:t>Keep records`, 'item1 • Keep records'],
    ['a dash', '– Keep records', 'item1 – Keep records'],
    ['a number', '2. Keep records', 'item1 2. Keep records'],
    ['a letter in brackets', '(b) Keep records', 'item1 (b) Keep records'],
    ['an initial is none', 'A. Khan keeps records', 'paragraph A. Khan keeps records'],
    ['a figure is none', '2.5 records', 'paragraph 2.5 records'],
  ])('%s', (_name, text, expected) => {
    expect(shapes(p(run(`<w:t xml:space="preserve">${text}</w:t>`)))).toEqual([expected])
  })

  it('belong to the sentence that introduces them', () => {
    const [lead, item] = read(p(r('The council will:')) + p(r('• keep records'))).blocks
    expect(item?.introduction).toBe(lead)
    expect(item?.spans[0]).toMatchObject({ text: 'keep records' })
    expect(item?.spans[0]?.start).toBe('The council will:\n\n• '.length)
  })
})

it('says that the words of charts and diagrams were not checked', () => {
  const drawing = (inside: string) => run(`<w:drawing>${inside}</w:drawing>`)
  const chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
  const { notices } = read(p(drawing(chart) + r('See the chart.')))
  expect(notices).toMatchObject([{ id: 'object-unread' }])
  expect(notices[0]?.reason).toContain('a chart, diagram or sheet')
})
