import type { Paragraph, Root } from 'nlcst'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { placeInFile } from './blocks.ts'
import { type Document, parse } from './document.ts'
import { emptyTree } from './tree.ts'

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
