import type { Paragraph, Root } from 'nlcst'
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { type Block, createBlock } from './blocks.ts'
import { createDocument, type Document } from './document.ts'

const documents = new WeakMap<Node, Document>()

/** An empty nlcst tree that stands for a document: enough for Fairdraft’s own rules, which read blocks. */
export function emptyTree(document: Document): Root {
  const tree: Root = { type: 'RootNode', children: [] }
  documents.set(tree, document)
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
