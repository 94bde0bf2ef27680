/** The messages of a file in order, without what others say better. */

import { type Finding, stretchOf } from '../finding.ts'
import type { Settings } from '../settings.ts'
import { termId } from '../terms.ts'

/** In order of place, the longer first; of two that say the same of one place, the first. */
export function ordered(messages: readonly Finding[], yields: Yields): Finding[] {
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

/** The rules that the terms of some settings give way to, worked out once. */
export function yieldsOf(settings: Settings): Yields {
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
