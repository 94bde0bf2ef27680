import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/readers/pdf/lines.ts'
import { readPdf } from '../../src/readers/pdf.ts'
import { UnreadableError } from '../../src/readers/unreadable.ts'
import { type Drawn, pdf } from '../builders/pdf.ts'

/** Lines of text below each other, from the top of a page. */
const lines = (texts: readonly string[], from = 600): Drawn[] =>
  texts.map((text, index) => ({ x: 72, y: from - index * 13, text }))

const LONG = 'The council met the officers who visit the street at night and who wrote of it'

const shapes = async (pages: readonly (readonly Drawn[])[]) =>
  (await readPdf(pdf(pages))).blocks.map(({ kind, depth, text }) => `${kind}${depth || ''} ${text}`)

describe('what is read', () => {
  it('lines as paragraphs, and larger letters as headings', async () => {
    const page = [
      { x: 72, y: 700, size: 20, text: 'A strategy' },
      { x: 72, y: 650, size: 15, text: 'Its aims' },
      ...lines([LONG, `and ${LONG.slice(4)}.`]),
      ...lines([`${LONG}.`], 500),
    ]
    expect(await shapes([page])).toEqual([
      'heading1 A strategy',
      'heading2 Its aims',
      `paragraph ${LONG}\nand ${LONG.slice(4)}.`,
      `paragraph ${LONG}.`,
    ])
  })

  it.each([
    [
      'a divided word',
      [`${LONG} in the deten-`, 'tion estate of the north, and more of it.'],
      'detention\nestate',
    ],
    [
      'a compound that is written so elsewhere',
      ['The low-paid work here.', `${LONG} the low-`, 'paid people of the north, and more of it.'],
      'low-paid\npeople',
    ],
    [
      'a compound of words that stand alone elsewhere',
      ['It is a long term for us.', `${LONG} long-`, 'term plans of the north, and more of it.'],
      'long-term\nplans',
    ],
    [
      'a range that ends in a capital',
      [`${LONG} of Non-`, 'EU states in the north, and more of it.'],
      'Non-\nEU',
    ],
  ])('%s', async (_, texts, expected) => {
    expect((await readPdf(pdf([lines(texts)]))).text).toContain(expected)
  })

  it('headers and footers once, at the end, and no page numbers', async () => {
    const pages = [1, 2, 3].map((number) => [
      { x: 72, y: 770, text: 'Draft strategy 2026' },
      ...lines([`${LONG} on page ${'abc'[number - 1]}.`]),
      { x: 300, y: 30, text: `Page ${number} of 3` },
    ])
    const { text, locate } = await readPdf(pdf(pages))
    expect(text.match(/Draft strategy/g)).toHaveLength(1)
    expect(text.indexOf('Draft strategy')).toBeGreaterThan(text.indexOf('on page c'))
    expect(locate(text.indexOf('Draft strategy'))).toEqual({ page: 1, line: 1 })
    expect(locate(text.indexOf('on page b'))).toEqual({ page: 2, line: 2 })
  })

  it('a paragraph over two pages as one', async () => {
    const { blocks } = await readPdf(pdf([lines([LONG]), lines(['and it goes on here.'])]))
    expect(blocks.map(({ text }) => text)).toEqual([`${LONG}\nand it goes on here.`])
  })
})

describe('what cannot be read is said', () => {
  it('pages without text', async () => {
    const { notices } = await readPdf(pdf([lines(['Text.']), []]))
    expect(notices.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([
      expect.stringMatching(/^no-text: Page 2 of this PDF is a picture without text/),
    ])
    const scan = await readPdf(pdf([[], []]))
    expect(scan.notices[0]?.reason).toMatch(/nothing was checked/)
    expect(scan.text).toBe('')
  })

  it('letters that the file does not name', async () => {
    const item = (str: string, x: number, width: number) => ({
      str,
      width,
      height: 10,
      transform: [10, 0, 0, 10, x, 100],
    })
    const [line] = linesOf([item('', 0, 6), item('nance', 6, 30)], 1)
    expect(line?.text).toBe('\uFFFDnance')
    const { notices, text } = await readPdf(pdf([lines(['The \u0002nance team.'])]))
    expect(notices.map(({ id }) => id)).toEqual(['text-lost'])
    expect(text.slice(notices[0]?.start, notices[0]?.end)).toBe('\uFFFD')
  })

  it('a damaged file', async () => {
    const half = pdf([lines(['Text.'])]).slice(0, 60)
    await expect(readPdf(half)).rejects.toThrow(UnreadableError)
  })

  it('a file that is damaged behind its beginning', async () => {
    const file = new TextDecoder().decode(pdf([lines(['Text.'])]))
    for (const broken of [
      file.replace('/Kids [', '/Kids [['),
      file.replace('/Kids [4', '/Kids [9'),
    ]) {
      await expect(readPdf(new TextEncoder().encode(broken))).rejects.toThrow(UnreadableError)
    }
  })
})

describe('a file that holds more than is read', () => {
  const page = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      x: 72,
      y: 600 - (at % 30) * 13,
      text: `Line ${at}.`,
    }))
  const pages = [page(5), page(2000), page(5)]
  const free = { longest: 1_000_000, most: 1_000_000 }

  it.each([
    ['is too long', { ...free, longest: 100 }, /^Line 0\.[\s\S]*Line 4\.\s+Line 0\./],
    ['has too many lines', { ...free, most: 5 }, /^Line 0\.[\s\S]*Line 4\.$/],
    ['draws too much on one page', { ...free, most: 500 }, /^Line 0\.[\s\S]*Line 4\.\s+Line 0\./],
  ])('is read up to where it %s', async (_name, limits, expected) => {
    const { text, cut } = await readPdf(pdf(pages), limits)
    expect(text).toMatch(expected)
    expect(text).not.toContain('Line 1999.')
    expect(cut).toBe(text.length)
  })

  it('or to its end', async () => {
    const { text, cut } = await readPdf(pdf(pages), free)
    expect(text).toMatch(/Line 1999\.\s+Line 0\.[\s\S]*Line 4\.$/)
    expect(cut).toBeUndefined()
  })
})
