import type { Condition, Filter } from "../../filter/filter.ts"
import { isConstant, simplify } from "../simplify.ts"
import type { Decision } from "./deciding-conditions.ts"

/** The steps that {@link withoutImplied} may take: about as many nodes as it may visit. */
const BUDGET = 100_000

/**
 * The reasons, without those that are not needed because of the values of the conditions: `id > 5` follows from `id > 7`,
 * and one of `id < 7` and `id >= 7` is true of every record with an id. When the budget runs out, the other reasons stay.
 */
export function withoutImplied(
  filter: Filter,
  matches: boolean,
  { reasons, conditions }: Decision,
): readonly Condition[] {
  // Conditions on separate fields may have any truth, so each reason is needed.
  if (areIndependent(conditions)) return reasons
  let left = BUDGET
  const needed = new Set(reasons)
  for (const reason of [...reasons].reverse()) {
    const step = Math.ceil(BUDGET / 100)
    if (left < step) break
    left -= step
    needed.delete(reason)
    const found = matches ? findRecord([...needed], [filter], step) : findRecord([filter], [...needed], step)
    if (found !== "none") needed.add(reason)
  }
  return reasons.filter((reason) => needed.has(reason))
}

function areIndependent(conditions: readonly Condition[]): boolean {
  const subjects = new Set(conditions.map(({ field: { name, relation } }) => relation?.name ?? name))
  return subjects.size === conditions.length && !conditions.some(isSettled)
}

/** Whether a condition has the same truth for every record. */
function isSettled(condition: Condition): boolean {
  const simple = simplify(condition)
  return isConstant("and", simple) || isConstant("or", simple)
}

/** A stub: the decision procedure takes its place. */
function findRecord(
  _matching: readonly Filter[],
  _others: readonly Filter[],
  _budget: number,
): { readonly record: object } | "none" | "unknown" {
  return "unknown"
}
