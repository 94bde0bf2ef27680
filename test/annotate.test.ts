/** Comments and tracked changes: exact, reversible, and nothing else changes. */

import fc from 'fast-check'
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { applyEdits, editsOf } from '../src/fix.ts'
import {
  annotate,
  catalogue,
  lint,
  resolveSettings,
  stretchOf,
  UnreadableError,
} from '../src/index.ts'
import { readOdt } from '../src/readers/odt.ts'
import { readWord } from '../src/readers/word.ts'
import { asOdt, asWord, draftOf } from './builders/draft.ts'
import { odt } from './builders/odt.ts'
import { p, r, run, STYLES, word } from './builders/word.ts'

const settings = resolveSettings({ extends: ['recommended'] }, catalogue)
const REVIEWER = { author: 'A. Reader & Co', date: new Date('2026-03-01T09:30:00Z') }

async function review(bytes: Uint8Array, path = 'draft.docx') {
  const file = await lint(new VFile({ path, value: bytes }), settings)
  const done = await annotate(bytes, file, REVIEWER)
  return { ...done, file, parts: unzipSync(done.bytes) }
}

/** The source of a part. */
function source(parts: Unzipped, path = 'word/document.xml'): string {
  return strFromU8(parts[path] ?? new Uint8Array())
}

/** The words that each comment of a Word document stands on, by its id. */
function commented(parts: Unzipped): [words: string, comment: string][] {
  const body = source(parts)
  const comments = source(parts, 'word/comments.xml')
  return [...body.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g)].map(({ 1: id, index }) => {
    const end = body.indexOf(`<w:commentRangeEnd w:id="${id}"/>`, index)
    const inside = body.slice(index, end).replace(/<w:ins .*?<\/w:ins>/gs, '')
    const comment =
      new RegExp(`<w:comment w:id="${id}".*?</w:comment>`, 's').exec(comments)?.[0] ?? ''
    return [
      inside.replace(/<[^>]*>/g, ''),
      comment.replace(/<\/w:p>/g, ' ').replace(/<[^>]*>/g, ''),
    ]
  })
}

/** A document in which all tracked changes are rejected. */
function rejected(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [path, content] of Object.entries(parts)) {
    if (!path.endsWith('.xml')) continue
    const text = strFromU8(content)
      .replace(/<w:ins [^>]*>.*?<\/w:ins>/gs, '')
      .replace(/<\/?w:del(?: [^>]*)?>/g, '')
      .replaceAll('w:delText', 'w:t')
    parts[path] = strToU8(text)
  }
  return zipSync(parts)
}

const numRuns = Number(process.env.FAIRDRAFT_RUNS ?? 60)
const drafts = draftOf(true)

describe('Word', () => {
  test('accepting gives the expected text, rejecting the original, for any draft', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (draft) => {
        const bytes = asWord(draft)
        const { bytes: out, file, replacements } = await review(bytes)
        const edits = editsOf(file)
        expect(readWord(rejected(out)).text).toBe(String(file))
        if (replacements === edits.length) {
          expect(readWord(out).text).toBe(applyEdits(String(file), edits))
        }
      }),
      { numRuns },
    )
  }, 300_000)

  test('every finding has a comment, on its words where they stand in the text', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (draft) => {
        const { file, parts, elsewhere } = await review(asWord(draft))
        const own = file.messages.filter(
          (message) => stretchOf(message) && !elsewhere.includes(message),
        )
        const words = commented(parts).map(([text]) => text.replaceAll('&amp;', '&'))
        for (const { actual } of own) expect(words).toContain(actual)
      }),
      { numRuns },
    )
  }, 300_000)

  test('words in pieces, in links and beside each other are cut and marked exactly', async () => {
    const body = p(
      `${r('We met s') + r('ex wor', '<w:b/>')}<w:hyperlink>${r('kers and prostitutes')}</w:hyperlink>${r('.')}`,
    )
    const { parts, comments } = await review(word({ body, styles: STYLES }))
    expect(comments).toBe(2)
    expect(commented(parts).map(([words]) => words)).toEqual(['sex workers', 'prostitutes'])
    expect(readWord(word({ body })).text).toBe('We met sex workers and prostitutes.')
  })

  test('a replacement keeps the formatting, and can be taken back', async () => {
    const body = p(r('He committed suicide in 2019.', '<w:i/>'))
    const { parts, bytes, replacements } = await review(word({ body }))
    expect(replacements).toBe(1)
    expect(source(parts)).toMatch(
      /<w:del [^>]*><w:r><w:rPr><w:i\/><\/w:rPr><w:delText xml:space="preserve">committed suicide<\/w:delText>/,
    )
    expect(source(parts)).toMatch(
      /<w:ins [^>]*w:author="A. Reader &amp; Co" w:date="2026-03-01T09:30:00Z"><w:r><w:rPr><w:i\/><\/w:rPr><w:t xml:space="preserve">died by suicide</,
    )
    expect(readWord(bytes).text).toBe('He died by suicide in 2019.')
    expect(readWord(rejected(bytes)).text).toBe('He committed suicide in 2019.')
  })

  test('a replacement that somebody chose is tracked, and the safe one is not', async () => {
    const body = p(r('He committed suicide. We met sex workers.'))
    const bytes = word({ body })
    const file = await lint(new VFile({ path: 'draft.docx', value: bytes }), settings)
    const start = String(file).indexOf('sex workers')
    const edit = { start, end: start + 'sex workers'.length, text: 'people who sell sex' }
    const done = await annotate(bytes, file, REVIEWER, [edit])
    expect(done).toMatchObject({ comments: 2, replacements: 1 })
    expect(readWord(done.bytes).text).toBe('He committed suicide. We met people who sell sex.')
    expect(readWord(rejected(done.bytes)).text).toBe(String(file))
  })

  test('a replacement that cannot be tracked is asked for in the comment', async () => {
    const body = p(`<w:fldSimple w:instr="TITLE">${r('He committed suicide.')}</w:fldSimple>`)
    const { parts, replacements } = await review(word({ body }))
    expect(replacements).toBe(0)
    expect(commented(parts)[0]?.[1]).toContain('put “died by suicide” here by hand')
  })

  test.each([
    [
      'somebody else’s insertion',
      p(`<w:ins w:id="1" w:author="B">${r('He committed suicide.')}</w:ins>`),
    ],
    ['a field', p(`<w:fldSimple w:instr="TITLE">${r('He committed suicide.')}</w:fldSimple>`)],
    [
      'a content control',
      `<w:sdt><w:sdtContent>${p(r('He committed suicide.'))}</w:sdtContent></w:sdt>`,
    ],
    ['words formatted differently', p(r('He committed ') + r('suicide', '<w:i/>') + r('.'))],
  ])('in %s, there is a comment and no change', async (_, body) => {
    const { comments, replacements, bytes } = await review(word({ body }))
    expect([comments, replacements]).toEqual([1, 0])
    expect(readWord(bytes).text).toBe('He committed suicide.')
  })

  test('what others have written stays, byte for byte', async () => {
    const others =
      p(`<w:commentRangeStart w:id="4"/>${r('Hers.')}<w:commentRangeEnd w:id="4"/>`) +
      p(`<w:del w:id="9" w:author="B"><w:r><w:delText>old</w:delText></w:r></w:del>${r('x')}`)
    const comments = `<w:comment w:id="4" w:author="B">${p(r('Mine.'))}</w:comment>`
    const bin = { 'word/media/image1.bin': new Uint8Array([0, 1, 2, 255]) }
    const before = word({
      body: others + p(r('We met sex workers.')),
      comments,
      styles: STYLES,
      others: bin,
    })
    const { parts } = await review(before)
    const original = unzipSync(before)
    const changed = Object.keys(parts).filter(
      (path) => source(parts, path) !== source(original, path),
    )
    expect(changed.sort()).toEqual(['word/comments.xml', 'word/document.xml'])
    expect(Object.keys(parts)).toEqual(Object.keys(original))
    expect(source(parts)).toContain(others)
    expect(source(parts, 'word/comments.xml')).toContain(comments)
    const ids = [...source(parts).matchAll(/<w:(?:commentRangeStart|ins|del) w:id="(\d+)"/g)].map(
      ([, id]) => id,
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('where Word has no comments, they stand as near as can be, and it is said', async () => {
    const box = `<w:pict><v:shape><v:textbox><w:txbxContent>${p(r('The blind in a box.'))}</w:txbxContent></v:textbox></v:shape></w:pict>`
    const body = p(r('Text.') + run('<w:footnoteReference w:id="1"/>') + run(box))
    const { elsewhere, parts } = await review(
      word({
        body,
        footnotes: `<w:footnote w:id="1">${p(r('The disabled in a note.'))}</w:footnote>`,
        header: p(r('The homeless in a header')),
      }),
    )
    expect(elsewhere.map(({ actual }) => actual)).toEqual([
      'The blind',
      'The disabled',
      'The homeless',
    ])
    const said = commented(parts).map(([, comment]) => comment)
    expect(said.some((text) => text.startsWith('In this text box, “The blind”:'))).toBe(true)
    expect(said.some((text) => text.startsWith('In this footnote, “The disabled”:'))).toBe(true)
    expect(said.some((text) => text.startsWith('In the header, “The homeless”:'))).toBe(true)
    expect(source(parts)).toMatch(
      /<w:commentRangeStart w:id="\d+"\/><w:r><w:footnoteReference w:id="1"\/><\/w:r><w:commentRangeEnd/,
    )
  })

  test('a control of plain text is commented on as a whole', async () => {
    const control = `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${r('sex workers and others')}</w:sdtContent></w:sdt>`
    const { parts } = await review(word({ body: p(r('We met ') + control + r('.')) }))
    expect(source(parts)).toContain(`/>${control}<w:commentRangeEnd`)
  })

  test('in the first paragraph of a control, a comment is on the words and shown behind the control', async () => {
    const control = (text: string) => `<w:sdt><w:sdtContent>${p(text)}</w:sdtContent></w:sdt>`
    const { parts } = await review(
      word({ body: control(r('We met sex workers.')) + p(r('Late.')) }),
    )
    expect(commented(parts).map(([words]) => words)).toEqual(['sex workers'])
    expect(source(parts)).toMatch(
      /<\/w:sdt><w:p><w:r><w:commentReference w:id="\d+"\/><\/w:r><w:r>/,
    )
  })

  test('a note that is called twice, and a part with two roles, are read and annotated once', async () => {
    const call = '<w:footnoteReference w:id="1"/>'
    const document = word({
      body: p(r('Text.') + run(call + call)),
      footnotes: `<w:footnote w:id="1">${p(r('He committed suicide.'))}</w:footnote>`,
    })
    const path = 'word/_rels/document.xml.rels'
    const parts = unzipSync(document)
    const relations = strFromU8(parts[path] ?? new Uint8Array())
    parts[path] = strToU8(
      relations.replace(/<Relationship [^>]*footnotes[^>]*>/, (one) =>
        [one, one.replace('/footnotes"', '/header"').replace('rId1', 'rId2')].join(''),
      ),
    )
    const { bytes, file } = await review(zipSync(parts))
    expect(String(file)).toBe('Text.\n\n[1] He committed suicide.')
    expect(readWord(bytes).text).toBe('Text.\n\n[1] He died by suicide.')
  })

  test('a term is explained once', async () => {
    const { parts } = await review(
      word({ body: p(r('Sex workers met. Sex workers left. Sex workers slept.')) }),
    )
    const said = commented(parts).map(([, comment]) => comment)
    expect(said[0]).toContain('2 more in this document')
    expect(said[0]).toContain('Source: http')
    expect(said[1]?.length).toBeLessThan(150)
  })

  test('a document with nothing to find stays as it is', async () => {
    const { parts, comments } = await review(word({ body: p(r('It was late.')) }))
    expect(comments).toBe(0)
    expect(Object.keys(parts)).not.toContain('word/comments.xml')
  })
})

describe('OpenDocument', () => {
  test('accepting gives the expected text, for any draft', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (draft) => {
        const { bytes, file, replacements } = await review(asOdt(draft), 'draft.odt')
        const edits = editsOf(file)
        if (replacements === edits.length) {
          expect(readOdt(bytes).text).toBe(applyEdits(String(file), edits))
        }
      }),
      { numRuns },
    )
  }, 300_000)

  test('comments stand on the words, changes keep what was deleted, and the rest stays', async () => {
    const before = odt({
      body: '<text:p>R&amp;D: he committed suicide; we met sex workers.</text:p>',
    })
    const { parts, comments, replacements } = await review(before, 'draft.odt')
    const content = source(parts, 'content.xml')
    expect([comments, replacements]).toEqual([2, 1])
    expect(content).toMatch(/<text:deletion>.*<text:p>committed suicide<\/text:p><\/text:deletion>/)
    expect(content).toMatch(
      /he <office:annotation [^>]*office:name="(\w+)">.*<text:change [^>]*\/><text:change-start [^>]*\/>died by suicide<text:change-end [^>]*\/><office:annotation-end office:name="\1"\/>; we met/,
    )
    expect(content).toMatch(/<\/office:annotation>sex workers<office:annotation-end/)
    expect(Object.keys(parts)[0]).toBe('mimetype')
    for (const path of ['mimetype', 'styles.xml', 'META-INF/manifest.xml']) {
      expect(source(parts, path)).toBe(source(unzipSync(before), path))
    }
    expect(readOdt((await review(before, 'draft.odt')).bytes).text).toBe(
      'R&D: he died by suicide; we met sex workers.',
    )
  })
})

test('other formats take no comments', async () => {
  const file = await lint(new VFile({ path: 'a.md', value: 'Sex workers' }), settings)
  await expect(annotate(strToU8('Sex workers'), file, REVIEWER)).rejects.toThrow(UnreadableError)
})
