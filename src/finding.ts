import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import type { VFileMessage } from 'vfile-message'
import { type Block, placeInFile, spansIn } from './blocks.ts'
import type { ContextClass } from './context.ts'
import type { Document } from './document.ts'

/** How much a finding matters: a mistake of law, something to change, something to consider. */
export type Severity = 'error' | 'warning' | 'suggestion'

/** All severities, the gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'suggestion']

declare module 'vfile-message' {
  interface VFileMessage {
    /** Whose words the finding is about. */
    context?: ContextClass
    /** The wording that `--fix` may put in place of the flagged words. */
    fix?: string
    /** Where the words stand in a format whose text had to be extracted; `place` counts in that text. */
    location?: Location
  }
}

/** Where words stand in a Word, OpenDocument or PDF file, as a reader of it counts. */
export interface Location {
  /** The part of the file; absent for the body. */
  readonly part?: 'header' | 'footer' | 'footnote' | 'endnote'
  /** The paragraph of the part, from 1 (Word, OpenDocument). */
  readonly paragraph?: number
  /** The page and the line on it, from 1 (PDF). */
  readonly page?: number
  readonly line?: number
}

/** A finding is a message of vfile; this is the name it goes by here. */
export type Finding = VFileMessage

/** What a rule says of a stretch of a block. */
export interface Report {
  readonly block: Block
  /** The flagged words: indices in `block.text`, end exclusive. */
  readonly start: number
  readonly end: number
  /** The words that were found, where a replacement takes in more: their context decides. */
  readonly found?: { readonly start: number; readonly end: number }
  readonly ruleId: string
  readonly severity: Severity
  /** What is found, and what to do, in one or two sentences. */
  readonly reason: string
  /** Why, who disagrees, and the sources: plain text, one paragraph a line. */
  readonly note?: string | undefined
  /** Wordings that can stand exactly where the flagged words stand, the best first. */
  readonly expected?: readonly string[] | undefined
  /** Where to read on. */
  readonly url?: string | undefined
  readonly context?: ContextClass
  /** One of `expected`, if putting it in is safe whoever reads the text. */
  readonly fix?: string | undefined
}

const MOST_EXPECTED = 5

/**
 * Does something that makes many messages. To the language each is an error, and notes who called whom, which takes
 * most of the time that a message takes and which nobody reads.
 */
export function withoutTraces<Value>(make: () => Value): Value {
  const { stackTraceLimit } = Error
  Reflect.set(Error, 'stackTraceLimit', 0)
  try {
    return make()
  } finally {
    Reflect.set(Error, 'stackTraceLimit', stackTraceLimit)
  }
}

/** Adds a finding about words of a block of a document to the document’s file. */
export function addFinding(file: VFile, document: Document, report: Report): Finding {
  const { block, start, end } = report
  const written = document.written(block)
  const message = messageOf(file, report, placeInFile(written, start, end))
  message.actual = block.text.slice(start, end)
  if (!isPlain(written, start, end)) {
    message.expected = []
    if (message.fix !== undefined) delete message.fix
  }
  return message
}

/** Whether a range of a block is written in one piece: a replacement would break markup that is in it. */
function isPlain(block: Block, start: number, end: number): boolean {
  const [first, ...others] = block.spans
  if (others.length === 0) return first?.opaque === undefined
  let last: number | undefined
  for (const { span } of spansIn(block, start, end)) {
    if (span.opaque || (last !== undefined && span.start !== last)) return false
    last = span.end
  }
  return true
}

/** A stretch of a file: offsets in UTF-16 units, end exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What a finding says, wherever it stands. */
type Saying = Omit<Report, 'block' | 'start' | 'end'>

/** Adds a finding about a stretch of a file, or, without one, about the whole file. */
export function addMessage(file: VFile, report: Partial<Stretch> & Saying): Finding {
  const { start, end } = report
  const stretch = start !== undefined && end !== undefined && end > start
  return messageOf(file, report, stretch ? { start, end } : undefined)
}

function messageOf(file: VFile, report: Saying, stretch: Stretch | undefined): Finding {
  const { ruleId, severity, reason, note, url } = report
  const place = stretch && placeOf(file, stretch)
  const message = file.message(reason, { ruleId, source: 'fairdraft', place })
  message.expected = (report.expected ?? []).slice(0, MOST_EXPECTED)
  message.context = report.context ?? 'own-voice'
  if (note) message.note = note
  if (url) message.url = url
  if (report.fix !== undefined && message.context === 'own-voice') message.fix = report.fix
  setSeverity(message, severity)
  return message
}

/** The severity of a finding, as vfile keeps it: `fatal` is true, false or undefined. */
export function severityOf(message: VFileMessage): Severity {
  if (message.fatal) return 'error'
  return message.fatal === false ? 'warning' : 'suggestion'
}

/** Sets the severity of a finding. */
function setSeverity(message: VFileMessage, severity: Severity): void {
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
}

/** Adds a sentence to what a finding says. */
export function addToReason(message: VFileMessage, text: string): void {
  message.reason = `${message.reason} ${text}`
  message.message = message.reason
}

/** Where a finding begins and ends in its file: offsets; undefined if it is about the whole file. */
export function stretchOf({ place }: Pick<VFileMessage, 'place'>): Stretch | undefined {
  if (!place || !('start' in place)) return undefined
  const { start, end } = place
  if (start.offset === undefined || end.offset === undefined) return undefined
  return { start: start.offset, end: end.offset }
}

const locations = new WeakMap<VFile, ReturnType<typeof location>>()

function locationIn(file: VFile): ReturnType<typeof location> {
  const made = location(file)
  locations.set(file, made)
  return made
}

/**
 * A stretch of a file as 1-based lines and columns and 0-based offsets, all in UTF-16 units.
 *
 * @throws RangeError if the file has no such stretch.
 */
export function placeOf(file: VFile, { start, end }: Stretch) {
  const { toPoint } = locations.get(file) ?? locationIn(file)
  const [from, to] = [toPoint(start), toPoint(end)]
  if (!from || !to) throw new RangeError(`No place ${start}–${end} in ${file.path}`)
  return { start: from, end: to }
}
