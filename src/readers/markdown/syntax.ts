// How the lines of Markdown blocks begin. A line is given without its indentation.

import { isBlock, readTag } from '../html-elements.ts'

/** Whether a line, with its indentation, ends code or HTML. */
export type End = (line: string) => boolean

/** The number or bullet that a list item begins with. */
export interface Marker {
  readonly text: string
  /** The number as written; empty for a bullet. */
  readonly number: string
  /** The bullet, or what follows the number. */
  readonly delimiter: string
  /** The space behind the marker; empty if nothing follows. */
  readonly space: string
}

const HEADING = /^#{1,6}(?:[ \t]|$)/
const FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/s
const FENCE_END = /^ {0,3}(`+|~+)[ \t]*$/
const BREAK = /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/
const MARKER = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/
const FOOTNOTE = /^\[\^[^\s[\]]+\]:[ \t]*/
const UNDERLINE = /^(?:-+|=+)[ \t]*$/
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/
const DEFINITION =
  /^\[(?!\^|\s*\])[^[\]\\]{1,999}\]:[ \t]+[^\s<()]+(?:[ \t]+(?:"[^"]*"|'[^']*'))?[ \t]*$/

/** HTML that goes on over blank lines, and what ends it. */
const LONG_HTML: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
]

/** HTML that is a block only if nothing stands behind it, and nothing before it goes on. */
const LONE_TAG = /^<(?:\/[a-z][a-z\d-]*\s*|[a-z][a-z\d-]*(?:\s[^<>]*)?)>[ \t]*$/i

/** First characters that no block but a paragraph begins with, besides letters. */
const INNOCENT = new Set('"\'(!$%&,./;?@\\]^{})')

/** Whether a line is a heading with number signs. */
export function isHeading(line: string): boolean {
  return HEADING.test(line)
}

/** Whether a line is a thematic break. */
export function isBreak(line: string): boolean {
  return BREAK.test(line)
}

/** Whether a line makes the paragraph before it a heading. */
export function isUnderline(line: string): boolean {
  return UNDERLINE.test(line)
}

/** Whether a line makes the line before it the head of a table. */
export function isDelimiterRow(line: string): boolean {
  return DELIMITER_ROW.test(line)
}

/** Whether a line is the definition of a link and no more. */
export function isDefinition(line: string): boolean {
  return DEFINITION.test(line)
}

/** How long the label of a footnote definition is, with the space behind it; 0 if it is none. */
export function footnoteLabelLength(line: string): number {
  return FOOTNOTE.exec(line)?.[0].length ?? 0
}

/** How long the box of a task is that the text of an item begins with; 0 if there is none. */
export function checkBoxLength(text: string): number {
  return /^\[[ xX]\](?=[ \t]+\S)/.test(text) ? 3 : 0
}

/** What ends the fenced code that a line begins; undefined if it begins none. */
export function fenceEnd(line: string): End | undefined {
  const match = FENCE.exec(line)
  const fence = match?.[1] ?? match?.[2]
  if (!fence) return undefined
  return (other) => FENCE_END.exec(other)?.[1]?.startsWith(fence) ?? false
}

/** What ends the HTML that a line begins, if that goes on over blank lines. */
export function longHtmlEnd(line: string): End | undefined {
  const end = LONG_HTML.find(([begin]) => begin.test(line))?.[1]
  return end && ((other) => end.test(other))
}

/** Whether a line begins HTML that goes on to the next blank line, whatever stands before it. */
export function isBlockTag(line: string): boolean {
  const tag = readTag(line)
  return tag !== undefined && isBlock(tag) && /^<\/?[a-z\d]+(?:[\s>]|\/>|$)/i.test(line)
}

/** Whether a line begins HTML that goes on to the next blank line, unless a text goes on with it. */
export function isLoneTag(line: string): boolean {
  return LONE_TAG.test(line)
}

/** The marker of the list item that a line begins; undefined if it begins none. */
export function readMarker(line: string): Marker | undefined {
  const match = MARKER.exec(line)
  if (!match || isBreak(line)) return undefined
  const [text, number = ''] = match
  const rest = line.slice(text.length)
  const space = rest.slice(0, rest.length - rest.trimStart().length)
  return { text, number, delimiter: text.slice(-1), space: space === rest ? '' : space }
}

/** Whether a line after a line of text certainly goes on with it; a false no is possible. */
export function continuesText(line: string): boolean {
  return isText(line) || (line.startsWith('[') && footnoteLabelLength(line) === 0)
}

/** Whether a line certainly begins a paragraph; a false no is possible. */
export function isText(line: string): boolean {
  const first = line.charAt(0)
  if (/[a-z]/i.test(first) || INNOCENT.has(first)) return true
  if (/\d/.test(first)) return !MARKER.test(line)
  if (first === '*' || first === '_') return /^(?:\*{1,3}|_{1,3})[^\s*_]/.test(line)
  if (first === '[') return /^\[[^[\]]*\]\(/.test(line)
  return first > '\u007f' && first !== '\ufeff'
}
