/** The questions of a consultation, and which of them a response answers. */

import type { Block } from './blocks.ts'
import { data } from './data.ts'
import { citesSource } from './document/evidence.ts'
import { createFinder, type Finder } from './document/lists.ts'
import type { Document } from './document.ts'
import { ofDocument } from './remember.ts'

/** How long an answer may be. */
interface Limit {
  readonly most: number
  readonly unit: 'words' | 'characters'
}

/** A question that a consultation puts. */
export interface Question {
  /** What it goes by: its number as written ("3", "3a"), or its place in the list. */
  readonly id: string
  /** Its number, if the questionnaire gives every question one of its own. */
  readonly number?: string
  /** The question and what is said under it. */
  readonly text: string
  readonly limit?: Limit
  /** Whether it asks for evidence. */
  readonly evidence: boolean
}

/** How a response deals with a question: under its number or its words; elsewhere; or not at all. */
export interface Answer {
  readonly question: Question
  /** `empty`: its number is there and nothing under it; `touched`: its subject comes up under another heading. */
  readonly status: 'answered' | 'declined' | 'empty' | 'touched' | 'missing'
  /** Where the answer begins, or where the subject comes up. */
  readonly block?: Block
  /** The words of the answer, without headings, notes and the question itself; 0 if there is none. */
  readonly words: number
  /** Its characters with spaces, as a form counts them: UTF-16 units. */
  readonly characters: number
  /** It is one answer to several questions: no limit is applied to it. */
  readonly shared: boolean
  /** Whether a source is cited in the answer. */
  readonly cites: boolean
}

/** What stands in the way of sending a response, if anything does. */
export type Fault = 'missing' | 'empty' | 'over-limit' | 'no-evidence'

/** The faults of an answer, the gravest first. */
export function faultsOf(answer: Answer): readonly Fault[] {
  const { question, status, shared, cites } = answer
  if (status === 'missing' || status === 'empty') return [status]
  const over = question.limit && !shared && answer[question.limit.unit] > question.limit.most
  const bare = question.evidence && status === 'answered' && !cites
  return [...(over ? ['over-limit' as const] : []), ...(bare ? ['no-evidence' as const] : [])]
}

const EXPLICIT =
  /^[\s*_]*(?:(?:our|my)\s+)?(?:(?:answers?|responses?|reply|replies)\s+(?:to|on)\s+)?(?:questions?|qs?)\b\.?\s*(?:no\.?\s*)?(\d{1,3}[a-z]?)\b(?:\s*(?:[-–&,]|to|and)\s*(?:questions?|q)?\s*(\d{1,3}[a-z]?)\b)?/i
const GLUED = /^[\s*_]*q(\d{1,3}[a-z]?)\b(?:\s*(?:[-–&,]|to|and)\s*q?(\d{1,3}[a-z]?)\b)?/i
const NUMBERED = /^\(?(\d{1,3}[a-z]?)[.):]/
const RANGE = /^\s*(?:[-–]|to)\s*/i

/** The number that a block begins with as a question or an answer: "Question 3", "Q3", "Response to question 3". */
function labelOf({ text }: Block): RegExpExecArray | null {
  return EXPLICIT.exec(text) ?? GLUED.exec(text)
}

/** The number of a list item or a heading. */
function numberOf({ kind, depth, marker, text }: Block): string | undefined {
  if (kind === 'item' && depth > 1) return undefined
  return (
    NUMBERED.exec(marker ?? '')?.[1] ?? (kind === 'item' ? undefined : NUMBERED.exec(text)?.[1])
  )
}

/** Reads the questions of a consultation from its text. What stands before the first holds for all. */
export function questionsIn(document: Document): Question[] {
  const { blocks } = document
  const starts = startsOf(document)
  const numbers = starts.flatMap((block) => labelOf(block)?.[1] ?? numberOf(block) ?? [])
  const unique = numbers.length === starts.length && new Set(numbers).size === numbers.length
  const before = blocks.slice(0, starts[0] ? document.place(starts[0]) : 0)
  const general = limitIn(before.map(({ text }) => text).join('\n'))
  return starts.map((start, index): Question => {
    const next = starts[index + 1]
    const own = belonging(blocks.slice(document.place(start), next && document.place(next)))
    const text = own.map((block) => block.text).join('\n')
    const limit = limitIn(text) ?? general
    const number = unique ? numbers[index] : undefined
    return {
      id: number ?? `${index + 1}`,
      ...(number === undefined ? {} : { number }),
      text: bare(text),
      ...(limit === undefined ? {} : { limit }),
      evidence: own.some((block) => asksForEvidence(document, block)),
    }
  })
}

/** The first of some blocks and those after it, up to a heading that is no part of it. */
function belonging([first, ...rest]: readonly Block[]): readonly Block[] {
  if (!first) return []
  const end = rest.findIndex(
    ({ kind, depth }) => kind === 'heading' && !(first.kind === 'heading' && depth > first.depth),
  )
  return [first, ...(end < 0 ? rest : rest.slice(0, end))]
}

/** Blocks that begin a question: those that say so; else numbered ones that ask; else whatever asks. */
function startsOf({ blocks }: Document): readonly Block[] {
  const explicit = blocks.filter(labelOf)
  if (explicit.length > 0) return explicit
  const numbered = blocks.filter((block) => numberOf(block) !== undefined)
  const asking = numbered.filter(asks)
  if (asking.length > 0) return asking
  return blocks.filter(({ text }) => text.includes('?'))
}

function asks({ text }: Block): boolean {
  const words = bare(text).toLowerCase()
  return (
    text.includes('?') ||
    data.lists.consultations.asking.some((word) => words.startsWith(`${word} `))
  )
}

/** A question without its number. */
function bare(text: string): string {
  const label = EXPLICIT.exec(text)?.[0] ?? GLUED.exec(text)?.[0] ?? NUMBERED.exec(text)?.[0] ?? ''
  return text.slice(label.length).replace(/^[\s.:)–—*_-]+/, '')
}

const LIMITS = [
  /\b(?:max(?:imum)?\.?(?:\s+of)?:?|up\s+to|(?:no|not)\s+more\s+than|at\s+most|limit(?:ed\s+to|\s+of|\s+is)?:?|within|under)\s+(?<most>[\d,]+)\s+(?<unit>word|character)s?\b/i,
  /\b(?<most>[\d,]+)\s+(?<unit>word|character)s?\s+(?:or\s+(?:fewer|less)|max(?:imum)?\b|limit\b|at\s+most)/i,
  /\b(?<most>[\d,]+)-(?<unit>word|character)\s+(?:limit|maximum)\b/i,
  /\b(?<unit>word|character)\s+(?:limit|count)(?:\s+is|\s+of)?\s*:?\s*(?<most>[\d,]+)\b/i,
]

function limitIn(text: string): Limit | undefined {
  for (const limit of LIMITS) {
    const { most, unit = '' } = limit.exec(text)?.groups ?? {}
    if (!most) continue
    return {
      most: Number(most.replaceAll(',', '')),
      unit: unit.toLowerCase() === 'word' ? 'words' : 'characters',
    }
  }
  return undefined
}

let finder: Finder<'evidence' | 'declined'> | undefined

function cuesIn(document: Document, block: Block) {
  const { evidence, declined } = data.lists.consultations
  finder ??= createFinder<'evidence' | 'declined'>(
    'consultations',
    ['evidence', evidence],
    ['declined', declined],
  )
  return finder(document, block)
}

function asksForEvidence(document: Document, block: Block): boolean {
  return cuesIn(document, block).some(({ value }) => value === 'evidence')
}

const known = ofDocument(() => new Map<readonly Question[], readonly Answer[]>())

/** What a response says to each question, in their order. Worked out once for a document and its questions. */
export function answersTo(document: Document, questions: readonly Question[]): readonly Answer[] {
  const kept = known(document)
  const answers = kept.get(questions) ?? answer(document, questions)
  kept.set(questions, answers)
  return answers
}

/** A stretch of a response that answers some questions. */
interface Section {
  readonly questions: readonly Question[]
  readonly blocks: readonly Block[]
}

function answer(document: Document, questions: readonly Question[]): readonly Answer[] {
  const sections = sectionsOf(document, questions)
  const touched = createSubjectSearch(document, questions)
  return questions.map((question): Answer => {
    const own = sections.filter((section) => section.questions.includes(question))
    const [first] = own
    if (!first) {
      const block = touched(question)
      const rest = { question, words: 0, characters: 0, shared: false, cites: false }
      return block ? { ...rest, status: 'touched', block } : { ...rest, status: 'missing' }
    }
    const blocks = own.flatMap((section) => section.blocks)
    const said = blocks.filter((block) => !isQuestion(document, block, question))
    const words = said.reduce((sum, block) => sum + wordCount(document, block), 0)
    const texts = said.filter(isCounted).map(textOf)
    const declined = words < MOST_DECLINING && said.some((block) => declines(document, block))
    return {
      question,
      status: words === 0 ? 'empty' : declined ? 'declined' : 'answered',
      ...(blocks[0] ? { block: blocks[0] } : {}),
      words,
      characters: texts.join('\n').length,
      shared: own.some((section) => section.questions.length > 1),
      cites: blocks.some((block) => citesSource(document, block)),
    }
  })
}

/** A longer answer does more than decline. */
const MOST_DECLINING = 15

function declines(document: Document, block: Block): boolean {
  return cuesIn(document, block).some(({ value }) => value === 'declined')
}

/** Words of an answer: headings and notes are none, and neither is its number. */
function wordCount(document: Document, block: Block): number {
  if (!isCounted(block)) return 0
  const label = labelOf(block)?.[0]
  const all = document.words(block)
  return label ? all.starts.filter((start) => start >= label.length).length : all.keys.length
}

function isCounted({ kind }: Block): boolean {
  return kind !== 'heading' && kind !== 'footnote'
}

/** The text of a block of an answer as it is typed into a form. */
function textOf({ text }: Block): string {
  return bare(text).replace(/\s+/g, ' ').trim()
}

function sectionsOf(document: Document, questions: readonly Question[]): Section[] {
  const { blocks } = document
  const starts = answerStarts(document, questions)
  return [...starts].map(([start, those], index) => {
    const next = [...starts.keys()][index + 1]
    const all = blocks.slice(document.place(start), next && document.place(next))
    const above = start.kind === 'heading' ? start.depth : (start.headings.at(-1)?.depth ?? 0) + 1
    const end = all.findIndex(
      (block, at) => at > 0 && block.kind === 'heading' && block.depth <= above,
    )
    return { questions: those, blocks: end < 0 ? all : all.slice(0, end) }
  })
}

/** Where answers begin: at a number named as such, at a question repeated, or else at numbered headings or items. */
function answerStarts(document: Document, questions: readonly Question[]): Map<Block, Question[]> {
  const byNumber = new Map(
    questions.flatMap((one) => (one.number ? [[one.number, one] as const] : [])),
  )
  const named = startsAt(document.blocks, (block) => {
    const label = labelOf(block)
    const those = label ? numbersIn(label).flatMap((number) => byNumber.get(number) ?? []) : []
    return those.length > 0 ? those : questions.filter((one) => isQuestion(document, block, one))
  })
  if (named.size > 0) return named
  const numbered = (kind: Block['kind']) =>
    startsAt(document.blocks, (block) => {
      const one = block.kind === kind ? byNumber.get(numberOf(block) ?? '') : undefined
      return one ? [one] : []
    })
  const headings = numbered('heading')
  return headings.size > 0 ? headings : numbered('item')
}

function startsAt(blocks: readonly Block[], find: (block: Block) => Question[]) {
  return new Map(
    blocks.flatMap((block) => {
      const those = find(block)
      return those.length > 0 ? [[block, those] as const] : []
    }),
  )
}

/** The numbers of a label: "Questions 2 to 4" are three. */
function numbersIn({ 0: label, 1: first = '', 2: last }: RegExpExecArray): string[] {
  if (last === undefined) return [first.toLowerCase()]
  const between = label.slice(
    label.lastIndexOf(first, label.length - last.length - 1) + first.length,
  )
  const [from, to] = [Number.parseInt(first, 10), Number.parseInt(last, 10)]
  if (!RANGE.test(between) || to <= from) return [first.toLowerCase(), last.toLowerCase()]
  return Array.from({ length: to - from + 1 }, (_, step) => `${from + step}`)
}

/** A block that shares more of its words with a question repeats it. */
const REPEATED = 0.7

function isQuestion(document: Document, block: Block, { text }: Question): boolean {
  const label = labelOf(block)?.[0].length ?? 0
  const words = document.words(block)
  const own = words.keys.filter((_, index) => (words.starts[index] ?? 0) >= label)
  const wanted = wordSet(text.split('\n')[0] ?? '')
  if (own.length < 3 || wanted.size < 3) return false
  const shared = new Set(own.filter((word) => wanted.has(word)))
  return (2 * shared.size) / (new Set(own).size + wanted.size) >= REPEATED
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}’']+/gu))
}

/** The least share of a question’s own words that a paragraph about its subject has. */
const TOUCHED = 0.5

/** Finds the paragraph that says most about a question’s subject, if any says enough. */
function createSubjectSearch(document: Document, questions: readonly Question[]) {
  const common = new Set(data.lists.consultations.common)
  const subjects = new Map(
    questions.map((question) => {
      const words = [...wordSet(question.text)].filter(
        (word) => word.length > 3 && !common.has(word),
      )
      return [question, new Set(words.map(stem))] as const
    }),
  )
  const asked = [...subjects.values()]
  /** Words that half of the questions share say nothing of one. */
  const telling = (word: string) =>
    asked.length < 3 || asked.filter((words) => words.has(word)).length * 2 <= asked.length
  return (question: Question): Block | undefined => {
    const wanted = [...(subjects.get(question) ?? [])].filter(telling)
    if (wanted.length === 0) return undefined
    const scored = document.blocks.map((block) => {
      const keys = new Set(document.words(block).keys.map(stem))
      return { block, share: wanted.filter((word) => keys.has(word)).length / wanted.length }
    })
    const none: { readonly block?: Block; readonly share: number } = { share: 0 }
    const best = scored.reduce((one, other) => (other.share > one.share ? other : one), none)
    return best.share >= TOUCHED ? best.block : undefined
  }
}

/** A word without a plural or verbal ending, roughly. */
function stem(word: string): string {
  return word.replace(/(?:ies|es|s|ing|ed)$/, '')
}
