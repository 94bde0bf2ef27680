import { type Processor, unified } from 'unified'
import type { VFile } from 'vfile'
import type { Block, Notice } from './blocks.ts'
import { keepFirst, limitOf } from './budget.ts'
import { applyDirectives } from './directives.ts'
import { createDocument, type Document } from './document.ts'
import { addMessage, type Finding, type Location, stretchOf } from './finding.ts'
import { type Answer, answersTo } from './questions.ts'
import { readFile } from './readers/index.ts'
import type { Settings } from './settings.ts'
import { termId } from './terms.ts'
import { emptyTree, fullTree } from './tree.ts'

/** How much of one file is checked at most: UTF-16 units. */
export const LONGEST_DOCUMENT = 32_000_000

/**
 * Checks one file: reads it, runs rules and packs, and leaves the findings in `file.messages`, in order
 * of place, and what was left alone in `file.data.quiet`.
 *
 * Other people’s retext plugins get a whole tree of the text, which is made for them alone; their messages join
 * the others.
 *
 * Pure: no Node, no clock, no network, no console.
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
  const { plugins = [] } = settings
  const { reading: whole, cut, locate } = await readFile(file, LONGEST_DOCUMENT)
  const document = createDocument(whole.blocks, settings.exempt)
  file.data.blocks = document.blocks
  await processorFor(settings).run(emptyTree(document), file)
  if (plugins.length > 0) await unified().use(plugins).run(fullTree(document, file), file)
  keepFirst(file)
  const limit = limitOf(file)
  const directives = whole.directives.filter(({ start }) => start < limit)
  const reading = { ...whole, directives }
  if (settings.questions) file.data.answers = answersTo(document, settings.questions)
  // What a finding covers stays covered when that finding is ignored.
  if (reading.directives.length > 0) file.messages = ordered(file.messages, yieldsOf(settings))
  applyDirectives(file, reading, settings)
  for (const notice of reading.notices) addNotice(file, notice)
  if (limit < String(file).length) addNotice(file, budgetNotice(TOO_MANY, limit))
  else if (cut !== undefined) addNotice(file, budgetNotice(TOO_LONG, cut))
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

const processors = new WeakMap<Settings, Processor>()

/** The rules and packs of some settings, made ready once for all files. */
function processorFor(settings: Settings): Processor {
  const known = processors.get(settings)
  if (known) return known
  const processor = unified()
  const { jurisdiction, viewpoints, today, questions } = settings
  const shared = { jurisdiction, viewpoints, questions, ...(today ? { today } : {}) }
  for (const { rule, ...options } of settings.rules) {
    processor.use(rule, { ...options, ...shared })
  }
  for (const { pack, options } of settings.packs) processor.use(pack, options)
  processors.set(settings, processor.freeze())
  return processor
}

const TOO_LONG =
  'This document is longer than what is checked in one go (32 million characters; a million lines, cells of tables or elements).'

const TOO_MANY = 'More was found in this document than is listed of one (100,000 findings).'

function budgetNotice(why: string, end: number): Notice {
  const reason = `${why} Everything up to here was checked, nothing after it: split the file.`
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
  const seen = new Set<string>()
  const sorted = messages
    .map((message): Placed => ({ message, ...(stretchOf(message) ?? WHOLE) }))
    .filter(({ message, start, end }) => {
      const key = `${message.ruleId} ${start} ${end} ${message.reason}`
      return !seen.has(key) && seen.add(key)
    })
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return withoutYielding(sorted, yields).map(({ message }) => message)
}

function startOf(found: Pick<Finding, 'place'>): number {
  return stretchOf(found)?.start ?? 0
}

/**
 * Without what others say better of some of the same words: a rule gives way to its own entries
 * (`rule/entry`), a term to the rules that its data name.
 */
function withoutYielding(sorted: readonly Placed[], yields: Yields): readonly Placed[] {
  const silent = new Set<Placed>()
  const reached = new Map<string, number>()
  for (const place of sorted) {
    const { name, group, betters } = voiceOf(place, yields)
    if (betters.some((id) => (reached.get(id) ?? Number.NEGATIVE_INFINITY) > place.start)) {
      silent.add(place)
    }
    for (const id of [name, group]) reached.set(id, Math.max(reached.get(id) ?? 0, place.end))
  }
  const next = new Map<string, number>()
  for (const place of sorted.toReversed()) {
    const { name, group, betters } = voiceOf(place, yields)
    if (betters.some((id) => (next.get(id) ?? Number.POSITIVE_INFINITY) < place.end)) {
      silent.add(place)
    }
    for (const id of [name, group]) next.set(id, place.start)
  }
  return sorted.filter((place) => !silent.has(place))
}

/** What a finding is known by (its id, and the rule that it is an entry of), and what it gives way to. */
function voiceOf({ message }: Placed, yields: Yields) {
  const name = message.ruleId ?? ''
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
  }
}
