/** Units from here on have no column: those of Chinese, Japanese and Korean would need a large table. */
const MAPPED = 2048

/**
 * The automaton of Aho and Corasick. Its needles do not change, but they can be deleted.
 *
 * The states are the prefixes of the needles, numbered by length and then by text. So the children of a state, which are
 * one unit longer, are a range of states, and the units of the range are sorted. The failure of a state is its longest
 * proper suffix that is a state too. Scanning keeps the longest state that the text so far ends with.
 *
 * Most of the time, this is a short state. So the shortest states also have a row in a table of next states, which is as
 * large as the number of states. Scanning for 10,000 needles takes 0.25 to 0.6 of the time without the table.
 */
export class AhoCorasick<Item> {
  /** Sorted. A deleted needle is undefined. */
  readonly #needles: (string | undefined)[]
  readonly #items: (Item | undefined)[]
  /** The last unit of each state. */
  readonly #unit: Uint16Array
  /** The first child of each state. Its last child is just before the first child of the next state. */
  readonly #children: Int32Array
  readonly #failure: Int32Array
  /** The columns of units below {@link MAPPED}. Units that are in no needle share column 0. */
  readonly #column = new Uint16Array(MAPPED)
  #columns = 1
  /** How many states have a row. */
  readonly #rows: number
  /** The next state, for each row and column. */
  readonly #next: Int32Array
  /** The longest needle that each state ends with, or -1. */
  readonly #longest: Int32Array
  /** The longest needle that each needle ends with, besides itself, or -1. */
  readonly #shorter: Int32Array
  /** The last scan that found each needle. */
  readonly #found: Float64Array
  #scan = 0
  #size: number

  constructor(entries: ReadonlyMap<string, Item>) {
    const needles = [...entries.keys()].sort()
    const size = needles.length
    // One text is faster to read than texts in many places of the memory.
    const text = needles.join("")
    const starts = new Int32Array(size + 1)
    /** How much each needle has in common with the one before it. */
    const common = new Int32Array(size)
    let states = 1
    for (const [i, needle] of needles.entries()) {
      const start = starts[i] as number
      const end = start + needle.length
      const before = needles[i - 1]?.length ?? 0
      let at = start
      while (at < start + before && text.charCodeAt(at) === text.charCodeAt(at - before)) at++
      common[i] = at - start
      states += end - at
      starts[i + 1] = end
      for (; at < end; at++) {
        const unit = text.charCodeAt(at)
        if (unit < MAPPED && this.#column[unit] === 0) this.#column[unit] = this.#columns++
      }
    }
    this.#needles = needles
    this.#items = needles.map((needle) => entries.get(needle))
    this.#size = size
    this.#unit = new Uint16Array(states)
    this.#children = new Int32Array(states + 1)
    this.#failure = new Int32Array(states)
    this.#rows = Math.ceil(states / this.#columns)
    this.#next = new Int32Array(this.#rows * this.#columns)
    this.#longest = new Int32Array(states).fill(-1)
    this.#shorter = new Int32Array(size).fill(-1)
    this.#found = new Float64Array(size)
    if (needles[0] === "") this.#longest[0] = 0
    this.#build(text, starts, common)
  }

  /** The number of needles that are not deleted. */
  get size(): number {
    return this.#size
  }

  /** Whether more than half of the needles are deleted. */
  get isSparse(): boolean {
    return 2 * this.#size < this.#needles.length
  }

  /** Deletes a needle, and says whether it was there. */
  delete(needle: string): boolean {
    let state = 0
    for (let i = 0; i < needle.length; i++) state = this.#child(state, needle.charCodeAt(i))
    const index = this.#longest[state] as number
    if (this.#needles[index] !== needle) return false
    this.#needles[index] = this.#items[index] = undefined
    this.#size--
    return true
  }

  /** Adds what is not deleted to a map. */
  pourInto(entries: Map<string, Item>): void {
    for (const [i, needle] of this.#needles.entries())
      if (needle !== undefined) entries.set(needle, this.#items[i] as Item)
  }

  /** Visits the item of each needle that is inside of the text, once. */
  scan(text: string, visit: (item: Item) => void): void {
    this.#scan++
    let state = 0
    this.#report(state, visit)
    for (let i = 0; i < text.length; i++) {
      state = this.#step(state, text.charCodeAt(i))
      this.#report(state, visit)
    }
  }

  /** Visits the needles that a state ends with. If one is found before, the shorter ones are too. */
  #report(state: number, visit: (item: Item) => void): void {
    let index = this.#longest[state] as number
    while (index >= 0 && this.#found[index] !== this.#scan) {
      this.#found[index] = this.#scan
      if (this.#needles[index] !== undefined) visit(this.#items[index] as Item)
      index = this.#shorter[index] as number
    }
  }

  /** The longest state that a state and a unit end with. */
  #step(state: number, unit: number): number {
    for (;;) {
      if (state < this.#rows && unit < MAPPED)
        return this.#next[state * this.#columns + (this.#column[unit] as number)] as number
      const child = this.#child(state, unit)
      if (child > 0 || state === 0) return child
      state = this.#failure[state] as number
    }
  }

  /** The state that is one unit longer, or 0. */
  #child(state: number, unit: number): number {
    const units = this.#unit
    let child = this.#children[state] as number
    let end = this.#children[state + 1] as number
    while (child < end) {
      const middle = (child + end) >>> 1
      const other = units[middle] as number
      if (other === unit) return middle
      if (other < unit) child = middle + 1
      else end = middle
    }
    return 0
  }

  /** Adds states, those of one length after the other. */
  #build(text: string, starts: Int32Array, common: Int32Array): void {
    const columns = this.#columns
    const rows = this.#rows
    /** The last state that each needle begins with. */
    const reached = new Int32Array(common.length)
    /** The needles that are longer than the states so far. */
    const longer = Int32Array.from(common.keys())
    let count = longer.length
    let states = 1
    let parents = 0
    /** Opens the ranges of children and the rows of some states. What a state has no child for, its failure knows. */
    const open = (end: number) => {
      for (; parents < end; parents++) {
        const failure = (this.#failure[parents] as number) * columns
        if (parents < rows) this.#next.copyWithin(parents * columns, failure, failure + columns)
        this.#children[parents] = states
      }
    }
    for (let length = 0; count > 0; length++) {
      let kept = 0
      for (let k = 0; k < count; k++) {
        const i = longer[k] as number
        const at = (starts[i] as number) + length
        const end = starts[i + 1] as number
        if (at === end) continue
        longer[kept++] = i
        if ((common[i] as number) <= length) {
          const parent = reached[i] as number
          const unit = text.charCodeAt(at)
          open(parent + 1)
          const failure = parent === 0 ? 0 : this.#step(this.#failure[parent] as number, unit)
          const longest = this.#longest[failure] as number
          const isNeedle = at + 1 === end
          if (isNeedle) this.#shorter[i] = longest
          this.#longest[states] = isNeedle ? i : longest
          this.#failure[states] = failure
          this.#unit[states] = unit
          if (parent < rows && unit < MAPPED)
            this.#next[parent * columns + (this.#column[unit] as number)] = states
          states++
        }
        reached[i] = states - 1
      }
      count = kept
    }
    open(states)
  }
}
