import type { Root } from 'nlcst'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { Block } from './blocks.ts'
import type { TermIds } from './data.ts'
import { isAnswered } from './document/evidence.ts'
import type { Document } from './document.ts'
import type { Severity } from './finding.ts'
import { AnchorIndex } from './match/anchors.ts'
import { type Words, wordsOf } from './match/words.ts'
import {
  createMatcher,
  createSharedMatcher,
  type Match,
  type Phrase,
  shippedAnchors,
} from './match.ts'
import { fit, formsOf, type Slot } from './replace.ts'
import { leaveAlone, type QuietClass, tellFinding } from './rule.ts'
import { lastUntil } from './sorted.ts'
import { type Condition, createCondition } from './terms/conditions.ts'
import { noteOf, reasonOf, urlOf } from './terms/message.ts'
import {
  avoiding,
  type Evidence,
  isUndisputed,
  type Knowledge,
  wordingsOf,
} from './terms/positions.ts'
import { documentOf } from './tree.ts'
import type { Term, TermPack, Wording } from './types/terms.ts'

/** How a pack is read: from which viewpoints, and how severe each term is. */
export interface TermOptions {
  /** Whose advice to give; none means that no side is taken and disputes are reported. */
  readonly viewpoints?: readonly string[]
  /** What a term needs to be reported: a source that avoids it, any position that does, or nothing. */
  readonly evidence?: Evidence
  /** Terms that the user decides on himself, by full id: reported or not whoever avoids them. */
  readonly levels?: { readonly [ruleId: string]: Severity | 'off' }
  /** How severe a term is if it is reported, by full id. */
  readonly severities?: { readonly [ruleId: string]: Severity }
  /** Whether a wording would itself be reported and so must not be offered. Unset: by this pack alone. */
  readonly reported?: Reported
}

/** Whether some words are reported wherever they stand. */
export type Reported = (words: string) => boolean

/** A pack as a retext plugin. */
export type PackRule = Plugin<[TermOptions?], Root> & {
  readonly pack: TermPack
  /** What its terms go by, in their order. */
  readonly ids: readonly TermIds[]
  /** Whether some words hold a term that is reported under some options whatever is near. */
  readonly reports: (words: Words, options: TermOptions) => boolean
}

interface Form {
  readonly entry: Entry
  readonly slot: Slot
  /** Found without a `near` cue. */
  readonly always: boolean
}

interface Entry {
  readonly term: Term
  readonly ruleId: string
  readonly near: Condition | undefined
  readonly unless: Condition | undefined
  /** What stands below each finding. */
  readonly note: () => string
}

/** A term’s id in full: `prostitution/sex-work`, `unevidenced-assurance/robust-measures`. */
export function termId(pack: Pick<TermPack, 'pack'>, term: Pick<Term, 'id' | 'rule'>): string {
  return `${term.rule ?? pack.pack}/${term.id}`
}

/**
 * Makes a retext plugin of a pack. Every pack is a function of its own, since unified knows plugins
 * by their function. Its phrases are compiled when it is first used, those of a pack that is shipped term by term, when
 * one of them may stand in a text; packs that share an index are looked for in one scan.
 */
export function termRule(
  pack: TermPack,
  knowledge: Knowledge,
  index = new AnchorIndex(),
  ids: readonly TermIds[] = pack.terms,
): PackRule {
  const phrases = ids.map((_, at) =>
    once(() => pack.terms.slice(at, at + 1).flatMap((term) => phrasesOf(pack, term, knowledge))),
  )
  const matcherOf = once(() =>
    index === shippedAnchors
      ? createSharedMatcher(`pack/${pack.pack}`, ...phrases)
      : createMatcher(
          phrases.flatMap((make) => make()),
          index,
        ),
  )
  const plugin: Plugin<[TermOptions?], Root> = (options = {}) => {
    const matcher = matcherOf()
    const isShown = ({ term, ruleId }: Entry) => levelOf(term, ruleId, options) !== 'off'
    const offerFor = offerOf(options, options.reported ?? reportedBy([{ pack: rule, options }]))
    return (tree: Root, file: VFile) => {
      const document = documentOf(tree, file)
      const unmeant = new Map<Entry, Unmeant>()
      for (const block of document.candidates(matcher)) {
        const matches = matcher(document.words(block)).filter(({ value }) => isShown(value.entry))
        if (matches.length === 0) continue
        const reported = chosen(document, file, block, matches, unmeant)
        for (const [index, match] of reported.entries()) {
          const offer = isInside(reported, index) ? () => [] : offerFor
          tell(document, file, block, match, { ...options, offer }, knowledge)
        }
      }
      for (const [{ ruleId }, { block, match, count }] of unmeant) {
        const more = count > 1 ? `, nor near ${count - 1} more like it` : ''
        leaveAlone(
          file,
          { ...match, block, ruleId },
          {
            class: 'other-sense',
            evidence: `no word that would show the sense meant stands near${more}`,
          },
        )
      }
    }
  }
  const reports = (words: Words, options: TermOptions) =>
    matcherOf()(words).some(
      ({ value: { always, entry } }) =>
        always && levelOf(entry.term, entry.ruleId, options) !== 'off',
    )
  const rule: PackRule = Object.assign(plugin, { pack, ids, reports })
  return rule
}

function entryOf(pack: TermPack, term: Term, knowledge: Knowledge): Entry {
  return {
    term,
    ruleId: termId(pack, term),
    near: term.near && createCondition(term.near),
    unless: term.unless && createCondition(term.unless),
    note: once(() => noteOf(term, knowledge)),
  }
}

/** Works something out when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The wordings that may be offered for a term, the best first. */
export type Offer = (term: Term) => readonly Wording[]

/**
 * What some packs report together wherever it stands, whatever is near: the advice of a house style must
 * agree with itself across packs.
 */
export function reportedBy(
  packs: readonly { readonly pack: PackRule; readonly options: TermOptions }[],
): Reported {
  return (text) => {
    const words = wordsOf(text)
    return packs.some(({ pack, options }) => pack.reports(words, options))
  }
}

/** What is offered under some options: none of it is reported itself. */
export function offerOf(options: TermOptions, reported: Reported): Offer {
  const offers = new Map<Term, readonly Wording[]>()
  return (term) => {
    const known = offers.get(term)
    if (known) return known
    const offer = wordingsOf(term, options.viewpoints).filter(
      (wording) => !formsOf(wording).some(([, text]) => reported(text)),
    )
    offers.set(term, offer)
    return offer
  }
}

/** The phrases of a term. */
function phrasesOf(pack: TermPack, term: Term, knowledge: Knowledge): Phrase<Form>[] {
  const { status, forms = [], always = [], near, case: letters } = term
  if (status === 'retired') return []
  const entry = entryOf(pack, term, knowledge)
  const make = (wording: Wording, free: boolean) =>
    formsOf(wording).map(
      ([slot, text]): Phrase<Form> => ({
        text,
        exact: letters === 'exact',
        value: { entry, slot, always: free },
      }),
    )
  return [
    ...always.flatMap((wording) => make(wording, true)),
    ...forms.flatMap((wording) => make(wording, near === undefined)),
  ]
}

/** How severe a term is under some options: as set, or by whether anyone asked for avoids it. */
export function levelOf(term: Term, ruleId: string, options: TermOptions): Severity | 'off' {
  const set = options.levels?.[ruleId]
  if (set !== undefined) return set
  if (!isReported(term, options)) return 'off'
  if (term.status === 'trial') return 'suggestion'
  const wanted = options.severities?.[ruleId]
  return wanted ?? term.severity ?? (term.consensus ? 'warning' : 'suggestion')
}

/** A claim without evidence is reported whoever makes it; a wording, if a viewpoint avoids it. */
function isReported(term: Term, { viewpoints, evidence }: TermOptions): boolean {
  if (evidence === 'none') return true
  if (term.rule) return avoiding(term).length > 0
  return avoiding(term, viewpoints, evidence).length > 0
}

/** Where words of a term were first found in another sense than its own, and how often. */
interface Unmeant {
  readonly block: Block
  readonly match: Match<Form>
  readonly count: number
}

/**
 * The matches that count: their conditions hold, and no longer match of theirs covers them. The others are
 * noted as left alone, those that lack a cue once for the document.
 */
function chosen(
  document: Document,
  file: VFile,
  block: Block,
  matches: Match<Form>[],
  unmeant: Map<Entry, Unmeant>,
): Match<Form>[] {
  const holding: Match<Form>[] = []
  const lacking: Match<Form>[] = []
  for (const match of matches) {
    const { entry, always } = match.value
    if (entry.term.in && !entry.term.in.includes(block.kind)) continue
    const why = reasonToLeave(document, block, match)
    if (why) leaveAlone(file, { ...match, block, ruleId: entry.ruleId }, why)
    else if (always || !entry.near || entry.near(document, block, match) !== undefined) {
      holding.push(match)
    } else lacking.push(match)
  }
  for (const match of lacking) {
    const { entry } = match.value
    // What lies in words that are reported is not left alone.
    if ((lastUntil(holding, match.end - 1)?.end ?? 0) > match.start) continue
    const before = unmeant.get(entry)
    unmeant.set(entry, before ? { ...before, count: before.count + 1 } : { block, match, count: 1 })
  }
  return holding.filter(
    (match, index) => !neighbours(holding, index).some((other) => covers(other, match)),
  )
}

/** What in the text tells against words that were found: another sense, or an answer to what is asked. */
function reasonToLeave(
  document: Document,
  block: Block,
  match: Match<Form>,
): { class: QuietClass; evidence: string } | undefined {
  const { term, unless } = match.value.entry
  const cue = unless?.(document, block, match)
  if (cue !== undefined) return { class: 'other-sense', evidence: `near “${cue}”` }
  if (term.rule && isAnswered(term.rule, document, block, match)) {
    return { class: 'answered', evidence: 'the text gives its grounds near by' }
  }
  return undefined
}

/** No phrase is longer, in UTF-16 units: what is farther off cannot overlap. */
const LONGEST_MATCH = 300

/** The matches that may overlap the one at an index; all are in order of where they begin. */
function neighbours(matches: readonly Match<Form>[], index: number): Match<Form>[] {
  const match = matches[index]
  if (!match) return []
  let first = index
  while (first > 0 && (matches[first - 1]?.start ?? 0) > match.start - LONGEST_MATCH) first--
  let last = index + 1
  while (last < matches.length && (matches[last]?.start ?? 0) < match.end) last++
  return [...matches.slice(first, index), ...matches.slice(index + 1, last)]
}

/** Whether a match lies inside a longer one that is reported too: then only that offers a wording. */
function isInside(matches: readonly Match<Form>[], index: number): boolean {
  const match = matches[index]
  return neighbours(matches, index).some(
    (other) =>
      match !== undefined &&
      other.start <= match.start &&
      other.end >= match.end &&
      other.end - other.start > match.end - match.start,
  )
}

function covers(other: Match<Form>, match: Match<Form>): boolean {
  if (other.start > match.start || other.end < match.end) return false
  const { term } = match.value.entry
  if (other.value.entry.term === term) {
    return (
      other.end - other.start > match.end - match.start ||
      (other.value.always && !match.value.always)
    )
  }
  return other.value.entry.term.subsumes?.includes(term.id) ?? false
}

const OPENING = /[“"‘]/
const CLOSING = /[”"’]/

/** Found words take in the quotation marks around a part of them: “high-class” prostitutes. */
function withMarks(text: string, match: Match<Form>): Match<Form> {
  const inside = text.slice(match.start, match.end)
  const opens = OPENING.test(text.charAt(match.start - 1)) && /^[^“"‘]*[”"’]/.test(inside)
  const closes = CLOSING.test(text.charAt(match.end)) && /[“"‘][^”"’]*$/.test(inside)
  return {
    ...match,
    start: match.start - (opens ? 1 : 0),
    end: match.end + (closes && !opens ? 1 : 0),
  }
}

function tell(
  document: Document,
  file: VFile,
  block: Block,
  match: Match<Form>,
  options: TermOptions & { readonly offer: Offer },
  knowledge: Knowledge,
): void {
  const { entry, slot } = match.value
  const { term, ruleId } = entry
  const level = levelOf(term, ruleId, options)
  if (level === 'off') return
  const found = withMarks(block.text, match)
  const fitted = fit(document.words(block), found, slot, options.offer(term))
  const words = block.text.slice(found.start, found.end)
  tellFinding(file, document, term.contexts, {
    block,
    start: fitted.start,
    end: fitted.end,
    found,
    ruleId,
    severity: level,
    reason: reasonOf(term, words, fitted.expected, options.viewpoints, knowledge),
    note: entry.note(),
    expected: fitted.expected,
    url: urlOf(term, options.viewpoints, knowledge),
    fix: isUndisputed(term, options.viewpoints) ? fitted.expected[0] : undefined,
  })
}
