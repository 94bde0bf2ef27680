import type { VFile } from 'vfile'
import { type Finding, type Stretch, stretchOf } from './finding.ts'
import { hashOf } from './hash.ts'

/** What a finding is, wherever it stands: it stays the same when its sentence is moved or re-wrapped. */
interface Identity {
  readonly ruleId: string
  /** The flagged words, on one line; the reason, for a finding about a whole file. */
  readonly words: string
  /** A hash of the sentence around them. */
  readonly sentence: string
}

/** What a finding of a file is, wherever it stands. */
export function identityOf(file: VFile, finding: Finding): Identity {
  const stretch = stretchOf(finding)
  const text = String(file)
  return {
    ruleId: finding.ruleId ?? '',
    words: flat(
      stretch ? (finding.actual ?? text.slice(stretch.start, stretch.end)) : finding.reason,
    ),
    sentence: stretch ? hashOf(flat(sentenceAround(text, stretch))) : '',
  }
}

/** One string for an identity. */
export function keyOf({ ruleId, words, sentence }: Identity): string {
  return JSON.stringify([ruleId, words, sentence])
}

/**
 * A fingerprint for each finding of a file, in their order; no two are the same. Findings that are the
 * same (a sentence that stands twice) are told apart by their number in the file.
 */
export function fingerprintsOf(file: VFile): string[] {
  const times = new Map<string, number>()
  return file.messages.map((finding) => {
    const key = keyOf(identityOf(file, finding))
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    return `${hashOf(key)}:${time}`
  })
}

/** Where a sentence may end, and where a block of any format may: a blank line, a list item, a cell. */
const END = /[.!?]['"’”)\]]*\s+|\n\s*\n|\n(?=\s*(?:[-*+•#|]|\d+[.)]|\([a-z]+\))\s)|[\t|]/g

/** How far a sentence is looked for on each side: UTF-16 units. */
const REACH = 400

/** The sentence that a stretch stands in, as far as marks show it; of a long one, a part. */
function sentenceAround(text: string, { start, end }: Stretch): string {
  const from = Math.max(0, start - REACH)
  const ends = [...text.slice(from, start).matchAll(END)]
  const last = ends.at(-1)
  const first = text.slice(end, end + REACH).search(END)
  const begin = last ? from + last.index + last[0].length : from
  return text.slice(begin, first < 0 ? end + REACH : end + first)
}

/** A text on one line, without the marks that wrapping puts at the beginning of lines. */
function flat(text: string): string {
  return text.replace(/[\s>]+/g, ' ').trim()
}
