import type { Reading } from '../blocks.ts'
import { divisionNotices } from './division.ts'
import { findFurniture } from './text/furniture.ts'
import { rankHeadings } from './text/headings.ts'
import { splitLines } from './text/lines.ts'
import { outline } from './text/outline.ts'
import { cutPieces } from './text/pieces.ts'

/**
 * Reads plain text: headings, lists, quotations, tables and paragraphs are recognised by their layout.
 *
 * Positions are offsets in `text`, in UTF-16 units; a byte-order mark counts. `ranks` are those of
 * headings that are known by other means, by where their lines begin. Never throws.
 */
export function readText(text: string, ranks?: ReadonlyMap<number, number>): Reading {
  const { pieces, directives } = cutPieces(text, splitLines(text), ranks)
  const furniture = findFurniture(text, pieces)
  const headings = rankHeadings(text, pieces, furniture)
  const blocks = outline(text, pieces, headings, furniture)
  return { blocks, directives, notices: divisionNotices(blocks) }
}
