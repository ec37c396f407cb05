import type { Candidate } from "./candidate.ts"

/** The candidates that fit what the user has written, the best first. */
export function ranked<Any extends Candidate>(candidates: readonly Any[], written: string): readonly Any[] {
  const wanted = written.toLowerCase()
  if (wanted === "") return candidates
  return candidates
    .map((candidate) => ({ candidate, rank: rankOf(candidate.label.toLowerCase(), wanted) }))
    .filter(({ rank }) => rank < UNFIT)
    .sort((a, b) => a.rank - b.rank)
    .map(({ candidate }) => candidate)
}

const UNFIT = 4

/** The lower, the better: the label begins with the text, a part of it does, it has the text, or its letters in order. */
function rankOf(label: string, wanted: string): number {
  const at = label.indexOf(wanted)
  if (at === 0) return 0
  if (at > 0) return /[.$ ]/.test(label.charAt(at - 1)) ? 1 : 2
  return hasInOrder(label, wanted) ? 3 : UNFIT
}

function hasInOrder(label: string, wanted: string): boolean {
  let at = -1
  for (const letter of wanted) {
    at = label.indexOf(letter, at + 1)
    if (at === -1) return false
  }
  return true
}
