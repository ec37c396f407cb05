import type { Filter } from "../../filter/filter.ts"
import { closures } from "./closures.ts"
import { generated } from "./generated.ts"
import type { Get } from "./read-property.ts"

/** Decides whether a record matches a filter. */
export type Predicate<Row = object> = (record: Row) => boolean

/** How {@link toPredicate} reads records, and whether it generates code. */
export interface PredicateOptions<Row = object> {
  /**
   * Reads a property of a record or of a related record. By default, it is the property of that name. For a relation
   * to many, return an array of objects.
   */
  readonly get?: (record: Row, property: string) => unknown
  /**
   * Whether to generate code, which is worth it when you scan many records. `true` throws where a Content Security
   * Policy or a similar rule forbids code generation; `"auto"` falls back to closures there. Default: `false`.
   */
  readonly jit?: boolean | "auto"
}

/**
 * Compiles a filter to a function that decides whether a record matches.
 *
 * Records have the form of an answer of Desk's API: integers are numbers, bigints or strings of digits;
 * date-times are RFC 3339 texts or Dates; references are `{ id, type }` or the id; relations to many are
 * arrays of objects. A missing property is null. The predicate may evaluate conditions in any order, and may
 * skip the ones that do not change the answer.
 *
 * By default it generates no code, so it works under a Content Security Policy. With `jit`, the source of the
 * generated code contains names from the schema only; values are passed in.
 *
 * @param filter a checked filter
 * @param options how to read records, and whether to generate code
 * @returns the predicate; it throws a TypeError if a record has a value that is not of the field's type
 * @throws TypeError if the filter is not a checked filter
 * @throws EvalError if `jit` is true where the environment forbids code generation
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"contacts.value":{"$contains":"@example.com"}}')
 * const matches = toPredicate(filter)
 * matches({ id: 1, contacts: [{ value: "jane@example.com" }] }) // true
 * matches({ id: 2 }) // false
 *
 * const compiled = toPredicate(filter, { jit: "auto" })
 * compiled({ id: 1, contacts: [{ value: "jane@example.com" }] }) // true
 * ```
 */
export function toPredicate<Row = object>(
  filter: Filter,
  options: PredicateOptions<Row> = {},
): Predicate<Row> {
  const { get, jit = false } = options
  const read = get as Get | undefined
  if (jit) {
    try {
      return generated(filter, read)
    } catch (error) {
      if (jit === true || !(error instanceof EvalError)) throw error
    }
  }
  return closures(filter, read)
}
