import { AhoCorasick } from "./aho-corasick.ts"

/**
 * Texts, each with an item. They find the items whose text is inside of another text.
 *
 * A new needle may change all states of an automaton. So this is Bentley and Saxe's logarithmic method: each automaton
 * has at least twice the needles of the next one, and new needles are merged with the automata that are not much larger.
 * The number of automata, and how often a needle is built into one, are logarithmic.
 */
export class Needles<Item> {
  /** The needles that no automaton has, because no scan needed them yet. */
  readonly #fresh = new Map<string, Item>()
  readonly #automata: AhoCorasick<Item>[] = []

  /** The number of needles. */
  get size(): number {
    return this.#automata.reduce((size, automaton) => size + automaton.size, this.#fresh.size)
  }

  /** Adds a needle, which is not there yet, with its item. */
  add(needle: string, item: Item): void {
    this.#fresh.set(needle, item)
  }

  /** Removes a needle, if it is there. */
  delete(needle: string): void {
    if (this.#fresh.delete(needle)) return
    const at = this.#automata.findIndex((automaton) => automaton.delete(needle))
    if (this.#automata[at]?.isSparse) this.#melt(at)
  }

  /**
   * Visits the item of each needle that is inside of the text, once and in no promised order. The visitor may not add,
   * delete or scan.
   */
  scan(text: string, visit: (item: Item) => void): void {
    if (this.#fresh.size > 0) {
      while ((this.#automata.at(-1)?.size ?? Infinity) < 2 * this.#fresh.size)
        this.#melt(this.#automata.length - 1)
      this.#automata.push(new AhoCorasick(this.#fresh))
      this.#fresh.clear()
    }
    for (const automaton of this.#automata) automaton.scan(text, visit)
  }

  /** Replaces an automaton by fresh needles. */
  #melt(at: number): void {
    for (const automaton of this.#automata.splice(at, 1)) automaton.pourInto(this.#fresh)
  }
}
