/**
 * Numbers that are found by what they stand for: only the hash of that is known here. A Map with texts as keys would take
 * ten times the memory, and the texts would have to be built.
 */
export class HashTable {
  /** What hashes begin with. It is random, so that nobody can choose many things with one hash. */
  readonly seed = Math.floor(Math.random() * 2 ** 32)
  /** The first number with each remainder of its hash, plus 1. */
  #first = new Int32Array(CAPACITY)
  /** The next number with the same remainder, plus 1. */
  #next = new Int32Array(CAPACITY)
  #hashes = new Int32Array(CAPACITY)
  #size = 0

  /** The number with this hash that passes the test, if there is one. */
  find(hash: number, test: (number: number) => boolean): number | undefined {
    let next = this.#first[this.#remainder(hash)] as number
    while (next > 0) {
      const number = next - 1
      if (this.#hashes[number] === hash && test(number)) return number
      next = this.#next[number] as number
    }
    return undefined
  }

  /** Adds a number that is not there yet. */
  add(number: number, hash: number): void {
    if (number >= this.#next.length) {
      this.#next = longer(this.#next, number + 1)
      this.#hashes = longer(this.#hashes, number + 1)
    }
    if (this.#size === this.#first.length) this.#spread()
    this.#hashes[number] = hash
    this.#link(number)
    this.#size++
  }

  /** Removes a number that is there. */
  delete(number: number): void {
    const remainder = this.#remainder(this.#hashes[number] as number)
    const next = this.#next[number] as number
    let before = this.#first[remainder] as number
    if (before === number + 1) this.#first[remainder] = next
    else {
      while (this.#next[before - 1] !== number + 1) before = this.#next[before - 1] as number
      this.#next[before - 1] = next
    }
    this.#size--
  }

  /** Doubles the number of remainders. */
  #spread(): void {
    const old = this.#first
    this.#first = new Int32Array(2 * old.length)
    for (let next of old)
      while (next > 0) {
        const number = next - 1
        next = this.#next[number] as number
        this.#link(number)
      }
  }

  #link(number: number): void {
    const remainder = this.#remainder(this.#hashes[number] as number)
    this.#next[number] = this.#first[remainder] as number
    this.#first[remainder] = number + 1
  }

  #remainder(hash: number): number {
    return hash & (this.#first.length - 1)
  }
}

/** A power of 2. */
const CAPACITY = 64

/** A copy with room for an index and half as many numbers more. */
function longer(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(Math.ceil(1.5 * length))
  copy.set(array)
  return copy
}

/** Adds a number to a hash. */
export function mixed(hash: number, number: number): number {
  const product = Math.imul(hash ^ number, 0x9e3779b1)
  return product ^ (product >>> 15)
}

/** Adds a text to a hash. */
export function mixedWithText(hash: number, text: string): number {
  let result = mixed(hash, text.length)
  for (let index = 0; index < text.length; index++) result = mixed(result, text.charCodeAt(index))
  return result
}
