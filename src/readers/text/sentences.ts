import type { Line } from './lines.ts'

/** Whether a line ends as sentences do, closing quotation marks and note numbers aside. */
export function endsSentence(text: string, line: Line): boolean {
  return /[.!?…][”’"')\]]*\d{0,2}$/.test(endOf(text, line))
}

/** Whether a line ends in a sentence's end, a colon, a semicolon or a dash. */
export function endsClause(text: string, line: Line): boolean {
  return endsSentence(text, line) || /[:;—–][”’"')\]]*-?$/.test(endOf(text, line))
}

/** Whether a line announces what follows it: "… are:", "… if—". */
export function announces(text: string): boolean {
  return /[:—][”’"')\]-]*$/.test(text.slice(-8))
}

/** Whether a line begins with a word in lower case; "a)" and "o " are markers, not words. */
export function startsLower(text: string, line: Line): boolean {
  return /^[“‘"'([]?\p{Ll}[\p{L}\p{N}'’-]/u.test(
    text.slice(line.from, Math.min(line.to, line.from + 8)),
  )
}

/** The last characters of a line. */
export function endOf(text: string, line: Line): string {
  return text.slice(Math.max(line.from, line.to - 8), line.to)
}
