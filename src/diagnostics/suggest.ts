import { quote } from "../text/quote.ts"

const MAX_SUGGESTIONS = 5
/** Longer names get no suggestion: the distance takes time in proportion to the product of two lengths. */
const MAX_LENGTH = 64

/** Names with more changes are not similar. The search also reads fewer letters of each name. */
const MAX_DISTANCE = 5

/** The known names most similar to the unknown one, at most five: at the least distance, or one more. */
export function suggest(unknown: string, known: Iterable<string>): readonly string[] {
  if (unknown.length > MAX_LENGTH) return []
  const threshold = Math.min(MAX_DISTANCE, Math.floor(unknown.length * 0.4) + 1)
  const near: { name: string; distance: number }[] = []
  for (const name of known) {
    if (Math.abs(name.length - unknown.length) > threshold) continue
    const distance = editDistance(unknown, name, threshold)
    if (distance <= threshold) near.push({ name, distance })
  }
  near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
  const nearest = near[0]?.distance ?? 0
  return near
    .filter(({ distance }) => distance <= nearest + 1)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ name }) => name)
}

/** A hint that offers the names; undefined if there are none. */
export function didYouMean(names: readonly string[]): string | undefined {
  const quoted = names.map(quote)
  const last = quoted.pop()
  if (last === undefined) return undefined
  return `did you mean ${quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`}?`
}

/**
 * The number of letters to change, add, drop or swap with a neighbour. Differences in case alone count once. It leaves
 * out the pairs of letters whose places differ by more than the threshold: they cannot belong to fewer changes.
 */
function editDistance(a: string, b: string, threshold: number): number {
  if (a === b) return 0
  const from = a.toLowerCase()
  const to = b.toLowerCase()
  if (from === to) return 1
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    let least = i
    const end = Math.min(to.length, i + threshold)
    for (let j = Math.max(1, i - threshold); j <= end; j++) {
      const isSame = from[i - 1] === to[j - 1]
      const isSwapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const cost = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (isSame ? 0 : 1),
        isSwapped ? at(beforeLast, j - 2) + 1 : Infinity,
      )
      row[j] = cost
      least = Math.min(least, cost)
    }
    if (least > threshold) return threshold + 1
    beforeLast = last
    last = row
  }
  return at(last, to.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}
