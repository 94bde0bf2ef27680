import { unified } from 'unified'
import type { VFile } from 'vfile'
import type { Block, Notice } from './blocks.ts'
import { applyDirectives } from './directives.ts'
import { createDocument, type Document } from './document.ts'
import { addMessage, type Finding, type Location, stretchOf } from './finding.ts'
import { shippedAnchors } from './match.ts'
import { firstDivide, keepFirst, limitOf, MOST_FINDINGS, tooMany } from './most-findings.ts'
import { type Answer, answersTo } from './questions.ts'
import { TOO_LONG } from './readers/cut.ts'
import { readFile } from './readers/index.ts'
import { type Query, remembered, rememberedByChapter, rememberedByRun } from './remember.ts'
import { addTold, type BlockLook, type Look, type Told } from './rule.ts'
import type { Settings } from './settings.ts'
import { termId } from './terms.ts'
import { type IsOver, inTime, outOfTime } from './timeout.ts'

/**
 * Checks one file: reads it, runs rules and packs, and leaves the findings in `file.messages`, in order
 * of place, and what was left alone in `file.data.quiet`.
 *
 * Other people’s retext plugins get a whole tree of the text, which is made for them alone; their messages join
 * the others.
 *
 * Pure: no Node, no network, no console, and no clock but that of a timeout in the settings.
 *
 * @throws UnreadableError if the file is no text that any reader knows.
 */
export async function lint(file: VFile, settings: Settings): Promise<VFile> {
  return (await check(file, settings)).file
}

/** A file with its findings, and the document that they were found in. */
export interface Checked {
  readonly file: VFile
  readonly document: Document
}

/**
 * Checks one file as `lint` does, and gives the document too, for what looks at both.
 *
 * @throws UnreadableError if the file is no text that any reader knows.
 */
export async function check(file: VFile, settings: Settings): Promise<Checked> {
  const { plugins = [], questions, timeout } = settings
  const isOver = timeout?.start() ?? NEVER
  const { reading: whole, cut, locate } = await readFile(file)
  const document = createDocument(whole.blocks, settings.exempt)
  file.data.blocks = whole.blocks
  const { told, ended } = searchFor(settings)(document, isOver)
  addTold(file, document, told)
  if (plugins.length > 0) {
    const { fullTree } = await import('./full-tree.ts')
    await unified().use(plugins).run(fullTree(document, file), file)
  }
  keepFirst(file)
  const limit = limitOf(file)
  const directives = whole.directives.filter(({ start }) => start < limit)
  const reading = { ...whole, directives }
  const answers = questions && inTime(isOver, () => answersTo(document, questions))
  if (answers) file.data.answers = answers
  // What a finding covers stays covered when that finding is ignored.
  if (reading.directives.length > 0) file.messages = ordered(file.messages, yieldsOf(settings))
  applyDirectives(file, reading, settings)
  for (const notice of reading.notices) addNotice(file, notice)
  const isLookedThrough = ended === undefined || ended === document.runs.length
  if (limit < String(file).length) {
    addNotice(file, budgetNotice(`${tooMany()} ${UP_TO_HERE}`, limit))
  } else if (cut !== undefined && isLookedThrough) {
    addNotice(file, budgetNotice(`${TOO_LONG} ${UP_TO_HERE}`, cut))
  }
  if (timeout && ended !== undefined) {
    const { reason, end } = outOfTime(timeout, document, ended)
    addNotice(file, budgetNotice(reason, end))
    file.data.unfinished = true
  }
  file.messages = ordered(file.messages, yieldsOf(settings))
  file.data.quiet?.sort((a, b) => startOf(a) - startOf(b))
  if (locate) {
    for (const found of [...file.messages, ...(file.data.quiet ?? [])]) setLocation(found, locate)
  }
  return { file, document }
}

function setLocation(
  found: Pick<Finding, 'place' | 'location'>,
  locate: (offset: number) => Location,
): void {
  const stretch = stretchOf(found)
  if (stretch) found.location = locate(stretch.start)
}

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
function searchFor(settings: Settings): Search {
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

/** Without a timeout there is time for all. */
const NEVER: IsOver = () => false

const UP_TO_HERE = 'Everything up to here was checked, nothing after it: split the file.'

function budgetNotice(reason: string, end: number): Notice {
  return {
    id: 'document-budget',
    severity: 'warning',
    reason,
    start: Math.max(end - 1, 0),
    end: Math.max(end, 1),
  }
}

function addNotice(file: VFile, { id, ...notice }: Notice): void {
  addMessage(file, { ...notice, ruleId: id })
}

/** In order of place, the longer first; of two that say the same of one place, the first. */
function ordered(messages: readonly Finding[], yields: Yields): Finding[] {
  const sorted = messages
    .map((message): Placed => {
      const { start, end } = stretchOf(message) ?? WHOLE
      return { message, start, end }
    })
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return withoutYielding(withoutRepeated(sorted), yields).map(({ message }) => message)
}

function withoutRepeated(sorted: readonly Placed[]): readonly Placed[] {
  const said = new Set<string>()
  return sorted.filter((one, at) => {
    const { message } = one
    const isFirst = !isThere(sorted[at - 1], one)
    if (isFirst && !isThere(sorted[at + 1], one)) return true
    if (isFirst) said.clear()
    const key = `${message.ruleId} ${message.reason}`
    return !said.has(key) && said.add(key)
  })
}

function isThere(one: Placed | undefined, other: Placed): boolean {
  return one?.start === other.start && one.end === other.end
}

function startOf(found: Pick<Finding, 'place'>): number {
  return stretchOf(found)?.start ?? 0
}

/**
 * Without what others say better of some of the same words: a rule gives way to its own entries
 * (`rule/entry`), a term to the rules that its data name.
 */
function withoutYielding(sorted: readonly Placed[], yields: Yields): readonly Placed[] {
  const voices = new Map<string | undefined, Voice>()
  const voiceOf = ({ message: { ruleId } }: Placed): Voice => {
    const voice = voices.get(ruleId) ?? voiceFor(ruleId ?? '', yields)
    voices.set(ruleId, voice)
    return voice
  }
  const silent = new Set<Placed>()
  const reached = new Map<string, number>()
  const reach = (id: string, end: number) => reached.set(id, Math.max(reached.get(id) ?? 0, end))
  for (const place of sorted) {
    const { name, group, betters } = voiceOf(place)
    if (betters.some((id) => (reached.get(id) ?? Number.NEGATIVE_INFINITY) > place.start)) {
      silent.add(place)
    }
    reach(name, place.end)
    reach(group, place.end)
  }
  const next = new Map<string, number>()
  for (const place of sorted.toReversed()) {
    const { name, group, betters } = voiceOf(place)
    if (betters.some((id) => (next.get(id) ?? Number.POSITIVE_INFINITY) < place.end)) {
      silent.add(place)
    }
    next.set(name, place.start)
    next.set(group, place.start)
  }
  return sorted.filter((place) => !silent.has(place))
}

interface Voice {
  readonly name: string
  readonly group: string
  readonly betters: readonly string[]
}

/** What a finding is known by (its id, and the rule that it is an entry of), and what it gives way to. */
function voiceFor(name: string, yields: Yields): Voice {
  const [rule = '', entry] = name.split('/')
  const betters = entry === undefined ? [`${rule}/`] : (yields.get(name) ?? [])
  return { name, group: entry === undefined ? name : `${rule}/`, betters }
}

/** The rules that a term gives way to, by its id. */
type Yields = ReadonlyMap<string, readonly string[]>

const yieldsKnown = new WeakMap<Settings, Yields>()

function yieldsOf(settings: Settings): Yields {
  const known = yieldsKnown.get(settings)
  if (known) return known
  const yields = new Map(
    settings.packs.flatMap(({ pack: { pack, ids } }) =>
      ids.flatMap((term) => (term.yields ? [[termId(pack, term), term.yields] as const] : [])),
    ),
  )
  yieldsKnown.set(settings, yields)
  return yields
}

interface Placed {
  readonly message: Finding
  readonly start: number
  readonly end: number
}

/** A finding about the whole file comes first. */
const WHOLE = { start: -1, end: -1 }

declare module 'vfile' {
  interface DataMap {
    /** The blocks of a checked file: its text with structure, for whoever shows it. */
    blocks: readonly Block[]
    /** What the document says to each question of a consultation, if it was checked with any. */
    answers: readonly Answer[]
    /** The time for the file was over before it was checked to its end: another check may find more. */
    unfinished: true
  }
}
