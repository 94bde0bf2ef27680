import type { Paragraph, Root } from 'nlcst'
import type { Node } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { type Block, createBlock, placeInFile } from './blocks.ts'
import { createDocument, type Document, parse } from './document.ts'

const documents = new WeakMap<Node, Document>()

/**
 * An empty nlcst tree that stands for a document: enough for Fairdraft’s own rules, which read blocks.
 */
export function emptyTree(document: Document): Root {
  const tree: Root = { type: 'RootNode', children: [] }
  documents.set(tree, document)
  return tree
}

/**
 * The whole document as one nlcst tree, for other people’s retext plugins: a paragraph a block, every
 * position pointing into the file.
 */
export function fullTree(document: Document, file: VFile): Root {
  const tree = emptyTree(document)
  const toPoint = location(file).toPoint
  for (const block of document.blocks) {
    const paragraph: Paragraph = { type: 'ParagraphNode', children: [] }
    const written = document.written(block)
    for (const { root, start: before } of parse(block.text)) {
      visit(root, (node) => {
        const start = node.position?.start.offset
        const end = node.position?.end.offset
        if (start === undefined || end === undefined || start === end) return
        const place = placeInFile(written, before + start, before + end)
        const [from, to] = [toPoint(place.start), toPoint(place.end)]
        if (from && to) node.position = { start: from, end: to }
      })
      for (const child of root.children) {
        if (child.type === 'ParagraphNode') paragraph.children.push(...child.children)
      }
    }
    const [first, last] = [paragraph.children[0]?.position, paragraph.children.at(-1)?.position]
    if (first && last) paragraph.position = { start: first.start, end: last.end }
    if (paragraph.children.length > 0) tree.children.push(paragraph)
  }
  return tree
}

/**
 * The document behind a tree: the one it was made from, or, for a tree that `retext` parsed, one whose
 * blocks are the tree’s paragraphs.
 */
export function documentOf(tree: Root, file: VFile): Document {
  const known = documents.get(tree)
  if (known) return known
  const source = String(file)
  const document = createDocument(paragraphsOf(tree).map((paragraph) => blockOf(paragraph, source)))
  documents.set(tree, document)
  return document
}

function paragraphsOf(tree: Root): Paragraph[] {
  return tree.children.filter((child): child is Paragraph => child.type === 'ParagraphNode')
}

function blockOf(paragraph: Paragraph, source: string): Block {
  const start = paragraph.position?.start.offset ?? 0
  const end = paragraph.position?.end.offset ?? source.length
  const structure = { kind: 'paragraph', depth: 0, quotation: 0, headings: [] } as const
  return createBlock(structure, [{ text: source.slice(start, end), start, end }])
}
