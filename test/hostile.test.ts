/** Documents made to break a reader: each is read to its end or refused, and every finding has a right place. */
import { strToU8, zipSync } from 'fflate'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import {
  catalogue,
  type Finding,
  lint,
  resolveSettings,
  stretchOf,
  UnreadableError,
} from '../src/index.ts'
import { readFile } from '../src/readers/index.ts'
import { odt } from './builders/odt.ts'
import { pdf } from './builders/pdf.ts'
import { p, r, table, word } from './builders/word.ts'
import { lintText } from './support.ts'

const WORDS = 'The force met sex workers. '
/** What every document that is read to its end ends with. */
const LAST = 'It arrested prostitutes.'

/** As large as they must be for what is not linear in their length to be felt. */
const DOCUMENTS: { readonly [name: string]: string } = {
  'quotations 2,000 deep': `${'> '.repeat(2000)}${WORDS}`,
  'lists 500 deep': Array.from(
    { length: 500 },
    (_, depth) => `${' '.repeat(depth * 2)}- ${WORDS}`,
  ).join('\n'),
  'brackets 10,000 deep': `${'['.repeat(10_000)}${WORDS}${']'.repeat(10_000)}`,
  'emphasis that never closes': `${'*a_ '.repeat(10_000)}${WORDS}`,
  'links that never close': `${'[a](b '.repeat(10_000)}${WORDS}`,
  'one word of a million letters': `${'a'.repeat(1_000_000)} ${WORDS}`,
  'one line of twenty thousand letters': WORDS.repeat(750),
  'a table of 1,000 cells': `| a | b |\n| - | - |\n${'| sex work | b |\n'.repeat(500)}`,
  'a table of 2,000 columns': `${'| a '.repeat(2000)}|\n${'| - '.repeat(2000)}|\n${'| b '.repeat(2000)}|\n`,
  'a list of 1,000 items': `- ${WORDS}\n`.repeat(1_000),
  'hyphens between letters': `${'a-'.repeat(20_000)}a ${WORDS}`,
  'full stops between letters': `${'a.b.c.'.repeat(5_000)} ${WORDS}`,
  apostrophes: `${"a'".repeat(20_000)} ${WORDS}`,
  'lone surrogates': `\uD800 sex\uDC00 work ${WORDS}\uDBFF`,
  'null bytes': `\u0000${WORDS}\u0000sex\u0000work`,
  'right-to-left text and its controls': `\u202E${WORDS}\u202C שלום ${WORDS} \u2067مرحبا\u2069`,
  'combining marks': `se${'\u0301'.repeat(10_000)}x work ${WORDS}`,
  'white space of every kind': `sex\u00A0work sex\u2003work sex\u3000work sex\u200Bwork ${WORDS}`,
  'a hundred thousand spaces': `${' '.repeat(100_000)}${WORDS}${'\t'.repeat(100_000)}\n(${WORDS}`,
  'unclosed comment, code and front matter': `---\na: b\n${WORDS}\n<!-- ${WORDS}\n\`\`\`\n${WORDS}`,
  'nothing but markup': '#\n\n-\n\n>\n\n| |\n| - |\n\n[]()\n\n![]()\n\n***\n\n<b></b>\n',
  'a comment for each of 10,000 paragraphs':
    `<!-- fairdraft-disable sex-work: x -->\n\n${WORDS}\n\n`.repeat(10_000),
  'digits without end': `${'1'.repeat(300_000)}${WORDS}`,
  'sections without end': 'section 1(1)(a)(i)'.repeat(10_000),
  'five thousand ignore comments': '<!-- fairdraft-ignore-next sex-work: x -->\n\n'.repeat(5_000),
}

function expectPlaces(messages: readonly Finding[], length: number): void {
  for (const message of messages) {
    const stretch = stretchOf(message)
    if (!stretch) continue
    expect(stretch.start).toBeLessThan(stretch.end)
    expect(stretch.end).toBeLessThanOrEqual(length)
  }
}

/** The last words of a document are found at their place: nothing before them was in the way. */
function expectLast(file: VFile): void {
  const end = String(file).trimEnd().length - 1
  const last = file.messages.at(-1)
  expect(last).toMatchObject({ ruleId: 'prostitution/prostitute-noun', actual: 'prostitutes' })
  expect(last && stretchOf(last)).toEqual({ start: end - 'prostitutes'.length, end })
}

/** Where the last words are none of the text: what is found last instead. */
const UNREAD: { readonly [name: string]: string } = {
  'unclosed comment, code and front matter in draft.md': 'prostitution/sex-worker',
}

describe.each(Object.entries(DOCUMENTS))('%s', (name, text) => {
  test.each(['draft.md', 'draft.txt'])('%s', async (path) => {
    const file = await lintText(`${text}\n\n${LAST}`, path)
    expectPlaces(file.messages, String(file).length)
    const instead = UNREAD[`${name} in ${path}`]
    if (instead === undefined) expectLast(file)
    else expect(file.messages.at(-1)?.ruleId).toBe(instead)
  })
})

describe('HTML', () => {
  test.each([
    [
      'a table of 1,000,000 columns by its own account',
      `<table>${'<tr><td colspan=1000000 rowspan=1000000>x<td>sex workers</tr>'.repeat(20)}`,
    ],
    ['references that name nothing', `<p>${'&#xD800;&#99999999;&a;&'.repeat(2000)}${WORDS}`],
    ['tags that never close', `${'<a href="'.repeat(5000)}${WORDS}`],
  ])('%s', async (_name, text) => {
    const file = await lintText(`${text}\n<p>${LAST}`, 'draft.html')
    expectPlaces(file.messages, String(file).length)
    expectLast(file)
  })

  test.each([
    ['elements 10,000 deep', '<div>'.repeat(10_000), 'document-budget'],
    ['marks 2,000 deep', '<b>'.repeat(2000), 'document-budget'],
    ['comments that never close', `<p>${WORDS}${'<!-- '.repeat(5000)}`, 'prostitution/sex-worker'],
    [
      'an ignore comment that never closes',
      `<p>${WORDS}<!-- fairdraft-ignore sex-work`,
      'ignore-directive',
    ],
  ])('behind %s nothing is read, and that is what is said last', async (_name, text, last) => {
    const file = await lintText(`${text}\n<p>${LAST}`, 'draft.html')
    expectPlaces(file.messages, String(file).length)
    expect(file.messages.at(-1)?.ruleId).toBe(last)
  })
})

/** Reads a file; the reason, if they are refused. */
async function refusalOf(file: VFile): Promise<string | undefined> {
  try {
    await readFile(file)
    return undefined
  } catch (error) {
    if (error instanceof UnreadableError) return error.message
    throw error
  }
}

/** A package whose list of contents says that a part is `size` bytes long. */
function lying(bytes: Uint8Array, path: string, size: number): Uint8Array {
  // An entry of the list has the length of the part 22 bytes before its path.
  const at = new TextDecoder('latin1').decode(bytes).lastIndexOf(path) - 22
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, size, true)
  return bytes
}

describe('packages', () => {
  const spaces = (length: number) => new Uint8Array(length).fill(32)
  const within = (inner: string) => word({ body: p(r('Text.')) + inner })

  test.each([
    ['a part of 20 MB in a few bytes', word({ body: '', others: { 'a.xml': spaces(20_000_000) } })],
    [
      'nine parts of 4 MB, each small enough',
      word({
        body: '',
        others: Object.fromEntries(
          Array.from({ length: 9 }, (_, index) => [`${index}.xml`, spaces(4_000_000)]),
        ),
      }),
    ],
    ['elements 5,000 deep', within('<w:x>'.repeat(5000) + '</w:x>'.repeat(5000))],
    ['XML that never ends', within('<w:p><w:r>')],
    [
      'an entity that a document type declares within another',
      zipSync({
        'word/document.xml': strToU8(
          '<!DOCTYPE w [<!ENTITY a "[<!ENTITY b SYSTEM \'file:///etc/passwd\'>"]><w:document/>',
        ),
      }),
    ],
  ])('%s is refused, with the cure', async (_name, bytes) => {
    expect(await refusalOf(new VFile({ value: bytes }))).toMatch(/save it again|save it as/)
  })

  test('a part that is longer than it says is read as far as it says', async () => {
    const bytes = word({ body: p(r(WORDS.repeat(4000))) })
    const file = new VFile({ value: lying(bytes, 'word/document.xml', 500) })
    expect(await refusalOf(file)).toMatch(/is damaged: its XML/)
  })

  test('entities are neither expanded nor fetched', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
    )
    const type = `<!DOCTYPE w [<!ENTITY l0 "ha">${laughs.join('')}<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>`
    const bytes = zipSync({
      'word/document.xml': strToU8(
        `${type}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('<w:r><w:t>a&l9;&x;z</w:t></w:r>')}</w:body></w:document>`,
      ),
    })
    const file = new VFile({ path: 'draft.docx', value: bytes })
    await readFile(file)
    expect(String(file)).toBe('a&l9;&x;z')
  })

  const inWord = (hostile: string) => word({ body: hostile + p(r(LAST)) })
  const inOdt = (hostile: string) => odt({ body: `${hostile}<text:p>${LAST}</text:p>` })
  const lintBytes = (value: Uint8Array) =>
    lint(new VFile({ path: 'draft.docx', value }), resolveSettings({ extends: ['all'] }, catalogue))

  test.each([
    [
      'a Word table of 3,000 cells',
      inWord(table(Array(1000).fill(Array(3).fill(p(r('sex work')))))),
    ],
    [
      '60,000 namespaces on one element, and a long one on 30,000',
      inWord(
        `<w:p ${Array.from({ length: 60_000 }, (_, index) => `xmlns:a${index}="u"`).join(' ')}/><w:p xmlns:q="${'u'.repeat(1_000_000)}">${'<q:x/>'.repeat(30_000)}</w:p>`,
      ),
    ],
    [
      'a cell of 1,000,000 columns',
      inWord(
        `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>${p(r('a'))}</w:tc></w:tr></w:tbl>`,
      ),
    ],
    [
      'a cell of 1,000,000 columns and a row of 1,000,000',
      inOdt(
        '<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>sex work</text:p></table:table-cell></table:table-row></table:table>',
      ),
    ],
    ['a thousand million spaces', inOdt('<text:p>a<text:s text:c="1000000000"/>b</text:p>')],
    [
      'a number of a thousand digits',
      inOdt(
        `<text:list text:style-name="L1"><text:list-item text:start-value="${'9'.repeat(1000)}"><text:p>a</text:p></text:list-item></text:list>`,
      ),
    ],
  ])('%s is read, and what stands behind it', async (_name, value) => {
    const file = await lintBytes(value)
    expect(String(file).length).toBeLessThan(100_000)
    expectLast(file)
  })

  test.each([
    ['that is its own parent', '/Kids [4 0 R]', '/Kids [2 0 R]', /damaged/],
    ['that stands in the list twice', '/Kids [4 0 R]', '/Kids [4 0 R 4 0 R]', /^read: Text\.$/],
    ['of a thousand million', '/Count 1 ', '/Count 1000000000 ', /^read: Text\.$/],
  ])('a PDF of a page %s', async (_name, from, to, outcome) => {
    const written = new TextDecoder().decode(pdf([[{ x: 60, y: 700, text: 'Text.' }]]))
    const file = new VFile({ value: strToU8(written.replace(from, to)) })
    const reason = await refusalOf(file)
    expect(reason ?? `read: ${file}`).toMatch(outcome)
  })
})
