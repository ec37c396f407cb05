import type { And, Compare, Contains, Filter, In, Or } from "./filter.ts"
import type { Schema } from "./schema/schema.ts"

/** What to make of each kind of node; `operands` are what was made of a node's own operands. */
export interface Fold<Result, S extends Schema = never> {
  and(operands: readonly Result[], node: And<S>): Result
  or(operands: readonly Result[], node: Or<S>): Result
  compare(node: Compare<S>): Result
  in(node: In<S>): Result
  contains(node: Contains<S>): Result
}

/** Makes one thing of a filter, from the leaves up. The only code that knows where a node's children are. */
export function fold<Result, S extends Schema = never>(filter: Filter<S>, by: Fold<Result, S>): Result {
  switch (filter.kind) {
    case "and":
      return by.and(
        filter.operands.map((operand) => fold(operand, by)),
        filter,
      )
    case "or":
      return by.or(
        filter.operands.map((operand) => fold(operand, by)),
        filter,
      )
    case "compare":
      return by.compare(filter)
    case "in":
      return by.in(filter)
    case "contains":
      return by.contains(filter)
  }
}
