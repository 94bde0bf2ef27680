/** Sentences found without parsing are those that the parser finds. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plainSentences } from '../src/document/sentences.ts'
import { parsedSentences } from '../src/document.ts'
import { readMarkdown } from '../src/readers/markdown.ts'
import { readText } from '../src/readers/text.ts'

const FOLDERS = ['examples', 'test/labelled/documents', 'test/labelled/documents-unseen', 'docs']

const texts = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .flatMap((name) => {
      const read = name.endsWith('.txt') ? readText : readMarkdown
      return read(readFileSync(`${folder}/${name}`, 'utf8')).blocks.map(({ text }) => text)
    }),
)

/** Far longer than what the parser is given at once. */
const LONG = Array.from(
  { length: 60 },
  (_, at) =>
    `The council gathered${' and adjourned'.repeat(at % 9)}. Nobody objected to the minutes of the meeting. Members agreed${' again'.repeat(at % 4)}.`,
).join(' ')

test('in a paragraph that the parser reads in pieces', () => {
  expect(LONG.length).toBeGreaterThan(4000)
  expect(plainSentences(LONG)).toEqual(parsedSentences(LONG))
})

test('in every paragraph of the documents here', () => {
  const different = [...new Set(texts)].flatMap((text) => {
    const plain = plainSentences(text)
    const parsed = plain && parsedSentences(text)
    return plain && JSON.stringify(plain) !== JSON.stringify(parsed)
      ? [{ text, plain, parsed }]
      : []
  })
  expect(different).toEqual([])
})

test('and three paragraphs in ten need no parser', () => {
  const paragraphs = texts.filter((text) => text.length > 80)
  const plain = paragraphs.filter((text) => plainSentences(text))
  expect(plain.length / paragraphs.length, 'or parsing costs more than it gives').toBeGreaterThan(
    0.3,
  )
})

test('a stop in doubt is left to the parser', () => {
  for (const text of [
    'We met on tues. Nobody came late.',
    'He came in. She stayed.',
    'The cost is £10. It doubled.',
    'Was it “over?” Nobody cared.',
    'See section. 33A applies.',
    'Nobody waited...',
  ]) {
    expect(plainSentences(text), text).toBeUndefined()
  }
})
