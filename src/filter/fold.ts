import type { Schema } from "../schema/schema.ts"
import type { And, Compare, Contains, Filter, In, Or } from "./filter.ts"

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
      return by.and(foldAll(filter.operands, by), filter)
    case "or":
      return by.or(foldAll(filter.operands, by), filter)
    case "compare":
      return by.compare(filter)
    case "in":
      return by.in(filter)
    case "contains":
      return by.contains(filter)
  }
}

/** In the places of a copy, because engines are slow to map an array that is frozen. */
function foldAll<Result, S extends Schema>(filters: readonly Filter<S>[], by: Fold<Result, S>): Result[] {
  const results: (Filter<S> | Result)[] = [...filters]
  for (let i = 0; i < results.length; i++) results[i] = fold(results[i] as Filter<S>, by)
  return results as Result[]
}
