/**
 * A map that nobody can change. A real Map cannot be frozen: `Map.prototype.set.call(map, …)` works on every one,
 * and a field added to a schema in this way would let a filter pass that the schema forbids.
 */
export class FrozenMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #map: ReadonlyMap<Key, Value>

  constructor(entries: Iterable<readonly [Key, Value]>) {
    this.#map = new Map(entries)
    Object.freeze(this)
  }

  get size(): number {
    return this.#map.size
  }

  get(key: Key): Value | undefined {
    return this.#map.get(key)
  }

  has(key: Key): boolean {
    return this.#map.has(key)
  }

  forEach(
    visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void,
    thisArgument?: unknown,
  ): void {
    for (const [key, value] of this.#map) visit.call(thisArgument, value, key, this)
  }

  entries(): MapIterator<[Key, Value]> {
    return this.#map.entries()
  }

  keys(): MapIterator<Key> {
    return this.#map.keys()
  }

  values(): MapIterator<Value> {
    return this.#map.values()
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.#map.entries()
  }
}
