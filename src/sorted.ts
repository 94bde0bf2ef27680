/** Looks things up in lists that are in order of where they stand. */

interface Range {
  readonly start: number
  readonly end: number
}

/**
 * How many of some things begin at or before an index; they are in order of where they begin. The last of
 * them has the place one less.
 */
export function countUntil(items: readonly { readonly start: number }[], index: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.start ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return low
}

/** The last of some things, which are in order, that begins at or before an index. */
export function lastUntil<Item extends { readonly start: number }>(
  items: readonly Item[],
  index: number,
): Item | undefined {
  return items[countUntil(items, index) - 1]
}

/** The index of the first of some things, in order, that begins at or after an index. */
export function firstFrom(items: readonly { readonly start: number }[], index: number): number {
  return countUntil(items, index - 1)
}

/** Those of some things, in order of where they begin, that begin in a range. */
export function beginningIn<Item extends { readonly start: number }>(
  items: readonly Item[],
  range: Range,
): readonly Item[] {
  return items.slice(firstFrom(items, range.start), firstFrom(items, range.end))
}

/** Those of some things, in order of where they begin, that begin and end inside a range. */
export function inside<Item extends Range>(items: readonly Item[], range: Range): readonly Item[] {
  return beginningIn(items, range).filter(({ end }) => end <= range.end)
}
