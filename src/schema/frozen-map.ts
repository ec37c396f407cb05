interface Entry<Value> {
  readonly name: string
  readonly value: Value
}

/** Names whose lengths differ by a multiple of this share a list. */
const LENGTHS = 32

/**
 * A map by name that nobody can change. A real Map cannot be frozen: `Map.prototype.set.call(map, …)` works on every
 * one, and a field added to a schema in this way would let a filter pass that the schema forbids.
 *
 * It looks for a name among the names of the same length. A name of a filter has just been cut out of a text, and to
 * hash such a string takes longer than to compare it with a few others.
 */
export class FrozenMap<Value> implements ReadonlyMap<string, Value> {
  readonly #map: ReadonlyMap<string, Value>
  readonly #byLength: readonly (readonly Entry<Value>[])[]

  constructor(entries: Iterable<readonly [string, Value]>) {
    this.#map = new Map(entries)
    const byLength: Entry<Value>[][] = Array.from({ length: LENGTHS }, () => [])
    for (const [name, value] of this.#map) byLength[name.length % LENGTHS]?.push({ name, value })
    this.#byLength = byLength
    Object.freeze(this)
  }

  get size(): number {
    return this.#map.size
  }

  get(key: string): Value | undefined {
    return this.#byLength[key.length % LENGTHS]?.find(({ name }) => name === key)?.value
  }

  has(key: string): boolean {
    return this.#map.has(key)
  }

  forEach(
    visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void,
    thisArgument?: unknown,
  ): void {
    for (const [key, value] of this.#map) visit.call(thisArgument, value, key, this)
  }

  entries(): MapIterator<[string, Value]> {
    return this.#map.entries()
  }

  keys(): MapIterator<string> {
    return this.#map.keys()
  }

  values(): MapIterator<Value> {
    return this.#map.values()
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.#map.entries()
  }
}
