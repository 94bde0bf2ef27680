import type { VFile } from 'vfile'
import { type Block, type Directive, placeInFile, type Reading } from './blocks.ts'
import { hasExpired, isDate } from './expiry.ts'
import { addMessage, addToReason, type Finding, type Stretch, stretchOf } from './finding.ts'
import { didYouMean, type Settings } from './settings.ts'
import { firstFrom, lastUntil } from './sorted.ts'

/** What a directive silences: findings of an id, or of all, that begin in a stretch of the file. */
interface Silence extends Stretch {
  readonly directive: Directive
  /** A rule id or a term’s bare id; `ALL` means all. */
  readonly id: string
}

const ALL = ''

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
  const { directives, blocks } = reading
  if (directives.length === 0) return
  const silences = [...ofNext(directives, blocks), ...ofDisable(directives, String(file).length)]
  const isPast = ({ directive }: Silence) => hasExpired(directive.until, today)
  const present = finderOf(silences.filter((silence) => !isPast(silence)))
  const past = finderOf(silences.filter(isPast))
  file.messages = file.messages.filter((message) => !present(message))
  for (const message of file.messages) {
    const silence = past(message)
    if (silence) addToReason(message, `(An ignore comment held until ${silence.directive.until}.)`)
  }
  const unknown = reasonsFor(ids)
  for (const directive of directives) check(file, directive, unknown)
}

function silencesOf(directive: Directive, stretch: (id: string) => Stretch): Silence[] {
  const ids = directive.ids.length > 0 ? directive.ids : [ALL]
  return ids.map((id) => ({ directive, id, ...stretch(id) }))
}

/** What each `next` silences: the block behind it, or the whole list or table that this begins. */
function ofNext(directives: readonly Directive[], blocks: readonly Block[]): Silence[] {
  let furthest = -1
  const starts = blocks.map(({ spans }) => {
    furthest = Math.max(furthest, spans[0]?.start ?? -1)
    return { start: furthest }
  })
  const lasts = lastsOfRuns(blocks)
  return directives.flatMap((directive) => {
    if (directive.kind !== 'next') return []
    const first = firstFrom(starts, directive.end)
    const [next, last] = [blocks[first], blocks[lasts[first] ?? first]]
    if (!next || !last) return []
    const { start } = placeInFile(next, 0, next.text.length)
    const { end } = placeInFile(last, 0, last.text.length)
    return silencesOf(directive, () => ({ start, end }))
  })
}

/** For each block the index of the last one of its list or table; elsewhere its own. */
function lastsOfRuns(blocks: readonly Block[]): number[] {
  const lasts = blocks.map((_block, index) => index)
  for (let index = blocks.length - 2; index >= 0; index--) {
    const kind = blocks[index]?.kind
    const goesOn = (kind === 'item' || kind === 'cell') && blocks[index + 1]?.kind === kind
    if (goesOn) lasts[index] = lasts[index + 1] ?? index
  }
  return lasts
}

/** What each `disable` silences: for each id all up to the next `enable` that names it, or that names none. */
function ofDisable(directives: readonly Directive[], length: number): Silence[] {
  const silences: Silence[] = []
  const stops = new Map<string, number>()
  let stopOfAll = length
  for (const directive of directives.toReversed()) {
    const { kind, ids, start, end } = directive
    if (kind === 'disable') {
      const stop = (id: string) => ({ start: end, end: stops.get(id) ?? stopOfAll })
      silences.push(...silencesOf(directive, stop))
    } else if (kind === 'enable' && ids.length === 0) {
      stopOfAll = start
      stops.clear()
    } else if (kind === 'enable') for (const id of ids) stops.set(id, start)
  }
  return silences
}

/** Makes a function that finds what silences a finding; where several do, the one that begins first. */
function finderOf(silences: readonly Silence[]): (message: Finding) => Silence | undefined {
  const byId = new Map<string, Silence[]>()
  for (const silence of silences.toSorted((a, b) => a.start - b.start)) {
    const known = byId.get(silence.id) ?? []
    byId.set(silence.id, known)
    const start = Math.max(silence.start, known.at(-1)?.end ?? 0)
    if (start < silence.end) known.push({ ...silence, start })
  }
  return (message) => {
    const stretch = stretchOf(message)
    if (!stretch) return undefined
    for (const id of namesOf(message.ruleId ?? '')) {
      const silence = lastUntil(byId.get(id) ?? [], stretch.start)
      if (silence && stretch.start < silence.end) return silence
    }
    return undefined
  }
}

/** The ids that mean a rule id in a directive: the id itself, its pack or rule, or its bare term. */
function namesOf(ruleId: string): string[] {
  return [ALL, ruleId, ...ruleId.split('/', 2)]
}

/** Makes a function that says what is wrong with an id, if anything is; each id is looked at once. */
function reasonsFor(knownIds: ReadonlySet<string>): (id: string) => string | undefined {
  const known = [...knownIds]
  const reasons = new Map<string, string>()
  return (id) => {
    if (knownIds.has(id)) return undefined
    const reason =
      reasons.get(id) ??
      `Unknown rule or term "${id}" in an ignore comment${didYouMean(id, known)}.`
    reasons.set(id, reason)
    return reason
  }
}

function check(
  file: VFile,
  directive: Directive,
  unknown: (id: string) => string | undefined,
): void {
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
    const reason = unknown(id)
    if (reason !== undefined) add(file, place, reason)
  }
}

function add(file: VFile, place: Stretch, reason: string): void {
  addMessage(file, { ...place, ruleId: 'ignore-directive', severity: 'suggestion', reason })
}
