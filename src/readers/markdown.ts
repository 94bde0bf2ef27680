import type { Reading } from '../blocks.ts'
import { Context } from './markdown/context.ts'
import { readFrontMatter } from './markdown/front-matter.ts'
import { readSegment } from './markdown/segment.ts'
import { cutSegments } from './markdown/segments.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Reads Markdown (CommonMark with tables, footnotes, strikethrough, task lists and bare addresses as on
 * GitHub, and front matter) into blocks. All offsets are UTF-16 units in the text as given. Never throws.
 */
export function readMarkdown(text: string): Reading {
  const context = new Context(text)
  const start = readFrontMatter(context, text.startsWith(BYTE_ORDER_MARK) ? 1 : 0)
  for (const segment of cutSegments(text, start)) readSegment(context, segment)
  const { outline, directives } = context
  return { blocks: outline.blocks, directives, notices: context.notices() }
}
