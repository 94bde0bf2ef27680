/** What is fuzzed, and the laws that must hold whatever comes in. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOwn } from '../src/config/own-files.ts'
import { catalogue, resolveSettings, SettingsError, UnreadableError } from '../src/index.ts'
import { lookUp } from '../src/law/lookup.ts'
import { shippedReaders } from '../src/law/shipped.ts'
import { readHtml } from '../src/readers/html.ts'
import type { Extract } from '../src/readers/index.ts'
import { readMarkdown } from '../src/readers/markdown.ts'
import { readOdt } from '../src/readers/odt.ts'
import { readPdf } from '../src/readers/pdf.ts'
import { readText } from '../src/readers/text.ts'
import { readWord } from '../src/readers/word.ts'
import { holdAnnotation } from './annotated.ts'
import { holdEdits } from './edits.ts'
import { fail, holdFindings, holdReading } from './laws.ts'
import { mutate } from './mutate.ts'
import { mutateMarkup } from './mutate-markup.ts'
import { packed } from './packages.ts'
import * as seeds from './seeds.ts'

/** Something that takes texts, mutated from `seeds`. */
export interface Target {
  readonly seeds: () => string[]
  readonly mutate: typeof mutate
  /** Tries a text; throws when a law is broken. `folder` is for temporary files. */
  readonly attempt: (text: string, folder: string) => unknown
}

const settings = resolveSettings({ extends: ['all'] }, catalogue)

const ofText = (attempt: Target['attempt'], from = seeds.texts): Target => ({
  seeds: from,
  mutate,
  attempt,
})
const ofMarkup = (from: () => string[], attempt: Target['attempt']): Target => ({
  seeds: from,
  mutate: mutateMarkup,
  attempt,
})

/** Every target, by name. */
export const targets: { readonly [name: string]: Target } = {
  markdown: ofText((text) => holdReading(readMarkdown(text), text)),
  text: ofText((text) => holdReading(readText(text), text)),
  html: ofMarkup(seeds.pages, (text) => holdReading(readHtml(text), text)),
  word: ofMarkup(seeds.wordDocuments, (text) => holdExtract(() => readWord(packed(text)))),
  odt: ofMarkup(seeds.openDocuments, (text) => holdExtract(() => readOdt(packed(text)))),
  pdf: ofText((text) => holdExtract(() => readPdf(bytesOf(text))), seeds.pdfs),
  bytes: ofText((text) => readably(() => holdFindings(bytesOf(text), 'draft.txt', settings))),
  'lint-markdown': ofText((text) => holdFindings(text, 'draft.md', settings)),
  'lint-html': ofMarkup(seeds.pages, (text) => holdFindings(text, 'draft.html', settings)),
  'lint-text': ofText((text) => holdFindings(text, 'draft.txt', settings)),
  annotate: ofMarkup(
    () => [...seeds.wordDocuments(), ...seeds.openDocuments()],
    (text) => readably(() => holdAnnotation(packed(text), settings)),
  ),
  edits: ofText(holdEdits),
  citation: ofText((text) => lookUp(shippedReaders(), text)),
  configuration: ofText((text, folder) => holdOwn(text, folder, 'config')),
  pack: ofText((text, folder) => holdOwn(text, folder, 'pack'), seeds.packs),
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff)
}

/** Tries something that may well be unreadable. */
async function readably(attempt: () => unknown): Promise<void> {
  try {
    await attempt()
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
  }
}

function holdExtract(read: () => Extract | Promise<Extract>): Promise<void> {
  return readably(async () => {
    const extract = await read()
    holdReading(extract, extract.text)
    for (const { spans } of extract.blocks) extract.locate(spans[0]?.start ?? 0)
  })
}

/** A configuration or a pack of a user’s is refused with a reason that names the file, or can be used. */
async function holdOwn(text: string, folder: string, kind: 'config' | 'pack'): Promise<void> {
  const path = join(folder, `${kind}.yml`)
  writeFileSync(path, text)
  const own = await readOwn({ [kind]: path })
  for (const failure of own.failures) {
    if (!failure.path.includes('.yml') || failure.reason === '') fail('a reason', failure)
  }
  try {
    const resolved = resolveSettings(own.config, own.catalogue)
    if (own.failures.length === 0) await holdFindings(text, 'draft.md', resolved)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
  }
}
