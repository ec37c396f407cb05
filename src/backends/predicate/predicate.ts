import type { Filter } from "../../filter/filter.ts"
import type { RecordOf } from "../../schema/record-of.ts"
import type { Schema } from "../../schema/schema.ts"
import { closures } from "./closures.ts"
import { generated } from "./generated.ts"
import type { Get } from "./read-property.ts"
import type { ValueTest } from "./rule.ts"

/** Decides whether a record matches a filter. */
export type Predicate<Row = object> = (record: Row) => boolean

/**
 * Decides whether a record matches a filter of a schema. A record that contradicts the schema is a compile error: it has
 * no property of the schema, or one with a value of another type. The values of a record of type `unknown` are checked
 * at run time only.
 */
export type PredicateOf<S extends Schema> = <Row>(record: unknown extends Row ? Row : RecordOf<S>) => boolean

/** How {@link toPredicate} reads records, and whether it generates code. */
export interface PredicateOptions<Row = object> {
  /**
   * Reads a property of a record or of a related record. By default, it is the property of that name. For a relation
   * to many, return an array of objects. With this function, records and related records may be any objects, for example
   * Maps; only for a relation to one, an array is a TypeError.
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
 * Records may be answers of an API or rows of a database driver. {@link RecordOf} has the forms that their values may
 * have. A missing property is null. The predicate may evaluate conditions in any order, and may skip the ones that do
 * not change the answer.
 *
 * By default it generates no code, so it works under a Content Security Policy. With `jit`, the source of the
 * generated code contains names from the schema only; values are passed in.
 *
 * @param filter a checked filter
 * @param options how to read records, and whether to generate code
 * @returns the predicate; it throws a TypeError if a record is no object, or if one of its values has none of the forms
 * of the field's type
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
export function toPredicate<S extends Schema>(
  filter: Filter<S>,
  options?: PredicateOptions & { readonly get?: never },
): PredicateOf<S>
/** For records that `get` reads, or whose type you name: `toPredicate<Row>(filter)` does not compare it with the schema. */
export function toPredicate<Row = object>(filter: Filter, options?: PredicateOptions<Row>): Predicate<Row>
export function toPredicate(filter: Filter, options: PredicateOptions<never> = {}): ValueTest {
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
