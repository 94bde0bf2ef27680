import type { VFile } from 'vfile'
import { type Block, type Directive, placeInFile, type Reading } from './blocks.ts'
import { hasExpired, isDate } from './expiry.ts'
import { addMessage, addToReason, type Finding, type Stretch, stretchOf } from './finding.ts'
import { didYouMean, type Settings } from './settings.ts'

interface Silence {
  readonly directive: Directive
  readonly ids: readonly string[]
  readonly start: number
  readonly end: number
}

/**
 * Removes the findings that ignore directives silence, and reports directives that give no reason, name
 * an id that does not exist or a day that is none. What a directive silenced until a day comes back
 * after it, and says so.
 */
export function applyDirectives(
  file: VFile,
  reading: Reading,
  { ids, today }: Pick<Settings, 'ids' | 'today'>,
): void {
  if (reading.directives.length === 0) return
  const silences = silencesOf(reading, String(file).length)
  const isPast = ({ directive }: Silence) => hasExpired(directive.until, today)
  const past = silences.filter(isPast)
  const present = silences.filter((silence) => !isPast(silence))
  file.messages = file.messages.filter(
    (message) => !present.some((silence) => silenced(message, silence)),
  )
  for (const message of file.messages) {
    const silence = past.find((one) => silenced(message, one))
    if (silence) addToReason(message, `(An ignore comment held until ${silence.directive.until}.)`)
  }
  for (const directive of reading.directives) check(file, directive, ids)
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
      return [{ directive, ids, start: placeInFile(next, 0, next.text.length).start, end: stop }]
    }
    return endings(ids, directives.slice(index + 1), length).map(([id, stop]) => ({
      directive,
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
  if (directive.until !== undefined && !isDate(directive.until)) {
    const written = directive.until === '' ? 'nothing' : `"${directive.until}"`
    add(
      file,
      place,
      `Write the last day of an ignore comment like 2027-03-01, not ${written}: \`<!-- fairdraft-ignore-next sex-work until 2027-03-01: the project ends then -->\`. As it stands, it has no last day.`,
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
