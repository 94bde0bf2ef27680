import type { Block } from '../blocks.ts'
import type { Location } from '../finding.ts'
import { divisionNotices } from './division.ts'
import { Extraction, type Piece } from './extraction.ts'
import type { Extract } from './index.ts'
import { objectNotices } from './objects.ts'
import { Outline } from './outline.ts'
import { Package, type Part } from './package.ts'
import { UnreadableError } from './unreadable.ts'
import { WORD_PREFIXES } from './word/names.ts'
import { Numbering } from './word/numbering.ts'
import { partsOf, type WordParts } from './word/parts.ts'
import { type Call, type Shared, StoryReader } from './word/story.ts'
import { Styles } from './word/styles.ts'
import { descendants, elementsOf, find, textIn, type XmlElement } from './xml.ts'

/** A Word document as it was read. */
export interface WordExtract extends Extract {
  readonly files: Package
  readonly parts: WordParts
  /** Every piece of the text, and the node that it stands in. */
  readonly pieces: readonly Piece[]
}

/**
 * Reads a Word document (.docx, .docm, .dotx, .dotm): the body, then footnotes and endnotes, then headers and footers.
 *
 * Read is what a reader of the document sees: insertions that are tracked, but not deletions; no hidden
 * text, and no table of contents. Macros are not run, and nothing outside the file is fetched.
 *
 * @throws UnreadableError if the file is damaged or no Word document.
 */
export function readWord(bytes: Uint8Array): WordExtract {
  const files = new Package(bytes, WORD_PREFIXES)
  const parts = partsOf(files)
  const body = find(parts.document.root, 'w:body')
  if (!body) {
    throw new UnreadableError('damaged', 'holds no Word text; open it in Word and save it as .docx')
  }
  const extraction = new Extraction()
  const shared: Shared = {
    styles: new Styles(parts.styles?.root),
    numbering: new Numbering(parts.numbering?.root),
    extraction,
  }
  const outline = new Outline()
  const story = new StoryReader(parts.document, undefined, shared, outline)
  story.read(body)
  const blocks = [
    ...outline.blocks,
    ...readNotes(parts.footnotes, 'footnote', story.calls, shared),
    ...readNotes(parts.endnotes, 'endnote', story.calls, shared),
    ...readOnce(parts.headers, 'header', shared),
    ...readOnce(parts.footers, 'footer', shared),
  ]
  return {
    text: extraction.text,
    blocks,
    directives: [],
    notices: [...objectNotices(countObjects(body)), ...divisionNotices(blocks)],
    files,
    parts,
    pieces: extraction.pieces,
    locate: (offset) => extraction.locate(offset),
  }
}

const OBJECTS: ReadonlySet<string> = new Set(['c:chart', 'cx:chart', 'dgm:relIds', 'o:OLEObject'])

/** How many charts, diagrams and embedded documents an element holds; formulas are none. */
function countObjects(element: XmlElement): number {
  const objects = [...descendants(element, OBJECTS)]
  return objects.filter(({ attributes }) => !attributes.get('ProgID')?.startsWith('Equation'))
    .length
}

/** Reads those notes that are called in the text, each once, in the order of their calls. */
function readNotes(
  part: Part | undefined,
  name: 'footnote' | 'endnote',
  calls: readonly Call[],
  shared: Shared,
): Block[] {
  if (!part) return []
  const notes = new Map(elementsOf(part.root).map((note) => [note.attributes.get('w:id'), note]))
  let before = 0
  return calls
    .filter(({ element }) => element.name === `w:${name}Reference`)
    .flatMap(({ element, headings }, index) => {
      const id = element.attributes.get('w:id')
      const note = notes.get(id)
      if (!note) return []
      notes.delete(id)
      const outline = new Outline(headings)
      outline.openFootnote()
      const story = new StoryReader(part, name, shared, outline, before)
      story.read(note, `[${index + 1}] `)
      before = story.paragraphs
      outline.closeFootnote()
      return outline.blocks
    })
}

/** Reads headers or footers; one that says the same as another is read once. */
function readOnce(parts: readonly Part[], name: Location['part'], shared: Shared): Block[] {
  const seen = new Set<string>()
  return parts.flatMap((part) => {
    const text = wordsIn(part.root)
    if (seen.has(text)) return []
    seen.add(text)
    const outline = new Outline()
    new StoryReader(part, name, shared, outline).read(part.root)
    return outline.blocks
  })
}

function wordsIn(root: XmlElement): string {
  return textIn(root)
    .replace(/[\d\s]+/g, ' ')
    .trim()
}
