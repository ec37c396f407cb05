import { quote } from "../text/quote.ts"

const MAX_SUGGESTIONS = 5
/** Longer names get no suggestion. */
const MAX_LENGTH = 64

/** Names with more changes are not similar. */
const MAX_DISTANCE = 5

interface Similar {
  readonly name: string
  readonly distance: number
}

/**
 * The known names most similar to the unknown one, at most five: at the least distance, or one more. A name that
 * differs in case only is certainly meant, so it comes alone.
 */
export function suggest(unknown: string, known: Iterable<string>): readonly string[] {
  if (unknown.length > MAX_LENGTH) return []
  const written = unknown.toLowerCase()
  /** The most changes of a name that can still be suggested. */
  let most = Math.min(MAX_DISTANCE, Math.floor(unknown.length * 0.4) + 1)
  const nearest: Similar[] = []
  for (const name of known) {
    if (Math.abs(name.length - unknown.length) > most) continue
    const distance = editDistance(written, name.toLowerCase(), most)
    if (distance > most) continue
    // Others may differ in case only, too.
    most = Math.min(most, distance === 0 ? 0 : distance + 1)
    insert({ name, distance }, nearest)
  }
  return nearest.filter(({ distance }) => distance <= most).map(({ name }) => name)
}

/** Puts a name at its position, and removes the last one if there are too many. */
function insert(similar: Similar, nearest: Similar[]): void {
  const last = nearest[MAX_SUGGESTIONS - 1]
  if (last !== undefined && byDistance(last, similar) < 0) return
  nearest.push(similar)
  nearest.sort(byDistance)
  nearest.splice(MAX_SUGGESTIONS)
}

function byDistance(a: Similar, b: Similar): number {
  return a.distance - b.distance || (a.name < b.name ? -1 : 1)
}

/** A hint that offers the names; undefined if there are none. */
export function didYouMean(names: readonly string[]): string | undefined {
  const quoted = names.map(quote)
  const last = quoted.pop()
  if (last === undefined) return undefined
  return `did you mean ${quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`}?`
}

/**
 * The number of letters to change, add, drop or swap with a neighbour; or some number above `most` if there are more.
 *
 * It finds how far each number of changes leads (Ukkonen 1985). That takes less than (most + 1)² steps and a look at
 * the letters that are equal, however long the names are.
 */
function editDistance(a: string, b: string, most: number): number {
  /** The difference between the positions in `b` and in `a` at the end. Each change alters it by one at most. */
  const end = b.length - a.length
  const origin = most + 1
  /** How far in `a` the changes lead, by the difference between the positions. */
  let reached: number[] = Array(2 * origin + 1).fill(-1)
  let before = reached.slice()
  for (let changes = 0; changes <= most; changes++) {
    const row = before
    before = reached
    reached = row
    const left = most - changes
    const highest = Math.min(changes, end + left)
    for (let shift = Math.max(-changes, end - left); shift <= highest; shift++) {
      const last = at(before, origin + shift)
      const isSwapped = isEqualAt(a, last, b, last + shift + 1) && isEqualAt(a, last + 1, b, last + shift)
      const furthest = Math.max(
        at(before, origin + shift - 1),
        at(before, origin + shift + 1) + 1,
        last + (isSwapped ? 2 : 1),
      )
      let i = Math.min(furthest, a.length, b.length - shift)
      while (isEqualAt(a, i, b, i + shift)) i++
      reached[origin + shift] = i
    }
    if (at(reached, origin + end) === a.length) return changes
  }
  return most + 1
}

function at(row: readonly number[], index: number): number {
  return row[index] as number
}

/** It checks the positions, because V8 deoptimises charCodeAt after one read out of bounds. */
function isEqualAt(a: string, i: number, b: string, j: number): boolean {
  return i >= 0 && j >= 0 && i < a.length && j < b.length && a.charCodeAt(i) === b.charCodeAt(j)
}
