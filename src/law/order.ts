import type { Range } from '../document.ts'

/** The index of the first of some stretches, in order of place, that begins at or after an index. */
export function firstFrom(stretches: readonly { readonly start: number }[], index: number): number {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.start ?? 0) < index) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of some stretches, in order of place, that begin and end inside a range. */
export function inside<One extends Range>(stretches: readonly One[], range: Range): readonly One[] {
  const from = firstFrom(stretches, range.start)
  const to = firstFrom(stretches, range.end)
  return stretches.slice(from, to).filter(({ end }) => end <= range.end)
}
