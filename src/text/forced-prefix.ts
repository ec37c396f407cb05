/**
 * The beginning that all texts strictly between two texts have, in the order of code points: what the bounds have in
 * common, and the next unit of the lower one if the upper one ends with the unit after it.
 *
 * @param above undefined if there is no upper bound
 */
export function forcedPrefix(below: string, above: string | undefined): string {
  if (above === undefined) return ""
  let length = 0
  while (length < below.length && below[length] === above[length]) length++
  // At the end of a text, the code is NaN, which equals nothing.
  const isNext = below.charCodeAt(length) + 1 === above.charCodeAt(length)
  return below.slice(0, isNext && above.length === length + 1 ? length + 1 : length)
}
