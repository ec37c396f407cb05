/** A source of random numbers. Equal seeds give equal numbers, so that a failure can be repeated. */
export interface Random {
  /** An integer from 0 to below the limit. */
  below(limit: number): number
  /** One of these. */
  pick<Item>(items: readonly Item[]): Item
}

/** The generator "mulberry32". */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  return {
    below,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error("There is nothing to pick from")
      return item
    },
  }
}
