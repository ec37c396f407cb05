import { isWellFormed } from "./unicode.ts"

/**
 * The beginning that all texts strictly between two texts have, in the order of code points: what the bounds have in
 * common, and the next unit of the lower one if the upper one ends with the unit after it.
 *
 * @param above undefined if there is no upper bound
 */
export function forcedPrefix(below: string, above: string | undefined): string {
  if (above === undefined) return ""
  const length = commonLength(below, above)
  // At the end of a text, the code is NaN, which equals nothing.
  const isNext = below.charCodeAt(length) + 1 === above.charCodeAt(length)
  return below.slice(0, isNext && above.length === length + 1 ? length + 1 : length)
}

/** The most units between two that {@link prefixesBetween} lists. */
const MOST = 16

/**
 * The texts that cut what is between two texts into parts with a {@link forcedPrefix} of their own: between "az" and "ca"
 * these are "b" and "c". None if there would be many.
 */
export function prefixesBetween(below: string, above: string): readonly string[] {
  const length = commonLength(below, above)
  const first = below.charCodeAt(length) + 1
  const last = above.charCodeAt(length)
  if (!(last - first < MOST)) return []
  const prefixes: string[] = []
  for (let unit = first; unit <= last; unit++) {
    const prefix = below.slice(0, length) + String.fromCharCode(unit)
    if (isWellFormed(prefix)) prefixes.push(prefix)
  }
  return prefixes
}

function commonLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
