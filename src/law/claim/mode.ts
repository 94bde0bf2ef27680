/** Modes of trial as texts speak of them. */

import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import type { Words } from '../../match/words.ts'
import { createSharedMatcher, type Match } from '../../match.ts'
import { remembered } from '../../remember.ts'
import { inside } from '../../sorted.ts'
import type { JurisdictionId, Mode, ModeWords } from '../../types/law.ts'
import type { Entry, Registry } from '../registry.ts'
import type { Said } from '../sentence/listing.ts'
import type { Verdict } from './claim.ts'
import { confinedTo, possibleIn, type WordRange } from './confined.ts'

/** The grammatical place of a name for a mode of trial. */
type Slot = 'modifier' | 'predicate' | 'passive' | 'possible'

/** A mode of trial said of something: indices in `block.text`, end exclusive. */
export interface SaidMode extends Said {
  readonly slot: Slot
  /** What it means in each jurisdiction that speaks so. */
  readonly meanings: ReadonlyMap<JurisdictionId, Pick<ModeWords, 'covers' | 'name'>>
}

type Place = Pick<SaidMode, 'start' | 'end' | 'phrase' | 'slot' | 'ofKind' | 'inclusive'>

/** Finds what a block says of modes of trial. */
type ModeReader = (document: Document, block: Block) => readonly SaidMode[]

interface Form {
  readonly slot: (typeof SLOTS)[number]
  readonly meanings: Map<JurisdictionId, ModeWords>
}

const NONE: readonly SaidMode[] = []

const SLOTS = ['modifier', 'predicate', 'passive', 'only', 'tabular'] as const

/** Makes a reader of modes of trial with the vocabulary of a registry. */
export function createModeReader(registry: Registry): ModeReader {
  const forms = formsOf(registry)
  const matcher = createSharedMatcher('law/modes', () =>
    [...forms.values()].map(({ text, form }) => ({ text, value: form })),
  )
  const trying = createSharedMatcher('law/trying', () =>
    [...new Set(registry.laws.flatMap(({ vocabulary }) => vocabulary.trying ?? []))].map(
      (text) => ({ text, value: 'trying' as const }),
    ),
  )
  const bars = createSharedMatcher('law/mode-bars', () =>
    registry.laws.flatMap(({ vocabulary }) => barsIn(vocabulary.modes ?? [])),
  )
  const heads = new Set(
    registry.laws.flatMap(({ vocabulary }) => (vocabulary.heads ?? []).map(comparable)),
  )
  const nouns = new Set(registry.laws.flatMap(({ vocabulary }) => vocabulary.nouns ?? []))
  const known = remembered(read)
  return (document, block) =>
    matcher.mayMatch(document.words(block)) ? known(document, block) : NONE

  function read(document: Document, block: Block): SaidMode[] {
    const words = document.words(block)
    const matches = matcher(words)
    if (matches.length === 0) return []
    const tried = trying(words)
    const verbs = {
      byEnd: new Map(tried.map((verb) => [verb.last, verb])),
      starts: new Set(tried.map(({ first }) => first)),
    }
    const found: SaidMode[] = []
    for (const form of matches) {
      const where = placed(block, words, form, verbs) ?? possible(words, form, verbs.byEnd)
      if (!where) continue
      const meanings = where.slot === 'possible' ? possibleOf(form.value) : form.value.meanings
      if (where.slot === 'possible' && isBarred(document, block, where.start, meanings)) continue
      const key = [...meanings.values()].map(({ name }) => name).join()
      const said = { block, meanings, key, ...where }
      const before = found.at(-1)
      if (!before || said.start >= before.end) found.push(said)
      else if (fuller(said, before)) found[found.length - 1] = said
    }
    return found
  }

  /** Whether some words of a sentence make what it says of a venue another matter. */
  function isBarred(
    document: Document,
    block: Block,
    index: number,
    meanings: SaidMode['meanings'],
  ): boolean {
    const those: readonly unknown[] = [...meanings.values()]
    const found = inside(bars(document.words(block)), document.sentenceAt(block, index))
    return found.some(({ value }) => those.includes(value))
  }

  /** Where some words say that a trial is possible in a venue. */
  function possible(
    words: Words,
    { value, first, last }: Match<Form>,
    verbs: ReadonlyMap<number, WordRange>,
  ): Place | undefined {
    const all = value.slot === 'only' && possibleIn(words, { first, last }, verbs)
    if (!all) return undefined
    const whole = { start: words.starts[all.first] ?? 0, end: words.ends[all.last - 1] ?? 0 }
    return { ...whole, phrase: whole, slot: 'possible', inclusive: true }
  }

  /** The stretch and the slot in which some words name a mode of trial, if they do. */
  function placed(
    block: Block,
    words: Words,
    { value, start, end, first, last }: Match<Form>,
    verbs: { byEnd: ReadonlyMap<number, WordRange>; starts: ReadonlySet<number> },
  ): Place | undefined {
    const { slot } = value
    if (slot === 'only') {
      const all = confinedTo(words, { first, last }, verbs.byEnd)
      if (!all) return undefined
      const whole = { start: words.starts[all.first] ?? 0, end: words.ends[all.last - 1] ?? 0 }
      return { ...whole, phrase: whole, slot: all.passive ? 'passive' : 'predicate' }
    }
    const whole = { start, end }
    if (slot === 'tabular') {
      return isAnswer(block, whole, heads)
        ? { ...whole, phrase: whole, slot: 'predicate' }
        : undefined
    }
    if (slot === 'modifier') {
      const noun = nounAfter(words, last, nouns)
      const ofKind = noun !== undefined && isOfKind(block.text, start, noun)
      return noun ? { ...whole, phrase: { start, end: noun }, slot, ofKind } : undefined
    }
    if (slot === 'passive' && isOccasional(words, first)) return undefined
    const verb = verbs.starts.has(first) || verbs.starts.has(first + 1)
    return slot === 'passive' || verb || predicative(block, words, first, end)
      ? { ...whole, phrase: whole, slot }
      : undefined
  }
}

const PREPOSITION = '(?:for|to|with|from|than|by|about)'
const ALL = new RegExp(`\\b${PREPOSITION}\\s+(?:(?:all|other|the|any|most|only)\\s+)?$`, 'i')
const ONE = new RegExp(`(?<!\\bamount(?:s|ing)?\\s)\\b${PREPOSITION}\\s+an?(?:other)?\\s+$`, 'i')

/** "is for summary offences", "linked to an indictable offence": of a kind, and no subject’s kind. */
function isOfKind(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  return (text.slice(start, end).endsWith('s') && ALL.test(before)) || ONE.test(before)
}

/** What the words of a venue mean where they only say that a trial is possible there. */
function possibleOf({ meanings }: Form): SaidMode['meanings'] {
  return new Map(
    [...meanings].flatMap(([id, words]) => (words.possible ? [[id, words.possible]] : [])),
  )
}

/** The words that make a trial in a venue another matter: "appeal". */
function barsIn(modes: readonly ModeWords[]) {
  return modes
    .flatMap(({ possible }) => possible ?? [])
    .flatMap((value) => (value.unless ?? []).map((text) => ({ text, value })))
}

const OFTEN = new Set(
  'often usually normally generally sometimes frequently commonly mostly typically probably'.split(
    ' ',
  ),
)
const MAY = new Set(['may', 'might', 'can', 'could'])

/** "will often stay in the magistrates’ court", "may stay": said of some cases. */
function isOccasional({ keys }: Words, first: number): boolean {
  const before = keys[first - 1] ?? ''
  return OFTEN.has(before) || (MAY.has(before) && keys[first] === 'stay')
}

const COLON_BEFORE = /([^.;:|\n]{1,40})[:–—-]\s*$/

/** Whether words are all that stands under a head, or behind it and a colon: "Mode of trial: summary". */
function isAnswer(
  { kind, text, columnHeader, rowHeader }: Block,
  { start, end }: Range,
  heads: ReadonlySet<string>,
): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  if (!/^\s*(?:[.;|\n]|$)/.test(text.slice(end))) return false
  const label = COLON_BEFORE.exec(before)?.[1]
  // "Keeping a brothel (s.33A): summary"
  if (label) return heads.has(comparable(label)) || /\d/.test(label)
  const over = kind === 'cell' ? [columnHeader, rowHeader] : []
  return before.trim() === '' && over.some((head) => head && heads.has(comparable(head.text)))
}

function comparable(words: string): string {
  return words
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** Of two readings of the same words the longer, and with a noun rather than without. */
function fuller(one: SaidMode, other: SaidMode): boolean {
  const more = one.end - one.start - (other.end - other.start)
  return more > 0 || (more === 0 && one.phrase.end > other.phrase.end)
}

function formsOf(registry: Registry): Map<string, { text: string; form: Form }> {
  const forms = new Map<string, { text: string; form: Form }>()
  for (const { jurisdiction, vocabulary } of registry.laws) {
    for (const words of vocabulary.modes ?? []) {
      for (const slot of SLOTS) {
        for (const text of words[slot] ?? []) {
          const known = forms.get(`${slot} ${text}`)
          const form = known?.form ?? { slot, meanings: new Map() }
          form.meanings.set(jurisdiction, words)
          forms.set(`${slot} ${text}`, { text, form })
        }
      }
    }
  }
  return forms
}

/** Words that end a noun phrase: no noun behind them belongs to the word before. */
const CLOSING = new Set(
  'a an the of for in on at by to from under with and or but is are was were be been may can must that which who conviction trial'.split(
    ' ',
  ),
)
const MOST_BETWEEN = 2

/** Where the noun ends that a modifier stands before, with at most two words between. */
function nounAfter(words: Words, next: number, nouns: ReadonlySet<string>): number | undefined {
  for (let at = next; at <= next + MOST_BETWEEN; at++) {
    const key = words.keys[at]
    const gap = words.text.slice(words.ends[at - 1], words.starts[at])
    if (key === undefined || !/^[\s‐‑-]*$/.test(gap)) return undefined
    if (nouns.has(key)) return words.ends[at]
    if (CLOSING.has(key)) return undefined
  }
  return undefined
}

const LINK =
  /(?:\b(?:is|are|was|were|be|been|being|remains?|became|becomes?|made|as|both|all|only|either|not|also|or|and|now|still|always|therefore|is:)|[’']s|[(:;,–—|/-]|^)\s*[“‘"']?\s*$/i
const STOP =
  /^\s*["”’']?\s*(?:[).,;:?–—|/-]|$|and\b|or\b|but\b|so\b|in\b|under\b|because\b|since\b|as\b|with\b|where\b|if\b|unless\b|not\b|rather\b|when\b|while\b|whereas\b|depending\b|at\b|for\b|which\b|too\b|\()/i

/** "Mode of trial: summary only" in a line of its own. */
const LABELLED_LINE = /(?:^|\n)[^\n:]{1,36}:\s*$/
const ENDS_LINE = /^[^\S\n]*\n/

/** Whether a name stands where something is said of a subject: "Either way, …" does not. */
function predicative(block: Block, words: Words, first: number, end: number): boolean {
  const start = words.starts[first] ?? 0
  const before = block.text.slice(Math.max(0, start - 40), start)
  const after = block.text.slice(end, end + 20)
  if (/\b(?:a|an|the)\s+$/i.test(before) || !LINK.test(before)) return false
  if (ENDS_LINE.test(after) && LABELLED_LINE.test(before)) return true
  const opens = before.trim() === '' || /[.!?]\s*$/.test(before)
  return STOP.test(after) && !(opens && after.startsWith(','))
}

/** The words of a jurisdiction for a mode that can stand in the place of others. */
export function wordsInPlace(words: ModeWords | undefined, { slot }: SaidMode): string | undefined {
  return slot === 'possible' ? undefined : words?.[slot]?.[0]
}

/**
 * Compares a mode of trial with an entry. Incomplete: it is right for some forms of the offence only.
 * Unknown: the entry has no established mode, or its jurisdiction does not speak so.
 */
export function compareMode(said: SaidMode, { provision, law }: Entry): Verdict {
  const claimed = said.meanings.get(law.jurisdiction)?.covers
  if (!claimed) return 'unknown'
  const modes = provision.forms?.map((form) => form.mode) ?? modeOf(provision.mode)
  const right = modes.filter((mode) => claimed.includes(mode)).length
  if (modes.length === 0) return 'unknown'
  return right === modes.length ? 'right' : right === 0 ? 'wrong' : 'incomplete'
}

function modeOf(mode: Entry['provision']['mode']): Mode[] {
  return mode === 'mixed' || mode === 'not-an-offence' || mode === 'unknown' ? [] : [mode]
}
