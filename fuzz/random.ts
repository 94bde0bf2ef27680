/** A source of chance that gives the same numbers for the same seed. */
export interface Random {
  /** A whole number from 0 to `limit`, exclusive. */
  below(limit: number): number
  /** One of some things. */
  pick<Thing>(things: ArrayLike<Thing>): Thing
}

/**
 * Makes a source of chance of a seed: the generator mulberry32.
 *
 * @throws RangeError from `pick`, if there is nothing to pick from.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit)
  }
  return {
    below,
    pick: (things) => {
      const thing = things[below(things.length)]
      if (thing === undefined) throw new RangeError('nothing to pick from')
      return thing
    },
  }
}
