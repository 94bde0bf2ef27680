import { type Line, LOST } from './lines.ts'

/** The text of a document, and where in it its lines begin. */
export interface Flowed {
  readonly text: string
  readonly starts: readonly { readonly start: number; readonly line: Line }[]
  /** The ranks of the headings, by where they begin. */
  readonly ranks: ReadonlyMap<number, number>
}

/** Letters this much larger than those of most text make a heading. */
const HEADING = 1.12
const MOST_RANKS = 6
const LONGEST_HEADING = 200
/** A distance between lines that is this much larger than usual ends a paragraph. */
const WIDE = 1.3
/** How much the size of letters may vary within a paragraph. */
const SAME_SIZE = 0.06

/** The longest half of a word that is looked at: UTF-16 units. */
const LONGEST_WORD = 100

const HYPHEN = /(?<=\p{L})[-\u00AD\u2010]$/u

/**
 * Joins lines into paragraphs, divided by blank lines, and hyphenated words into words. `furniture` are
 * headers and footers; they come last, each by itself.
 */
export function flow(pages: readonly (readonly Line[])[], furniture: readonly Line[]): Flowed {
  const lines = pages.flat()
  const body = bodySize(lines)
  const sizes = headingSizes(lines, body)
  const usual = usualDistance(lines)
  const words = wordsOf(lines)
  const starts: { start: number; line: Line }[] = []
  const ranks = new Map<number, number>()
  const written: string[] = []
  let length = 0
  let previous: Line | undefined
  const write = (line: Line, separator: string, text = line.text) => {
    const before = length > 0 ? separator : ''
    starts.push({ start: length + before.length, line })
    written.push(before + text)
    length += before.length + text.length
  }
  for (const line of lines) {
    const rank = rankOf(line, sizes)
    const last = written.at(-1) ?? ''
    if (!previous || !isOneParagraph(previous, line, usual)) {
      write(line, '\n\n')
      if (rank) ranks.set(starts.at(-1)?.start ?? 0, rank)
    } else if (rank) write(line, ' ')
    else if (hyphenates(last, line)) {
      const [word = ''] = /^\S+\s*/.exec(line.text) ?? []
      const whole = joined(last, word.trim(), words)
      written[written.length - 1] = whole
      length += whole.length - last.length
      write(line, '\n', line.text.slice(word.length))
    } else write(line, '\n')
    previous = line
  }
  for (const line of furniture) write(line, '\n\n')
  return { text: written.join(''), starts, ranks }
}

/** Whether the last word of a line is divided at its end. */
function hyphenates(text: string, { text: next }: Line): boolean {
  return HYPHEN.test(text) && /^\p{Ll}/u.test(next)
}

/**
 * A line with its last, divided word put together: with its hyphen if the document writes it so elsewhere, or if it writes
 * both halves as words and nowhere the whole.
 */
function joined(text: string, tail: string, words: ReadonlySet<string>): string {
  const head =
    /[\p{L}\p{M}'’]*$/u.exec(text.replace(HYPHEN, '').slice(-LONGEST_WORD))?.[0].toLowerCase() ?? ''
  const end = /^[\p{L}\p{M}'’]*/u.exec(tail)?.[0].toLowerCase() ?? ''
  const bare = text.replace(HYPHEN, '')
  if (words.has(head + end)) return bare + tail
  const isCompound = words.has(`${head}-${end}`) || (words.has(head) && words.has(end))
  return isCompound ? `${bare}-${tail}` : bare + tail
}

function wordsOf(lines: readonly Line[]): Set<string> {
  const words = new Set<string>()
  for (const { text } of lines) {
    const pieces = text.toLowerCase().split(/(?<=\s)/u)
    // The last word of a line may be half a word.
    if (/[-\u00AD\u2010]$/u.test(pieces.at(-1) ?? '')) pieces.pop()
    const whole = pieces.join('')
    for (const [word] of whole.matchAll(/[\p{L}\p{M}'’]+(?:[-\u2010\u2011][\p{L}\p{M}'’]+)*/gu)) {
      words.add(word.replace(/[\u2010\u2011]/g, '-'))
    }
  }
  return words
}

function isOneParagraph(previous: Line, line: Line, usual: number): boolean {
  if (Math.abs(previous.size - line.size) > previous.size * SAME_SIZE) return false
  if (previous.page !== line.page || line.y > previous.y) return runsOn(previous, line)
  const distance = (previous.y - line.y) / line.size
  return distance < usual * WIDE
}

/** Whether a paragraph goes on in the next column or on the next page. */
function runsOn({ text }: Line, { text: next }: Line): boolean {
  return /^\p{Ll}/u.test(next) && !/[.!?:;]["”’)\]]*$/.test(text)
}

/** The size in which most letters are drawn. */
function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1
}

/** The sizes of headings, the largest first. */
function headingSizes(lines: readonly Line[], body: number): number[] {
  const sizes = lines
    .filter(({ size, text }) => size > body * HEADING && /\p{L}{2}/u.test(text))
    .map(({ size }) => Math.round(size))
  return [...new Set(sizes)].sort((a, b) => b - a)
}

function rankOf({ size, text }: Line, sizes: readonly number[]): number | undefined {
  const index = sizes.indexOf(Math.round(size))
  if (index < 0 || text.length > LONGEST_HEADING || text.replaceAll(LOST, '').length < 2) {
    return undefined
  }
  return Math.min(index + 1, MOST_RANKS)
}

/** The distance between the lines of paragraphs, in letter sizes: the middle one. */
function usualDistance(lines: readonly Line[]): number {
  const distances = lines
    .flatMap((line, index) => {
      const before = lines[index - 1]
      if (!before || before.page !== line.page || before.y <= line.y) return []
      const distance = (before.y - line.y) / line.size
      return distance < 2.5 ? [distance] : []
    })
    .sort((a, b) => a - b)
  // Long paragraphs have more lines than gaps between them; the middle distance is one of their lines.
  return distances[Math.floor(distances.length / 2)] ?? 1.2
}
