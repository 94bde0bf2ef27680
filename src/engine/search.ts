/** All rules and packs of some settings, as one search of a document that looks no further than it need. */

import type { Document } from '../document.ts'
import { shippedAnchors } from '../match.ts'
import { firstDivide, MOST_FINDINGS } from '../most-findings.ts'
import { type Query, remembered, rememberedByChapter, rememberedByRun } from '../remember.ts'
import type { BlockLook, Look, Told } from '../rule.ts'
import type { Settings } from '../settings.ts'
import { type IsOver, inTime } from '../timeout.ts'

/** What rules and packs tell of a document, in their order. */
interface Outcome {
  readonly told: readonly Told[]
  /** So many runs of blocks were looked through when the time was over; absent if it was not. */
  readonly ended?: number
}

/** Finds what all rules and packs of some settings tell of a document, as long as there is time. */
type Search = (document: Document, isOver: IsOver) => Outcome

const searches = new WeakMap<Settings, Search>()

/** The rules and packs of some settings, made ready once for all files. */
export function searchFor(settings: Settings): Search {
  const known = searches.get(settings)
  if (known) return known
  const search = createSearch(looksOf(settings))
  searches.set(settings, search)
  return search
}

function looksOf({ rules, packs, ...settings }: Settings): readonly Look[] {
  const { jurisdiction, viewpoints, today, questions } = settings
  const shared = { jurisdiction, viewpoints, questions, ...(today ? { today } : {}) }
  return [
    ...rules.map(({ rule, ...options }) => rule.look({ ...options, ...shared })),
    ...packs.map(({ pack, options }) => pack.look(options)),
  ]
}

/** What is told of a block is remembered with the block, and with the blocks around it: see `remember.ts`. */
function createSearch(looks: readonly Look[]): Search {
  const looksAt = createChoice(looks)
  const inBlock = remembered((document, block): readonly Numbered[] =>
    looksAt(document, block).flatMap(({ order, look }) =>
      look.inBlock(document, block).map((told) => ({ order, told })),
    ),
  )
  const inRun = rememberedByRun((document, run) => run.flatMap((block) => inBlock(document, block)))
  // What is told of the runs of a chapter, as far as it is looked through: time may end after any run.
  let done: (readonly Numbered[])[] = []
  const inChapter = rememberedByChapter((document, chapter) => {
    for (const run of chapter) done.push(inRun(document, run))
    return done.flat()
  })
  return (document, isOver) => {
    const all: Told[][] = looks.map(() => [])
    let findings = 0
    let looked = 0
    let last: number | undefined
    for (const chapter of document.chapters) {
      done = []
      const whole = inTime(isOver, () => inChapter(document, chapter))
      for (const { order, told } of whole ?? done.flat()) {
        all[order]?.push(told)
        if ('reason' in told) findings++
      }
      looked += (whole ? chapter : done).length
      if (!whole) return { told: all.flat(), ended: looked }
      // Of what comes later in the file nothing would be kept.
      if (findings > MOST_FINDINGS) last ??= firstDivide(document, looked - 1)
      if (last !== undefined && looked > last) break
    }
    // What judges a document as a whole comes last: without time for it, there are the findings in its blocks.
    for (const [order, look] of looks.entries()) {
      if (!('inDocument' in look)) continue
      const told = inTime(isOver, () => look.inDocument(document))
      if (!told) return { told: all.flat(), ended: document.runs.length }
      all[order] = [...told]
    }
    return { told: all.flat() }
  }
}

/** What is told of a block, and how many rules and packs go before the one that tells it. */
interface Numbered {
  readonly order: number
  readonly told: Told
}

/** A look at blocks, and how many rules and packs go before it. */
interface Ordered {
  readonly order: number
  readonly look: BlockLook
}

/** Chooses the looks that may find something in a block, in their order: few of those that wait for something. */
function createChoice(looks: readonly Look[]): Query<readonly Ordered[]> {
  const all = looks.flatMap((look, order) => ('inBlock' in look ? [{ order, look }] : []))
  const byWhere = new Map<Query<boolean>, Ordered[]>()
  for (const one of all) {
    const { where } = one.look
    if (where) byWhere.set(where, [...(byWhere.get(where) ?? []), one])
  }
  const rest = all.filter(({ look }) => !look.where)
  let choice: { readonly always: readonly Ordered[]; readonly waiting: Waiting } | undefined
  return (document, block) => {
    choice ??= { always: rest.filter(({ look }) => !waitsFor(look)), waiting: waitingFor(rest) }
    const { always, waiting } = choice
    const found = new Set(always)
    for (const number of document.words(block).anchored(shippedAnchors).matchers) {
      for (const one of waiting.get(number) ?? []) found.add(one)
    }
    for (const [where, those] of byWhere) {
      if (where(document, block)) for (const one of those) found.add(one)
    }
    return [...found].sort((one, other) => one.order - other.order)
  }
}

/** By the number of a shipped matcher the looks that wait for it. */
type Waiting = ReadonlyMap<number, readonly Ordered[]>

/** The numbers of the shipped matchers that a look waits for; nothing if it has to look at every text. */
function waitsFor(look: BlockLook): readonly number[] | undefined {
  const matchers = look.in?.()
  const numbers = matchers?.flatMap(({ shared }) =>
    shared?.index === shippedAnchors ? [shared.number] : [],
  )
  return numbers?.length === matchers?.length ? numbers : undefined
}

function waitingFor(all: readonly Ordered[]): Waiting {
  const waiting = new Map<number, Ordered[]>()
  for (const one of all) {
    for (const number of waitsFor(one.look) ?? []) {
      const those = waiting.get(number)
      if (those) those.push(one)
      else waiting.set(number, [one])
    }
  }
  return waiting
}
