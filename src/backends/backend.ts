import type { Condition, Filter } from "../filter/filter.ts"
import { type Fold, fold } from "../filter/fold.ts"
import type { Schema } from "../schema/schema.ts"

/** A target that filters are compiled to: a function for each kind of node. */
export type Backend<Result, S extends Schema = never> = Readonly<Fold<Result, S>>

/**
 * Defines a target that filters can be compiled to. It is a fold: `and` and `or` receive the results of their operands.
 * Each of the three kinds of condition receives its node, with the field resolved and the value checked.
 *
 * A backend must keep the meaning of the language, or throw. A missing value is null. Null satisfies `$ne 5`, but no
 * order operator. An `and` without operands matches every record, and an `or` without operands matches none.
 *
 * @param backend one function for each kind of node
 * @returns the same object, with its type
 *
 * @example
 * ```ts
 * const fieldNames = defineBackend<string[]>({
 *   and: (operands) => operands.flat(),
 *   or: (operands) => operands.flat(),
 *   compare: ({ field }) => [field.name],
 *   in: ({ field }) => [field.name],
 *   contains: ({ field }) => [field.name],
 * })
 * compile(parseFilter(customers, '{"state":"active","id":{"$gt":5}}'), fieldNames) // ["state", "id"]
 * ```
 */
export function defineBackend<Result, S extends Schema = never>(
  backend: Fold<Result, S>,
): Backend<Result, S> {
  return backend
}

/**
 * Compiles a filter with a backend.
 *
 * @param filter a checked filter
 * @param backend a backend from {@link defineBackend}
 * @returns the backend's result for the root of the filter
 * @throws TypeError if the filter is not a checked filter; and whatever the backend throws
 *
 * @example
 * ```ts
 * const size = defineBackend<number>({
 *   and: (operands) => operands.reduce((sum, n) => sum + n, 1),
 *   or: (operands) => operands.reduce((sum, n) => sum + n, 1),
 *   compare: () => 1,
 *   in: () => 1,
 *   contains: () => 1,
 * })
 * compile(parseFilter(customers, '{"state":"active","trusted":true}'), size) // 3
 * ```
 */
export function compile<Result, S extends Schema>(filter: Filter<S>, backend: Backend<Result, S>): Result {
  return fold<Result, S>(filter, {
    and: (operands, node) => backend.and(operands, node),
    or: (operands, node) => backend.or(operands, node),
    condition: (node) => handle(node, backend),
  })
}

/** Gives a condition to the function for its kind. */
function handle<Result, S extends Schema>(node: Condition<S>, backend: Backend<Result, S>): Result {
  switch (node.kind) {
    case "compare":
      return backend.compare(node)
    case "in":
      return backend.in(node)
    case "contains":
      return backend.contains(node)
  }
}
