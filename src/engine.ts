import { type Processor, unified } from 'unified'
import type { VFile } from 'vfile'
import type { Block, Notice } from './blocks.ts'
import { applyDirectives } from './directives.ts'
import { createDocument } from './document.ts'
import { addMessage, type Finding, stretchOf } from './finding.ts'
import { readFile } from './readers/index.ts'
import type { Settings } from './settings.ts'
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
  const { plugins = [] } = settings
  const { reading, cut } = readFile(file, LONGEST_DOCUMENT)
  const document = createDocument(reading.blocks, settings.exempt)
  file.data.blocks = document.blocks
  await processorFor(settings).run(emptyTree(document), file)
  if (plugins.length > 0) await unified().use(plugins).run(fullTree(document, file), file)
  applyDirectives(file, reading, settings.ids)
  for (const notice of reading.notices) addNotice(file, notice)
  if (cut !== undefined) addNotice(file, budgetNotice(cut))
  file.messages = ordered(file.messages)
  return file
}

const processors = new WeakMap<Settings, Processor>()

/** The rules and packs of some settings, made ready once for all files. */
function processorFor(settings: Settings): Processor {
  const known = processors.get(settings)
  if (known) return known
  const processor = unified()
  const { jurisdiction, viewpoints } = settings
  for (const { rule, ...options } of settings.rules) {
    processor.use(rule, { ...options, jurisdiction, viewpoints })
  }
  for (const { pack, options } of settings.packs) processor.use(pack, options)
  processors.set(settings, processor.freeze())
  return processor
}

function budgetNotice(cut: number): Notice {
  return {
    id: 'document-budget',
    severity: 'warning',
    reason:
      'This document is longer than what is checked in one go (32 million characters). Everything up to here was checked, nothing after it: split the file.',
    start: cut - 1,
    end: cut,
  }
}

function addNotice(file: VFile, { id, ...notice }: Notice): void {
  addMessage(file, { ...notice, ruleId: id })
}

/** In order of place, the longer first; of two that say the same of one place, the first. */
function ordered(messages: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  const sorted = messages
    .map((message): Placed => ({ message, ...(stretchOf(message) ?? WHOLE) }))
    .filter(({ message, start, end }) => {
      const key = `${message.ruleId} ${start} ${end} ${message.reason}`
      return !seen.has(key) && seen.add(key)
    })
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return withoutGeneral(sorted).map(({ message }) => message)
}

/** Where a rule and an entry of its own (`rule/entry`) find the same words, the entry speaks. */
function withoutGeneral(sorted: readonly Placed[]): readonly Placed[] {
  const overlapped = new Set<Placed>()
  const reached = new Map<string, number>()
  for (const place of sorted) {
    const [rule = '', entry] = (place.message.ruleId ?? '').split('/')
    if (entry) reached.set(rule, Math.max(reached.get(rule) ?? 0, place.end))
    else if ((reached.get(rule) ?? Number.NEGATIVE_INFINITY) > place.start) overlapped.add(place)
  }
  const next = new Map<string, number>()
  for (const place of sorted.toReversed()) {
    const [rule = '', entry] = (place.message.ruleId ?? '').split('/')
    if (entry) next.set(rule, place.start)
    else if ((next.get(rule) ?? Number.POSITIVE_INFINITY) < place.end) overlapped.add(place)
  }
  return sorted.filter((place) => !overlapped.has(place))
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
  }
}
