import type { VFile } from 'vfile'
import type { Finding } from '../finding.ts'

/** A place in lines and columns, both from 1, columns in UTF-16 units; the end is exclusive. */
export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/**
 * The place of a finding as other programs count; undefined if it is about the whole file, or in a
 * format without lines. To other programs, a byte-order mark is no character of the first line.
 */
export function regionOf(file: VFile, { place, location }: Finding): Region | undefined {
  if (location || !place || !('start' in place)) return undefined
  const { start, end } = place
  const mark = String(file).startsWith('\uFEFF') ? 1 : 0
  const column = (point: typeof start) =>
    point.line === 1 ? Math.max(1, point.column - mark) : point.column
  return {
    startLine: start.line,
    startColumn: column(start),
    endLine: end.line,
    endColumn: column(end),
  }
}
