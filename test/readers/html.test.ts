import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/readers/html.ts'

/** Kind, depth, marker and text of each block. */
const shapes = (source: string) =>
  readHtml(source).blocks.map(({ kind, depth, marker, quotation, text }) =>
    [`${quotation ? 'quoted ' : ''}${kind}${depth || ''}`, marker, text].filter(Boolean).join(' '),
  )

/** The text of each span, and the source it stands for. */
const spans = (source: string) =>
  readHtml(source).blocks.flatMap((block) =>
    block.spans.map((span) => [span.opaque ?? span.text, source.slice(span.start, span.end)]),
  )

describe('what is read', () => {
  it.each<[string, string, string[]]>([
    ['paragraphs and text without any', 'a<p>b<p>c', ['paragraph a', 'paragraph b', 'paragraph c']],
    [
      'headings',
      '<h2>A</h2><div role="heading" aria-level="3">B</div>',
      ['heading2 A', 'heading3 B'],
    ],
    [
      'lists',
      '<p>Two:</p><ol start="3" type="a"><li>x<ul><li>y</ul><li>z</ol>',
      ['paragraph Two:', 'item1 c. x', 'item2 • y', 'item1 d. z'],
    ],
    [
      'quotations',
      '<blockquote><p>a</p><p>b</p></blockquote>c',
      ['quoted paragraph a', 'quoted paragraph b', 'paragraph c'],
    ],
    ['quotations in a line', '<p>She said <q>no</q>.</p>', ['paragraph She said “no”.']],
    [
      'captions',
      '<figure><img src="a"><figcaption>Fig.</figcaption></figure>',
      ['paragraph \uFFFC', 'caption Fig.'],
    ],
    ['breaks', 'a<br>b', ['paragraph a\nb']],
    [
      'layout tables',
      '<table role="presentation"><tr><td>a</td><td>b</td></tr></table>',
      ['paragraph a', 'paragraph b'],
    ],
    [
      'footnotes',
      '<p>a<a href="#fn1">1</a></p><ol><li id="fn1">n <a href="#fnref1">back</a></li></ol>',
      ['paragraph a', 'footnote n'],
    ],
    ['text of unknown elements', '<my-box>a</my-box>', ['paragraph a']],
  ])('%s', (_, source, expected) => expect(shapes(source)).toEqual(expected))

  it('tables with their headers, over spans of rows and columns', () => {
    const { blocks } = readHtml(
      '<table><caption>T</caption><thead><tr><th>A<th>B<th>C</thead><tr><td rowspan="2">r<td>1<td>2<tr><td>3<td>4</table>',
    )
    expect(blocks.map((block) => [block.kind, block.text, block.columnHeader?.text])).toEqual([
      ['caption', 'T', undefined],
      ['cell', 'A', undefined],
      ['cell', 'B', undefined],
      ['cell', 'C', undefined],
      ['cell', 'r', 'A'],
      ['cell', '1', 'B'],
      ['cell', '2', 'C'],
      ['cell', '3', 'B'],
      ['cell', '4', 'C'],
    ])
  })

  it('comments that are directives', () => {
    const source = '<p>a</p><!-- fairdraft-ignore-next sex-work: its name --><p>b</p>'
    const [directive] = readHtml(source).directives
    expect(directive).toMatchObject({ kind: 'next', ids: ['sex-work'], reason: 'its name' })
    expect(source.slice(directive?.start, directive?.end)).toMatch(/^<!--.*-->$/)
  })
})

it.each([
  '<script>gone</script>kept',
  '<style>gone</style>kept',
  '<nav>gone</nav>kept',
  '<p hidden>gone</p>kept',
  '<p style="display: none">gone</p>kept',
  '<title>gone</title>kept',
  '<p lang="cy">wedi mynd</p>kept',
  '<textarea>gone</textarea>kept',
])('leaves out what is no prose or hidden: %s', (source) =>
  expect(shapes(source)).toEqual(['paragraph kept']),
)

describe('positions', () => {
  it.each<[string, string[][]]>([
    [
      '<p>R&amp;D &#8217;s</p>',
      [
        ['R', 'R'],
        ['&', '&amp;'],
        ['D ', 'D '],
        ['’', '&#8217;'],
        ['s', 's'],
      ],
    ],
    [
      '<p>a&#146;s</p>',
      [
        ['a', 'a'],
        ['’', '&#146;'],
        ['s', 's'],
      ],
    ],
    [
      '<p>\n  a\n  b  c\n</p>',
      [
        ['a', 'a'],
        ['\n', '\n  '],
        ['b', 'b'],
        [' ', '  '],
        ['c', 'c'],
      ],
    ],
    [
      '<p>a<b>b</b><code>x</code></p>',
      [
        ['a', 'a'],
        ['b', 'b'],
        ['code', '<code>x</code>'],
      ],
    ],
    [
      '<p>a</foo>b</p>',
      [
        ['a', 'a'],
        ['b', 'b'],
      ],
    ],
    [
      'see https://example.org/x now',
      [
        ['see ', 'see '],
        ['address', 'https://example.org/x'],
        [' now', ' now'],
      ],
    ],
  ])('%s', (source, expected) => expect(spans(source)).toEqual(expected))

  it('are exact for any page, and nothing throws', () => {
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<table>',
        '<tr>',
        '<td>',
        '</table>',
        '<ul>',
        '<li>',
        '<blockquote>',
      ],
      ...[
        'text',
        ' ',
        '\n',
        '&amp;',
        '&lt',
        '&#x41;',
        '<!-- c -->',
        '<q>',
        '</q>',
        '<br>',
        'é',
        '<',
        '&',
        '<h1>',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('')
        for (const { text, start, end, opaque } of readHtml(source).blocks.flatMap(
          (block) => block.spans,
        )) {
          const written = source.slice(start, end)
          if (!opaque && text.length === end - start && !/^\s$/.test(text))
            expect(written).toBe(text)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('reads a page of any depth', () => {
    const { notices } = readHtml(`${'<div>'.repeat(5000)}x`)
    expect(notices.map(({ id }) => id)).toEqual(['document-budget'])
  })
})
