/**
 * The greatest number of entries of a chunk. With 100,000 narrow intervals, stabbing chunks of 64 takes 1.6 times as
 * long. Chunks of 256 save a fifth, but move more entries when one is added.
 */
const CAPACITY = 128

/** What entries are sorted by. */
interface Key {
  readonly low: number
  readonly high: number
  readonly item: number
}

/**
 * Entries whose keys are neighbours: from the key of the chunk, up to the key of the next chunk. Inside of the chunk, the
 * entries are sorted by their highs alone, the greatest first.
 */
interface Chunk extends Key {
  /** The high and the low of each entry, one after the other. */
  readonly bounds: Float64Array
  readonly items: number[]
}

/**
 * Closed intervals of numbers, each with an item, which is a number too. They find the items whose interval contains a number.
 *
 * The entries are in chunks, sorted by their lows, so the chunks that begin above the number are not read. In the others,
 * highs fall, so reading stops at the first high that is below the number. Little is read besides what is found, and it
 * lies side by side. Adding and deleting move the entries of one chunk.
 *
 * With 100,000 entries, a balanced tree that knows the greatest high below each node took 3 times as long to stab for
 * narrow intervals, 3 to 6 times for intervals with one bound, and 9 times for narrow ones with some wide ones among
 * them. The last took 6 times as long with chunks whose highs are in no order.
 */
export class Intervals {
  readonly #chunks: Chunk[] = [emptyChunk({ low: -Infinity, high: -Infinity, item: -Infinity })]
  /** The greatest high of each chunk. They lie side by side, so that a chunk can be skipped without being read. */
  readonly #greatest = [-Infinity]
  #size = 0

  /** The number of entries. */
  get size(): number {
    return this.#size
  }

  /**
   * Adds an item with an interval, which it does not have yet. Infinite bounds are no bounds. An interval whose low is
   * above its high contains nothing.
   */
  add(low: number, high: number, item: number): void {
    const key = { low, high, item }
    const at = this.#find(key)
    // Lows that only grow, such as dates to come, leave full chunks behind.
    if (this.#chunks[at]?.items.length === CAPACITY)
      this.#replace(at, 1, at === this.#chunks.length - 1 ? CAPACITY - 1 : CAPACITY / 2)
    this.#insert(this.#find(key), low, high, item)
    this.#size++
  }

  /** Removes an item with an interval that it was added with. */
  delete(low: number, high: number, item: number): void {
    const at = this.#find({ low, high, item })
    const { bounds, items } = this.#chunks[at] as Chunk
    let index = items.indexOf(item)
    // The item may have other intervals in the chunk.
    while (index >= 0 && (bounds[2 * index] !== high || bounds[2 * index + 1] !== low))
      index = items.indexOf(item, index + 1)
    if (index < 0) return
    bounds.copyWithin(2 * index, 2 * index + 2, 2 * items.length)
    items.splice(index, 1)
    // In an empty chunk this is the last high that was there, which does no harm.
    this.#greatest[at] = bounds[0] as number
    this.#size--
    this.#merge(at)
    this.#merge(at - 1)
  }

  /** Visits each item whose interval contains the point, in no promised order. The visitor may not add or delete. */
  stab(point: number, visit: (item: number) => void): void {
    const last = this.#find({ low: point, high: Infinity, item: Infinity })
    for (let at = 0; at <= last; at++) {
      if ((this.#greatest[at] as number) < point) continue
      const { bounds, items } = this.#chunks[at] as Chunk
      for (let i = 0; i < items.length && (bounds[2 * i] as number) >= point; i++)
        if ((bounds[2 * i + 1] as number) <= point) visit(items[i] as number)
    }
  }

  /** The last chunk whose key is not above the given one. */
  #find(key: Key): number {
    let at = 0
    let end = this.#chunks.length
    while (at + 1 < end) {
      const middle = (at + end) >>> 1
      if (compare(this.#chunks[middle] as Key, key) <= 0) at = middle
      else end = middle
    }
    return at
  }

  /** Adds an entry to a chunk that is not full. */
  #insert(at: number, low: number, high: number, item: number): void {
    const { bounds, items } = this.#chunks[at] as Chunk
    let index = items.length
    while (index > 0 && (bounds[2 * index - 2] as number) < high) index--
    bounds.copyWithin(2 * index + 2, 2 * index, 2 * items.length)
    bounds[2 * index] = high
    bounds[2 * index + 1] = low
    items.splice(index, 0, item)
    this.#greatest[at] = bounds[0] as number
  }

  /** Replaces chunks by one with the given number of their entries, and another one with the rest, if there is a rest. */
  #replace(at: number, count: number, start: number): void {
    const replaced = this.#chunks.slice(at, at + count)
    const entries = replaced.flatMap(({ bounds, items }) =>
      items.map((item, i) => {
        return { low: bounds[2 * i + 1] as number, high: bounds[2 * i] as number, item }
      }),
    )
    const keys = [replaced[0] as Key, ...entries.sort(compare).slice(start, start + 1)]
    this.#chunks.splice(at, count, ...keys.map(emptyChunk))
    this.#greatest.splice(at, count, ...keys.map(() => -Infinity))
    for (const [i, { low, high, item }] of entries.entries())
      this.#insert(i < start ? at : at + 1, low, high, item)
  }

  /** Joins a chunk and the next one if both together are at most half of a chunk. */
  #merge(at: number): void {
    const size = (i: number) => this.#chunks[i]?.items.length ?? CAPACITY
    if (size(at) + size(at + 1) <= CAPACITY / 2) this.#replace(at, 2, CAPACITY)
  }
}

function emptyChunk({ low, high, item }: Key): Chunk {
  return { low, high, item, bounds: new Float64Array(2 * CAPACITY), items: [] }
}

function compare(a: Key, b: Key): number {
  // A difference of infinite bounds would be NaN.
  if (a.low !== b.low) return a.low < b.low ? -1 : 1
  if (a.high !== b.high) return a.high < b.high ? -1 : 1
  return a.item - b.item
}
