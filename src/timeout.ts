/**
 * A limit to the time that the check of one document takes. Work ends between two runs of blocks, and what was found
 * until then is kept.
 */

import type { Document } from './document.ts'

/** How long the check of one document may take: seconds of processor time, and what measures them. */
export interface Timeout {
  readonly seconds: number
  /** Whoever waits cannot set another. */
  readonly isFixed?: boolean
  /** Begins the time for a document. */
  readonly start: () => IsOver
}

/** Whether the time for a document is over. */
export type IsOver = () => boolean

class OutOfTime extends Error {
  override readonly name = 'OutOfTime'
}

let isOver: IsOver = () => false

/** Does some work: its outcome, or nothing if the time is over before it is done. */
export function inTime<Outcome>(over: IsOver, work: () => Outcome): Outcome | undefined {
  const outer = isOver
  isOver = over
  try {
    checkTime()
    return work()
  } catch (error) {
    if (error instanceof OutOfTime) return undefined
    throw error
  } finally {
    isOver = outer
  }
}

/** Ends the work that is done `inTime`, if the time is over: asked before each run of blocks, whatever is worked out of it. */
export function checkTime(): void {
  if (isOver()) throw new OutOfTime()
}

/**
 * Why a check says less than all, and the end of what it looked at, in UTF-16 units: `ended` runs of blocks, if all
 * of them then everything but the document as a whole.
 */
export function outOfTime(
  { seconds, isFixed = false }: Timeout,
  document: Document,
  ended: number,
): { readonly reason: string; readonly end: number } {
  const blocks = document.runs.slice(0, ended).flat()
  const ends = blocks.map((block) => document.written(block).spans.at(-1)?.end ?? 0)
  const all = document.blocks.length
  const asWhole = 'the document was not judged as a whole'
  const checked =
    blocks.length === all
      ? `Each of its paragraphs was checked, but ${asWhole}`
      : `Only ${inFigures(blocks.length)} of its ${inFigures(all)} paragraphs, items, cells and notes were checked, those up to here, and ${asWhole}`
  return {
    reason: `The check of this document took more than ${inFigures(seconds)} seconds of processor time. ${checked}: split the file${isFixed ? '' : ', or allow more time'}.`,
    end: ends.reduce((last, end) => Math.max(last, end), 0),
  }
}

function inFigures(count: number): string {
  return count.toLocaleString('en-GB', { maximumSignificantDigits: 21 })
}
