/** Numbers that look random, and are the same for the same seed. */
export interface Random {
  /** An integer from 0 to one less than the count. */
  below(count: number): number
  /** One of the items, which must not be empty. */
  pick<Item>(items: readonly Item[]): Item
}

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return { below, pick: (items) => items[below(items.length)] as (typeof items)[number] }
}
