import type { Reading } from '../blocks.ts'
import { Context } from './markdown/context.ts'
import { Draft } from './markdown/draft.ts'
import { readFrontMatter } from './markdown/front-matter.ts'
import { readPassages } from './markdown/passages.ts'
import { readSegment } from './markdown/segment.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Reads Markdown (CommonMark with tables, footnotes, strikethrough, task lists and bare addresses as on
 * GitHub, and front matter) into blocks. All offsets are UTF-16 units in the text as given. Never throws.
 */
export function readMarkdown(text: string): Reading {
  const context = new Context(text)
  const draft = new Draft()
  const start = readFrontMatter(context, text.startsWith(BYTE_ORDER_MARK) ? 1 : 0)
  for (const step of context.take()) step(draft, 0)
  const whole = readPassages(text, start, context.tokenizer.definitions, draft, (segment) => {
    readSegment(context, segment)
    return context.take()
  })
  const { outline, directives } = whole
  return { blocks: outline.blocks, directives, notices: whole.notices() }
}
