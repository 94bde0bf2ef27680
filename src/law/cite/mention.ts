/** Mentions of provisions: by number, by name, or by both together. */

import type { Block } from '../../blocks.ts'
import type { Document, Range } from '../../document.ts'
import type { Words } from '../../match/words.ts'
import { createSharedMatcher, type Matcher } from '../../match.ts'
import { holdsOfAny, type Query, remembered } from '../../remember.ts'
import { firstFrom } from '../../sorted.ts'
import type { JurisdictionId } from '../../types/law.ts'
import { type Entry, extentOf, type Registry, shortTitle } from '../registry.ts'
import type { Citation, CitationReader } from './citation.ts'
import { createJurisdictionReader } from './jurisdiction.ts'
import { over } from './over.ts'

/** A provision as a text mentions it: indices in `block.text`, end exclusive. */
export interface Mention {
  readonly block: Block
  /** The number and the name that belongs to it: "section 33A (keeping a brothel used for prostitution)". */
  readonly start: number
  readonly end: number
  /** The number, where there is one. */
  readonly citation?: Citation
  /** The name, where there is one, with all that it may stand for. */
  readonly name?: NamedProvision
  /** The entries it may mean: one of them, or, for a range of numbers, all. Empty: nothing is known. */
  readonly entries: readonly Entry[]
  readonly every: boolean
}

/** Reads the mentions in a block, in order of place. */
export type MentionReader = (document: Document, block: Block) => readonly Mention[]

/**
 * Makes a reader of mentions.
 *
 * A number without an Act is understood where the text is about the registry’s field; a name that several
 * provisions share keeps them all. `fallback` is whose law a text is about that does not say so.
 */
export function createMentionReader(
  registry: Registry,
  fallback: JurisdictionId,
  citations: CitationReader,
): MentionReader {
  const jurisdictions = createJurisdictionReader(registry)
  const names = createNameFinder(registry)
  const field = createFieldTest(registry)
  const sentences = new WeakMap<Range, ReadonlySet<string>>()

  const read = remembered((document, block): readonly Mention[] => {
    const mentions: Mention[] = []
    const { acts, citations: cited } = citations(document)(block)
    // "Human Trafficking" in the title of an Act names no offence.
    const named = names(document.words(block)).filter(
      (name) => (acts[firstFrom(acts, name.start + 1) - 1]?.end ?? 0) < name.end,
    )
    const used = new Set<NamedProvision>()
    for (const citation of cited) {
      const beside = nameBeside(block.text, citation, named)
      const name = beside && !isApart(citation, beside) ? beside : undefined
      if (name) used.add(name)
      const here = () => jurisdictions(document, block, citation.start)
      const entries = ofPlace(citation, resolve(document, citation, name), here, fallback)
      mentions.push(joined(block, citation, name, entries))
    }
    const cites = [...mentions]
    for (const name of named) {
      // "soliciting by kerb crawlers (s.51A)" is one mention.
      const beside = cites[firstFrom(cites, name.start + 1) - 1]
      if (used.has(name) || (beside?.name && beside.end >= name.end)) continue
      const here = () => jurisdictions(document, block, name.start)
      const entries = inForce(ofJurisdiction(name.entries, here, fallback))
      mentions.push({ block, start: name.start, end: name.end, name, entries, every: false })
    }
    return mentions.sort((a, b) => a.start - b.start)
  })

  /** "detain kerb crawlers under section 24A of PACE": a power, with the name of an offence beside it. */
  function isApart({ acts, place }: Citation, name: NamedProvision): boolean {
    const cited = acts.flatMap((act) => registry.entriesAt(act, place))
    const power = cited.every(({ provision }) => provision.mode === 'not-an-offence')
    return cited.length > 0 && power && !name.entries.some((entry) => cited.includes(entry))
  }

  /** What a citation may mean, as far as its Act, its name and the words around it tell. */
  function resolve(
    document: Document,
    citation: Citation,
    name?: NamedProvision,
  ): readonly Entry[] {
    const { acts, origin, place } = citation
    const byAct = acts.flatMap((act) => registry.entriesAt(act, place))
    const byName = byAct.filter((entry) => name?.entries.includes(entry))
    if (byName.length > 0) return byName
    // The name of an offence of another jurisdiction tells nothing beside a number of this one.
    const byLaw = (those: readonly Entry[]) => [
      ...those,
      ...(name?.entries ?? []).filter(({ law }) => those.some((one) => one.law === law)),
    ]
    if (origin === 'written') return byLaw(byAct)
    const byNumber = registry.entriesNumbered(place)
    const both = byNumber.filter((entry) => name?.entries.includes(entry))
    if (both.length > 0) return both
    if (byAct.length > 0) return byLaw(byAct)
    const meant = akin(document, citation, byNumber)
    return byLaw(meant)
  }

  /** The words of the sentence at an index, worked out once for all numbers in it. */
  function wordsAround(document: Document, block: Block, index: number): ReadonlySet<string> {
    const sentence = document.sentenceAt(block, index)
    const known = sentences.get(sentence)
    if (known) return known
    const words = new Set(content(block.text.slice(sentence.start, sentence.end)))
    sentences.set(sentence, words)
    return words
  }

  /** Entries of a bare number that the words around it speak of. */
  function akin(document: Document, citation: Citation, entries: readonly Entry[]): Entry[] {
    const { block, start, place } = citation
    if (entries.length === 0) return []
    const sentence = wordsAround(document, block, start)
    const scores = entries.map((entry) => score(entry, sentence))
    const best = Math.max(...scores)
    const likely = best > 0 ? entries.filter((_, at) => scores[at] === best) : [...entries]
    const distinctive = /[A-Z]$/.test(place.number)
    if (best === 0 && !distinctive) return []
    if (best > 0 && distinctive) return likely
    if (/^\d\d[A-Z]$/.test(place.number) && !namesActs(document)) return likely
    return field.block(document, block) || (distinctive && field.document(document)) ? likely : []
  }

  /** Whether a document names any Act: one that names none speaks of those that its readers know. */
  const namesActs = holdsOfAny((document, block) => citations(document)(block).acts.length > 0)

  return (document, block) =>
    names.mayMatch(document.words(block)) || citations(document)(block).citations.length > 0
      ? read(document, block)
      : NONE
}

const NONE: readonly Mention[] = []

function joined(
  block: Block,
  citation: Citation,
  name: NamedProvision | undefined,
  entries: readonly Entry[],
): Mention {
  const words = citation.count === 1 ? citation.phrase : citation
  const start = Math.min(words.start, name?.start ?? words.start)
  const end = Math.max(words.end, name?.end ?? words.end)
  const whole = closed(block.text, start, end)
  const every = citation.place.to !== undefined
  return { block, start, end: whole, citation, ...(name ? { name } : {}), entries, every }
}

/** Where a stretch of text ends, with a closing bracket behind it if the opening one is inside. */
export function closed(text: string, start: number, end: number): number {
  const inside = text.slice(start, end)
  const open = inside.split('(').length - inside.split(')').length
  const bracket = /^[”’"']?\)/.exec(text.slice(end, end + 2))
  return open > 0 && bracket ? end + bracket[0].length : end
}

function ofPlace(
  citation: Citation,
  entries: readonly Entry[],
  here: () => readonly JurisdictionId[],
  fallback: JurisdictionId,
): readonly Entry[] {
  const unique = [...new Set(entries)]
  if (citation.origin === 'written' || unique.length < 2) return unique
  return inForce(ofJurisdiction(unique, here, fallback))
}

/** The entries that are law where the text is about, or all if none is. */
function ofJurisdiction(
  entries: readonly Entry[],
  here: () => readonly JurisdictionId[],
  fallback: JurisdictionId,
): readonly Entry[] {
  const named = here()
  const wanted = named.length > 0 ? named : [fallback]
  return lawOf(entries, wanted)
}

function lawOf(entries: readonly Entry[], places: readonly JurisdictionId[]): readonly Entry[] {
  return entries.filter((entry) => extentOf(entry).some((one) => places.includes(one)))
}

/** The entries that are law in some places: those in force, or all if none is. */
export function lawIn(
  entries: readonly Entry[],
  places: readonly JurisdictionId[],
): readonly Entry[] {
  return inForce(lawOf(entries, places))
}

/** Those in force, or all if none is. */
function inForce(entries: readonly Entry[]): readonly Entry[] {
  const current = entries.filter((entry) => !entry.provision.repealed)
  return current.length > 0 ? current : entries
}

/** A provision as a text names it. */
export interface NamedProvision extends Range {
  readonly entries: readonly Entry[]
}

type NameFinder = ((words: Words) => NamedProvision[]) & Pick<Matcher<unknown>, 'mayMatch'>

function createNameFinder(registry: Registry): NameFinder {
  const byName = new Map<string, Entry[]>()
  for (const entry of registry.entries) {
    for (const name of namesOf(entry)) {
      const key = name.toLowerCase().replaceAll('-', ' ')
      byName.set(key, [...new Set([...(byName.get(key) ?? []), entry])])
    }
  }
  const matcher = createSharedMatcher('law/names', () =>
    [...byName].map(([text, value]) => ({ text, value })),
  )
  const find = (words: Words) => {
    const kept: NamedProvision[] = []
    for (const { start, end, value } of matcher(words)) {
      const before = kept.at(-1)
      if (before && start < before.end) {
        if (end - start > before.end - before.start) kept.pop()
        else continue
      }
      kept.push({ start, end, entries: value })
    }
    return kept
  }
  return Object.assign(find, { mayMatch: matcher.mayMatch })
}

/** The names of an entry: its title without brackets and "etc.", and its aliases. */
function namesOf({ provision }: Entry): string[] {
  const title = shortTitle(provision)
  const names = [title, ...(provision.aliases ?? [])].map((name) => name.replace(/\s+etc\.?$/, ''))
  return provision.mode === 'not-an-offence' ? names.slice(1) : [...new Set(names)]
}

const NAME_THEN_NUMBER =
  /^[”’"']?[\s,]*(?:[([]\s*)?(?:(?:offence|charge)\s+)?(?:(?:under|contrary to|in|of|by|at|see)\s*)?(?:the\s+)?$/i
const NAME_VERB_NUMBER =
  /^[”’"']?(?:\s+in\s+\p{Lu}\w+(?:\s+(?:and\s+)?\p{Lu}\w+){0,2})?\s+(?:(?:commits?|(?:is|are) guilty of)\s+(?:an\s+)?offences?\s+(?:under|contrary to)|(?:(?:is|are|remains?|constitutes?|can be|may be|must be|should be|will be)\s+(?:\w+ly\s+|still\s+|now\s+|often\s+|an?\s+)?(?:criminal\s+)?(?:(?:offences?|prosecuted|charged|dealt with|punished|punishable|covered|caught|found|created|contained|set out|prohibited|criminalised|illegal|unlawful)\s+)?(?:under|contrary to|by|in))|(?:stands|falls|comes|appears) (?:in|under|within)|ha(?:s|ve) been (?:an? )?(?:(?:criminal )?offence|crime|illegal|criminal) (?:since|under|by virtue of))\s+(?:the\s+)?$/iu
const NAME_BRACKET_NUMBER =
  /^[”’"']?(?:\s+(?!and\b|or\b|is\b|are\b|not\b|but\b)[\p{L}’-]+){0,4}\s*\(\s*$/iu
const NUMBER_THEN_NAME =
  /^\s*(?:(?:[([:–—,-]|of|is|for|deals with|covers|concerns|is about|criminalises|prohibits|punishes|outlaws|creates|contains|makes)\s*)?(?:the\s+)?(?:offences?\s+of\s+)?[“‘"']?$/i

/** "keeping and controlling are offences under section 33A and section 53": each name with its own number. */
function isStrung(text: string, name: Range, phrase: Range): boolean {
  return (
    /(?:,|\band|\bor)\s+$/i.test(text.slice(Math.max(0, name.start - 8), name.start)) &&
    /^\s*(?:,|and\b|or\b)\s*(?:ss?\.?|sections?|articles?)\s*\d/i.test(
      text.slice(phrase.end, phrase.end + 24),
    )
  )
}

/** "…, the duty to notify in section 52": a name with a number of its own. */
const NUMBERED = /^\s*(?:\(|in|under|of|contrary to|is in)\s*(?:ss?\.?|sections?|articles?)\s*\d/i

const LONGEST_NAME = 160
const FURTHEST = 40

/** "- Letting premises for use as a brothel: s.34 SOA 1956": all that a line says. */
const LABEL = /^\s*[:–—-]\s*$/

function isLabel(text: string, name: Range, phrase: Range): boolean {
  return (
    LABEL.test(text.slice(name.end, phrase.start)) &&
    /^\W*$/.test(text.slice(0, name.start)) &&
    /^[\s.;,)]*$/.test(text.slice(phrase.end))
  )
}

/** The name that belongs to a number: beside it, in brackets, or with "under" between. */
function nameBeside(
  text: string,
  citation: Citation,
  named: readonly NamedProvision[],
): NamedProvision | undefined {
  if (citation.count > 1 || citation.place.to !== undefined) return undefined
  const { start, end } = citation.phrase
  const nearest = named.slice(
    firstFrom(named, start - LONGEST_NAME),
    firstFrom(named, end + FURTHEST),
  )
  return nearest.find(
    (name) =>
      near(NAME_THEN_NUMBER, text, name.end, start) ||
      (near(NAME_VERB_NUMBER, text, name.end, start) && !isStrung(text, name, citation.phrase)) ||
      near(NAME_BRACKET_NUMBER, text, name.end, start) ||
      (near(NUMBER_THEN_NAME, text, end, name.start) && !NUMBERED.test(text.slice(name.end))) ||
      isLabel(text, name, citation.phrase) ||
      (name.start >= start && name.end <= end),
  )
}

function near(pattern: RegExp, text: string, start: number, end: number): boolean {
  return start <= end && end - start < FURTHEST && pattern.test(text.slice(start, end))
}

const SMALL = new Set(
  'with from that this those these under into used keeping person persons'.split(' '),
)

/** The words of a text that say what it is about, as stems. */
function content(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  return words.filter((word) => !SMALL.has(word)).map((word) => word.slice(0, 8))
}

const wordsOfNames = new WeakMap<Entry, ReadonlySet<string>>()

function score(entry: Entry, words: ReadonlySet<string>): number {
  const own = wordsOfNames.get(entry) ?? new Set(namesOf(entry).flatMap(content))
  wordsOfNames.set(entry, own)
  return [...own].filter((word) => words.has(word)).length
}

/** Whether a block, or the document, is about the field of the registry. */
interface FieldTest {
  block(document: Document, block: Block): boolean
  document(document: Document): boolean
}

function createFieldTest(registry: Registry): FieldTest {
  const subjects = new Set(registry.laws.flatMap((law) => law.subjects))
  const matcher = createSharedMatcher('law/subjects', () =>
    [...subjects].map((subject) => ({
      text: subject.replace('*', ''),
      open: subject.endsWith('*'),
      value: true,
    })),
  )
  const holds: Query<boolean> = (document, block) => matcher(document.words(block)).length > 0
  return {
    block: (document, block) =>
      [block, ...over(block, 'all')].some((other) => holds(document, other)),
    document: holdsOfAny(holds),
  }
}
