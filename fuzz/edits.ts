/** The law of the language server: however a text came about, its findings are those of the text. */
import { VFile } from 'vfile'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { hashOf } from '../src/hash.ts'
import { lint } from '../src/index.ts'
import { diagnosticsOf } from '../src/lsp/diagnostics.ts'
import { shippedSettings } from '../src/lsp/host.ts'
import { Editor } from '../test/lsp/client.ts'
import { fail } from './laws.ts'
import { createRandom } from './random.ts'

const { settings } = shippedSettings({ presets: [] })
let editor: Promise<Editor> | undefined
let count = 0

/** Types a few changes into a text, made of its own pieces, and compares with a check of the outcome. */
export async function holdEdits(before: string): Promise<void> {
  editor ??= new Editor().start()
  const client = await editor
  const uri = `untitled:${++count}.md`
  const random = createRandom(Number.parseInt(hashOf(before).slice(0, 8), 16))
  await client.open(uri, before)
  for (let edits = 1 + random.below(5); edits > 0; edits--) {
    const document = client.document(uri)
    const from = random.below(before.length + 1)
    const start = document.positionAt(random.below(document.getText().length + 1))
    const end = document.positionAt(document.offsetAt(start) + random.below(40))
    const text = before.slice(from, from + random.below(60))
    await client.type(uri, [{ range: { start, end }, text }])
  }
  const { version } = client.document(uri)
  const shown = await client.published(uri, version)
  const text = client.text(uri)
  const file = await lint(new VFile({ path: 'draft.md', value: text }), settings)
  const document = TextDocument.create(uri, 'markdown', version, text)
  const expected = diagnosticsOf({ document, version, file, settings })
  if (JSON.stringify(shown) !== JSON.stringify(expected)) fail('edits', { shown, expected })
  await client.close(uri)
  if (client.logged.length > 0) fail('no fault in the server', client.logged)
}
