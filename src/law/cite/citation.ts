/** Citations of the law in a document: each place with the Act it stands in. */

import type { Block } from '../../blocks.ts'
import type { Document, Range, Run } from '../../document.ts'
import {
  aside,
  asked,
  isSameList,
  isSameMap,
  ofDocument,
  remembered,
  rememberedByRun,
  steady,
} from '../../remember.ts'
import { firstFrom } from '../../sorted.ts'
import type { Registry } from '../registry.ts'
import { type ActFinder, type ActName, createActFinder } from './act-name.ts'
import { over, rowOf } from './over.ts'
import { placesIn, type WrittenPlace } from './place.ts'

/** How the Act of a citation is known: written beside it, carried from words before it, or not at all. */
type ActOrigin = 'written' | 'carried' | 'unknown'

/** One place in an Act as a text cites it: indices in `block.text`, end exclusive. */
export interface Citation {
  readonly block: Block
  /** The words of this place alone: "Section 33A", or "34" in a list. */
  readonly start: number
  readonly end: number
  /** All that belongs together: "sections 33 and 34 of the Sexual Offences Act 1956". */
  readonly phrase: Range
  /** How many places the phrase cites. */
  readonly count: number
  readonly place: Omit<WrittenPlace, 'start' | 'end'>
  /** The Acts it may stand in, by id; empty for one that is not in the registry or not known. */
  readonly acts: readonly string[]
  readonly origin: ActOrigin
}

/** The Acts named in a block and the places cited in it. */
interface BlockCitations {
  readonly acts: readonly ActName[]
  readonly citations: readonly Citation[]
}

const NONE: BlockCitations = { acts: [], citations: [] }

/** Reads citations of any document, with the Acts of one registry. */
export type CitationReader = (document: Document) => (block: Block) => BlockCitations

/**
 * Makes a reader of citations. A document is read once, from top to bottom, however often it is asked, and of one that
 * has changed only the blocks that are new, or to which something else is carried.
 */
export function createCitationReader(registry: Registry): CitationReader {
  const find = createActFinder(registry.acts)
  const memories = ofDocument(
    (): Memory => ({ defined: new Map(), last: new Map(), latest: NO_ACTS, starts: new Map() }),
  )
  const definedBefore = steady((document) => memories(document).defined, isSameNames)
  const defined = asked(
    (document) => memories(document).defined,
    (document, run) => memories(document).starts.get(run)?.defined,
  )
  const latest = asked(
    (document) => memories(document).latest,
    (document, run) => memories(document).starts.get(run)?.latest,
  )
  const last = asked((document, block) => memories(document).last.get(block))
  const read = remembered((document, block) =>
    readBlock(document, block, registry, find, {
      defined: () => defined(document, block),
      last: (other) => last(document, other),
      latest: () => latest(document, block),
    }),
  )
  const readRun = rememberedByRun((document, run): RunCitations => {
    const memory = aside(() => memories(document))
    const found = new Map<Block, BlockCitations>()
    const own = new Map<string, readonly string[]>()
    const named = new Map<Block, readonly string[]>()
    for (const block of run) {
      memory.defined = aside(() => definedBefore(document, block))
      const there = read(document, block)
      if (there.acts.length + there.citations.length > 0) found.set(block, there)
      if (there.own.size > 0) memory.defined = new Map([...memory.defined, ...there.own])
      for (const [name, acts] of there.own) own.set(name, acts)
      const acts = there.acts.findLast((name) => name.acts.length > 0)?.acts
      if (acts) carryOn(memory, block, acts)
      if (acts) named.set(block, acts)
    }
    return { citations: found, own, named }
  })
  const readAll = ofDocument(
    (document): ReadonlyMap<Run, RunCitations> => {
      const memory = memories(document)
      const found = new Map<Run, RunCitations>()
      for (const run of document.runs) {
        const [first] = run
        if (first) memory.defined = definedBefore(document, first)
        const { defined, latest } = memory
        memory.starts.set(run, { defined, latest })
        const there = readRun(document, run)
        found.set(run, there)
        memory.defined = there.own.size > 0 ? new Map([...defined, ...there.own]) : defined
        for (const [block, acts] of there.named) carryOn(memory, block, acts)
      }
      return found
    },
    (one, other) => isSameList([...one.values()], [...other.values()]),
  )
  const all = ofDocument((document) => {
    const runs = [...readAll(document).values()]
    return new Map(runs.flatMap(({ citations }) => [...citations]))
  }, isSameMap)
  const citationsIn = asked(
    (document, block) => all(document).get(block) ?? NONE,
    (document, run) => readAll(document).get(run),
  )
  return (document) => (block) => citationsIn(document, block)
}

/** Names of a document’s own, with the Acts that they stand for. */
type Names = ReadonlyMap<string, readonly string[]>

function isSameNames(ones: Names, others: Names): boolean {
  return (
    ones.size === others.size &&
    [...ones].every(([name, acts]) => others.get(name)?.join() === acts.join())
  )
}

const NO_ACTS: readonly string[] = []

/** Acts as lists that are the same whenever they hold the same. */
const lists = new Map<string, readonly string[]>()

function carryOn(memory: Memory, block: Block, acts: readonly string[]): void {
  const key = acts.join()
  memory.latest = lists.get(key) ?? acts
  lists.set(key, memory.latest)
  memory.last.set(block, memory.latest)
}

/** What is carried from block to block. */
interface Memory {
  defined: Names
  /** The Act named last, for each block that names one; several if it may be either. */
  readonly last: Map<Block, readonly string[]>
  /** The Act named last in the document; empty if none is. */
  latest: readonly string[]
  /** What was carried to each run of blocks. */
  readonly starts: Map<Run, { readonly defined: Names; readonly latest: readonly string[] }>
}

/** What was carried to a block. */
interface Carried {
  defined(): Names
  last(block: Block): readonly string[] | undefined
  latest(): readonly string[]
}

/** What a block is read with: what was carried to it, and what it has defined so far. */
interface Reading extends Carried {
  readonly own: Map<string, readonly string[]>
}

/** What a run of blocks cites, defines and names. */
interface RunCitations {
  readonly citations: ReadonlyMap<Block, BlockCitations>
  readonly own: Names
  /** The Act named last in each block that names one. */
  readonly named: ReadonlyMap<Block, readonly string[]>
}

function readBlock(
  document: Document,
  block: Block,
  registry: Registry,
  find: ActFinder,
  carried: Carried,
): BlockCitations & { readonly own: Names } {
  const own = new Map<string, readonly string[]>()
  const defined = () => (own.size > 0 ? new Map([...carried.defined(), ...own]) : carried.defined())
  const memory: Reading = { ...carried, defined, own }
  const groups = placesOf(block)
  const acts = namesIn(block, find, memory)
  const row = groups.length > 0 ? actOfRow(document, block, find, memory) : undefined
  const attached = attach(block.text, groups, acts)
  const elsewhere = (place: WrittenPlace): Pick<Citation, 'acts' | 'origin'> => {
    if (row) return { acts: row.acts, origin: 'written' }
    const carried = carry(block, place, acts, registry, memory)
    return { acts: carried, origin: carried.length > 0 ? 'carried' : 'unknown' }
  }
  const citations = groups.flatMap((group, at) =>
    group.map((place) => citationOf(block, group, place, attached[at], elsewhere)),
  )
  return { acts, citations, own }
}

/** The Act that another cell of the row names and does nothing else, if one does. */
function actOfRow(
  document: Document,
  block: Block,
  find: ActFinder,
  memory: Reading,
): ActName | undefined {
  const [only, ...others] = rowOf(document, block).flatMap(({ text }) =>
    find(text, memory.defined).filter(
      ({ start, end, back }) =>
        !back && /^\W*(?:the\s+)?$/i.test(text.slice(0, start)) && /^\W*$/.test(text.slice(end)),
    ),
  )
  return others.length === 0 ? only : undefined
}

const UNIT_HEAD = /^\s*(sections?|articles?|s\.?|art\.?)\s*$/i

/** The places in a block. In a column headed "Section" a number alone is one. */
function placesOf({ text, kind, columnHeader }: Block): WrittenPlace[][] {
  const unit = kind === 'cell' && columnHeader && UNIT_HEAD.exec(columnHeader.text)?.[1]
  if (!unit || !/^\s*\d/.test(text)) return placesIn(text)
  const head = `${unit} `
  return placesIn(head + text.trimStart()).map((group) =>
    group.map((place) => ({
      ...place,
      start: Math.max(0, place.start - head.length),
      end: place.end - head.length,
    })),
  )
}

/** How many names of Acts are looked back at within a block. */
const FURTHEST = 12

/** The names of Acts in a block, each in the light of those before it. */
function namesIn(block: Block, find: ActFinder, memory: Reading): ActName[] {
  const names: ActName[] = []
  for (const name of find(block.text, memory.defined)) {
    const full = meant(name, names.slice(-FURTHEST).reverse(), block, memory)
    define(block.text, full, memory)
    names.push(full)
  }
  return names
}

/** "that Act" is the Act named before; "the 2003 Act" the last one of that year, if there was one. */
function meant(name: ActName, inBlock: readonly ActName[], block: Block, memory: Reading): ActName {
  if (!name.back) return name
  const own = name.year && memory.defined().get(`${name.year} Act`)
  if (own) return { ...name, acts: own }
  const before = [...inBlock.map(({ acts }) => acts), ...actsAround(block, memory)].filter(
    (acts) => acts.length > 0,
  )
  const same = before.find(
    (acts) => name.year === undefined || acts.some((id) => name.acts.includes(id)),
  )
  if (!same) return name
  const acts = name.acts.length > 0 ? same.filter((id) => name.acts.includes(id)) : same
  return { ...name, acts }
}

/** The Acts named nearest before a block, by what the block belongs to and then by reading order. */
function* actsAround(block: Block, memory: Carried): Generator<readonly string[]> {
  for (const other of over(block, 'all')) {
    const acts = memory.last(other)
    if (acts) yield acts
    if (other.introduction) {
      const above = memory.last(other.introduction)
      if (above) yield above
    }
  }
  yield memory.latest()
}

const DEFINITION =
  /^\s*(?:\((?:c\.?|asp)\s*\d+\)\s*)?\(\s*(?:(?:hereafter|hereinafter|from now on|below|referred to(?: here)? as|known as|called)[\s,:]*)?["“”'‘’]?(?:the\s+)?([\p{L}\p{N}][\p{L}\p{N}()&’' -]{1,59}?)["“”'‘’]?\s*\)/u

/** Sexual Offences Act 2003 (“the 2003 Act”): a name of the document’s own. */
function define(text: string, name: ActName, { own: names }: Reading): void {
  const own = DEFINITION.exec(text.slice(name.end, name.end + 120))?.[1]
  if (!own || name.acts.length === 0) return
  if (/\b(?:Act|Order|Convention)$/.test(own) || /[A-Z].*[A-Z]/.test(own)) {
    names.set(own, name.acts)
  }
}

/** What stands at the same place of `groups`: the Act written beside it, or `foreign` for another document. */
type Attached = ActName | 'foreign' | undefined

const AFTER =
  /^\s*(?:\([^()]{0,120}\)\s*)?(?:(?:offences?|charges?)\s+)?(?:,\s*)?(?:(?:of|in|into|under|to|from)\s*)?(?:,\s*)?(?:the\s+)?[“"‘'([]?$/i
const OF = /\b(?:of|in|to|under)\b/i
const BEFORE = /^\s*(?:\([^()]{0,40}\)\s*)?(?:[,:;(–—-]\s*)?(?:(?:at|in|by|under)\s*)?$/i
const SHARED =
  /^\s*(?:\([^()]{0,120}\)\s*)?(?:(?:of|to|in|under)\s*)?(?:,(?:\s*(?:and|or|as well as|together with))?|and\/or|and|or|as well as|together with|&|\/)\s*$/i
const ELSEWHERE =
  /^\s*(?:\([^()]{0,120}\)\s*)?(?:of\s+(?:the|this|our|its|these|those|that|his|her|their)\s+(?!said\b)|of\s+[A-Z]|above\b|below\b|overleaf\b|[A-Z]{2,}\b)/

function attach(
  text: string,
  groups: readonly WrittenPlace[][],
  acts: readonly ActName[],
): Attached[] {
  const ends = groups.map((group) => bounds(group))
  // "Act, s.1; Act, s.2" or "s.1 Act, s.2 Act": whoever begins with the Act goes on so.
  const actFirst = (acts[0]?.start ?? 0) < (ends[0]?.start ?? 0)
  const attached = ends.map((group): Attached => {
    const next = firstFrom(acts, group.end)
    const after = acts[next]
    const before = acts[firstFrom(acts, group.start) - 1]
    const follows = after !== undefined && joins(AFTER, text, group.end, after.start)
    const precedes =
      before !== undefined &&
      joins(BEFORE, text, before.end, group.start) &&
      (actFirst || !/[,;]/.test(text.slice(before.end, group.start)))
    if (follows && precedes) {
      const written = OF.test(text.slice(group.end, after.start))
      return actFirst && !written ? before : after
    }
    return follows ? after : precedes ? before : undefined
  })
  for (let at = groups.length - 2; at >= 0; at--) {
    const [here, next] = [ends[at], ends[at + 1]]
    const shared = here && next && joins(SHARED, text, here.end, next.start)
    attached[at] ??= shared ? attached[at + 1] : undefined
  }
  for (const [at, group] of ends.entries()) {
    const [before, previous] = [attached[at - 1], ends[at - 1]]
    const shared = previous && joins(SHARED, text, previous.end, group.start)
    if (!attached[at] && shared && before && before !== 'foreign') attached[at] = before
    const after = text.slice(group.end, group.end + 140)
    if (!attached[at] && ELSEWHERE.test(after)) attached[at] = 'foreign'
  }
  return attached
}

const LONGEST_JOINT = 140

function joins(pattern: RegExp, text: string, start: number, end: number): boolean {
  return end - start < LONGEST_JOINT && end >= start && pattern.test(text.slice(start, end))
}

function bounds(group: readonly WrittenPlace[]): Range {
  return { start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 }
}

function citationOf(
  block: Block,
  group: readonly WrittenPlace[],
  written: WrittenPlace,
  attached: Attached,
  elsewhere: (place: WrittenPlace) => Pick<Citation, 'acts' | 'origin'>,
): Citation {
  const { start, end, ...place } = written
  const own = bounds(group)
  const base = { block, start, end, count: group.length, place }
  if (attached === 'foreign') return { ...base, phrase: own, acts: [], origin: 'written' }
  if (attached) {
    const phrase = {
      start: Math.min(own.start, attached.start),
      end: Math.max(own.end, attached.end),
    }
    return { ...base, phrase, acts: attached.acts, origin: 'written' }
  }
  return { ...base, phrase: own, ...elsewhere(written) }
}

/** The nearest Act named before that has such a place, as far as the registry knows. */
function carry(
  block: Block,
  place: WrittenPlace,
  acts: readonly ActName[],
  registry: Registry,
  memory: Carried,
): readonly string[] {
  const before = firstFrom(acts, place.start)
  const inBlock = acts.slice(Math.max(0, before - FURTHEST), before).reverse()
  for (const named of [...inBlock.map(({ acts }) => acts), ...actsAround(block, memory)]) {
    const those = named.filter((id) => registry.entriesAt(id, place).length > 0)
    if (those.length > 0) return those
  }
  // "… under section 52 … (Sexual Offences Act 2003)", where no Act is named before.
  const next = memory.latest().length > 0 ? undefined : acts[before]
  const gap = next && acts.length === 1 ? block.text.slice(place.end, next.start) : '.'
  const behind = next && /^[^.;]{0,160}\($/.test(gap) ? next.acts : []
  return behind.filter((id) => registry.entriesAt(id, place).length > 0)
}
