/** The same content gives the same findings, whatever the format. */
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { catalogue, lint, resolveSettings, severityOf, stretchOf } from '../src/index.ts'
import { asHtml, asMarkdown, asOdt, asWord, type Draft, draftOf } from './builders/draft.ts'

const settings = resolveSettings({ extends: ['all'] }, catalogue)
const check = (path: string, value: string | Uint8Array) =>
  lint(new VFile({ path, value }), settings)

/** What is said of the draft: everything but the places and the wordings that fit the markup. */
function said(file: VFile): string[] {
  return file.messages.map((message) =>
    [message.ruleId, severityOf(message), message.context, message.actual, message.reason].join(
      ' | ',
    ),
  )
}

/** `FAIRDRAFT_RUNS=1000 npx vitest run test/formats.test.ts` runs them longer. */
const numRuns = Number(process.env.FAIRDRAFT_RUNS ?? 60)

const FORMATS: readonly (readonly [path: string, write: (draft: Draft) => string | Uint8Array])[] =
  [
    ['draft.html', asHtml],
    ['draft.docx', asWord],
    ['draft.odt', asOdt],
  ]

describe.each(FORMATS)('%s', (path, write) => {
  test('says what Markdown says', async () => {
    await fc.assert(
      fc.asyncProperty(draftOf(true), async (draft) => {
        const markdown = await check('draft.md', asMarkdown(draft))
        expect(said(await check(path, write(draft)))).toEqual(said(markdown))
      }),
      { numRuns },
    )
  }, 300_000)

  test('says what plain text says', async () => {
    await fc.assert(
      fc.asyncProperty(draftOf(false), async (draft) => {
        const text = await check('draft.txt', asMarkdown(draft))
        expect(said(await check(path, write(draft)))).toEqual(said(text))
      }),
      { numRuns },
    )
  }, 300_000)
})

test.each([
  ['draft.docx', asWord],
  ['draft.odt', asOdt],
] as const)(
  '%s: the words at a place are those of the finding, and it has a paragraph',
  async (path, write) => {
    await fc.assert(
      fc.asyncProperty(draftOf(true), async (draft) => {
        const file = await check(path, write(draft))
        for (const message of file.messages) {
          const stretch = stretchOf(message)
          if (!stretch) continue
          expect(String(file).slice(stretch.start, stretch.end)).toBe(message.actual)
          expect(message.location?.paragraph).toBeGreaterThan(0)
        }
      }),
      { numRuns },
    )
  },
  300_000,
)
