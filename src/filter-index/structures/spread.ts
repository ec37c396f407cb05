/** At this length, a sample loses every second number. */
const CAPACITY = 64
/** One of so many numbers is left out at each end. */
const OUTLIERS = 16

/**
 * Between which numbers most numbers of a sequence are. It keeps a sample of them, and leaves out the least and the greatest
 * numbers of the sample: one date in the year 9999 says little about the others.
 */
export class Spread {
  /** Sorted. */
  #sample: readonly number[] = []
  /** One of so many numbers gets into the sample. Odd, because numbers of two kinds may come by turns. */
  #every = 1
  #passed = 0

  add(number: number): void {
    this.#passed++
    if (this.#passed < this.#every) return
    this.#passed = 0
    const sample = [...this.#sample, number].sort((a, b) => a - b)
    if (sample.length < CAPACITY) this.#sample = sample
    else {
      this.#sample = sample.filter((_, index) => index % 2 === 0)
      this.#every = 2 * this.#every + 1
    }
  }

  /** Undefined if there is no number. */
  get least(): number | undefined {
    return this.#sample[Math.floor(this.#sample.length / OUTLIERS)]
  }

  /** Undefined if there is no number. */
  get greatest(): number | undefined {
    return this.#sample.at(-1 - Math.floor(this.#sample.length / OUTLIERS))
  }
}
