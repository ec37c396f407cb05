import { type Fragment, sql } from "./dialect/fragment.ts"

/** A condition as text and parameters, and the depth of its expressions. */
export interface Written {
  readonly fragment: Fragment
  readonly depth: number
}

/** More operands than this are joined in groups: a chain of n operands is n deep, and SQLite allows a depth of 1000. */
const GROUP = 8

/**
 * Joins conditions with AND or OR.
 *
 * @param empty the text of a join of no conditions
 */
export function joined(operands: readonly Written[], word: " AND " | " OR ", empty: string): Written {
  if (operands.length === 0) return { fragment: empty, depth: 1 }
  if (operands.length > GROUP) {
    const size = GROUP ** Math.floor(Math.log(operands.length - 1) / Math.log(GROUP))
    const groups: Written[] = []
    for (let i = 0; i < operands.length; i += size)
      groups.push(joined(operands.slice(i, i + size), word, empty))
    return joined(groups, word, empty)
  }
  const [only] = operands
  if (operands.length === 1 && only !== undefined) return only
  return {
    fragment: sql`(${operands.flatMap(({ fragment }, i) => (i === 0 ? [fragment] : [word, fragment]))})`,
    depth: operands.length + Math.max(...operands.map(({ depth }) => depth)),
  }
}
