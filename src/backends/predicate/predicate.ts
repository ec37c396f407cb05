import type { Filter } from "../../filter/filter.ts"
import { closures } from "./closures.ts"
import { generated } from "./generated.ts"
import type { Get } from "./reading.ts"

/** Says of a record whether a filter matches it. */
export type Predicate<Row = object> = (record: Row) => boolean

/** How {@link toPredicate} reads records, and what it makes of a filter. */
export interface PredicateOptions<Row = object> {
  /**
   * Reads a property: of a record, and through a relation of a related one. By default the property of
   * that name. What it returns for a relation to many is an array of objects.
   */
  readonly get?: (record: Row, property: string) => unknown
  /**
   * Whether to generate code, which pays when many records are scanned: `true` generates it, and throws where a
   * Content Security Policy or the like forbids that; `"auto"` does without it there. Default: `false`.
   */
  readonly jit?: boolean | "auto"
}

/**
 * Compiles a filter to a function that says of a record whether it matches.
 *
 * Records look as Desk's API answers them: integers as numbers, bigints or strings of digits,
 * date-times as RFC 3339 texts or Dates, references as `{ id, type }` or the id, relations to many as
 * arrays of objects; what is missing is null. Which of several conditions is asked first is not
 * said, and what the answer does not depend on may not be looked at.
 *
 * Nothing is generated or evaluated, so it works under a Content Security Policy, unless `jit` asks for it.
 * Generated code holds names of the schema as literals, and no value of the filter.
 *
 * @param filter a checked filter
 * @param options how to read records, and whether to generate code
 * @returns the predicate; it throws a TypeError for a record whose value is not of the field's type
 * @throws TypeError when the filter is not one that parsing or the builder made
 * @throws EvalError when `jit` is true where code must not be generated
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
  { get, jit = false }: PredicateOptions<Row> = {},
): Predicate<Row> {
  const build = jit === false ? closures : jit === true ? generated : generatedOrClosures
  return build(filter, get as Get | undefined) as Predicate<Row>
}

/** Generated code where it may be generated. */
function generatedOrClosures(...parts: Parameters<typeof closures>): ReturnType<typeof closures> {
  try {
    return generated(...parts)
  } catch (error) {
    if (error instanceof EvalError) return closures(...parts)
    throw error
  }
}
