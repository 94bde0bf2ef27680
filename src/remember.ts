/**
 * Remembers what was worked out of a block, or of a run of blocks, together with what was asked about the rest of its
 * document, so that a text that changes in one place is worked out again only where an answer is another.
 *
 * A block that is met again is the same object (see `recent.ts`), with all that it belongs to: headings, introduction,
 * heads of row and column; and so is a run of blocks. What else a document is asked (`asked`, and whatever `Document`
 * tells of other blocks) is written down while something is worked out, and asked again before it is taken from
 * memory. So nothing has to say what it depends on, and what asks more than it needs is slower, never wrong. One thing
 * has to be kept: whatever follows from more than a block is kept from one time to the next by this file alone.
 */

import type { Block } from './blocks.ts'
import type { Chapter, Document, Run } from './document.ts'
import type { Matcher } from './match.ts'
import { checkTime } from './timeout.ts'

/** What follows from a document for one of its blocks or runs. Of answers that are equal one is given always, if that can be had. */
export type Query<Answer, About extends object = Block> = (
  document: Document,
  about: About,
) => Answer

/** What follows from a document as a whole. */
type Fact = (document: Document) => unknown

/** A fact that was used, and what it was. */
interface Used {
  readonly fact: Fact
  value: unknown
}

/** A query that was asked, and what the answer was. */
interface Asked {
  readonly query: object
  readonly about: object
  readonly again: (document: Document) => unknown
  readonly answer: unknown
  /** Facts that the answer follows from, with what it is about. Absent if it follows from more. */
  readonly from?: readonly Used[] | undefined
  /** The answer is the block next to the one that it is about. */
  readonly isNext?: boolean
  /** For all blocks of a run the answers follow from the run and the answer to this. */
  readonly byRun?: Query<unknown, Run> | undefined
}

/** What is asked while something is worked out that is to be remembered. */
interface Work {
  asked: Asked[]
  /** Facts that it has used itself. */
  readonly facts: Used[]
}

let work: Work | undefined

function newWork(): Work {
  return { asked: [], facts: [] }
}

/** Does something within some work, or, without one, aside: what it asks is nobody’s. */
function within<Value>(own: Work | undefined, make: () => Value): Value {
  const outer = work
  work = own
  try {
    return make()
  } finally {
    work = outer
  }
}

/** Does something of which nothing is written down for what is being worked out, which knows what it does. */
export function aside<Value>(make: () => Value): Value {
  return within(undefined, make)
}

/** Writes down that a block was asked for something by which it is placed. */
export function note<Answer>(query: Query<Answer>, about: Block, answer: Answer): void {
  if (!work) return
  const isNext = typeof answer === 'object'
  work.asked.push({
    query,
    about,
    again: (document) => query(document, about),
    answer,
    isNext,
  })
}

/** Writes down that a fact was used. */
export function noteFact(fact: Fact, value: unknown): void {
  if (work) addFact(work.facts, fact, value)
}

/** Adds a fact to others; there are few. */
function addFact(all: Used[], fact: Fact, value: unknown): void {
  for (const one of all) if (one.fact === fact) return
  all.push({ fact, value })
}

/**
 * Makes a query one that is asked: who asks is worked out again when its answer is another, and not otherwise. `byRun`
 * tells what, besides a run, the answers for all its blocks follow from, where that is less than to ask for each.
 */
export function asked<Answer, About extends object = Block>(
  query: Query<Answer, About>,
  byRun?: Query<unknown, Run>,
): Query<Answer, About> {
  return (document, about) => {
    if (!work) return query(document, about)
    const own = newWork()
    const again = (other: Document) => query(other, about)
    const outer = work
    work = own
    try {
      const answer = query(document, about)
      const from = own.asked.length === 0 ? own.facts : undefined
      outer.asked.push({ query, about, again, answer, from, byRun })
      return answer
    } finally {
      work = outer
    }
  }
}

/** Works something out once for each document; if it is equal to what the latest document had, it is the same. */
export function ofDocument<Value>(
  make: (document: Document) => Value,
  isEqual?: (one: Value, other: Value) => boolean,
): (document: Document) => Value {
  const known = new WeakMap<Document, { readonly value: Value }>()
  let latest: { readonly number: number; readonly value: Value } | undefined
  const fact = (document: Document): Value => {
    const { number } = document
    if (latest?.number === number) return latest.value
    const there = known.get(document) ?? { value: within(undefined, () => make(document)) }
    const value = latest && isEqual?.(latest.value, there.value) ? latest.value : there.value
    known.set(document, { value })
    latest = { number, value }
    return value
  }
  return (document) => {
    const value = fact(document)
    noteFact(fact, value)
    return value
  }
}

/** Whether two lists have the same items. */
export function isSameList(ones: readonly unknown[], others: readonly unknown[]): boolean {
  return ones.length === others.length && ones.every((one, at) => one === others[at])
}

/** Whether two maps have the same entries. */
export function isSameMap<Key, Value>(
  one: ReadonlyMap<Key, Value>,
  other: ReadonlyMap<Key, Value>,
): boolean {
  if (one.size !== other.size) return false
  for (const [key, value] of one) if (other.get(key) !== value) return false
  return true
}

/** Whether two sets have the same members. */
export function isSameSet<Member>(one: ReadonlySet<Member>, other: ReadonlySet<Member>): boolean {
  if (one.size !== other.size) return false
  for (const member of one) if (!other.has(member)) return false
  return true
}

/** Works something out once for the text of each block. */
export function ofText<Value>(make: (text: string) => Value): (block: Block) => Value {
  const known = new WeakMap<Block, { readonly value: Value }>()
  return (block) => {
    const there = known.get(block) ?? { value: make(block.text) }
    known.set(block, there)
    return there.value
  }
}

/** Makes a query give the answer of last time again if a new one is equal to it. */
export function steady<Answer, About extends object = Block>(
  query: Query<Answer, About>,
  isEqual: (one: Answer, other: Answer) => boolean,
): Query<Answer, About> {
  const latest = new WeakMap<About, { readonly answer: Answer }>()
  return (document, about) => {
    const answer = query(document, about)
    const known = latest.get(about)
    if (known && (known.answer === answer || isEqual(known.answer, answer))) return known.answer
    latest.set(about, { answer })
    return answer
  }
}

interface Remembered<Value> extends Work {
  readonly value: Value
  /** What was asked whose answer follows from more than facts. */
  readonly open: readonly Asked[]
  /** Facts that the other answers follow from. */
  readonly basis: readonly Used[]
  /** The number of the document in which this was last found to hold. */
  document: number
}

/** Makes a query remember its answers, each as long as its block is remembered and all that it asked is answered alike. */
export function remembered<Value>(query: Query<Value>): Query<Value> {
  return rememberedOf(query, (asked) => asked)
}

/** The same for runs of blocks. It takes fewer look-ups than to ask for each block. */
export function rememberedByRun<Value>(query: Query<Value, Run>): Query<Value, Run> {
  const inTime: Query<Value, Run> = (document, run) => {
    checkTime()
    return query(document, run)
  }
  return rememberedOf(inTime, askedByRun)
}

/** The same for chapters, of what is remembered of their runs. A change in one takes fewer look-ups in the others. */
export function rememberedByChapter<Value>(query: Query<Value, Chapter>): Query<Value, Chapter> {
  const own = rememberedOf(query, (asked) => asked)
  return (document, chapter) => (document.isRemembered ? own : query)(document, chapter)
}

/** What follows from a document for all its blocks, or for those where a matcher may find something, put together run by run. */
export function inRuns<Item>(
  query: Query<readonly Item[]>,
  matcher?: () => Matcher<unknown>,
): (document: Document) => readonly Item[] {
  const own = rememberedByRun((document, run) =>
    (matcher ? document.candidates(matcher(), run) : run).flatMap((block) =>
      query(document, block),
    ),
  )
  const inChapter = rememberedByChapter((document, chapter) =>
    chapter.flatMap((run) => own(document, run)),
  )
  return (document) => document.chapters.flatMap((chapter) => inChapter(document, chapter))
}

/** Whether something holds of any block of a document. */
export function holdsOfAny(query: Query<boolean>): (document: Document) => boolean {
  const own = rememberedByRun((document, run) => run.some((block) => query(document, block)))
  const inChapter = rememberedByChapter((document, chapter) =>
    chapter.some((run) => own(document, run)),
  )
  return ofDocument((document) => document.chapters.some((chapter) => inChapter(document, chapter)))
}

function rememberedOf<Value, About extends object>(
  query: Query<Value, About>,
  needed: (asked: Asked[], about: About, document: Document) => Asked[],
): Query<Value, About> {
  const memory = new WeakMap<About, Remembered<Value>>()
  // In a document that is too long nothing is asked again.
  const pass = (document: Document, about: About): Remembered<Value> => ({
    value: aside(() => query(document, about)),
    asked: [],
    facts: [],
    open: NOTHING,
    basis: NOTHING,
    document: document.number,
  })
  const make = (document: Document, about: About): Remembered<Value> => {
    const own = newWork()
    const value = within(own, () => query(document, about))
    const asked = needed(distinct(own.asked), about, document)
    const basis = new Set<Fact>()
    const open: Asked[] = []
    for (const one of asked) {
      if (!one.from) open.push(one)
      for (const { fact } of one.from ?? NOTHING) basis.add(fact)
    }
    return {
      value,
      asked,
      facts: own.facts,
      open,
      basis: [...basis].map((fact) => ({ fact, value: fact(document) })),
      document: document.number,
    }
  }
  return (document, about) => {
    const known = memory.get(about)
    if (known && holds(known, document)) {
      if (work) takeOver(work, known)
      return known.value
    }
    const made = document.isRemembered ? make(document, about) : pass(document, about)
    memory.set(about, made)
    if (work) takeOver(work, made)
    return made.value
  }
}

const NOTHING: readonly never[] = []

/** What has to be asked again for a run as a whole: not what the run itself tells. */
function askedByRun(all: Asked[], run: Run, document: Document): Asked[] {
  const blocks = new Set<unknown>(run)
  const queries = new Set<Query<unknown, Run>>()
  const rest = all.filter(({ about, answer, isNext, byRun }) => {
    if (!blocks.has(about)) return true
    if (byRun) queries.add(byRun)
    return !byRun && !(isNext && blocks.has(answer))
  })
  for (const query of queries) {
    const again = (other: Document) => query(other, run)
    rest.push({ query, about: run, again, answer: within(undefined, () => again(document)) })
  }
  return rest
}

function takeOver(outer: Work, { asked, facts }: Work): void {
  for (const one of asked) outer.asked.push(one)
  for (const { fact, value } of facts) addFact(outer.facts, fact, value)
}

/** Whether all that was asked has the same answer in a document, in the order in which it was asked. */
function holds(known: Remembered<unknown>, document: Document): boolean {
  if (known.document === document.number) return true
  const outer = work
  work = undefined
  try {
    for (const { fact, value } of known.facts) if (fact(document) !== value) return false
    for (const { again, answer } of unsettled(known, document)) {
      if (again(document) !== answer) return false
    }
  } finally {
    work = outer
  }
  known.document = document.number
  return true
}

/** What was asked whose answer may be another now: all but what follows from facts that are as they were. */
function unsettled(
  { asked, open, basis }: Remembered<unknown>,
  document: Document,
): readonly Asked[] {
  const changed: Fact[] = []
  for (const used of basis) {
    const now = used.fact(document)
    if (now !== used.value) changed.push(used.fact)
    used.value = now
  }
  if (changed.length === 0) return open
  return asked.filter(({ from }) => !from?.every(({ fact }) => !changed.includes(fact)))
}

function distinct(all: Asked[]): Asked[] {
  if (all.length < 2) return all
  const seen = new Map<object, Set<object>>()
  return all.filter(({ query, about }) => {
    const those = seen.get(query)
    if (!those) return seen.set(query, new Set([about]))
    return !those.has(about) && those.add(about)
  })
}
