import type { Block } from '../blocks.ts'
import type { Location } from '../finding.ts'
import { divisionNotices } from './division.ts'
import { Extraction, type Piece } from './extraction.ts'
import type { Extract } from './index.ts'
import { objectNotices } from './objects.ts'
import { ODF_PREFIXES } from './odt/names.ts'
import { Numbering } from './odt/numbering.ts'
import { citationOf } from './odt/runs.ts'
import { bodyOf, type Note, type Shared, StoryReader } from './odt/story.ts'
import { Styles } from './odt/styles.ts'
import { Outline } from './outline.ts'
import { Package, type Part } from './package.ts'
import { UnreadableError } from './unreadable.ts'
import { descendants, elementsOf, find, textIn, type XmlElement } from './xml.ts'

/** An OpenDocument text as it was read. */
export interface OdtExtract extends Extract {
  /** Every piece of the text, and the node that it stands in. */
  readonly pieces: readonly Piece[]
  /** The part that holds the text. */
  readonly content: Part
}

/**
 * Reads an OpenDocument text (.odt, .ott): the body, then footnotes and endnotes, then headers and
 * footers. Read is what a reader of the document sees: no deletions, comments or hidden text, and no
 * generated table of contents.
 *
 * @throws UnreadableError if the file is damaged, protected by a password or no OpenDocument text.
 */
export function readOdt(bytes: Uint8Array): OdtExtract {
  const files = new Package(bytes, ODF_PREFIXES)
  rejectEncrypted(files)
  const content = files.part('content.xml')
  const body = find(content?.root, 'office:body', 'office:text')
  if (!content || !body) {
    throw new UnreadableError(
      'damaged',
      'holds no OpenDocument text; open it in LibreOffice and save it as .odt',
    )
  }
  const styles = files.part('styles.xml')
  const roots = [styles?.root, content.root]
  const extraction = new Extraction()
  const shared: Shared = { styles: new Styles(roots), numbering: new Numbering(roots), extraction }
  const outline = new Outline()
  const story = new StoryReader(content, undefined, shared, outline)
  story.read(body)
  const blocks = [
    ...outline.blocks,
    ...readNotes(content, 'footnote', story.notes, shared),
    ...readNotes(content, 'endnote', story.notes, shared),
    ...(styles ? readOnce(styles, shared) : []),
  ]
  return {
    text: extraction.text,
    blocks,
    directives: [],
    notices: [...objectNotices(countObjects(files)), ...divisionNotices(blocks)],
    pieces: extraction.pieces,
    content,
    locate: (offset) => extraction.locate(offset),
  }
}

const ENTRIES: ReadonlySet<string> = new Set(['manifest:file-entry'])
const OBJECT = /opendocument\.(?:chart|spreadsheet|presentation|graphics)$/

/** How many charts, sheets and drawings the file holds as documents of their own. */
function countObjects(files: Package): number {
  const manifest = files.part('META-INF/manifest.xml')
  if (!manifest) return 0
  const entries = [...descendants(manifest.root, ENTRIES)]
  return entries.filter(({ attributes }) =>
    OBJECT.test(attributes.get('manifest:media-type') ?? ''),
  ).length
}

function rejectEncrypted(files: Package): void {
  const manifest = files.part('META-INF/manifest.xml')
  const encrypted = new Set(['manifest:encryption-data'])
  if (!manifest || descendants(manifest.root, encrypted).next().done) return
  throw new UnreadableError(
    'protected',
    'is protected by a password; open it in LibreOffice and save it without one (File, Save As)',
  )
}

function readNotes(
  part: Part,
  name: 'footnote' | 'endnote',
  notes: readonly Note[],
  shared: Shared,
): Block[] {
  let before = 0
  return notes
    .filter(({ element }) => (element.attributes.get('text:note-class') ?? 'footnote') === name)
    .flatMap(({ element, headings }) => {
      const body = bodyOf(element)
      if (!body) return []
      const outline = new Outline(headings)
      outline.openFootnote()
      const story = new StoryReader(part, name, shared, outline, before)
      story.read(body, `[${citationOf(element)}] `)
      before = story.paragraphs
      outline.closeFootnote()
      return outline.blocks
    })
}

const HEADERS: ReadonlyMap<string, NonNullable<Location['part']>> = new Map([
  ['style:header', 'header'],
  ['style:header-left', 'header'],
  ['style:header-first', 'header'],
  ['style:footer', 'footer'],
  ['style:footer-left', 'footer'],
  ['style:footer-first', 'footer'],
])

/** Reads headers and footers; one that says the same as another is read once. */
function readOnce(styles: Part, shared: Shared): Block[] {
  const seen = new Set<string>()
  const pages = elementsOf(find(styles.root, 'office:master-styles'))
  return pages.flatMap(elementsOf).flatMap((element) => {
    const name = HEADERS.get(element.name)
    const words = wordsIn(element)
    if (!name || seen.has(words) || element.attributes.get('style:display') === 'false') return []
    seen.add(words)
    const outline = new Outline()
    new StoryReader(styles, name, shared, outline).read(element)
    return outline.blocks
  })
}

function wordsIn(element: XmlElement): string {
  return textIn(element)
    .replace(/[\d\s]+/g, ' ')
    .trim()
}
