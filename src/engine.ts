import { unified } from 'unified'
import type { VFile } from 'vfile'
import type { Block, Notice } from './blocks.ts'
import { applyDirectives } from './directives.ts'
import { createDocument, type Document } from './document.ts'
import { ordered, yieldsOf } from './engine/order.ts'
import { searchFor } from './engine/search.ts'
import { addMessage, type Finding, type Location, stretchOf } from './finding.ts'
import { keepFirst, limitOf, tooMany } from './most-findings.ts'
import { type Answer, answersTo } from './questions.ts'
import { TOO_LONG } from './readers/cut.ts'
import { readFile } from './readers/index.ts'
import { addTold } from './rule.ts'
import type { Settings } from './settings.ts'
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

function startOf(found: Pick<Finding, 'place'>): number {
  return stretchOf(found)?.start ?? 0
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
