import type { Root } from 'nlcst'
import type { Plugin } from 'unified'
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
import { judged, type LeftAlone, type Look, pluginOf, type QuietClass, type Told } from './rule.ts'
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
  /** What the plugin does, without a file. */
  readonly look: (options: TermOptions) => Look
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
  const look = (options: TermOptions): Look => {
    const matcher = once(matcherOf)
    const isShown = ({ term, ruleId }: Entry) => levelOf(term, ruleId, options) !== 'off'
    const offerFor = offerOf(options, options.reported ?? reportedBy([{ pack: rule, options }]))
    const inBlock = (document: Document, block: Block): readonly Told[] => {
      const words = document.words(block)
      const find = matcher()
      if (!find.mayMatch(words)) return []
      const matches = find(words).filter(({ value }) => isShown(value.entry))
      if (matches.length === 0) return []
      const { holding, left } = chosen(document, block, matches)
      return [
        ...left,
        ...holding.flatMap((match, index) => {
          const offer = isInside(holding, index) ? () => [] : offerFor
          return tell(document, block, match, { ...options, offer }, knowledge) ?? []
        }),
      ]
    }
    return { in: () => [matcher()], inBlock }
  }
  const plugin: Plugin<[TermOptions?], Root> = (options = {}) => pluginOf(look(options))
  const reports = (words: Words, options: TermOptions) =>
    matcherOf()(words).some(
      ({ value: { always, entry } }) =>
        always && levelOf(entry.term, entry.ruleId, options) !== 'off',
    )
  const rule: PackRule = Object.assign(plugin, { pack, ids, look, reports })
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
type Offer = (term: Term) => readonly Wording[]

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

/**
 * The matches that count, whose conditions hold and which no longer match of theirs covers, and those that are left
 * alone. Of those that lack a cue the first of a term is noted with their number.
 */
function chosen(
  document: Document,
  block: Block,
  matches: Match<Form>[],
): { readonly holding: Match<Form>[]; readonly left: LeftAlone[] } {
  const holding: Match<Form>[] = []
  const lacking: Match<Form>[] = []
  const left: LeftAlone[] = []
  for (const match of matches) {
    const { entry, always } = match.value
    if (entry.term.in && !entry.term.in.includes(block.kind)) continue
    const why = reasonToLeave(document, block, match)
    if (why) left.push({ ...placeOf(block, match), ...why })
    else if (always || !entry.near || entry.near(document, block, match) !== undefined) {
      holding.push(match)
    } else lacking.push(match)
  }
  return {
    holding: holding.filter(
      (match, index) => !neighbours(holding, index).some((other) => covers(other, match)),
    ),
    left: [...left, ...unmeant(block, lacking, holding)],
  }
}

/** Words of terms that were found in another sense than theirs, once a term. */
function unmeant(
  block: Block,
  lacking: readonly Match<Form>[],
  holding: readonly Match<Form>[],
): Iterable<LeftAlone> {
  const found = new Map<Entry, LeftAlone>()
  for (const match of lacking) {
    const { entry } = match.value
    // What lies in words that are reported is not left alone.
    if ((lastUntil(holding, match.end - 1)?.end ?? 0) > match.start) continue
    const alike = (found.get(entry)?.alike ?? 0) + 1
    const first = found.get(entry) ?? {
      ...placeOf(block, match),
      class: 'other-sense',
      evidence: 'no word that would show the sense meant stands near',
    }
    found.set(entry, { ...first, alike })
  }
  return found.values()
}

function placeOf(block: Block, { start, end, value }: Match<Form>) {
  return { block, start, end, ruleId: value.entry.ruleId }
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
  block: Block,
  match: Match<Form>,
  options: TermOptions & { readonly offer: Offer },
  knowledge: Knowledge,
): Told | undefined {
  const { entry, slot } = match.value
  const { term, ruleId } = entry
  const level = levelOf(term, ruleId, options)
  if (level === 'off') return undefined
  const found = withMarks(block.text, match)
  const fitted = fit(document.words(block), found, slot, options.offer(term))
  const words = block.text.slice(found.start, found.end)
  return judged(document, term.contexts, {
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
