let operations = 0

/** Counts one more operation of the function that {@link operationsOf} runs. */
export function countOperation(): void {
  operations++
}

/** Methods that visit each item of an array. */
const VISITORS = ["every", "filter", "flat", "flatMap", "includes", "map", "slice", "some"] as const

/** How many fields, letters and items of arrays the function reads. To compare or join texts is to read their letters. */
export function operationsOf(run: () => unknown): number {
  const { charCodeAt } = String.prototype
  const { join } = Array.prototype
  const originals = VISITORS.map((name) => [name, Array.prototype[name]] as const)
  const counting = (original: (...values: never[]) => unknown) =>
    function (this: readonly unknown[], ...values: never[]) {
      operations += this.length
      return original.apply(this, values)
    }
  operations = 0
  String.prototype.charCodeAt = function (position) {
    operations++
    return charCodeAt.call(this, position)
  }
  Array.prototype.join = function (separator) {
    const joined = join.call(this, separator)
    operations += joined.length
    return joined
  }
  for (const [name, original] of originals) Reflect.set(Array.prototype, name, counting(original))
  try {
    run()
    return operations
  } finally {
    String.prototype.charCodeAt = charCodeAt
    Array.prototype.join = join
    for (const [name, original] of originals) Reflect.set(Array.prototype, name, original)
  }
}
