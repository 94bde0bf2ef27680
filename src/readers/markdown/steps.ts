import type { Span } from '../../blocks.ts'
import type { Outline } from '../outline.ts'
import type { Draft } from './draft.ts'

/** One thing that a piece of Markdown adds to a draft. `by` is how far the piece has moved since it was read. */
export type Step = (draft: Draft, by: number) => void

/** What a piece of Markdown may add to an outline. */
export type Sketch = Pick<
  Outline,
  | 'heading'
  | 'paragraph'
  | 'caption'
  | 'openQuotation'
  | 'closeQuotation'
  | 'openFootnote'
  | 'closeFootnote'
  | 'openList'
  | 'openItem'
  | 'closeList'
  | 'openTable'
  | 'openRow'
  | 'cell'
  | 'closeTable'
  | 'separate'
>

/** Gives away, step by step, what is added to an outline, so that it can be added again. */
export function sketch(give: (step: Step) => void): Sketch {
  const add = (step: (outline: Outline, by: number) => void) => {
    give(({ outline }, by) => step(outline, by))
  }
  return {
    heading: (depth, spans) => add((outline, by) => outline.heading(depth, moved(spans, by))),
    paragraph: (spans) => add((outline, by) => outline.paragraph(moved(spans, by))),
    caption: (spans) => add((outline, by) => outline.caption(moved(spans, by))),
    cell: (spans) => add((outline, by) => outline.cell(moved(spans, by))),
    openItem: (marker) => add((outline) => outline.openItem(marker)),
    openRow: (inHead) => add((outline) => outline.openRow(inHead)),
    openQuotation: () => add((outline) => outline.openQuotation()),
    closeQuotation: () => add((outline) => outline.closeQuotation()),
    openFootnote: () => add((outline) => outline.openFootnote()),
    closeFootnote: () => add((outline) => outline.closeFootnote()),
    openList: () => add((outline) => outline.openList()),
    closeList: () => add((outline) => outline.closeList()),
    openTable: () => add((outline) => outline.openTable()),
    closeTable: () => add((outline) => outline.closeTable()),
    separate: () => add((outline) => outline.separate()),
  }
}

/** Spans, so many UTF-16 units further on in the file. */
function moved(spans: readonly Span[], by: number): readonly Span[] {
  if (by === 0) return spans
  return spans.map((span) => {
    const { text } = span
    const [start, end] = [span.start + by, span.end + by]
    const isPlain = !span.marks && !span.opaque && !span.noted
    return isPlain ? { text, start, end } : { ...span, start, end }
  })
}
