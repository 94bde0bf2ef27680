import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { random } from '../bench/corpus.mjs'
import { type Block, createBlock } from '../src/blocks.ts'
import { createDocument, type Document } from '../src/document.ts'
import { forget, recall, rememberRecent } from '../src/recent.ts'
import {
  asked,
  ofDocument,
  remembered,
  rememberedByChapter,
  rememberedByRun,
} from '../src/remember.ts'
import { cutIntoChapters, cutIntoRuns } from '../src/runs.ts'
import { found, lintText } from './support.ts'

/** A document of paragraphs below a heading, one behind the other. */
function documentOf(texts: readonly string[], heading = 'Heading', exempt: readonly string[] = []) {
  return createDocument(blocksOf(texts, heading), exempt)
}

function blocksOf(texts: readonly string[], heading = 'Heading'): readonly Block[] {
  const below = { depth: 0, quotation: 0 } as const
  let start = heading.length
  const head = createBlock({ ...below, kind: 'heading', headings: [] }, [
    { text: heading, start: 0, end: start },
  ])
  return [
    head,
    ...texts.map((text) => {
      const span = { text, start, end: start + text.length }
      start = span.end
      return createBlock({ ...below, kind: 'paragraph', headings: [head] }, [span])
    }),
  ]
}

/** What a block is in everything but its place in the file. */
function likeness({ text, kind, headings, spans }: Block): unknown {
  return [text, kind, headings.map(({ text }) => text), spans.map((span) => span.text)]
}

const TEXTS = fc.array(fc.constantFrom('a', 'b', 'cc', 'd:'), { maxLength: 200 })

test('a block that was met before stands for one that is like it, and no block for two', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(TEXTS, fc.constantFrom('One', 'Two'))), (drafts) => {
      for (const [texts, heading] of drafts) {
        const blocks = blocksOf(texts, heading)
        const recalled = recall(blocks)
        expect(recalled.map(likeness)).toEqual(blocks.map(likeness))
        expect(new Set(recalled).size).toBe(blocks.length)
        for (const { headings } of recalled.slice(1)) expect(headings[0]).toBe(recalled[0])
        expect(cutIntoChapters(cutIntoRuns(recalled)).flat(2)).toEqual(recalled)
        expect(recall(blocksOf(texts, heading))).toEqual(recalled)
      }
    }),
  )
})

test('of blocks that are alike, the one in its place stands for a block', () => {
  const stand = (...texts: string[]) => recall(blocksOf(texts, 'Alike'))
  const [, one, two, three] = stand('a', 'a', 'a')
  const [, first, , third] = stand('a', 'b', 'a')
  expect([first, third].map((block) => [one, two, three].indexOf(block))).toEqual([0, 2])
  const [, , , behind, last] = stand('a', 'b', 'c', 'a', 'a')
  expect(last).toBe(third)
  expect(behind).not.toBe(third)
})

test('what is forgotten is made anew', () => {
  const made = rememberRecent((text) => ({ text }))
  const met = () => [recall(blocksOf(['Met.']))[1], made('Met.')]
  const [block, value] = met()
  expect(met()).toSatisfy(([same, again]) => same === block && again === value)
  forget()
  expect(met()).toSatisfy(([other, anew]) => other !== block && anew !== value)
  expect(met()).toEqual([block, value])
})

test('what is remembered of a text is what is made of it, and nothing of long ago is kept', () => {
  const text = fc.string({ maxLength: 3 })
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const lengths = rememberRecent(({ length }) => length)
      expect(texts.map(lengths)).toEqual(texts.map(({ length }) => length))
    }),
  )
  const made: string[] = []
  const first = rememberRecent((long) => made.push(long.slice(0, 1)))
  for (const letter of 'aababca') first(letter.repeat(600_000))
  expect(made.join('')).toBe('abca')
})

test('no block of long ago is kept', () => {
  const long = (letter: string) => [letter.repeat(600_000)]
  const [, first] = recall(blocksOf(long('a')))
  expect(recall(blocksOf(long('a')))[1]).toBe(first)
  for (const letter of 'bcd') recall(blocksOf(long(letter)))
  expect(recall(blocksOf(long('a')))[1]).not.toBe(first)
})

test('what is remembered is what is worked out anew, whatever it asks', () => {
  const holdsColon = ofDocument(({ blocks }) => blocks.some(({ text }) => text.includes(':')))
  const isBehindColon = asked((document, block) =>
    Boolean(document.before(block)?.text.endsWith(':')),
  )
  const section = asked((document, block) => document.before(block)?.text ?? '')
  const describe = (document: Document, block: Block): string =>
    [
      block.text,
      block.headings.map(({ text }) => text),
      document.after(block)?.text,
      isBehindColon(document, block),
      block.text === 'b' && holdsColon(document),
      block.text === 'cc' && document.blocks.length,
      block.text === 'd:' && document.exempt.join(),
      block.text === 'a' && section(document, block),
      block.text === 'a' && document.place(block),
    ].join()
  const inBlock = remembered(describe)
  const inRun = rememberedByRun((document, run) => run.map((block) => inBlock(document, block)))
  const inChapter = rememberedByChapter((document, chapter) =>
    chapter.flatMap((run) => inRun(document, run)),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(TEXTS, fc.constantFrom('One', 'Two'))), (drafts) => {
      for (const [texts, heading] of drafts) {
        const document = documentOf(texts, heading, [heading])
        const anew = document.blocks.map((block) => describe(document, block))
        expect(document.chapters.flatMap((chapter) => inChapter(document, chapter))).toEqual(anew)
        expect(document.runs.flatMap((run) => inRun(document, run))).toEqual(anew)
        expect(document.blocks.map((block) => inBlock(document, block))).toEqual(anew)
      }
    }),
  )
})

test('what did not change is not worked out again', () => {
  const made: string[] = []
  const inBlock = remembered((document, block) => {
    made.push(block.text)
    return document.before(block)?.text
  })
  const look = (texts: readonly string[]) => {
    made.length = 0
    const document = documentOf(texts)
    for (const block of document.blocks) inBlock(document, block)
    return made.join(' ')
  }
  expect(look(['one', 'two', 'three', 'four'])).toBe('Heading one two three four')
  expect(look(['one', 'two', 'three', 'four'])).toBe('')
  expect(look(['one', '2', 'three', 'four'])).toBe('2 three')
  expect(look(['2', 'three', 'four'])).toBe('2')
})

test('a text that was checked after each of many edits has the findings of one checked at once', async () => {
  const next = random(11)
  let text = readFileSync('examples/force-guidance.md', 'utf8')
  const signs = ['a', ' ', '\n\n', '. ', '“', '*', 'sex work', '- ', ': ', '# ']
  for (let edit = 0; edit < 40; edit++) {
    const at = Math.floor(next() * text.length)
    const sign = signs[edit % signs.length] ?? ''
    text = text.slice(0, at) + sign + text.slice(at + (edit % 3))
    await lintText(text)
  }
  const edited = await lintText(text)
  // Another copy of the library, which has met none of these texts.
  const { catalogue, lint, resolveSettings }: typeof import('../src/index.ts') = await import(
    new URL('../dist/index.js', import.meta.url).href
  )
  const { VFile } = await import('vfile')
  const fresh = await lint(
    new VFile({ path: 'draft.md', value: text }),
    resolveSettings({ extends: ['all'] }, catalogue),
  )
  expect(found(edited)).toEqual(found(fresh))
  expect(edited.messages.map(({ place }) => place)).toEqual(
    fresh.messages.map(({ place }) => place),
  )
  expect(edited.data.quiet).toEqual(fresh.data.quiet)
})
