/** What is fuzzed, and the laws that must hold whatever comes in. */
import { Ajv } from 'ajv'
import { VFile } from 'vfile'
import { parseDocument } from 'yaml'
import type { Reading } from '../src/blocks.ts'
import { data } from '../src/data.ts'
import { createDocument } from '../src/document.ts'
import { catalogue, lint, resolveSettings, stretchOf, UnreadableError } from '../src/index.ts'
import { lookUp } from '../src/law/lookup.ts'
import { shippedReaders } from '../src/law/shipped.ts'
import { readMarkdown } from '../src/readers/markdown.ts'
import { readText } from '../src/readers/text.ts'
import { SettingsError } from '../src/settings.ts'
import type { Preset } from '../src/types/preset.ts'

/** Something that takes a text; it throws when a law is broken. */
export type Target = (text: string) => void | Promise<void>

/** The validator that every configuration passes before it is used. */
const isPreset = new Ajv({ strict: false, schemas: Object.values(data.schemas) }).compile<Preset>(
  data.schemas.preset,
)

const settings = resolveSettings({ extends: ['all'] }, catalogue)

/** Every target, by name. */
export const targets: { readonly [name: string]: Target } = {
  markdown: (text) => holdReading(readMarkdown(text), text),
  text: (text) => holdReading(readText(text), text),
  'lint-markdown': (text) => holdFindings(text, 'draft.md'),
  'lint-text': (text) => holdFindings(text, 'draft.txt'),
  bytes: async (text) => {
    const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff)
    try {
      await lint(new VFile({ path: 'draft.txt', value: bytes }), settings)
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
    }
  },
  citation: (text) => {
    lookUp(shippedReaders(), text)
  },
  configuration: (text) => {
    const document = parseDocument(text, { prettyErrors: false })
    if (document.errors.length > 0) return
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    if (!isPreset(value)) return
    try {
      resolveSettings(value, catalogue)
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error
    }
  },
}

/** Spans stand in order, inside the file, and a span written out is what the file has there. */
function holdReading({ blocks }: Reading, text: string): void {
  for (const block of blocks) {
    let last = 0
    if (block.text !== block.spans.map((span) => span.text).join('')) fail('text of a block', block)
    for (const span of block.spans) {
      if (span.start < last || span.end < span.start || span.end > text.length) fail('order', span)
      const written = !span.opaque && span.text.length === span.end - span.start
      if (written && span.text.length > 1 && text.slice(span.start, span.end) !== span.text) {
        fail('words of a span', span)
      }
      last = span.end
    }
  }
  createDocument(blocks)
}

/** Findings stand in the file, in order; a second run finds the same. */
async function holdFindings(text: string, path: string): Promise<void> {
  const first = await lint(new VFile({ path, value: text }), settings)
  let last = -1
  for (const message of first.messages) {
    const stretch = stretchOf(message)
    if (!stretch) continue
    if (stretch.start < last) fail('order of findings', message)
    if (stretch.end > text.length) fail('place of a finding', message)
    last = stretch.start
  }
  const second = await lint(new VFile({ path, value: text }), settings)
  if (String(first.messages) !== String(second.messages)) fail('a second run', text)
}

function fail(law: string, what: unknown): never {
  throw new Error(`broken law: ${law}: ${JSON.stringify(what)?.slice(0, 2000)}`)
}
