import type { Piece } from '../readers/extraction.ts'
import type { Part } from '../readers/package.ts'
import { readWord, type WordExtract } from '../readers/word.ts'
import {
  descendants,
  elementsOf,
  find,
  isElement,
  type XmlElement,
  type XmlNode,
} from '../readers/xml.ts'
import type { Changes, Reviewer } from './index.ts'
import { type Anchor, anchorOf } from './pieces.ts'
import { placeOf, type Remark, said } from './remarks.ts'
import { splice } from './splice.ts'
import { addComments } from './word/comments.ts'
import { Markup } from './word/markup.ts'
import { RunEditor } from './word/run-editor.ts'

/**
 * Writes remarks into a Word document: a comment on the very words, and a tracked change where a
 * replacement is safe. Word has no comments in notes and text boxes, so theirs stand where the note is
 * called or the box is anchored; those on headers, and on the whole document, stand at the beginning.
 */
export function annotateWord(
  bytes: Uint8Array,
  remarks: readonly Remark[],
  reviewer: Reviewer,
): Changes {
  const annotator = new WordAnnotator(readWord(bytes), reviewer)
  for (const remark of remarks) annotator.add(remark)
  return annotator.finish()
}

class WordAnnotator {
  readonly #extract: WordExtract
  readonly #markup: Markup
  readonly #editors = new Map<Part, RunEditor>()
  readonly #comments: (readonly string[])[] = []
  readonly #general: Remark[] = []
  readonly #calls: ReadonlyMap<string, Piece>
  readonly #elsewhere: Remark[] = []
  #replacements = 0

  constructor(extract: WordExtract, reviewer: Reviewer) {
    this.#extract = extract
    const { document, footnotes, endnotes, comments, headers, footers } = extract.parts
    const parts = [document, footnotes, endnotes, comments, ...headers, ...footers]
    this.#markup = new Markup(
      parts.flatMap((part) => part ?? []),
      reviewer,
    )
    this.#calls = callsOf(extract)
  }

  add(remark: Remark): void {
    const anchor = remark.stretch && anchorOf(this.#extract.pieces, remark.stretch)
    if (!anchor) this.#general.push(remark)
    else {
      const replaced = remark.fix !== undefined && this.#replace(anchor, remark.fix)
      this.#comment({ ...remark, paragraphs: said(remark, replaced) }, anchor)
    }
  }

  finish(): Changes {
    this.#addGeneral()
    const { files, parts } = this.#extract
    const changed = new Map<string, string>()
    for (const [part, editor] of this.#editors) {
      changed.set(part.path, splice(part.source, editor.splices()))
    }
    if (this.#comments.length > 0) {
      for (const [path, text] of addComments(files, parts, this.#comments, this.#markup)) {
        changed.set(path, text)
      }
    }
    return {
      parts: changed,
      comments: this.#comments.length,
      replacements: this.#replacements,
      elsewhere: this.#elsewhere.map(({ finding }) => finding),
    }
  }

  #editorOf(part: Part): RunEditor {
    const known = this.#editors.get(part) ?? new RunEditor(part, this.#markup)
    this.#editors.set(part, known)
    return known
  }

  #comment(remark: Remark, anchor: Anchor): void {
    const { document } = this.#extract.parts
    const { part, node } = anchor.from.origin
    const box = part === document ? boxAround(node) : undefined
    if (part === document && !box) {
      const shown = paragraphAfterControl(node)
      this.#editorOf(document).comment(anchor.from, anchor.to, this.#say(remark.paragraphs), shown)
      return
    }
    const host = box ?? this.#callOf(anchor)
    this.#elsewhere.push(remark)
    if (!host) this.#general.push(remark)
    else
      this.#editorOf(document).commentOn(
        host,
        this.#say([...placeOf(remark), ...remark.paragraphs]),
      )
  }

  #callOf({ from }: Anchor): XmlElement | undefined {
    const note = around(from.origin.node, NOTES)
    const call = note && this.#calls.get(`${note.name} ${note.attributes.get('w:id')}`)
    return call && around(call.origin.node, RUNS)
  }

  #replace(anchor: Anchor, text: string): boolean {
    if (!isReplaceable(anchor)) return false
    this.#editorOf(anchor.from.origin.part).replace(anchor.from, anchor.to, text)
    this.#replacements += 1
    return true
  }

  /** Keeps a comment, and answers its id. */
  #say(paragraphs: readonly string[]): number {
    this.#comments.push(paragraphs)
    return this.#markup.commentId(this.#comments.length - 1)
  }

  /** Puts what has no place of its own into one comment at the beginning. */
  #addGeneral(): void {
    const { document } = this.#extract.parts
    const body = find(document.root, 'w:body')
    const paragraph = body && firstParagraph(body)
    if (this.#general.length === 0 || !paragraph) return
    const paragraphs = this.#general.flatMap((remark) => [...placeOf(remark), ...remark.paragraphs])
    this.#editorOf(document).commentAt(paragraph, this.#say(paragraphs))
  }
}

const NOTES: ReadonlySet<string> = new Set(['w:footnote', 'w:endnote'])
const RUNS: ReadonlySet<string> = new Set(['w:r'])
const BOXES: ReadonlySet<string> = new Set(['w:txbxContent'])

function callsOf({ pieces }: WordExtract): Map<string, Piece> {
  const calls = new Map<string, Piece>()
  for (const piece of pieces) {
    const { node } = piece.origin
    if (!isElement(node) || !/^w:(?:foot|end)noteReference$/.test(node.name)) continue
    const key = `${node.name.replace('Reference', '')} ${node.attributes.get('w:id')}`
    if (!calls.has(key)) calls.set(key, piece)
  }
  return calls
}

/** The nearest element around a node that has one of some names, the node itself included. */
function around(node: XmlNode, names: ReadonlySet<string>): XmlElement | undefined {
  let element: XmlElement | undefined = isElement(node) ? node : node.parent
  while (element && !names.has(element.name)) element = element.parent
  return element
}

/** The run that anchors the outermost text box around a node. */
function boxAround(node: XmlNode): XmlElement | undefined {
  let host: XmlElement | undefined
  for (let box = around(node, BOXES); box?.parent; box = around(box.parent, BOXES)) {
    host = around(box.parent, RUNS) ?? host
  }
  return host
}

/**
 * Where a comment in the first paragraph of a content control is shown: in the paragraph after the
 * control. LibreOffice 7 loses the text before a comment that is shown inside.
 */
function paragraphAfterControl(node: XmlNode): XmlElement | undefined {
  const paragraph = around(node, PARAGRAPHS)
  const control = paragraph?.parent && around(paragraph.parent, CONTROLS)
  if (!control || find(control, 'w:sdtPr', 'w:docPartObj')) return undefined
  if (descendants(control, PARAGRAPHS).next().value !== paragraph) return undefined
  for (let element = control; element.parent; element = element.parent) {
    const siblings = elementsOf(element.parent)
    for (const sibling of siblings.slice(siblings.indexOf(element) + 1)) {
      const found = sibling.name === 'w:p' ? sibling : firstParagraph(sibling)
      if (sibling.name !== 'w:sdt' && found && found.contentStart < found.end) return found
    }
  }
  return undefined
}

const PARAGRAPHS: ReadonlySet<string> = new Set(['w:p'])
const CONTROLS: ReadonlySet<string> = new Set(['w:sdt'])

function firstParagraph(container: XmlElement): XmlElement | undefined {
  for (const child of elementsOf(container)) {
    const found = child.name === 'w:p' ? child : firstParagraph(child)
    if (found && found.contentStart < found.end) return found
  }
  return undefined
}

/** Around these, a change would be lost, or would be part of somebody else’s. */
const UNTOUCHABLE: ReadonlySet<string> = new Set([
  'w:ins',
  'w:moveTo',
  'w:fldSimple',
  'w:sdt',
  'w:txbxContent',
  'w:ruby',
])
/** What may stand between runs that are replaced together: it shows nothing. */
const BETWEEN: ReadonlySet<string> = new Set([
  'w:r',
  'w:proofErr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:permStart',
  'w:permEnd',
])

/** Whether words stand in plain runs, side by side, that nobody else has changed. */
function isReplaceable({ pieces, from, to }: Anchor): boolean {
  const plain = pieces.every(({ origin: { node, isResult } }) => {
    return isElement(node) && node.name === 'w:t' && node.parent?.name === 'w:r' && !isResult
  })
  const { part } = from.origin
  const [first, last] = [from, to].map(({ origin }) => around(origin.node, RUNS))
  if (!plain || !first?.parent || first.parent !== last?.parent) return false
  if (around(first.parent, UNTOUCHABLE)) return false
  const siblings = elementsOf(first.parent)
  return siblings
    .slice(siblings.indexOf(first), siblings.indexOf(last) + 1)
    .every((sibling) => BETWEEN.has(sibling.name) && isFormattedLike(sibling, first, part))
}

/** Whether a run is formatted as another; it need not be marked as the same language. */
function isFormattedLike(run: XmlElement, other: XmlElement, { source }: Part): boolean {
  if (run.name !== 'w:r') return true
  const [one, two] = [run, other].map((element) =>
    elementsOf(find(element, 'w:rPr'))
      .filter(({ name }) => !/^w:(?:lang|noProof|rPrChange)$/.test(name))
      .map(({ start, end }) => source.slice(start, end))
      .join(''),
  )
  return one === two
}
