import type { Schema } from "../schema/schema.ts"
import {
  type And,
  assertFilter,
  type Compare,
  type Condition,
  type Contains,
  type Filter,
  type In,
  type Or,
} from "./filter.ts"

/** What to make of each kind of node. `operands` are the results of a node's own operands. */
export interface Fold<Result, S extends Schema = never> {
  and(operands: readonly Result[], node: And<S>): Result
  or(operands: readonly Result[], node: Or<S>): Result
  compare(node: Compare<S>): Result
  in(node: In<S>): Result
  contains(node: Contains<S>): Result
}

/** A fold that treats all kinds of condition alike, and so needs no change when the language gets another kind. */
export interface ConditionFold<Result, S extends Schema = never> {
  and(operands: readonly Result[], node: And<S>): Result
  or(operands: readonly Result[], node: Or<S>): Result
  condition(node: Condition<S>): Result
}

/**
 * Makes one result of a filter, from the leaves up.
 *
 * @throws TypeError when the value is not a checked filter
 */
export function fold<Result, S extends Schema = never>(
  filter: Filter<S>,
  by: ConditionFold<Result, S>,
): Result {
  assertFilter(filter)
  return foldNode(filter, by)
}

/** The only code that knows where the children of a node are. */
function foldNode<Result, S extends Schema>(filter: Filter<S>, by: ConditionFold<Result, S>): Result {
  if (filter.kind === "and") return by.and(foldNodes(filter.operands, by), filter)
  if (filter.kind === "or") return by.or(foldNodes(filter.operands, by), filter)
  return by.condition(filter)
}

/** Replaces the items of a copy: V8 11.3 maps a frozen array more slowly (bench/v8.ts). */
function foldNodes<Result, S extends Schema>(
  filters: readonly Filter<S>[],
  by: ConditionFold<Result, S>,
): Result[] {
  const results: (Filter<S> | Result)[] = [...filters]
  for (let i = 0; i < results.length; i++) results[i] = foldNode(results[i] as Filter<S>, by)
  return results as Result[]
}
