/** Maximum penalties as texts speak of them. */

import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import { createSharedMatcher, type Matcher } from '../../match.ts'
import { remembered } from '../../remember.ts'
import { beginningIn, inside } from '../../sorted.ts'
import type { PenaltyWords } from '../../types/law.ts'
import { over } from '../cite/over.ts'
import type { Registry } from '../registry.ts'
import { type Amount, amountsIn } from '../sentence/amount.ts'
import type { Said } from '../sentence/listing.ts'
import { mannerOf } from '../sentence/manner.ts'
import { opensSentence } from '../sentence/predication.ts'
import type { SaidReader } from './claim.ts'

/** What a text says may be imposed. */
export type Punishment =
  | Amount
  | { readonly kind: 'life' | 'unlimited' | 'fineOnly' | 'imprisonable' }

/** The conviction that a maximum is for. */
type Course = 'indictment' | 'summary'

/** A maximum said of something: indices in `block.text`, end exclusive. */
export interface SaidPenalty extends Said {
  readonly punishment: Punishment
  /** Unset where the text does not say. */
  readonly course?: Course
  /** It is said to be the maximum of all, with no word of a lower court: "the maximum sentence is six months". */
  readonly overall?: true
}

type Cue = keyof PenaltyWords

const CUES = [
  'maximum',
  'verbs',
  'imprisonment',
  'life',
  'unlimited',
  'fineOnly',
  'imprisonable',
  'custody',
  'indictment',
  'summary',
  'cases',
] as const satisfies readonly Cue[]

/** Makes a reader of maximum penalties with the vocabulary of a registry. */
export function createPenaltyReader(registry: Registry): SaidReader<SaidPenalty> {
  const matcher = createSharedMatcher('law/penalties', () =>
    registry.laws.flatMap(({ vocabulary: { penalties } }) =>
      penalties ? CUES.flatMap((cue) => penalties[cue].map((text) => ({ text, value: cue }))) : [],
    ),
  )
  const known = remembered((document, block) => read(document, block, matcher))
  return (document, block) => (mayHold(block.text) ? known(document, block) : NONE)
}

const NONE: readonly SaidPenalty[] = []

interface Cued extends Range {
  readonly cue: Cue
}

interface Candidate extends Range {
  readonly punishment: Punishment
}

function read(document: Document, block: Block, matcher: Matcher<Cue>): SaidPenalty[] {
  const cues = (of: Block): Cued[] =>
    withoutCases(
      matcher(document.words(of)).map(({ start, end, value }) => ({ start, end, cue: value })),
    )
  const own = cues(block)
  const headed = underHead(block, cues)
  if (own.length === 0 && !headed && !LEVEL_OR_LABEL.test(block.text)) return []
  const candidates = candidatesIn(block.text, own)
  // Amounts of time and money are everywhere; without words of punishment none of them is a maximum.
  const levels = candidates.some(({ punishment }) => punishment.kind === 'level')
  const labelled = candidates.some((candidate) => isLabelled(block.text, candidate, own))
  if (labelled && !headed && isOfCases(block, cues)) return []
  if (own.length === 0 && !headed && !levels && !labelled) return []
  const said: SaidPenalty[] = []
  let sentence: Range = { start: 0, end: 0 }
  let beside: readonly Cued[] = []
  for (const [at, candidate] of candidates.entries()) {
    if (candidate.start >= sentence.end) {
      sentence = document.sentenceAt(block, candidate.start)
      beside = inside(own, sentence)
    }
    const before = said.at(-1)
    const previous = before && before.start >= sentence.start ? before : undefined
    const answers = isAnswer(document, block, sentence, candidate, own)
    if (!answers && !isMaximum(block, sentence, candidate, beside, previous, headed)) continue
    const { punishment, start, end } = candidate
    const gap = {
      start: candidates[at - 1]?.end ?? 0,
      end: candidates[at + 1]?.start ?? block.text.length,
    }
    const course = courseOf(block, candidate, gap, beside, cues)
    const key = `${JSON.stringify(punishment)} ${course}`
    const lead = AT_MOST.exec(block.text.slice(Math.max(sentence.start, start - 60), start))
    const phrase = {
      start: start - (lead?.[0].length ?? 0),
      end: end + lengthOfObject(block.text.slice(end, end + 90)),
    }
    const overall = !course && candidates.length === 1 && isOverall(own, beside)
    said.push({
      block,
      start,
      end,
      phrase,
      punishment,
      key,
      ...(course ? { course } : {}),
      ...(overall ? { overall: true as const } : {}),
    })
  }
  return said
}

/** Without either, or words of punishment, no amount is looked for. */
const LEVEL_OR_LABEL = /level|(?:\d[a-z]?|\))\s*[:–—-]/i

/** Without the words for a single case that belong to what may be done in any: "can be sentenced to". */
function withoutCases(cues: readonly Cued[]): Cued[] {
  const verbs = cues.filter(({ cue }) => cue === 'verbs')
  return cues.filter(
    ({ cue, start, end }) =>
      cue !== 'cases' || !verbs.some((verb) => verb.start <= start && verb.end >= end),
  )
}

/** "Slavery (s.1 MSA 2015): 14 years": behind a provision and a colon. A time in months alone may be a limit. */
function isLabelled(text: string, { start, end }: Range, cues: readonly Cued[]): boolean {
  if (!LABEL.test(text.slice(Math.max(0, start - 20), start))) return false
  const custody = behind(cues, end).find(
    ({ cue, start: at }) => cue === 'custody' && /^[’']?\s*$/.test(text.slice(end, at)),
  )
  return (
    /^(?:[’']?\s*(?:[.;]|$))/.test(text.slice(custody?.end ?? end)) &&
    (custody !== undefined || /\b(?:years?|life)\b/i.test(text.slice(start, end)))
  )
}

const LABEL = /(?:\d[A-Z]?|\))\s*(?::|\s[–—-])\s*(?:up to\s+)?$/

/** The words of the vocabulary that follow an amount closely. */
function behind(cues: readonly Cued[], end: number): readonly Cued[] {
  return beginningIn(cues, { start: end, end: end + 60 })
}

/** "What is the maximum for it? Up to seven years.": all that a sentence begins with, behind a question. */
function isAnswer(
  document: Document,
  block: Block,
  sentence: Range,
  { start }: Candidate,
  cues: readonly Cued[],
): boolean {
  if (!opensSentence(block.text, sentence, start)) return false
  const noun = cues.findLast(({ cue, end }) => cue === 'maximum' && end <= sentence.start)
  if (!noun) return false
  const question = document.sentenceAt(block, noun.start)
  const next = !/\S/.test(block.text.slice(question.end, sentence.start))
  return next && mannerOf(block.text, question, noun).asked
}

/** Whether a block stands under words such as "Sentences passed": what somebody got is no maximum. */
function isOfCases(block: Block, cues: (of: Block) => readonly Cued[]): boolean {
  return over(block).some((other) => cues(other).some(({ cue }) => cue === 'cases'))
}

/** Whether the only amount of a block is called the maximum in its sentence, and no court is spoken of in the block. */
function isOverall(all: readonly Cued[], sentence: readonly Cued[]): boolean {
  const courts = all.some(({ cue }) => cue === 'summary' || cue === 'indictment')
  return !courts && sentence.some(({ cue }) => cue === 'maximum')
}

function mayHold(text: string): boolean {
  return /\d|£|(?:year|month|week|day)|\b(?:life|unlimited|fine|imprison|prison|jail|custod|locked)/i.test(
    text,
  )
}

/** Amounts and the words of the vocabulary that stand for one, in order of place; of two that overlap the longer. */
function candidatesIn(text: string, cues: readonly Cued[]): Candidate[] {
  const spoken = cues.flatMap(({ cue, start, end }): Candidate[] =>
    cue === 'life' || cue === 'unlimited' || cue === 'fineOnly' || cue === 'imprisonable'
      ? [{ start, end, punishment: { kind: cue } }]
      : [],
  )
  const written = amountsIn(text).map(({ start, end, amount }) => ({
    start,
    end,
    punishment: amount,
  }))
  const open = custodyIn(text, cues).filter(
    (one) => !written.some(({ start }) => start >= one.end && start < one.end + NEAR),
  )
  const kept: Candidate[] = []
  for (const one of [...spoken, ...open, ...written].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    const before = kept.at(-1)
    if (!before || one.start >= before.end) kept.push(one)
    else if (one.end - one.start > before.end - before.start) kept[kept.length - 1] = one
  }
  return kept
}

const NEAR = 30
/** How far before an amount, or imprisonment, the words stand that lead to it. */
const FAR = 160
const BETWEEN =
  '(?:an?|the|any|by|with|of|for|in|to|up|either|both|even|possible|short|long|lengthy|brief|immediate|going|being|sent|time|fine|fines|unlimited|level|\\d|and|or)'
const LED_TO = new RegExp(`^[\\s,]*(?:${BETWEEN}[\\s,]+){0,10}$`, 'i')
const INCLUDES = new RegExp(
  `\\b(?:is|are|be|includes?|including|involves?)\\s+(?:${BETWEEN}[\\s,]+){0,8}$`,
  'i',
)

/** "punishable by a fine or imprisonment", "the penalty may include a short prison sentence": imprisonment of any length. */
function custodyIn(text: string, cues: readonly Cued[]): Candidate[] {
  return cues.flatMap(({ cue, start, end }): Candidate[] => {
    if (cue !== 'custody' || /^\s+(?:of|officers?|staff|services?)\b/i.test(text.slice(end)))
      return []
    const near = inside(cues, { start: start - FAR, end: start })
    const verb = near.findLast(
      (one) => one.cue === 'verbs' && LED_TO.test(text.slice(one.end, start)),
    )
    const noun = near.findLast((one) => one.cue === 'maximum')
    const said = noun && INCLUDES.test(text.slice(noun.end, start)) ? { start } : verb
    return said ? [{ start: said.start, end, punishment: { kind: 'imprisonable' } }] : []
  })
}

const TOWARDS =
  /^[\s,.:–—-]*(?:(?:on|upon|summary|conviction|indictment|an?|the|any|of|to|up|with|by|most|maximum|fine|fines|term|terms|sentence|penalty|prison|imprisonment|for|at|not|exceeding|as|much|more|than|no|either|both|being|is|are|possible|standard|period)[\s,:–—-]*){0,12}$/i
const LEADS =
  /(?:\b(?:is|are|of|at|to|a|an)(?:\s+(?:now|currently|still|only|just|also|presently))?|[:=–—(-])\s*$/i

/** "up to two years after the incident", "three months of misery", "a ten-year plan": a time, and no term. */
const NO_TERM = [
  /^(?:[’']s?)?\s+(?:after|from|before|of)\s+(?:the|its|an?|that|any)\s+(?:\w+\s+){0,3}?(?:offences?|incidents?|events?|dates?|conduct|acts?|day|crimes?|occasions?)\b/i,
  /^\s+of\s+(?!(?:imprisonment|custody|prison|jail|detention|the)\b)\p{L}/iu,
]
/** "courses cost up to £200": money, and no fine. */
const NO_FINE =
  /\b(?:costs?|costing|worth|earn\w*|spen[dt]\w*|pay|pays|paying|paid|rais(?:e[sd]?|ing)|grants?|fees?|prices?|budgets?|funding|sav(?:e[sd]?|ing)|rents?|wages?)\b(?:(?!\bfine)[^.;:]){0,40}$/i
const TERM_NOUN =
  /^\s+(?:maximum|max|sentences?|terms?|prison|jail|custodial|imprisonment|custody|offences?|penalty|penalties|stretch|tariff|for|on|under|and|or|in|if|but)\b/i

/** Whether an amount of time is none of punishment, by what follows it. */
function isOtherTime(words: string, after: string): boolean {
  const compound = /\d-\p{L}|\p{L}-\p{L}/u.test(words) && /^\s+\p{L}/u.test(after)
  return NO_TERM.some((other) => other.test(after)) || (compound && !TERM_NOUN.test(after))
}

/** Whether an amount is said to be the most that may be imposed. */
function isMaximum(
  { text }: Block,
  sentence: Range,
  { start, end, punishment }: Candidate,
  cues: readonly Cued[],
  previous: SaidPenalty | undefined,
  headed: boolean,
): boolean {
  if (punishment.kind === 'fineOnly' || punishment.kind === 'imprisonable') return true
  if (isOtherTime(text.slice(start, end), text.slice(end, end + 60))) return false
  if (
    punishment.kind === 'pounds' &&
    NO_FINE.test(text.slice(Math.max(sentence.start, start - FAR), start))
  )
    return false
  const near = inside(cues, { start: start - FAR, end: start })
  const nouns = near.filter(({ cue }) => cue === 'maximum')
  const case_ = near.filter(({ cue }) => cue === 'cases').at(-1)
  if (case_ && !nouns.some((noun) => noun.end > case_.start)) return false
  const led = near.some(
    ({ cue, end: at }) =>
      (cue === 'verbs' || cue === 'maximum') &&
      start - at < 60 &&
      TOWARDS.test(text.slice(at, start)),
  )
  if (led) return true
  const before = text.slice(sentence.start, start)
  const penal = cues.some(({ cue }) => cue === 'maximum' || cue === 'verbs')
  if (AT_MOST.test(before.slice(-60)) && (penal || cues.some(({ cue }) => cue === 'imprisonment')))
    return true
  if ((nouns.length > 0 || punishment.kind === 'level') && LEADS.test(before)) return true
  const next = behind(cues, end)
  const suffixed = next.some(
    ({ cue, start: at }) => cue === 'imprisonment' && /^[’'s\s-]{0,4}$/.test(text.slice(end, at)),
  )
  const tried = next.some(
    ({ cue, start: at }) =>
      (cue === 'indictment' || cue === 'summary') && /^[’'s\s]{0,3}$/.test(text.slice(end, at)),
  )
  if (tried) return true
  if (suffixed && penal) return true
  if (suffixed && next.some(({ cue, start: at }) => cue === 'maximum' && at - end < 25)) return true
  if (
    previous &&
    /^[^.;:]{0,60}\b(?:or|and)\s+(?:an?\s+|up to\s+)?$/i.test(text.slice(previous.end, start))
  )
    return true
  if (isLabelled(text, { start, end }, cues)) return true
  if (next.some(({ cue, start: at }) => cue === 'maximum' && IS_THE_MOST.test(text.slice(end, at))))
    return true
  return headed && /(?:^|[:;,(–—-])\s*(?:up to\s+|an?\s+)?$/i.test(before)
}

const IS_THE_MOST =
  /^(?:[\s-]+(?:sentence|term|fine))?\s+(?:is|are|being|remains?)\s+(?:now\s+|still\s+)?the\s+$/i

const LONGEST_HEADED = 240

/** Whether a cell or item stands under words such as "Maximum penalty". */
function underHead(block: Block, cues: (of: Block) => readonly Cued[]): boolean {
  if (block.text.length > LONGEST_HEADED) return false
  const heads = block.kind === 'cell' ? [block.columnHeader, block.rowHeader] : over(block)
  return heads.some(
    (other) => other !== undefined && cues(other).some(({ cue }) => cue === 'maximum'),
  )
}

const REACH = 80

/** Whether the text limits an amount to one kind of conviction, in the gap between its neighbours or at the head of its column. */
function courseOf(
  block: Block,
  { start, end }: Candidate,
  gap: Range,
  cues: readonly Cued[],
  cuesOf: (of: Block) => readonly Cued[],
): Course | undefined {
  const next = Math.min(gap.end, end + REACH)
  const last = Math.max(gap.start, start - REACH)
  const courses = beginningIn(cues, { start: last, end: next }).flatMap((one) => {
    const course = one.cue === 'indictment' || one.cue === 'summary' ? one.cue : undefined
    return course ? [{ ...one, course }] : []
  })
  const nearest = courses.find(
    (one) => one.start >= end && !OTHER_CLAUSE.test(block.text.slice(end, one.start)),
  )
  // "12 months and on indictment seven years": that leads to the next amount.
  const leads = nearest && LEADS_TO_NEXT.test(block.text.slice(end, nearest.start))
  const after = leads ? undefined : nearest
  const before = courses.findLast((one) => one.end <= start)
  const head = block.columnHeader ? cuesOf(block.columnHeader) : []
  const heads = head.flatMap(({ cue }) => (cue === 'indictment' || cue === 'summary' ? [cue] : []))
  return after?.course ?? before?.course ?? (heads.length === 1 ? heads[0] : undefined)
}

/** What follows belongs to something else: "seven years, although most cases are heard in …". */
const OTHER_CLAUSE =
  /[;.]|\b(?:but|although|though|while|whilst|whereas|because|since|so|yet|however|can|may|must|is|are|was|were|be|which)\b/i
const LEADS_TO_NEXT = /^\s*(?:[,;]\s*)?(?:and|but|or|while)\s+(?:(?:on|upon)\s*)?$/i

const OBJECT =
  /^(?:[’']s?)?\s+(?:(?:imprisonment\s+)?on (?:indictment|summary conviction))(?=\s*\()|^(?:[’']s?)?(?:\s+(?:sentence|term|imprisonment|in prison|in jail|in custody|behind bars|custody|fine))?(?:\s+(?:on|upon) (?:indictment|summary conviction|conviction))?(?:\s+(?:is|are|(?:may|can) be) (?:available|possible|the maximum|imposed|passed|given))?\s+(?:for|under|contrary to|upon conviction of|on conviction of)(?:\s+(?:an?|the))?(?:\s+offences?(?:\s+(?:of|under|in))?)?(?=\s)/i

/** "not exceeding", "cannot result in more than" deny nothing. */
const AT_MOST =
  /\b(?:not?|never|cannot)(?:\s+[\w’-]+){0,4}?\s+(?:exceed(?:ing)?|(?:more|greater|longer|higher) than|over|beyond)\b[^.;:]{0,30}$/i

/** How far the words reach that lead from an amount to what it is for: "’ imprisonment for". */
function lengthOfObject(after: string): number {
  return OBJECT.exec(after)?.[0].length ?? 0
}
