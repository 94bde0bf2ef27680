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
