/** A change to the source of a part: what stands from `start` to `end` gives way to `text`. */
export interface Splice {
  /** Offsets in UTF-16 units; equal for an insertion. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Of two insertions in one place, the lower comes first. */
  readonly order?: number
}

/** Makes changes that do not overlap; everything else stays as it is, byte for byte. */
export function splice(source: string, splices: readonly Splice[]): string {
  const sorted = [...splices].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.order ?? 0) - (b.order ?? 0),
  )
  const parts: string[] = []
  let at = 0
  for (const { start, end, text } of sorted) {
    parts.push(source.slice(at, start), text)
    at = end
  }
  parts.push(source.slice(at))
  return parts.join('')
}
