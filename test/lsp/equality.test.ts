/** However a text came about in an editor, its findings are those of the text. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { applyEdits } from '../../src/fix.ts'
import { lint, stretchOf } from '../../src/index.ts'
import { diagnosticsOf } from '../../src/lsp/diagnostics.ts'
import { shippedSettings } from '../../src/lsp/host.ts'
import { ignoreEdit } from '../../src/lsp/ignore.ts'
import { Editor } from './client.ts'

const RUNS = Number(process.env.FAIRDRAFT_RUNS ?? 10)
/** Every finding is linted for: milliseconds. */
const PATIENCE = 120_000
const { settings } = shippedSettings({ presets: [] })

const PIECES = fc.constantFrom(
  'sex workers',
  'section 33A of the Sexual Offences Act 1956 is a summary only offence',
  '\n\n',
  '\n- ',
  '\r\n> ',
  ' “',
  '” ',
  '😀',
  '# ',
  'The chairman of the migrants’ council ',
  '\r',
  '`',
  '<!-- fairdraft-ignore-next sex-worker: why -->\n',
)
const EDIT = fc.record({ from: fc.nat(400), length: fc.nat(30), text: PIECES })

test(
  'edits one by one end in the findings of the whole text',
  async () => {
    const editor = await new Editor().start()
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.array(EDIT, { minLength: 1, maxLength: 12 }), async (edits) => {
        const uri = `untitled:${++count}.md`
        await editor.open(uri, 'We met sex workers.\n\nUnder section 33A, the maximum is life.\n')
        for (const { from, length, text } of edits) {
          const document = editor.document(uri)
          const start = document.positionAt(from)
          const end = document.positionAt(document.offsetAt(start) + length)
          await editor.type(uri, [{ range: { start, end }, text }])
        }
        const { version } = editor.document(uri)
        const shown = await editor.published(uri, version)
        const text = editor.text(uri)
        const file = await lint(new VFile({ path: 'draft.md', value: text }), settings)
        const document = TextDocument.create(uri, 'markdown', version, text)
        expect(shown).toEqual(diagnosticsOf({ document, version, file, settings }))
        await editor.close(uri)
      }),
      { numRuns: RUNS },
    )
    await editor.stop()
  },
  PATIENCE,
)

test.each([
  'examples/force-guidance.md',
  'examples/consultation-response.md',
  'test/fixtures/findings/constructs.md',
])(
  'in %s every finding with an ignore comment is gone, and no other comes',
  async (path) => {
    const source = readFileSync(path, 'utf8')
    const file = await lint(new VFile({ path, value: source }), settings)
    let offered = 0
    for (const message of file.messages) {
      const stretch = stretchOf(message)
      const { ruleId = '' } = message
      const edit = stretch && (await ignoreEdit(file, stretch, ruleId))
      if (!stretch || !edit) continue
      offered++
      const value = applyEdits(source, [edit])
      const again = await lint(new VFile({ path, value }), settings)
      const moved = edit.start <= stretch.start ? edit.text.length : 0
      const place = stretch.start + moved
      const still = again.messages.filter(
        (other) => other.ruleId === ruleId && stretchOf(other)?.start === place,
      )
      expect(still, `${ruleId} at ${message.line}:${message.column}`).toEqual([])
      const ids = new Set(file.messages.map((other) => other.ruleId))
      expect(again.messages.filter((other) => !ids.has(other.ruleId))).toEqual([])
    }
    expect(offered).toBeGreaterThan(0)
  },
  PATIENCE,
)
