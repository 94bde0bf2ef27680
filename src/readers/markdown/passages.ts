import { countUntil } from '../../sorted.ts'
import type { Draft, Mark } from './draft.ts'
import { endOfLine } from './lines.ts'
import { cutSegments, type Segment } from './segments.ts'
import type { Step } from './steps.ts'

/** A top-level piece of a file, read: what it adds to a draft, and how far it has moved since. */
interface Passage {
  /** Where it begins: an offset in UTF-16 units. */
  readonly start: number
  readonly isHeading: boolean
  readonly steps: readonly Step[]
  readonly by: number
}

/** A mark in a draft, and how many passages stand before it. */
interface PassageMark extends Mark {
  readonly passages: number
}

/** The text read last, and what it was read as. */
interface Latest {
  readonly source: string
  readonly from: number
  readonly definitions: string
  readonly passages: readonly Passage[]
  readonly draft: Draft
  readonly marks: readonly PassageMark[]
}

const HEADINGS: ReadonlySet<Segment['form']> = new Set(['heading', 'underlined'])

/** Longer texts are not remembered: UTF-16 units. */
const LONGEST_REMEMBERED = 1_000_000

let latest: Latest | undefined

/**
 * Reads a file from an offset on, piece by piece, into a draft of what stands before. If it is like the one before
 * but for one place, as after a keystroke, only the pieces there are read, and what stands before the heading above
 * it is taken over as it is. `definitions` tells what labels of links mean something.
 */
export function readPassages(
  source: string,
  from: number,
  definitions: string,
  begun: Draft,
  read: (segment: Segment) => readonly Step[],
): Draft {
  if (source.length > LONGEST_REMEMBERED) {
    for (const { steps, by } of readEach(source, from, read)) {
      for (const step of steps) step(begun, by)
    }
    return begun
  }
  const isLike = latest?.from === from && latest.definitions === definitions
  const before = isLike ? latest : undefined
  const passages = before ? reread(before, source, read) : [...readEach(source, from, read)]
  const marks = before ? marksBefore(passages, before, source) : []
  const last = marks.at(-1)
  const draft = before && last ? before.draft.upTo(last) : begun
  let count = last?.passages ?? 0
  for (const { steps, by, isHeading } of passages.slice(count)) {
    for (const step of steps) step(draft, by)
    count++
    if (isHeading) addMark(marks, draft, count)
  }
  latest = { source, from, definitions, passages, draft, marks }
  return draft
}

/** The marks of the last time before which nothing has changed. */
function marksBefore(
  passages: readonly Passage[],
  { source: old, from, passages: before, marks }: Latest,
  source: string,
): PassageMark[] {
  // Front matter is no passage.
  if (!old.startsWith(source.slice(0, from))) return []
  const changed = passages.findIndex((passage, at) => passage !== before[at])
  const kept = changed < 0 ? passages.length : changed
  return marks.filter((mark) => mark.passages <= kept)
}

function addMark(marks: PassageMark[], draft: Draft, passages: number): void {
  const mark = draft.mark()
  if (mark) marks.push({ ...mark, passages })
}

function* readEach(
  source: string,
  from: number,
  read: (segment: Segment) => readonly Step[],
): Generator<Passage> {
  for (const segment of cutSegments(source, from)) yield passageOf(segment, read)
}

function passageOf(segment: Segment, read: (segment: Segment) => readonly Step[]): Passage {
  const { start, form } = segment
  const isHeading = HEADINGS.has(form)
  return { start, isHeading, steps: read(segment), by: 0 }
}

/** Reads what has changed since the last time, and takes the rest over. */
function reread(
  { source: old, from, passages: before }: Latest,
  source: string,
  read: (segment: Segment) => readonly Step[],
): Passage[] {
  const same = commonStart(old, source)
  // A piece is over where the next begins: the line that it begins with has to be as it was.
  let next = countUntil(before, same) - 1
  while (next > 0 && !beginsBefore(old, startOf(before[next]), same)) next--
  const passages = before.slice(0, Math.max(next, 0))
  const moved = source.length - old.length
  const changeEnd = source.length - commonEnd(old, source, same)
  for (const segment of cutSegments(source, next > 0 ? startOf(before[next]) : from)) {
    if (segment.start >= changeEnd) {
      while (next < before.length && startOf(before[next]) + moved < segment.start) next++
      if (startOf(before[next]) + moved === segment.start) {
        for (const passage of before.slice(next)) passages.push(shifted(passage, moved))
        return passages
      }
    }
    passages.push(passageOf(segment, read))
  }
  return passages
}

function startOf(passage: Passage | undefined): number {
  return passage?.start ?? Number.NaN
}

function shifted(passage: Passage, by: number): Passage {
  if (by === 0) return passage
  return { ...passage, start: passage.start + by, by: passage.by + by }
}

/** Whether the whole line that begins at an offset, with what ends it, stands before another offset. */
function beginsBefore(source: string, offset: number, other: number): boolean {
  return offset < other && endOfLine(source, offset, other) + 2 <= other
}

/** How many UTF-16 units two texts begin alike with. */
function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  return longestAlike(most, (from, to) => one.slice(from, to) === other.slice(from, to))
}

/** How many UTF-16 units two texts end alike with that begin alike with some. */
function commonEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start
  const part = (text: string, from: number, to: number) =>
    text.slice(text.length - to, text.length - from)
  return longestAlike(most, (from, to) => part(one, from, to) === part(other, from, to))
}

/** How far two texts are alike, by halves: to compare slices takes far less time than to compare unit by unit. */
function longestAlike(most: number, isAlike: (from: number, to: number) => boolean): number {
  let length = 0
  let end = most
  while (length < end) {
    const middle = Math.ceil((length + end) / 2)
    if (isAlike(length, middle)) length = middle
    else end = middle - 1
  }
  return length
}
