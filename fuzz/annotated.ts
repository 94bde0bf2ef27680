/** The law of annotation: whoever rejects our changes has the document as it was, and nothing else is touched. */
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate'
import { VFile } from 'vfile'
import { applyEdits, editsOf } from '../src/fix.ts'
import { annotate, lint, type Settings } from '../src/index.ts'
import { readOdt } from '../src/readers/odt.ts'
import { readWord } from '../src/readers/word.ts'
import { fail } from './laws.ts'

const AUTHOR = 'Fuzz &amp; Co'
const REVIEWER = { author: 'Fuzz & Co', date: new Date('2026-03-01T09:30:00Z') }

/**
 * Annotates a document and holds the law.
 *
 * @throws UnreadableError if it is none that can be read.
 */
export async function holdAnnotation(bytes: Uint8Array, settings: Settings): Promise<void> {
  const file = await lint(new VFile({ path: 'draft.docx', value: bytes }), settings)
  const { bytes: out, comments, replacements } = await annotate(bytes, file, REVIEWER)
  const isWord = out.length > 0 && 'word/document.xml' in unzipSync(out)
  const read = isWord ? readWord : readOdt
  const edits = editsOf(file)
  if (replacements === edits.length && read(out).text !== applyEdits(String(file), edits)) {
    fail('accepting all gives the text with all replacements', read(out).text)
  }
  const rejected = isWord ? rejectedInWord(out) : rejectedInOdt(out)
  if (read(rejected).text !== String(file)) fail('rejecting all gives the text', read(out).text)
  if (comments === 0) holdParts(unzipSync(bytes), unzipSync(out), /^$/)
  else holdParts(unzipSync(bytes), unzipSync(out), /\.(?:xml|rels)$/)
}

/** Parts that are not of some names are as they were. */
function holdParts(before: Unzipped, after: Unzipped, mayChange: RegExp): void {
  for (const [path, content] of Object.entries(before)) {
    if (mayChange.test(path)) continue
    if (strFromU8(content) !== strFromU8(after[path] ?? new Uint8Array())) fail('a part', path)
  }
}

function rejectedInWord(bytes: Uint8Array): Uint8Array {
  return rewritten(bytes, (source) =>
    source
      .replaceAll(ours('ins', '.*?'), '')
      .replaceAll(ours('del', '(.*?)'), (_, runs: string) => runs.replaceAll('delText', 't')),
  )
}

/** A tracked change of ours in Word, whatever the file’s prefix. */
function ours(name: string, content: string): RegExp {
  return new RegExp(`<w:${name}(?= )[^>]* w:author="${AUTHOR}"[^>]*>${content}</w:${name}>`, 'gs')
}

function rejectedInOdt(bytes: Uint8Array): Uint8Array {
  return rewritten(bytes, (source) => {
    let text = source
    for (const [region, id] of source.matchAll(
      /<text:changed-region[^>]* text:id="(fairdraft\d+)">.*?<\/text:changed-region>/gs,
    )) {
      if (!region.includes(AUTHOR)) continue
      const [, deleted] = /<text:p[^>]*>(.*)<\/text:p><\/text:deletion>/s.exec(region) ?? []
      const mark = (name: string) => `<text:${name}(?: xmlns:[^>]*)? text:change-id="${id}"/>`
      text =
        deleted === undefined
          ? text.replace(new RegExp(`${mark('change-start')}.*?${mark('change-end')}`, 's'), '')
          : text.replace(new RegExp(mark('change')), () => deleted)
    }
    return text
  })
}

function rewritten(bytes: Uint8Array, rewrite: (source: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [path, content] of Object.entries(parts)) {
    if (path.endsWith('.xml')) parts[path] = strToU8(rewrite(strFromU8(content)))
  }
  return zipSync(parts)
}
