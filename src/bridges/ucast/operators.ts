import type { Operator } from "../../schema/operators.ts"
import type { LiteralText } from "./regex-text.ts"

/** How a compound condition joins its conditions. */
export interface Compound {
  /** Whether all of them must match, or some. */
  readonly needs: "all" | "some"
  readonly isNegated: boolean
  /** Whether it takes exactly one condition: @ucast/js ignores the others, and @ucast/sql joins them. */
  readonly isUnary: boolean
}

export const compounds: Readonly<Record<string, Compound>> = {
  and: { needs: "all", isNegated: false, isUnary: false },
  or: { needs: "some", isNegated: false, isUnary: false },
  nor: { needs: "some", isNegated: true, isUnary: false },
  not: { needs: "all", isNegated: true, isUnary: true },
}

/** The operators with a value or a list of values. `within` is the name of `in` in @ucast/js, and Open Policy Agent also reads `le` and `ge`. */
export const comparisons: Readonly<Record<string, Operator>> = {
  eq: "$eq",
  ne: "$ne",
  lt: "$lt",
  lte: "$lte",
  le: "$lte",
  gt: "$gt",
  gte: "$gte",
  ge: "$gte",
  in: "$in",
  within: "$in",
  nin: "$nin",
}

/** The operators of Open Policy Agent that find a text. */
export const textOperators: Readonly<Record<string, (text: string) => LiteralText>> = {
  contains: (text) => ({ text, before: true, after: true }),
  startswith: (text) => ({ text, after: true }),
  endswith: (text) => ({ text, before: true }),
}

/** A regular expression. */
export const REGEX = "regex"

/** The operator that asks for one related record. */
export const ELEM_MATCH = "elemMatch"

/** Why no filter means the same as the other operators of ucast. */
export const reasons: Readonly<Record<string, string>> = {
  exists: "a missing value is null in a filter: compare with null",
  all: "write one condition for each value, joined by and",
  size: "no filter counts related records",
  mod: "a filter does not calculate",
  where: "a filter calls no function",
}

/** The names of all operators, for suggestions. */
export function ucastOperators(): readonly string[] {
  return [compounds, comparisons, textOperators, reasons].flatMap(Object.keys).concat(REGEX, ELEM_MATCH)
}
