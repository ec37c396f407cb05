import { type Fragment, sql } from "./dialect/fragment.ts"

/** More operands than this are joined in groups: a chain of n operands is n deep, and SQLite allows a depth of 1000. */
const GROUP = 8

/** Joins conditions with AND or OR, in parentheses if there are several. Undefined if there is none. */
export function joinInGroups(operands: readonly Fragment[], word: " AND " | " OR "): Fragment | undefined {
  if (operands.length <= 1) return operands[0]
  if (operands.length > GROUP) {
    const size = GROUP ** Math.floor(Math.log(operands.length - 1) / Math.log(GROUP))
    const groups: Fragment[] = []
    for (let i = 0; i < operands.length; i += size)
      groups.push(joinInGroups(operands.slice(i, i + size), word) ?? [])
    return joinInGroups(groups, word)
  }
  return sql`(${operands.flatMap((operand, i) => (i === 0 ? [operand] : [word, operand]))})`
}
