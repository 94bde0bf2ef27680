/** Powers and limits that depend on the mode of trial, said of an offence that has another. */

import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import { createSharedMatcher, type Match } from '../../match.ts'
import type { Query } from '../../remember.ts'
import { firstFrom, inside } from '../../sorted.ts'
import type { Mode, Needs } from '../../types/law.ts'
import type { Citation } from '../cite/citation.ts'
import type { Mention, MentionReader } from '../cite/mention.ts'
import { over } from '../cite/over.ts'
import { nameOf, wordsFor } from '../describe.ts'
import { type Entry, extentOf, isWholeOf, type Registry, sameSubsection } from '../registry.ts'
import { explained, type LawReport, severityFrom, upperFirst } from '../report.ts'
import { type Amount, amountsIn, isLonger, readTerm } from '../sentence/amount.ts'
import { clauseAt, denies } from '../sentence/clause.ts'
import { mannerOf } from '../sentence/manner.ts'
import { isAttendant, isSetApart } from '../sentence/predication.ts'

/** Finds the powers and limits of one rule that do not go with the offence they are said of. */
export type ConsequenceReader = ((
  document: Document,
  block: Block,
  rule: Needs['rule'],
) => LawReport[]) & {
  /** Whether a block may speak of a power or a limit, besides by naming what gives it. */
  readonly speaks: Query<boolean>
}

type Hit = Match<{ readonly power: Power; readonly list: List }>

type List = 'words' | 'absence' | 'with' | 'unless'

/** Without words of these, or a time that may be put in place of a limit, no power or limit is spoken of but by what gives it. */
const TELLING: readonly List[] = ['words', 'absence']

interface Power {
  readonly entry: Entry
  readonly needs: Needs
}

/** A power or limit as a text speaks of it. */
interface Spoken extends Range {
  readonly power: Power
  readonly absent: boolean
  /** Another time than the limit is said to be the limit. */
  readonly other?: true
}

/** Makes a reader of powers and limits. */
export function createConsequenceReader(
  registry: Registry,
  mentions: MentionReader,
): ConsequenceReader {
  const powers = registry.entries.flatMap((entry): Power[] => {
    const { needs } = entry.provision
    return needs ? [{ entry, needs }] : []
  })
  const matcherOf = (name: string, lists: readonly List[]) =>
    createSharedMatcher(name, () =>
      powers.flatMap((power) =>
        lists.flatMap((list) => {
          const value = { power, list }
          return (power.needs[list] ?? []).map((word) => ({
            text: word.replace(/\*$/, ''),
            open: word.endsWith('*'),
            value,
          }))
        }),
      ),
    )
  const telling = matcherOf('law/consequences', TELLING)
  const matcher = matcherOf('law/consequence-words', [...TELLING, 'with', 'unless'])
  const limits = powers.flatMap(({ needs }) => readTerm(needs.limit ?? '') ?? [])
  const speaks: Query<boolean> = (document, block) =>
    telling.mayMatch(document.words(block)) ||
    amountsIn(block.text).some(({ amount }) => limits.some((limit) => isOther(amount, limit)))
  const read = (document: Document, block: Block, rule: Needs['rule']) =>
    spokenIn(document, block, rule).flatMap((spoken) => judged(document, block, spoken) ?? [])
  return Object.assign(read, { speaks })

  function spokenIn(document: Document, block: Block, rule: Needs['rule']): Spoken[] {
    if (!speaks(document, block) && mentions(document, block).length === 0) return []
    const hits = matcher(document.words(block))
    const heads = (start: number, end: number) =>
      (block.kind === 'cell' || isLabelled(block.text, start, end) ? over(block) : []).flatMap(
        (head) => matcher(document.words(head)),
      )
    const found: Spoken[] = []
    for (const { value, start, end } of hits) {
      const { power, list } = value
      if (power.needs.rule !== rule || (list !== 'words' && list !== 'absence')) continue
      const sentence = document.sentenceAt(block, start)
      const has = (wanted: List) =>
        [...inside(hits, sentence), ...heads(start, end)].some(
          (hit) => hit.value.power === power && hit.value.list === wanted,
        )
      if (has('unless') || (power.needs.with && !has('with'))) continue
      add(found, { power, absent: list === 'absence', start, end })
    }
    for (const { entries, start, end, citation } of mentions(document, block)) {
      const power = powers.find(
        ({ entry, needs }) =>
          needs.rule === rule && entries.includes(entry) && givesIt({ entry, needs }, citation),
      )
      if (!power) continue
      const sentence = document.sentenceAt(block, start)
      const other = inside(hits, sentence).some(
        (hit) => hit.value.power === power && hit.value.list === 'unless',
      )
      if (!other) add(found, { power, absent: false, ...(citation?.phrase ?? { start, end }) })
    }
    return [...found, ...otherTimes(document, block, rule, hits)]
  }

  /** Times that are not the limit, said to be one: "prosecuted within twelve months", "must be laid within three". */
  function otherTimes(
    document: Document,
    block: Block,
    rule: Needs['rule'],
    hits: readonly Hit[],
  ): Spoken[] {
    return powers.flatMap((power) => {
      if (power.needs.rule !== rule) return []
      if (!hits.some(({ value }) => value.power === power && value.list === 'with')) return []
      const limit = readTerm(power.needs.limit ?? '')
      if (!limit) return []
      return amountsIn(block.text).flatMap(({ amount, start, end }): Spoken[] => {
        const sentence = document.sentenceAt(block, start)
        const must =
          isShorter(amount, limit) && MUST.test(block.text.slice(sentence.start, sentence.end))
        if (!isLonger(amount, limit) && !must) return []
        const own = inside(hits, sentence).filter(({ value }) => value.power === power)
        if (own.some(({ value }) => value.list === 'unless')) return []
        const limits = own.some((hit) => {
          if (hit.value.list !== 'with') return false
          if (hit.end <= start)
            return WITHIN.test(withoutMentions(document, block, { start: hit.end, end: start }))
          return TO_DO.test(block.text.slice(end, hit.start))
        })
        return limits ? [{ power, absent: false, other: true, start, end }] : []
      })
    })
  }

  /** A stretch with the provisions in it left out: "prosecute … within". */
  function withoutMentions(document: Document, block: Block, { start, end }: Range): string {
    const [only] = inside(mentions(document, block), { start, end })
    return only
      ? block.text.slice(start, only.start) + block.text.slice(only.end, end).trimStart()
      : block.text.slice(start, end)
  }

  function judged(document: Document, block: Block, spoken: Spoken): LawReport | undefined {
    const { power, start, end } = spoken
    const sentence = document.sentenceAt(block, start)
    const clause = clauseAt(block.text, sentence, start)
    if (HYPOTHETICAL.test(block.text.slice(clause.start, clause.end))) return undefined
    const led = block.text.slice(clause.start, start).replace(ASIDE, '')
    if (AVOIDED.test(led)) return undefined
    const manner = mannerOf(block.text, sentence, spoken)
    if (
      !manner.claimed &&
      !DENIED_NEAR.test(block.text.slice(Math.max(sentence.start, start - 80), start))
    )
      return undefined
    for (const mention of offencesFor(document, block, sentence, spoken)) {
      // "Six months after the offence, no information may be laid …" denies what comes after them.
      if (power.needs.limit && !BEYOND.test(led) && LATER.test(block.text.slice(end)))
        return undefined
      if (OF_OTHERS.test(withoutMentions(document, block, { start: end, end: clause.end })))
        return undefined
      const gap = mention.block === block ? between(block.text, mention, spoken) : ''
      const after = withoutMentions(document, block, { start: end, end: clause.end })
      const beyond = BEYOND.exec(led)
      const denied = beyond
        ? !BARRED.test(`${led.slice(0, beyond.index)} ${after}`)
        : spoken.absent ||
          manner.denied ||
          !manner.claimed ||
          denies(gap) ||
          IS_NOT.test(after) ||
          (REFUSED.test(led) && !WITHOUT.test(led))
      const offences = mention.entries.filter((entry) => shareLaw(entry, power.entry))
      const verdicts = new Set(offences.map((entry) => fits(entry, power.needs.modes)))
      const [there] = verdicts
      if (verdicts.size !== 1 || there === undefined) continue
      if (spoken.other ? denied || !there : there !== denied) continue
      const [offence] = offences
      const severity = severityFrom([power.entry, ...offences])
      if (!offence || !severity) continue
      const mode = wordsFor(offence)?.predicate?.[0] ?? 'of another mode of trial'
      const follows = there ? power.needs.within : power.needs.without
      const what = `${upperFirst(nameOf(offence))} is ${mode}, so ${follows}`
      return { block, start, end, severity, expected: [], ...explained(what, power.entry) }
    }
    return undefined
  }

  /** The offences that a power is spoken of for: in its clause, or what stands over a short passage. */
  function offencesFor(
    document: Document,
    block: Block,
    sentence: Range,
    spoken: Spoken,
  ): Mention[] {
    const isOffence = ({ entries }: Mention) =>
      entries.some(({ provision }) => provision.mode !== 'not-an-offence')
    const all = mentions(document, block).filter(isOffence)
    const clause = clauseAt(block.text, sentence, spoken.start)
    const here = inside(all, clause).filter(
      (mention) =>
        (mention.end <= spoken.start || mention.start >= spoken.end) &&
        !isSetApart(block.text, mention),
    )
    if (here.some((mention) => isAttendant(block.text, mention))) return []
    if (here.length > 0) return here
    if (inside(all, sentence).length > 0) return []
    const earlier = all.slice(0, firstFrom(all, sentence.start))
    if (POINTS_BACK.test(block.text.slice(sentence.start, sentence.end)) && earlier.length === 1)
      return earlier
    if (earlier.length > 0 || block.text.length > LONGEST_UNDER) return []
    const above = over(block).map((other) => mentions(document, other).filter(isOffence))
    const nearest = above.find((those) => those.length > 0) ?? []
    return nearest.length === 1 ? nearest : []
  }
}

/** Whether a time may be said to be a limit that it is not. */
function isOther(amount: Amount, limit: Amount): boolean {
  return isLonger(amount, limit) || isShorter(amount, limit)
}

/** Whether a time in months is shorter than a limit; a time in days is set by whoever works to it. */
function isShorter(amount: Amount, limit: Amount): boolean {
  return amount.kind === 'term' && amount.unit === 'month' && isLonger(limit, amount)
}

/** "Kerb crawling: six months": what it is, the words over it say. */
function isLabelled(text: string, start: number, end: number): boolean {
  return (
    /[:–—-]\s*(?:within\s+)?$/i.test(text.slice(Math.max(0, start - 100), start)) &&
    /^\s*(?:[.;(]|$)/.test(text.slice(end))
  )
}

/** Whether a citation is of the place that gives a power: of another subsection it is another power. */
function givesIt(
  { entry, needs }: Pick<Power, 'entry' | 'needs'>,
  citation: Citation | undefined,
): boolean {
  if (!citation) return true
  const { subsection } = citation.place
  if (!isWholeOf(entry, citation.place)) return false
  return (
    !subsection ||
    !needs.subsections ||
    needs.subsections.some((one) => sameSubsection(one, subsection))
  )
}

const LONGEST_UNDER = 200
const LATER = /^\s+(?:after|later|from then|on)\b[^.;]*\b(?:no|not|nor|never|cannot)\b/i
/** "the limit is for offences of another kind". */
const OF_OTHERS =
  /^[^,;.]{0,20}\b(?:is|are|applies|apply)\s+(?:only\s+)?(?:for|to)\s+(?:[\w-]+\s+){0,3}offences\b(?!\s+(?:under|of|in|contrary)\b)/i
/** "more than six months old", "after six months": what follows is what the limit does. */
const BEYOND = /\b(?:(?:more|longer|later) than|over|older than|beyond|once|after)\s+(?:the\s+)?$/i
const BARRED =
  /\b(?:no|not|never|cannot|nor|too late|out of time|barred|stale|lapses?|expires?|impossible)\b|n[’']t\b/i
const MUST = /\b(?:must|has to|have to|limit|deadline|only|no later than|not later than|shall)\b/i
/** "three-month limit", "three months in which to bring": the limit follows. */
const TO_DO = /^(?:[\s-]+|[’']?\s+(?:(?:in which )?to|for) )$/
const WITHIN =
  /^\s+(?:(?:an?|the|any)\s+)?(?:(?:offences?|cases?)\s+)?(?:(?:up to\s+|at any time\s+)?within|up to|for up to|no later than|not later than|at any time (?:up to|in the))\s+(?:a period of\s+)?$/i
const HYPOTHETICAL = /\bwould\b|\b(?:if|had|were)\b[^.;]*\b(?:had been|were)\b|^\s*(?:had|were)\b/i
/** "may not, after an arrest for …, search". */
const ASIDE = /,[^,;]{1,80},/g
const REFUSED =
  /\b(?:no (?:power|right|authority|grounds?|basis)|cannot|can[’']t|(?:can|may|must|shall|should) not|not (?:able|entitled|allowed|permitted|empowered)|unable)\b[^,;]{0,90}$/i
const AVOIDED = /\b(?:rather than|instead of|avoid\w*|refrain\w* from)\b[^,;]{0,60}$/i
const WITHOUT = /\b(?:without|except|unless|other than|not only)\b/i
const IS_NOT =
  /^[^,;.]{0,40}?\b(?:is|are|was|does|do|will|can|may)\s*(?:not|never|n[’']t)\b|^[^,;.]{0,40}?\b(?:cannot|(?:is|are) (?:unavailable|inapplicable|excluded|ruled out))\b/i
const DENIED_NEAR = /\b(?:no|not|cannot|never)\b[^,;]*$/i
const POINTS_BACK =
  /^[\s,:(–—-]*(?:(?:and|also|so),?\s+)?(?:it|this|that|they|these|the (?:offence|charge)|a charge|officers|proceedings|police)\b/i

function add(found: Spoken[], one: Spoken): void {
  const at = found.findLastIndex((other) => other.start < one.end && one.start < other.end)
  const other = found[at]
  if (!other) found.push(one)
  else if (one.end - one.start > other.end - other.start) found[at] = one
}

function between(text: string, one: Range, other: Range): string {
  return one.end <= other.start
    ? text.slice(one.end, other.start)
    : text.slice(other.end, one.start)
}

function shareLaw(one: Entry, other: Entry): boolean {
  return extentOf(one).some((place) => extentOf(other).includes(place))
}

/** Whether an offence has one of some modes; undefined if that depends, or is not known. */
function fits({ provision }: Entry, modes: readonly Mode[]): boolean | undefined {
  const own = provision.forms?.map(({ mode }) => mode) ?? [provision.mode]
  if (own.some((mode) => mode === 'not-an-offence' || mode === 'unknown' || mode === 'mixed'))
    return undefined
  const right = own.filter((mode) => modes.some((one) => one === mode)).length
  return right === own.length ? true : right === 0 ? false : undefined
}
