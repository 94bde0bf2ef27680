/** What mutation starts from: the fixtures, examples, packs and presets of the project, and drafts made up for tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { asHtml, asOdt, asWord, draftOf } from '../test/builders/draft.ts'
import { pdf } from '../test/builders/pdf.ts'
import { unpacked } from './packages.ts'

const LONGEST = 1500

/** Documents and configurations, as text. */
export function texts(): string[] {
  const places = ['test/fixtures', 'examples', 'presets', 'test/labelled/documents']
  return places.flatMap((place) => filesIn(place, /\.(?:md|txt|yml|html)$/))
}

/** Packs of terms, a term or two of each. */
export function packs(): string[] {
  return filesIn('terms', /^(?!names|sources|viewpoints).*\.yml$/, 4000).map((text) =>
    text.slice(0, text.lastIndexOf('\n  - id: ') + 1 || text.length),
  )
}

/** Pages in HTML. */
export function pages(): string[] {
  return drafts().map(asHtml)
}

/** Word documents, written out. */
export function wordDocuments(): string[] {
  return drafts().map((draft) => unpacked(asWord(draft)))
}

/** OpenDocument texts, written out. */
export function openDocuments(): string[] {
  return drafts().map((draft) => unpacked(asOdt(draft)))
}

/** PDF files, one character a byte. */
export function pdfs(): string[] {
  const line = (text: string, y: number) => ({ x: 60, y, text })
  return [
    pdf([[line('We met sex workers.', 700), line('He committed suicide.', 680)]]),
    pdf([[], [line('Section 33A of the Sexual Offences Act 1956 is', 90), line('1', 20)]]),
  ].map((bytes) => new TextDecoder('latin1').decode(bytes))
}

function drafts() {
  return fc.sample(draftOf(true), { numRuns: 24, seed: 1 })
}

function filesIn(place: string, wanted: RegExp, longest = LONGEST): string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(name))
    .sort()
    .map((name) => readFileSync(join(place, name), 'utf8').slice(0, longest))
}
