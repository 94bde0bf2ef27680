/** Finds the zone that a stretch lies in, in time that does not grow with their number. */
import { lastUntil } from '../sorted.ts'
import type { Zone } from './zone.ts'

/** Which class is named where several hold, the most telling first. */
const ORDER: readonly Zone['class'][] = [
  'address',
  'title',
  'name',
  'statute',
  'quotation',
  'mention',
  'scare-quotes',
  'negated',
  'attributed',
]

/** The zones of a block, ready to be asked. */
export interface ZoneIndex {
  /** The zones, at most two of each class, that hold a stretch, the most telling class first. */
  holding(start: number, end: number): readonly Zone[]
}

/** Puts zones in order. */
export function indexZones(zones: readonly Zone[]): ZoneIndex {
  const groups = ORDER.flatMap((kind) => {
    const own = zones.filter((zone) => zone.class === kind)
    return [
      outermost(own.filter(({ capitals }) => !capitals)),
      outermost(own.filter(({ capitals }) => capitals)),
    ]
  })
  return {
    holding: (start, end) =>
      groups.flatMap((group) => {
        const zone = lastUntil(group, start)
        return zone !== undefined && zone.end >= end ? [zone] : []
      }),
  }
}

/** Zones that lie in no other: each begins and ends later than the one before it. */
function outermost(zones: readonly Zone[]): Zone[] {
  const ordered = [...zones].sort((a, b) => a.start - b.start || b.end - a.end)
  let reach = -1
  return ordered.filter(({ end }) => {
    const out = end > reach
    if (out) reach = end
    return out
  })
}
