/** Finds quotation marks and pairs them: double and single, curly and straight, nested. */

/** Words between quotation marks: indices in the text, marks outside. */
export interface Quote {
  readonly start: number
  readonly end: number
  /** The opening mark as written. */
  readonly mark: string
  /** No closing mark follows in this text. */
  readonly open: boolean
}

const MARKS = /["'“”„‟‘’‚‛«»]/g
const DEEPEST = 20
const LETTER = /[\p{L}\p{N}]/u
/** Words that begin with an apostrophe: ’tis, ’em, ’90s. */
const ELISION = /^(?:\d0s|tis|twas|em|til|cause|bout|n)\b/i

/**
 * Pairs the quotation marks of one block of text. An apostrophe (women’s, workers’, ’90s) is no mark.
 * Outer quotes come before the quotes inside them.
 */
export function quotesIn(text: string): Quote[] {
  const marks = [...text.matchAll(MARKS)].map(({ 0: sign, index }) => ({ sign, index }))
  const quotes: Quote[] = []
  const stack: { sign: string; index: number }[] = []
  for (const [position, { sign, index }] of marks.entries()) {
    const side = sideOf(text, sign, index)
    const opener = stack.findLastIndex((open) => pairs(open.sign, sign))
    const closes =
      opener >= 0 && side.closes && !(side.apostrophe && isPossessive(text, marks, position))
    if (closes) {
      const open = stack[opener]
      stack.length = opener
      if (open) quotes.push({ start: open.index + 1, end: index, mark: open.sign, open: false })
    } else if (side.opens && (!isSingle(sign) || closesLater(text, marks, position))) {
      stack.push({ sign, index })
      // Nobody nests quotations so deeply: marks without ends must not make this slow.
      if (stack.length > DEEPEST) stack.shift()
    }
  }
  for (const { sign, index } of stack) {
    if (!isSingle(sign)) quotes.push({ start: index + 1, end: text.length, mark: sign, open: true })
  }
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end)
}

function isSingle(sign: string): boolean {
  return "'‘’‚‛".includes(sign)
}

function pairs(open: string, close: string): boolean {
  if (isSingle(open)) return close === '’' || (close === "'" && open === "'")
  if (open === '«') return close === '»'
  return close === '”' || (close === '"' && open === '"') || (close === '“' && open === '„')
}

interface Side {
  readonly opens: boolean
  readonly closes: boolean
  /** It could as well be an apostrophe at the end of a word. */
  readonly apostrophe: boolean
}

/** What a mark can be by the characters around it. */
function sideOf(text: string, sign: string, index: number): Side {
  const before = text.charAt(index - 1)
  const after = text.charAt(index + 1)
  const inWord = LETTER.test(before) && LETTER.test(after)
  if (isSingle(sign) && inWord) return { opens: false, closes: false, apostrophe: true }
  const afterSpace = before === '' || /[\s([{—–\-/“"‘'\uFFFC]/.test(before)
  const beforeText = after !== '' && !/[\s)\]}.,;:!?]/.test(after)
  if (sign === '’' || sign === "'") {
    if (ELISION.test(text.slice(index + 1, index + 6)) && afterSpace) {
      return { opens: false, closes: false, apostrophe: true }
    }
    const opens = sign === "'" && afterSpace && beforeText
    return { opens, closes: !afterSpace, apostrophe: LETTER.test(before) }
  }
  if (sign === '"')
    return {
      opens: afterSpace && beforeText,
      closes: !afterSpace || !beforeText,
      apostrophe: false,
    }
  const opening = '“„‟‘‚‛«'.includes(sign)
  return { opens: opening, closes: !opening, apostrophe: false }
}

interface Mark {
  readonly sign: string
  readonly index: number
}

/**
 * Whether an apostrophe after a plural s is a possessive although a quote is open: ‘sex workers’
 * rights’ has another closing mark to come before any new quote begins. One that could be a possessive itself counts
 * only in the same sentence: ‘great harms’ among workers. The workers’ health …
 */
function isPossessive(text: string, marks: readonly Mark[], position: number): boolean {
  const { index } = marks[position] ?? { index: 0 }
  if (!isAfterPlural(text, index)) return false
  return closesLater(
    text,
    marks,
    position,
    (later) => !isAfterPlural(text, later) || !SENTENCE_END.test(text.slice(index, later)),
  )
}

function isAfterPlural(text: string, index: number): boolean {
  return /s/i.test(text.charAt(index - 1)) && /^\s+\p{L}/u.test(text.slice(index + 1, index + 20))
}

const SENTENCE_END = /[.!?]\s+\p{Lu}/u

/** Whether a single quote that could begin here finds its end before another one begins. */
function closesLater(
  text: string,
  marks: readonly Mark[],
  position: number,
  counts: (index: number) => boolean = () => true,
): boolean {
  for (const { sign, index } of marks.slice(position + 1, position + 40)) {
    if (!isSingle(sign)) continue
    const side = sideOf(text, sign, index)
    if (side.opens) return false
    if (side.closes && counts(index)) return true
  }
  return false
}
