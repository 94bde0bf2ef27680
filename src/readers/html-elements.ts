import type { Mark } from '../blocks.ts'

/** An HTML tag: the name in lower case, and whether it opens or closes its element. */
export interface Tag {
  readonly name: string
  readonly closes: boolean
}

const MARKS: Readonly<Record<string, Mark>> = {
  a: 'link',
  b: 'strong',
  cite: 'emphasis',
  del: 'deleted',
  em: 'emphasis',
  i: 'emphasis',
  s: 'deleted',
  strike: 'deleted',
  strong: 'strong',
}

const CODE = new Set(['code', 'kbd', 'samp', 'tt'])

const UNREAD = new Set(['pre', 'script', 'style', 'svg', 'template', 'textarea'])

/** The elements that begin an HTML block anywhere in CommonMark, whatever stands behind them. */
const BLOCK = new Set(
  `address article aside base basefont blockquote body caption center col colgroup dd details dialog dir
  div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html
  iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary
  table tbody td tfoot th thead title tr track ul`.split(/\s+/),
)

/** Reads the name of a tag as written (`</Details>`); undefined for a comment or declaration. */
export function readTag(written: string): Tag | undefined {
  const match = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(written)
  return match?.[2] ? { name: match[2].toLowerCase(), closes: match[1] === '/' } : undefined
}

/** How an element marks its text, if it does. */
export function markOf({ name }: Tag): Mark | undefined {
  return MARKS[name]
}

/** Whether an element’s content is code within a line. */
export function isCode({ name }: Tag): boolean {
  return CODE.has(name)
}

/** Whether an element’s content is no prose at all. */
export function isUnread({ name }: Tag): boolean {
  return UNREAD.has(name)
}

/** Whether an element is a block of its own; all others, and unknown ones, stand within a line. */
export function isBlock({ name }: Tag): boolean {
  return BLOCK.has(name)
}

/** Whether an element is the caption of a figure or table. */
export function isCaption({ name }: Tag): boolean {
  return name === 'figcaption' || name === 'caption'
}

/** The rank of a heading element, 1 to 6; undefined for other elements. */
export function rankOf({ name }: Tag): number | undefined {
  return /^h[1-6]$/.test(name) ? Number(name.slice(1)) : undefined
}
