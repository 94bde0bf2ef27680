import type { VFile } from 'vfile'
import { type Block, type Directive, placeInFile, type Reading } from './blocks.ts'
import { addMessage, type Finding, type Stretch, stretchOf } from './finding.ts'
import { didYouMean } from './settings.ts'

interface Silence {
  readonly ids: readonly string[]
  readonly start: number
  readonly end: number
}

/**
 * Removes the findings that ignore directives silence, and reports directives that give no reason or
 * name an id that does not exist.
 */
export function applyDirectives(
  file: VFile,
  reading: Reading,
  knownIds: ReadonlySet<string>,
): void {
  if (reading.directives.length === 0) return
  const silences = silencesOf(reading, String(file).length)
  file.messages = file.messages.filter(
    (message) => !silences.some((silence) => silenced(message, silence)),
  )
  for (const directive of reading.directives) check(file, directive, knownIds)
}

function silencesOf({ directives, blocks }: Reading, length: number): Silence[] {
  return directives.flatMap((directive, index) => {
    const { kind, ids, end } = directive
    if (kind === 'enable') return []
    if (kind === 'next') {
      const first = blocks.findIndex(({ spans }) => (spans[0]?.start ?? -1) >= end)
      const next = blocks[first]
      if (!next) return []
      const last = lastOfRun(blocks, first, next)
      const stop = placeInFile(last, 0, last.text.length).end
      return [{ ids, start: placeInFile(next, 0, next.text.length).start, end: stop }]
    }
    return endings(ids, directives.slice(index + 1), length).map(([id, stop]) => ({
      ids: id,
      start: end,
      end: stop,
    }))
  })
}

/** The last block of the list or table that begins at an index; the block itself elsewhere. */
function lastOfRun(blocks: readonly Block[], first: number, block: Block): Block {
  const { kind } = block
  let last = first
  if (kind === 'item' || kind === 'cell') {
    while (blocks[last + 1]?.kind === kind) last++
  }
  return blocks[last] ?? block
}

/** Where a `disable` stops: for each id at the next `enable` that names it, or that names none. */
function endings(
  ids: readonly string[],
  later: readonly Directive[],
  length: number,
): [string[], number][] {
  const stop = (id?: string) =>
    later.find(
      ({ kind, ids: enabled }) =>
        kind === 'enable' && (enabled.length === 0 || (id !== undefined && enabled.includes(id))),
    )?.start ?? length
  return ids.length === 0 ? [[[], stop()]] : ids.map((id) => [[id], stop(id)])
}

function silenced(message: Finding, { ids, start, end }: Silence): boolean {
  const stretch = stretchOf(message)
  if (!stretch || stretch.start < start || stretch.start >= end) return false
  return ids.length === 0 || ids.some((id) => names(id, message.ruleId ?? ''))
}

/** Whether an id in a directive means a rule id: the id itself, its pack or rule, or its bare term. */
function names(id: string, ruleId: string): boolean {
  const [group, term] = ruleId.split('/')
  return id === ruleId || id === group || id === term
}

function check(file: VFile, directive: Directive, knownIds: ReadonlySet<string>): void {
  const place = { start: directive.start, end: directive.end }
  if (directive.kind !== 'enable' && directive.reason === '') {
    add(
      file,
      place,
      'Give a reason after the ids, so that the next reader knows why this is ignored: `<!-- fairdraft-ignore-next sex-work: the programme’s own name -->`.',
    )
  }
  for (const id of directive.ids) {
    if (knownIds.has(id)) continue
    add(
      file,
      place,
      `Unknown rule or term "${id}" in an ignore comment${didYouMean(id, [...knownIds])}.`,
    )
  }
}

function add(file: VFile, place: Stretch, reason: string): void {
  addMessage(file, { ...place, ruleId: 'ignore-directive', severity: 'suggestion', reason })
}
