import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, OPAQUE, placeInFile, type Reading } from '../../src/blocks.ts'
import { readText } from '../../src/readers/text.ts'

const FIXTURES = new URL('../fixtures/text/', import.meta.url)

/** What a block is, in one line: kind and depth, where it stands, and its text. */
function describeBlock(block: Block): string {
  const { kind, depth, quotation, marker, introduction, parent, columnHeader, rowHeader } = block
  return [
    `${kind}${depth || ''}`,
    ...(quotation ? [`quoted ${quotation}`] : []),
    ...(marker ? [`marker ${marker}`] : []),
    ...(introduction ? [`after “${startOf(introduction)}”`] : []),
    ...(parent ? [`in “${startOf(parent)}”`] : []),
    ...(columnHeader ? [`column “${startOf(columnHeader)}”`] : []),
    ...(rowHeader ? [`row “${startOf(rowHeader)}”`] : []),
    ...(block.headings.length > 0 ? [`under “${block.headings.map(startOf).join(' > ')}”`] : []),
    JSON.stringify(block.text),
  ].join(' | ')
}

function startOf({ text }: Block): string {
  return text.slice(0, 24).replaceAll('\n', ' ')
}

function outlineOf({ blocks }: Reading): string {
  return `${blocks.map(describeBlock).join('\n')}\n`
}

/** Kind, depth and text of each block: enough for most cases. */
function shapes(text: string): string[] {
  return read(text).blocks.map(({ kind, depth, text: words }) => `${kind}${depth || ''}: ${words}`)
}

/** Reads a text and asserts that every span is exact. */
function read(text: string): Reading {
  const reading = readText(text)
  let end = 0
  for (const block of reading.blocks) {
    expect(block.text).toBe(block.spans.map((span) => span.text).join(''))
    expect(block.text.trim()).not.toBe('')
    for (const span of block.spans) {
      expect(span.start).toBeGreaterThanOrEqual(end)
      expect(span.end).toBeGreaterThan(span.start)
      end = span.end
      const source = text.slice(span.start, span.end)
      if (span.opaque) expect([span.text, span.opaque]).toEqual([OPAQUE, 'address'])
      else if (span.text.length === source.length) expect(source).toBe(span.text)
      else expect([span.text, source]).toEqual(['\n', '\r\n'])
    }
  }
  expect(end).toBeLessThanOrEqual(text.length)
  return reading
}

function blockOf(text: string, words: string): Block {
  const block = read(text).blocks.find((candidate) => candidate.text.includes(words))
  if (!block) throw new Error(`No block holds “${words}”`)
  return block
}

describe('fixtures', () => {
  const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.txt'))

  it.each(names)('%s', async (name) => {
    const text = readFileSync(new URL(name, FIXTURES), 'utf8')
    const snapshot = fileURLToPath(new URL(name.replace(/txt$/, 'outline'), FIXTURES))
    await expect(outlineOf(read(text))).toMatchFileSnapshot(snapshot)
  })

  it.each(names)('%s is the same with CRLF and with a byte-order mark', (name) => {
    const text = readFileSync(new URL(name, FIXTURES), 'utf8')
    const outline = outlineOf(read(text))
    expect(outlineOf(read(text.replaceAll('\n', '\r\n')))).toBe(outline)
    expect(outlineOf(read(`\uFEFF${text}`))).toBe(outline)
    expect(outlineOf(read(`\uFEFF${text.replaceAll('\n', '\r\n')}`))).toBe(outline)
  })
})

describe('spans', () => {
  it('makes a unit of a CRLF between lines, and leaves indentation out', () => {
    const text = 'Officers must\r\n  record it.\r\n'
    expect(read(text).blocks[0]?.spans).toEqual([
      { text: 'Officers must', start: 0, end: 13 },
      { text: '\n', start: 13, end: 15 },
      { text: 'record it.', start: 17, end: 27 },
    ])
  })

  it('reads lines that follow one another as one span, and leaves trailing space out', () => {
    const text = 'safe-  \nguarding\nstaff'
    expect(read(text).blocks[0]?.spans).toEqual([
      { text: 'safe-', start: 0, end: 5 },
      { text: '\nguarding\nstaff', start: 7, end: 22 },
    ])
  })

  it('leaves markers and “>” out', () => {
    const text = '> one\n\n  • two'
    expect(read(text).blocks.map(({ spans }) => spans)).toEqual([
      [{ text: 'one', start: 2, end: 5 }],
      [{ text: 'two', start: 11, end: 14 }],
    ])
  })

  it('keeps the quotation mark before a marker', () => {
    const text = '“(1) A person commits an offence.'
    expect(read(text).blocks[0]).toMatchObject({
      kind: 'item',
      marker: '(1)',
      spans: [
        { text: '“', start: 0, end: 1 },
        { text: 'A person commits an offence.', start: 5, end: 33 },
      ],
    })
  })

  it('counts a byte-order mark and leaves it out of the text', () => {
    expect(read('\uFEFFOne.').blocks[0]?.spans).toEqual([{ text: 'One.', start: 1, end: 5 }])
  })

  it('leaves soft hyphens and non-breaking spaces as written', () => {
    expect(shapes('sex\u00A0work and safe\u00ADguarding.')).toEqual([
      'paragraph: sex\u00A0work and safe\u00ADguarding.',
    ])
  })

  it.each([
    ['See https://example.org/a_(b), please.', 'https://example.org/a_(b)'],
    ['(see http://example.org/path?x=1&y=2).', 'http://example.org/path?x=1&y=2'],
    ['Go to WWW.Example.org/help.', 'WWW.Example.org/help'],
    ['Write to first.last+x@mail.example.org.', 'first.last+x@mail.example.org'],
    ['“https://example.org/x”', 'https://example.org/x'],
  ])('makes an address of a part of %s', (text, address) => {
    const spans = read(text).blocks[0]?.spans ?? []
    const opaque = spans.find((span) => span.opaque)
    expect(text.slice(opaque?.start, opaque?.end)).toBe(address)
    expect(opaque).toMatchObject({ text: OPAQUE, opaque: 'address' })
    expect(spans.length).toBe(text.startsWith('(') ? 3 : spans.length)
  })

  it.each(['foo@ bar', '@home', 'http:// and www.', 'a@b@', 'swww.x'])(
    'makes no address of %s',
    (text) => {
      expect(read(text).blocks[0]?.text).toBe(text)
    },
  )
})

describe('paragraphs', () => {
  it('joins lines that are wrapped, and ends them at blank lines and form feeds', () => {
    expect(shapes('One line that goes\non here.\n\nAnother\fand a third.')).toEqual([
      'paragraph: One line that goes\non here.',
      'paragraph: Another',
      'paragraph: and a third.',
    ])
  })

  it('takes each line as a paragraph where lines are far longer than any wrapping', () => {
    const long = `${'The council has considered every answer to the question. '.repeat(4)}It agrees.`
    expect(shapes(`${long}\nIt acted.\n${long}\nThe end.`)).toEqual([
      `paragraph: ${long}`,
      'paragraph: It acted.',
      `paragraph: ${long}`,
      'paragraph: The end.',
    ])
  })

  it('ends a paragraph at a short line in wrapped text without blank lines', () => {
    const text = [
      'The service met four hundred people in the twelve months to March.',
      'Most of them had been in touch before, and about a third had moved',
      'to the county.',
      'Referrals came from the police, and from officers who deal with the',
      'allocation of housing in the five towns.',
    ].join('\n')
    expect(read(text).blocks.map((block) => block.text.slice(0, 9))).toEqual([
      'The servi',
      'Referrals',
    ])
  })

  it('keeps a name in capitals together where a full line ends inside it', () => {
    expect(
      shapes('People in every one of the forces should be told of the Modern\nSlavery Act.'),
    ).toEqual([
      'paragraph: People in every one of the forces should be told of the Modern\nSlavery Act.',
    ])
  })

  it('does not join a list of short lines', () => {
    expect(shapes('Contacting us\nAbout the service\nYour rights on arrest')).toHaveLength(3)
  })

  it('divides what is too long at the end of a sentence, and says so', () => {
    const text = 'A sentence of prose about it. '.repeat(2000).trim()
    const { blocks, notices } = read(text)
    expect(notices).toMatchObject([{ id: 'document-budget', severity: 'suggestion' }])
    expect(blocks.length).toBe(4)
    for (const block of blocks) {
      expect(block.text.length).toBeLessThanOrEqual(20_000)
      expect(block.text).toMatch(/^A sentence.*it\. ?$/s)
    }
    expect(
      read('word '.repeat(10_000)).blocks.every(({ text: words }) => words.length <= 20_000),
    ).toBe(true)
    expect(read('x'.repeat(50_000)).blocks).toHaveLength(3)
  })

  it('reads nothing into an empty text', () => {
    for (const text of ['', '\uFEFF', '\n\n', ' \t\r\n', '-----', '\f']) {
      expect(readText(text)).toEqual({ blocks: [], directives: [], notices: [] })
    }
  })
})

describe('headings', () => {
  const prose = 'The service met four hundred people last year, and it will meet more.'

  it.each([
    ['Title\n=====', 1, undefined, 'Title'],
    ['Title\n-----', 2, undefined, 'Title'],
    ['Title\n*****', 1, undefined, 'Title'],
    ['# Title', 1, undefined, 'Title'],
    ['### Title', 3, undefined, 'Title'],
    ['4. What the law says', 1, '4.', 'What the law says'],
    ['2.3 What the law says', 2, '2.3', 'What the law says'],
    ['2.3.1. What the law says', 3, '2.3.1.', 'What the law says'],
    ['7\tWhat the law says', 1, '7', 'What the law says'],
    ['7      What the law says', 1, '7', 'What the law says'],
    ['IV. What the law says', 1, 'IV.', 'What the law says'],
    ['Section 4: What the law says', 1, undefined, 'Section 4: What the law says'],
    ['Annex B – Forms', 1, undefined, 'Annex B – Forms'],
    ['WHAT THE LAW SAYS', 2, undefined, 'WHAT THE LAW SAYS'],
    ['What the law says', 3, undefined, 'What the law says'],
  ])('reads %s', (heading, depth, marker, text) => {
    const { blocks } = read(`${prose}\n\n${heading}\n\n${prose}`)
    expect(blocks[1]).toMatchObject({ kind: 'heading', depth, text })
    expect(blocks[1]?.marker).toBe(marker)
    expect(blocks[2]).toMatchObject({ kind: 'paragraph', headings: [blocks[1]] })
  })

  it('makes the title of a short line at the beginning, and keeps it above numbered parts', () => {
    const { blocks } = read(`Our strategy\n\n1. Aims\n\n${prose}\n\nMeans\n\n${prose}`)
    expect(blocks.map(({ kind, depth }) => `${kind}${depth}`)).toEqual([
      'heading1',
      'heading1',
      'paragraph0',
      'heading3',
      'paragraph0',
    ])
    expect(blocks[4]?.headings.map(({ text }) => text)).toEqual(['Our strategy', 'Aims', 'Means'])
  })

  it.each([
    'It was agreed.',
    'They went to the',
    'April 2026',
    '17 May 2023',
    'and so it ended',
    'What next?',
    '12',
    'Page 3 ........ 4',
    'See www.example.org',
  ])('takes %s alone between paragraphs for a paragraph', (line) => {
    expect(read(`${prose}\n\n${line}\n\n${prose}`).blocks[1]?.kind).toBe('paragraph')
  })

  it('reads a heading, and a question, directly above its text', () => {
    expect(shapes(`${prose}\n\nWhat is a referral?\n${prose}`)[1]).toBe(
      'heading3: What is a referral?',
    )
  })

  it('takes numbered lines that follow each other for a list', () => {
    expect(shapes(`1. Housing\n2. Health\n3. Debt\n\n${prose}`)).toEqual([
      'item1: Housing',
      'item1: Health',
      'item1: Debt',
      `paragraph: ${prose}`,
    ])
  })

  it('takes a numbered sentence for a paragraph with a marker', () => {
    const { blocks } = read(`2.3   ${prose}\n      That is all.\n\n      We agree.`)
    expect(blocks[0]).toMatchObject({ kind: 'paragraph', marker: '2.3' })
    expect(blocks[1]).toMatchObject({ text: 'We agree.', quotation: 0 })
    expect(blocks).toHaveLength(2)
  })

  it('takes running titles beside page numbers for paragraphs that interrupt nothing', () => {
    const text = `They saw:\n\n• one\n\nAnnual review\n\n12\n\n• two\n\n${prose}\n\nAnnual review\n\n13\n\n${prose}`
    const { blocks } = read(text)
    expect(blocks.every(({ kind }) => kind !== 'heading')).toBe(true)
    expect(blockOf(text, 'two').introduction?.text).toBe('They saw:')
  })
})

describe('lists', () => {
  it.each(['•', '◦', '▪', '-', '–', '*', 'o', '·', '\uF0B7', '✓'])(
    'reads the bullet %s',
    (bullet) => {
      const { blocks } = read(`The aims are:\n${bullet} to listen\n${bullet} to act`)
      expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
        'paragraph: The aims are:',
        'item: to listen',
        'item: to act',
      ])
      expect(blocks[2]).toMatchObject({ marker: bullet, depth: 1, introduction: blocks[0] })
    },
  )

  it.each([
    ['1.', '2.'],
    ['1)', '2)'],
    ['(a)', '(b)'],
    ['a)', 'b)'],
    ['a.', 'b.'],
    ['(i)', '(ii)'],
    ['iv.', 'v.'],
    ['(A)', '(B)'],
    ['(9)', '(10)'],
  ])('reads the numbering %s, %s', (first, second) => {
    const { blocks } = read(`The aims are:\n\n${first} to listen;\n\n${second} to act.`)
    expect(blocks.map(({ kind, marker }) => marker ?? kind)).toEqual(['paragraph', first, second])
    expect(blocks[2]).toMatchObject({ depth: 1, introduction: blocks[0] })
  })

  it('nests by kind of marker, and knows “(i)” after “(h)” from the numeral', () => {
    const { blocks } = read(
      [
        '(1) A person commits an offence if—',
        '(a) the person acts; and',
        '(i) it is day, or',
        '(ii) it is night;',
        '(b) the person knows.',
        '(2) In this section—',
        ...[...'abcdefghij'].map((letter) => `(${letter}) something;`),
      ].join('\n'),
    )
    expect(blocks.map(({ depth }) => depth)).toEqual([1, 2, 3, 3, 2, 1, ...Array(10).fill(2)])
    expect(blocks[2]).toMatchObject({ parent: blocks[1], introduction: blocks[1] })
    expect(blocks[4]).toMatchObject({ parent: blocks[0], introduction: blocks[0] })
    expect(blocks.at(-1)).toMatchObject({ parent: blocks[5], introduction: blocks[5] })
  })

  it('nests by indentation', () => {
    const { blocks } = read('- one\n  - two\n    - three\n- four')
    expect(blocks.map(({ depth }) => depth)).toEqual([1, 2, 3, 1])
    expect(blocks[2]?.parent).toBe(blocks[1])
    expect(blocks[3]?.parent).toBeUndefined()
  })

  it('joins wrapped lines, hanging or not', () => {
    expect(shapes('- officers who deal\n  with it\n- services that\nwork with them')).toEqual([
      'item1: officers who deal\nwith it',
      'item1: services that\nwork with them',
    ])
  })

  it('gives an item the paragraphs that are indented below it', () => {
    const { blocks } = read('1. Listen.\n\n   It takes time.\n\n2. Act.')
    expect(blocks[1]).toMatchObject({ kind: 'paragraph', quotation: 0, parent: blocks[0] })
    expect(blocks[2]).toMatchObject({ kind: 'item', marker: '2.' })
  })

  it('is introduced by the line before, or by a heading', () => {
    const text = 'We met twice.\nThe aims are:\n- to listen'
    expect(blockOf(text, 'to listen').introduction?.text).toBe('The aims are:')
    expect(blockOf('## Aims\n\n- to listen', 'to listen').introduction?.kind).toBe('heading')
    expect(blockOf('- to listen', 'to listen').introduction).toBeUndefined()
  })

  it('goes on after a paragraph: by its numbers, or by its bullet', () => {
    const numbered = 'The aims are:\n\n1. to listen;\n\nThis comes first.\n\n2. to act.'
    expect(blockOf(numbered, 'to act').introduction?.text).toBe('The aims are:')
    const bulleted = 'The aims are:\n\n- to listen;\n\nThis comes first.\n\n- to act.'
    expect(blockOf(bulleted, 'to act').introduction?.text).toBe('The aims are:')
    const anew = 'The aims are:\n\n- to listen.\n\nThe means are:\n\n- to act.'
    expect(blockOf(anew, 'to act').introduction?.text).toBe('The means are:')
    const long = `The aims are:\n\n- to listen.\n\n${'So it was agreed. '.repeat(20)}\n\n- to act.`
    expect(blockOf(long, 'to act').introduction?.text).toMatch(/^So it was/)
  })

  it('takes a dash or number at the start of a wrapped line for a part of the sentence', () => {
    const text = [
      'The police play a part in protecting those who sell sex in a town',
      '- both men and women - from harm, as is said in subsection (1) or',
      '(2) of the section that the guidance quotes at its beginning.',
    ].join('\n')
    expect(read(text).blocks).toHaveLength(1)
  })

  it('leaves to the paragraph what goes on further out than the markers', () => {
    expect(
      shapes('It applies to—\n   (a) premises; and\n   (b) vehicles,\nthat are in use.'),
    ).toEqual([
      'paragraph: It applies to—',
      'item1: premises; and',
      'item1: vehicles,',
      'paragraph: that are in use.',
    ])
  })

  it('gives torn-off bullets their texts', () => {
    const { blocks } = read(
      'We will:\n•\n•\n\nListen to people.\nAct on what they say.\n\nThe end.',
    )
    expect(blocks.map(({ kind, marker }) => marker ?? kind)).toEqual([
      'paragraph',
      '•',
      '•',
      'paragraph',
    ])
    expect(blocks[2]?.introduction).toBe(blocks[0])
  })
})

describe('quotations', () => {
  it('reads “>” at any depth', () => {
    const { blocks } = read('> one\n>> two\n> - three\n\nfour')
    expect(blocks.map(({ kind, quotation }) => `${kind} ${quotation}`)).toEqual([
      'paragraph 1',
      'paragraph 2',
      'item 1',
      'paragraph 0',
    ])
  })

  it('takes “>” before a number for a comparison', () => {
    expect(shapes('>50% of them')).toEqual(['paragraph: >50% of them'])
  })

  it.each(['    ', '\t'])('reads a paragraph set in by %j', (indentation) => {
    const { blocks } = read(`She said:\n\n${indentation}It was\n${indentation}hard.\n\nWe agree.`)
    expect(blocks.map(({ quotation }) => quotation)).toEqual([0, 1, 0])
  })

  it('takes neither first lines nor whole texts that are set in for quotations', () => {
    const first =
      '    The first line of each\nparagraph is set in.\n\n    So is the second line\nof them.'
    const all = 'Title\n=====\n\n    One paragraph.\n\n    Two paragraphs.\n\n    Three paragraphs.'
    for (const text of [first, all]) {
      expect(read(text).blocks.every(({ quotation }) => quotation === 0)).toBe(true)
    }
  })
})

describe('tables', () => {
  it.each([
    ['tabs', 'Avoid\tWrite\nvice girl\twoman\npunter\tbuyer'],
    ['bars', '| Avoid | Write |\n|---|---|\n| vice girl | woman |\n| punter | buyer |'],
    ['open bars', 'Avoid | Write\nvice girl | woman\npunter | buyer'],
    ['columns', 'Avoid         Write\nvice girl     woman\npunter        buyer'],
    [
      'a frame',
      '+---+---+\n| Avoid | Write |\n+---+---+\n| vice girl | woman |\n| punter | buyer |\n+---+---+',
    ],
  ])('reads one laid out with %s', (_, table) => {
    const { blocks } = read(`Words to use:\n\n${table}\n\nThe end.`)
    expect(blocks.map(({ text }) => text)).toEqual([
      'Words to use:',
      'Avoid',
      'Write',
      'vice girl',
      'woman',
      'punter',
      'buyer',
      'The end.',
    ])
    expect(blocks[1]).toMatchObject({ kind: 'cell', introduction: blocks[0] })
    expect(blocks[4]).toMatchObject({ columnHeader: blocks[2], rowHeader: blocks[3] })
    expect(blocks[3]?.rowHeader).toBeUndefined()
  })

  it.each([
    'Met report | The Guardian | May\nMet report | BBC News',
    'A line with   a wide gap in it\nand yet another   somewhere else in it',
    'Only one\tline of two cells',
  ])('takes %j for no table', (text) => {
    expect(read(text).blocks.every(({ kind }) => kind !== 'cell')).toBe(true)
  })
})

describe('footnotes', () => {
  it('reads notes in brackets, raised numbers, and plain numbers under a rule', () => {
    const text =
      'Prose.[1]\n\n[1] A note that\nis wrapped.\n[2] Another.\n\n² A third.\n\n_____\n3 The last.'
    const { blocks } = read(text)
    expect(blocks.map(({ kind, marker }) => marker ?? kind)).toEqual([
      'paragraph',
      '[1]',
      '[2]',
      '²',
      '3',
    ])
    expect(blocks.slice(1).every(({ kind }) => kind === 'footnote')).toBe(true)
  })
})

describe('directives', () => {
  it('reads a comment that fills a line, and nothing else', () => {
    const comment = '<!-- fairdraft-ignore-next sex-work: a name -->'
    const text = `One.\n  ${comment}\nTwo.\n\n<!-- a note -->`
    const { blocks, directives } = read(text)
    expect(blocks.map(({ text: words }) => words)).toEqual(['One.', 'Two.', '<!-- a note -->'])
    expect(directives).toMatchObject([{ kind: 'next', ids: ['sex-work'], reason: 'a name' }])
    const [{ start, end } = { start: 0, end: 0 }] = directives
    expect(text.slice(start, end)).toBe(comment)
  })
})

describe('any text', () => {
  const LINES = [
    ...['', '', ' ', '-', '•', '1.', '(a)', '---', '====', '* * *', '12', '>', '# ', 'o '],
    ...[
      '- an item',
      '  • an item',
      '1. First',
      '2.1 Second',
      '(iv) fourth',
      '“(1) A person',
      'b) x',
    ],
    ...['A title', 'UPPER CASE', 'A line that ends.', 'and goes on here', 'They are:', '\tset in'],
    ...[
      '> quoted',
      '>> deeper',
      '> - item',
      'a\tb\tc',
      '| x | y |',
      '|---|---|',
      'aa    bb',
      'cc    dd',
    ],
    ...['[1] note', '¹ note', '3 Note', 'see https://x.org/a.', 'me@x.org', 'www.', 'Part II: On'],
    ...[
      '<!-- fairdraft-ignore-next a: b -->',
      '<!-- no -->',
      'x'.repeat(170),
      'é ﬁ 𝒳 \u00AD\u00A0',
    ],
  ]
  const anyText = fc.oneof(
    fc
      .array(
        fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\r\n', '\r', '\f', '\u2028')),
        {
          maxLength: 60,
        },
      )
      .map((lines) => lines.flat().join('')),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...' \n\t>-*.|#o1a(@w=<!'), maxLength: 200 }),
  )

  it('is read without loss: every letter stands in one block, a marker, an address or a directive', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { blocks, directives } = read(text)
        const covered = new Uint8Array(text.length)
        for (const { start, end } of [...blocks.flatMap(({ spans }) => spans), ...directives]) {
          for (let index = start; index < end; index++) covered[index] = (covered[index] ?? 0) + 1
        }
        expect(Math.max(0, ...covered)).toBeLessThan(2)
        for (const { 0: letter, index } of text.matchAll(/[\p{L}\p{N}]/gu)) {
          if (covered[index]) continue
          const before = text.slice(0, index + letter.length).split(/[\n\r\f\v\u0085\u2028\u2029]/)
          expect(before.at(-1)).toMatch(/^[\s>“‘"']*[([^]*[\w.¹-]{1,12}$/u)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('gives every index of a block a place', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const block of readText(text).blocks) {
          const { start, end } = placeInFile(block, 0, block.text.length)
          expect(start).toBe(block.spans[0]?.start)
          expect(end).toBe(block.spans.at(-1)?.end)
        }
      }),
    )
  })
})
