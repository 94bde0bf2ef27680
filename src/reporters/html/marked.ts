import type { VFileMessage } from 'vfile-message'
import type { Block, Mark } from '../../blocks.ts'
import { severityOf } from '../../finding.ts'
import { escapeHtml } from '../../html.ts'
import type { Group } from '../groups.ts'
import { createCutter, type Piece } from './pieces.ts'

/** A finding, and the ids by which its place in the page and its card know each other. */
export interface Marked {
  readonly message: VFileMessage
  /** The id of the element at the words. */
  readonly id: string
  /** The id of the card that explains it, shared by all findings of a group. */
  readonly card: string
  /** What the reader chose to write instead. */
  readonly wording?: string
}

/** Gives each group of findings its card, and each finding its place; ids begin with `prefix`. */
export function markGroups(groups: readonly Group[], prefix: string) {
  return groups.map((group, index) => {
    const card = `${prefix}-${index + 1}`
    const marked = group.all.map(
      (message, find): Marked => ({ message, card, id: `${card}-${find + 1}` }),
    )
    return { group, card, marked }
  })
}

/**
 * A document as HTML, with every finding marked at its words: a link to its card.
 *
 * `source` is the file's text; `rank` is the level of the document's own first headings.
 */
export function documentHtml(
  blocks: readonly Block[],
  source: string,
  findings: readonly Marked[],
  rank: number,
): string {
  const cut = createCutter(source, findings)
  const out: string[] = []
  let open: readonly string[] = []
  let previous: Block | undefined
  for (const block of blocks) {
    const wanted = containersOf(block)
    const kept = beginsRow(block, previous) ? wanted.length - 1 : wanted.length
    const common = commonLength(open, wanted.slice(0, kept))
    out.push(closed(open.slice(common)), opened(wanted.slice(common)))
    out.push(`${blockHtml(block, inlineHtml(cut(block)), rank)}\n`)
    open = wanted
    previous = block
  }
  return [...out, closed(open)].join('')
}

/** What a block stands in, outermost first: quotations, then a list of its depth, or a table’s row. */
function containersOf({ kind, depth, quotation }: Block): readonly string[] {
  const quotes = Array.from({ length: quotation }, () => 'blockquote')
  if (kind === 'item') return [...quotes, `ul class="depth-${Math.min(depth, 6)}"`]
  return kind === 'cell' ? [...quotes, 'table', 'tr'] : quotes
}

/** The first cell of a row has no cell that heads its row; those of the head have none above them either. */
function beginsRow(block: Block, previous: Block | undefined): boolean {
  if (block.kind !== 'cell' || block.rowHeader) return false
  return previous?.kind !== 'cell' || !isHead(block) || !isHead(previous)
}

function isHead({ rowHeader, columnHeader }: Block): boolean {
  return !rowHeader && !columnHeader
}

function commonLength(open: readonly string[], wanted: readonly string[]): number {
  const differs = wanted.findIndex((container, index) => container !== open[index])
  return differs === -1 ? wanted.length : differs
}

function opened(containers: readonly string[]): string {
  return containers.map((container) => `<${container}>`).join('')
}

function closed(containers: readonly string[]): string {
  return containers
    .toReversed()
    .map((container) => `</${container.split(' ')[0]}>`)
    .join('')
}

function blockHtml(block: Block, content: string, rank: number): string {
  const { kind, depth, marker, parent } = block
  const text = marker ? `<span class="marker">${escapeHtml(marker)}</span> ${content}` : content
  if (kind === 'heading') {
    const level = Math.min(depth - 1 + rank, 6)
    return `<h${level}>${text}</h${level}>`
  }
  if (kind === 'item') return `<li>${text}</li>`
  if (kind === 'cell') return isHead(block) ? `<th>${text}</th>` : `<td>${text}</td>`
  const name = kind === 'paragraph' ? (parent ? 'in-item' : '') : kind
  return `<p${name && ` class="${name}"`}>${text}</p>`
}

/** Pieces of text; neighbours under the same finding share one link. */
function inlineHtml(pieces: readonly Piece[]): string {
  const out: string[] = []
  let open: Marked | undefined
  for (const piece of pieces) {
    const [finding] = piece.covered
    if (finding !== open) {
      if (open) out.push(closingOf(open))
      for (const { id } of piece.begins)
        if (id !== finding?.id) out.push(`<span id="${id}"></span>`)
      if (finding) out.push(linkTo(finding, piece.begins.includes(finding)))
      open = finding
    }
    out.push(styled(escapeHtml(piece.text), piece))
  }
  if (open) out.push(closingOf(open))
  return out.join('')
}

function closingOf({ wording }: Marked): string {
  return wording === undefined ? '</a>' : `</del> <ins>${escapeHtml(wording)}</ins></a>`
}

function linkTo({ message, id, card, wording }: Marked, begins: boolean): string {
  const severity = severityOf(message)
  const link = `<a class="finding ${severity} ${card}"${begins ? ` id="${id}"` : ''} href="#${card}" title="${severity}: ${escapeHtml(message.ruleId ?? '')}">`
  return wording === undefined ? link : `${link}<del>`
}

const ELEMENTS: { readonly [Name in Mark]: string } = {
  emphasis: 'em',
  strong: 'strong',
  link: 'u',
  deleted: 's',
}

function styled(text: string, { span }: Piece): string {
  const names = [
    ...(span.marks ?? []).map((mark) => ELEMENTS[mark]),
    ...(span.opaque === 'code' ? ['code'] : []),
  ]
  return `${names.map((name) => `<${name}>`).join('')}${text}${names
    .toReversed()
    .map((name) => `</${name}>`)
    .join('')}`
}
