import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, OPAQUE, type Reading, type Span } from '../../src/blocks.ts'
import { Context } from '../../src/readers/markdown/context.ts'
import { Draft } from '../../src/readers/markdown/draft.ts'
import { readFlow } from '../../src/readers/markdown/flow.ts'
import { readMarkdown } from '../../src/readers/markdown.ts'

const FIXTURE = new URL('../fixtures/markdown/everything.md', import.meta.url)

/** Reads a text and asserts that every span is exact: in order, without overlap, equal to the source. */
function read(text: string): Reading {
  const reading = readMarkdown(text)
  const spans = reading.blocks.flatMap((block) => block.spans)
  const wrong = spans.filter((span, index) => {
    const before = spans[index - 1]?.end ?? 0
    const isInPlace = before <= span.start && span.start < span.end && span.end <= text.length
    return !isInPlace || !isExact(span, text.slice(span.start, span.end))
  })
  expect(wrong).toEqual([])
  for (const block of reading.blocks) {
    if (block.text.trim() === '') expect.fail('a block has no text')
    if (block.text !== block.spans.map((span) => span.text).join('')) expect.fail('spans differ')
  }
  return reading
}

function isExact({ text, opaque }: Span, source: string): boolean {
  if (opaque) return text === OPAQUE
  if (text === '\n') return /^(\r\n|\r|\n|<br.*>|&.*;)$/.test(source)
  return text.length !== source.length || text === source
}

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
    JSON.stringify(block.text).replaceAll(OPAQUE, '▯'),
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

/** The block whose text holds some words. */
function blockOf(text: string, words: string): Block {
  const block = read(text).blocks.find((candidate) => candidate.text.includes(words))
  if (!block) throw new Error(`No block holds “${words}”`)
  return block
}

/** The spans of the only block: text, source, and marks or what an opaque one stands for. */
function spansOf(text: string): string[][] {
  const { blocks } = read(text)
  expect(blocks).toHaveLength(1)
  return (blocks[0]?.spans ?? []).map((span) => [
    span.text,
    text.slice(span.start, span.end),
    ...labelsOf(span),
  ])
}

function labelsOf({ marks = [], opaque }: Span): string[] {
  return [...marks, ...(opaque ? [opaque] : [])]
}

describe('a file with everything in it', () => {
  const text = readFileSync(FIXTURE, 'utf8')

  it('has these blocks', async () => {
    const snapshot = fileURLToPath(new URL('everything.outline', FIXTURE))
    await expect(outlineOf(read(text))).toMatchFileSnapshot(snapshot)
  })

  it('has these directives', () => {
    const found = read(text).directives.map(({ start, end, ...directive }) => ({
      ...directive,
      comment: text.slice(start, end),
    }))
    expect(found).toEqual([
      {
        kind: 'next',
        ids: ['sex-work'],
        reason: 'the programme’s own name',
        comment: '<!-- fairdraft-ignore-next sex-work: the programme’s own name -->',
      },
      {
        kind: 'disable',
        ids: ['police/welfare-visit', 'sex-work'],
        reason: '',
        comment: '<!-- fairdraft-disable police/welfare-visit, sex-work -->',
      },
      { kind: 'enable', ids: [], reason: '', comment: '<!-- fairdraft-enable -->' },
    ])
  })

  it.each([
    ['CRLF', (lines: string) => lines.replaceAll('\n', '\r\n')],
    ['CR', (lines: string) => lines.replaceAll('\n', '\r')],
    ['a byte-order mark', (lines: string) => `\uFEFF${lines}`],
    ['both', (lines: string) => `\uFEFF${lines.replaceAll('\n', '\r\n')}`],
    ['no line ending at its end', (lines: string) => lines.trimEnd()],
  ])('is the same with %s', (_, change) => {
    expect(outlineOf(read(change(text)))).toBe(outlineOf(read(text)))
  })
})

describe('headings', () => {
  it.each([
    ['# One', 'heading1: One'],
    ['###### Six ##', 'heading6: Six'],
    ['## C#', 'heading2: C#'],
    ['   ## Indented', 'heading2: Indented'],
    ['One\nand two\n===', 'heading1: One\nand two'],
    ['Two\n---', 'heading2: Two'],
    ['\uFEFF# After a mark', 'heading1: After a mark'],
  ])('reads %j', (text, shape) => {
    expect(shapes(text)).toEqual([shape])
  })

  it('stand above what follows, up to the next of their rank', () => {
    const path = (words: string) =>
      blockOf('# A\n\n### B\n\nb\n\n## C\n\nc\n\n# D\n\nd', words).headings.map(({ text }) => text)
    expect(path('b')).toEqual(['A', 'B'])
    expect(path('c')).toEqual(['A', 'C'])
    expect(path('d')).toEqual(['D'])
  })

  it('of a quotation count for nothing outside', () => {
    const text = '# A\n\n> ## B\n>\n> quoted\n\nown'
    expect(blockOf(text, 'quoted').headings.map((block) => block.text)).toEqual(['A', 'B'])
    expect(blockOf(text, 'own').headings.map((block) => block.text)).toEqual(['A'])
  })
})

describe('text', () => {
  it('leaves markup out and joins the words that it splits', () => {
    expect(spansOf('chair**man** of *the **board***')).toEqual([
      ['chair', 'chair'],
      ['man', 'man', 'strong'],
      [' of ', ' of '],
      ['the ', 'the ', 'emphasis'],
      ['board', 'board', 'emphasis', 'strong'],
    ])
    expect(shapes('chair**man**')).toEqual(['paragraph: chairman'])
  })

  it('reads escapes and entities as units', () => {
    expect(spansOf('a\\*b &amp; c &#8217; &rsquo;d')).toEqual([
      ['a', 'a'],
      ['*', '\\*'],
      ['b ', 'b '],
      ['&', '&amp;'],
      [' c ', ' c '],
      ['’', '&#8217;'],
      [' ', ' '],
      ['’', '&rsquo;'],
      ['d', 'd'],
    ])
  })

  it('reads line endings as they are written, or as units', () => {
    expect(spansOf('a\nb  \nc\\\nd\r\n   e')).toEqual([
      ['a\nb', 'a\nb'],
      ['\n', '\n'],
      ['c', 'c'],
      ['\n', '\n'],
      ['d', 'd'],
      ['\n', '\r\n'],
      ['e', 'e'],
    ])
  })

  it('reads code and addresses as opaque', () => {
    expect(spansOf('`a b` <https://a.org> www.b.org, https://c.org/d_e_f. x@y.org')).toEqual([
      [OPAQUE, '`a b`', 'code'],
      [' ', ' '],
      [OPAQUE, '<https://a.org>', 'address'],
      [' ', ' '],
      [OPAQUE, 'www.b.org', 'address'],
      [', ', ', '],
      [OPAQUE, 'https://c.org/d_e_f', 'address'],
      ['. ', '. '],
      [OPAQUE, 'x@y.org', 'address'],
    ])
  })

  it('reads the text of links', () => {
    expect(spansOf('see [the *Act*](https://a.org/(b) "Title") now')).toEqual([
      ['see ', 'see '],
      ['the ', 'the ', 'link'],
      ['Act', 'Act', 'link', 'emphasis'],
      [' now', ' now'],
    ])
    expect(spansOf('[www.a.org](https://a.org)')).toEqual([
      [OPAQUE, 'www.a.org', 'link', 'address'],
    ])
  })

  it('finds the definitions of links wherever they stand', () => {
    const text = `[the Act][sc] and [SC] and [none]\n\n${'Filler.\n\n'.repeat(50)}> [Sc]: /a "b"\n`
    expect(read(text).blocks[0]?.text).toBe('the Act and SC and [none]')
    expect(read(text).blocks.at(-1)?.text).toBe('Filler.')
  })

  it('reads what stands for an image as prose', () => {
    expect(spansOf('a ![*big* map](b.png) c')).toEqual([
      ['a ', 'a '],
      ['big', 'big', 'emphasis'],
      [' map', ' map'],
      [OPAQUE, '](b.png)', 'image'],
      [' c', ' c'],
    ])
    expect(shapes('![a map](b.png)')).toEqual([`caption: a map${OPAQUE}`])
  })

  it('leaves out calls of footnotes and the boxes of tasks', () => {
    expect(shapes('a[^1].\n\n[^1]: b')).toEqual(['paragraph: a.', 'footnote: b'])
    expect(shapes('- [ ] a\n- [x] *b*\n')).toEqual(['item1: a', 'item1: b'])
  })

  it('leaves out tags, but marks what they mark', () => {
    expect(spansOf('a <b>b</b> <span lang="fr">c</span> <code>d *e*</code> f<br>g')).toEqual([
      ['a ', 'a '],
      ['b', 'b', 'strong'],
      [' ', ' '],
      ['c', 'c'],
      [' ', ' '],
      [OPAQUE, '<code>d *e*</code>', 'code'],
      [' f', ' f'],
      ['\n', '<br>'],
      ['g', 'g'],
    ])
  })

  it('keeps the text of code that is never closed', () => {
    expect(shapes('a <code>b c')).toEqual(['paragraph: a b c'])
  })

  it('reads a long paragraph as one, and one that is too long in parts, which it says', () => {
    const sentence = 'The duty of *care* applies 🎉. '
    const words = sentence.replaceAll('*', '')
    const long = read(sentence.repeat(600))
    expect(long.blocks.map(({ text }) => text)).toEqual([words.repeat(600).trimEnd()])
    expect(long.notices).toEqual([])
    const { blocks, notices } = read(sentence.repeat(2000))
    expect(blocks.map(({ text }) => `${text} `).join('')).toBe(words.repeat(2000))
    for (const { text } of blocks) expect(text).toMatch(/^The.*🎉\.$/u)
    expect(blocks.length).toBe(3)
    expect(notices).toMatchObject([{ id: 'document-budget', severity: 'suggestion' }])
  })
})

describe('lists', () => {
  it('have markers, depths and parents', () => {
    const text = '- a\n  1) b\n\n     further\n\n     - c\n- d'
    expect(outlineOf(read(text)).trimEnd().split('\n')).toEqual([
      'item1 | marker - | "a"',
      'item2 | marker 1) | after “a” | in “a” | "b"',
      'paragraph | in “b” | "further"',
      'item3 | marker - | after “further” | in “b” | "c"',
      'item1 | marker - | "d"',
    ])
  })

  it.each([
    ['a paragraph', 'Intro:\n\n- a\n- b'],
    ['a paragraph on the line before', 'Intro:\n- a\n- b'],
    ['a heading', '# Intro:\n\n- a\n\n- b'],
    ['a paragraph, over a comment', 'Intro:\n\n<!-- x -->\n\n* a\n* b'],
    ['a paragraph, over other bullets', 'Intro:\n\n- a\n+ b'],
    [
      'a paragraph, before an interruption',
      'Intro:\n\n1. a\n\nWhat is more, and at any length.\n\n2. b',
    ],
    ['a paragraph, before a short interruption', 'Intro:\n\n- a\n\nAnd.\n\n- b'],
    ['a paragraph, in a quotation', '> Intro:\n>\n> - a\n>\n> And.\n>\n> - b'],
  ])('are introduced by %s', (_, text) => {
    expect(blockOf(text, 'a').introduction?.text).toBe('Intro:')
    expect(blockOf(text, 'b').introduction?.text).toBe('Intro:')
  })

  it.each([
    ['one that ends in a colon', 'Intro:\n\n1. a\n\nOther:\n\n2. x', 'Other:'],
    ['numbers begin again', 'Intro:\n\n1. a\n\nOther.\n\n1. x', 'Other.'],
    ['two paragraphs between bullets', 'Intro:\n\n- a\n\nOne.\n\nOther.\n\n- x', 'Other.'],
    ['a heading between', 'Intro:\n\n- a\n\n# Other\n\n- x', 'Other'],
    ['a break between', 'Intro:\n\n- a\n\n---\n\n- x', undefined],
  ])('begin anew after an interruption: %s', (_, text, introduction) => {
    expect(blockOf(text, 'x').introduction?.text).toBe(introduction)
  })

  it('go on over lines that are not indented', () => {
    expect(spansOf('- a\nb\n  c')).toEqual([
      ['a\nb\n', 'a\nb\n'],
      ['c', 'c'],
    ])
  })

  it('may be indented with tabs', () => {
    expect(shapes('-\ta\n\n\tb\n\n\t-\tc')).toEqual(['item1: a', 'paragraph: b', 'item2: c'])
  })
})

describe('quotations', () => {
  it('count in each other, in lists and around lists', () => {
    const levels = (text: string) =>
      read(text).blocks.map(({ kind, quotation, text: words }) => [kind, quotation, words])
    expect(levels('> a\n> > b\n\n- > c\n\n> - d\n\ne')).toEqual([
      ['paragraph', 1, 'a'],
      ['paragraph', 2, 'b'],
      ['paragraph', 1, 'c'],
      ['item', 1, 'd'],
      ['paragraph', 0, 'e'],
    ])
  })

  it('have prefixes that are no text, and lazy lines', () => {
    expect(spansOf('> a **b\n>c** d\ne')).toEqual([
      ['a ', 'a '],
      ['b', 'b', 'strong'],
      ['\n', '\n', 'strong'],
      ['c', 'c', 'strong'],
      [' d\ne', ' d\ne'],
    ])
  })
})

describe('tables', () => {
  it('have headers of columns and rows, and an introduction', () => {
    const text = 'Rates:\n\n| a | b |\n|---|---|\n| c | *d* \\| `e\\|f` |\n| | g |\n'
    expect(outlineOf(read(text)).trimEnd().split('\n')).toEqual([
      'paragraph | "Rates:"',
      'cell | after “Rates:” | "a"',
      'cell | after “Rates:” | "b"',
      'cell | after “Rates:” | column “a” | "c"',
      'cell | after “Rates:” | column “b” | row “c” | "d | ▯"',
      'cell | after “Rates:” | column “b” | "g"',
    ])
  })

  it('of any length keep their headers', () => {
    const text = `| a | b |\n|---|---|\n${'| some text | and more |\n'.repeat(2000)}| last | cell |`
    const { blocks, notices } = read(text)
    expect(notices).toEqual([])
    expect(blocks).toHaveLength(2 + 4000 + 2)
    expect(blocks.at(-1)).toMatchObject({
      text: 'cell',
      columnHeader: { text: 'b' },
      rowHeader: { text: 'last' },
    })
  })
})

describe('what is left out', () => {
  it.each([
    ['fenced code', '```\na\n\nb\n```\n\nc'],
    ['fenced code in an item', '- ```\n  a\n  ```\n\nc'],
    ['indented code', '    a\n\n    b\n\nc'],
    ['comments', '<!-- a\n\nb -->\n\nc'],
    ['scripts and styles', '<script>\na\n\n</script>\n<style>b</style>\n\nc'],
    ['preformatted text', '<pre>\na\n\nb</pre>\n\nc'],
    ['definitions', '[a]: /b "title"\n[b]: <c d>\n\nc'],
    ['front matter', '---\na: b\nlist:\n  - x\n---\nc'],
    ['front matter of another kind', '+++\na = "b"\n+++\n\nc'],
  ])('%s', (_, text) => {
    expect(shapes(text)).toEqual(['paragraph: c'])
  })
})

describe('front matter', () => {
  it('has titles and descriptions that are read', () => {
    const text = `---
title: 'It''s "here"'
subtitle: Plain text # comment
summary: |
  Two
  lines
description: Folded
  text
name: no
---
# Heading`
    expect(shapes(text)).toEqual([
      'heading1: It\'s "here"',
      'paragraph: Plain text',
      'paragraph: Two\nlines',
      'paragraph: Folded\ntext',
      'heading1: Heading',
    ])
  })

  it('reads escapes as units', () => {
    expect(spansOf('---\r\ntitle: "a \\"b\\" \\u2019"\r\n---\r\n')).toEqual([
      ['a ', 'a '],
      ['"', '\\"'],
      ['b', 'b'],
      ['"', '\\"'],
      [' ', ' '],
      ['’', '\\u2019'],
    ])
  })

  it('is no prose between two breaks', () => {
    expect(shapes('---\n\nProse.\n\n---\n')).toEqual(['paragraph: Prose.'])
  })

  it('has values that are no text', () => {
    expect(shapes('---\ntitle: [a, b]\nsummary: 12\ndescription:\n---\n')).toEqual([])
  })
})

describe('HTML', () => {
  it('is read by elements, without its tags', () => {
    const text = '<table>\n<tr><td>A &amp; <i>b</i></td>\n<td>c</td></tr>\n</table>\n<h2>D</h2>\ne'
    expect(shapes(text)).toEqual([
      'paragraph: A & b',
      'paragraph: c',
      'heading2: D',
      'paragraph: e',
    ])
  })

  it('has its quotations and captions', () => {
    const text = '<blockquote>\na\n</blockquote>\n<figcaption>b</figcaption>\nc'
    expect(read(text).blocks.map(({ kind, quotation }) => [kind, quotation])).toEqual([
      ['paragraph', 1],
      ['caption', 0],
      ['paragraph', 0],
    ])
  })

  it('is exact in quotations and items', () => {
    expect(spansOf('> <div>\r\n> a <b\r\n> class="x">b</b>\r\n>   c')).toEqual([
      ['a ', 'a '],
      ['b', 'b', 'strong'],
      ['\n', '\r\n'],
      ['c', 'c'],
    ])
    expect(shapes('- <p>a</p>\n- b')).toEqual(['item1: a', 'item1: b'])
  })

  it('has directives in comments of any kind', () => {
    const text =
      'a <!-- fairdraft-ignore x: why -->\n\n> <!--\n> fairdraft-enable -->\n\n- <!-- other -->'
    expect(read(text).directives).toEqual([
      { kind: 'next', ids: ['x'], reason: 'why', start: 2, end: 34 },
      { kind: 'enable', ids: [], reason: '', start: 38, end: 65 },
    ])
  })
})

describe('hostile input', () => {
  const units = [
    '*a_',
    '[a](b',
    'www.a ',
    'a@b.c ',
    '> ',
    '- ',
    '[',
    ']',
    '[^a',
    '**a *b ',
    'a\n-\n',
  ]
  units.push(
    '<b>a',
    '<blockquote>',
    '&a',
    '`a``',
    '\\a&',
    '| a |\n|---|\n',
    '\na\n >  ',
    '<!--',
    '- a\n',
  )

  it.each(units)('%j repeated is read to its end', (unit) => {
    read(unit.repeat(8_000 / unit.length))
    read(`[${unit.repeat(8_000 / unit.length)}`)
  })

  it('is read as plain text, and a notice says so', () => {
    const text = `Before *it*.\n\n${'*a_'.repeat(3000)}\n\nAfter *it*.`
    const { blocks, notices } = read(text)
    expect(blocks.map((block) => block.text)).toEqual([
      'Before it.',
      '*a_'.repeat(3000),
      'After it.',
    ])
    expect(notices).toMatchObject([{ id: 'document-budget', severity: 'warning', start: 14 }])
  })

  it('keeps quotations and paragraphs of blocks that are too deep', () => {
    const text = `${'> '.repeat(40)}a *b*\n\n${'- '.repeat(40)}c\n\nd`
    expect(read(text).blocks.map((block) => [block.text, block.quotation > 0])).toEqual([
      ['a *b*', true],
      ['c', false],
      ['d', false],
    ])
  })

  it('gives one notice a file', () => {
    const { notices } = read(`${'*a_'.repeat(3000)}\n\n`.repeat(3))
    expect(notices).toHaveLength(1)
    expect(notices[0]?.reason).toContain('and 2 more below')
  })
})

describe('any Markdown', () => {
  const line = fc.constantFrom(
    ...[
      'text',
      'more *text* here',
      'The list:',
      '- a',
      '- b **c',
      '* c',
      '1. one',
      '2. two',
      '10) x',
    ],
    ...[
      '  indented',
      '    code',
      '\ttab',
      '# H',
      '## H2 ##',
      '===',
      '---',
      '***',
      '> q',
      '> - q',
      '>> q',
    ],
    ...[
      '',
      '',
      '',
      '',
      '| a | b |',
      '|---|---|',
      'a | b',
      '```',
      '~~~',
      '<div>',
      '</div>',
      '<!-- c -->',
    ],
    ...[
      '<!-- c',
      '-->',
      '<b>x</b> y',
      '<script>',
      '</script>',
      '[^1]: note',
      '[r]: /u',
      '[r] and [^1]',
    ],
    ...[
      '![i](j)',
      '- [ ] task',
      '  - nest',
      '   - nest',
      '- > q',
      '1.',
      '-',
      '\\* a',
      '[l](u) b',
      '`c`',
    ],
    ...[
      'https://a.b c',
      'a\\',
      'b  ',
      '2020. year',
      'a<br>b',
      '&amp;',
      '<p>para',
      '\u00a0',
      '\uFEFF# x',
      '\0',
    ],
  )
  const ending = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')
  const markdown = fc
    .array(fc.tuple(line, ending), { maxLength: 20 })
    .map((lines) => lines.flat().join(''))

  it('has exact spans and never throws', () => {
    fc.assert(
      fc.property(markdown, (text) => void read(text)),
      { numRuns: 500 },
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void read(text)))
  })

  it('is read after an edit as it is read at once', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat({ max: 12 }),
      added: fc.oneof(line, fc.constantFrom('', '\n', '\n\n', ' ', '`', '*', '[r]: /u\n')),
    })
    fc.assert(
      fc.property(markdown, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        read(text)
        let edited = text
        for (const { at, removed, added } of edits) {
          const from = Math.floor(at * edited.length)
          edited = edited.slice(0, from) + added + edited.slice(from + removed)
          const again = read(edited)
          read('Another text.')
          expect(again).toEqual(read(edited))
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('is taken over up to the heading above an edit, but not below other front matter', () => {
    const draft = (title: string, last: string) =>
      `---\ntitle: ${title}\n---\n\n# One\n\nText.\n\n## Two\n\n- a\n- ${last}\n`
    const [first, again] = [read(draft('A', 'b')), read(draft('A', 'c'))]
    const isSame = again.blocks.map((block, at) => block === first.blocks[at])
    expect(isSame).toEqual([true, true, true, true, false, false])
    const other = read(draft('B', 'c'))
    read('Another text.')
    expect(other).toEqual(read(draft('B', 'c')))
  })

  it('has the same blocks whether it is cut into segments or read at once', () => {
    const certain = fc.constantFrom(
      ...[
        'text\n',
        'more *text* here\nand\n  more\n',
        'The list:\n',
        '- a\n- b\n',
        '* c\n\n  further\n',
      ],
      ...[
        '1. one\n2. two\n   lines\n',
        '- a\n  - b\n    - c\n',
        '- ```\n  code\n  ```\n',
        '- > q\nlazy\n',
      ],
      ...[
        '# H\n',
        'Underlined\n===\n',
        'Two\nlines\n---\n',
        '***\n',
        '> q\n> - a\n',
        '> a\nlazy\n',
      ],
      ...['| a | b |\n|---|---|\n| c | d |\n', '```\ncode\n\n# no\n```\n', '<div>\nx\n</div>\n'],
      ...[
        '<!-- c\n\n# no\n-->\n',
        '[^1]: note\n',
        '[^2]: note\n\n    more\n',
        '[r]: /u "t"\n',
        '[r] [^1] x\n',
      ],
      ...[
        '- [ ] task\n',
        '5. five\n6. six\n',
        '![i](j)\n',
        '<b>x</b> y\n',
        '2020. year\n',
        '-\ttab\n',
      ],
    )
    const document = fc
      .array(fc.tuple(certain, fc.constantFrom('', '\n', '\n', '\n\n')), { maxLength: 12 })
      .map((parts) => parts.flat().join(''))
      .filter((text) => !text.startsWith('---'))
    fc.assert(
      fc.property(document, (text) => {
        const whole = new Context(text)
        const draft = new Draft()
        readFlow(whole, 0, text.length)
        for (const step of whole.take()) step(draft, 0)
        expect(read(text).blocks).toEqual(draft.outline.blocks)
      }),
      { numRuns: 500 },
    )
  })
})
