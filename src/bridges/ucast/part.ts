import { CompoundCondition, type Condition } from "@ucast/core"

/** A condition, or whether all records match. A condition without parts is no valid SQL, so it occurs at the root only. */
export type Part = Condition | boolean

/** Every part matches. */
export function allOf(parts: readonly Part[]): Part {
  return joined("and", parts, false)
}

/** At least one part matches. */
export function someOf(parts: readonly Part[]): Part {
  return joined("or", parts, true)
}

/** The part does not match. */
export function notOf(condition: Condition): Condition {
  return new CompoundCondition("not", [condition])
}

/** The part as a condition. The empty conjunction matches everything, and the empty disjunction nothing. */
export function conditionOf(part: Part): Condition {
  return typeof part === "boolean" ? new CompoundCondition(part ? "and" : "or", []) : part
}

/** @param decisive the part that decides for the whole */
function joined(operator: "and" | "or", parts: readonly Part[], decisive: boolean): Part {
  if (parts.includes(decisive)) return decisive
  const conditions = parts.filter((part) => typeof part !== "boolean")
  const [first, ...others] = conditions
  if (first === undefined) return !decisive
  return others.length === 0 ? first : new CompoundCondition(operator, conditions)
}
