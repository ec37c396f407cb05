import { and, type Condition, type Filter, or } from "../filter/filter.ts"
import { assertSchema } from "../schema/assert-schema.ts"
import type { FieldWith, ValueOf } from "../schema/infer.ts"
import type { Operator } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { buildCondition } from "./build-condition.ts"

/** Exists in the types only. */
declare const field: unique symbol

/** No value has this type. It exists so that the compiler's message about a wrong value names the field. */
export interface ValueOfField<F extends string> {
  readonly [field]: F
}

/** Marks a part that `when` left out. Unlike undefined, it never appears by accident. */
const OMITTED: unique symbol = Symbol("omitted")

/** An argument of `and` and `or`: a filter, or the result of `when`. */
export type Part<S extends Schema> = Filter<S> | typeof OMITTED

/** Builds filters for one schema; see {@link filterBuilder}. */
export interface FilterBuilder<S extends Schema> {
  /** Matches if every part matches. Without parts, it matches every record. */
  and(...parts: readonly Part<S>[]): Filter<S>
  /** Matches if at least one part matches. Without parts, it matches no record. */
  or(...parts: readonly Part<S>[]): Filter<S>
  /**
   * An optional part of an `and` or `or`. If the condition is false, the part is left out. The condition
   * must be a boolean; other values are not converted.
   */
  when(condition: boolean, part: () => Filter<S>): Part<S>
  /** The field's value equals this one. With null, it matches records without a value. */
  eq<F extends FieldWith<S, "$eq">>(field: F, value: ValueOf<S, F> | ValueOfField<F>): Condition<S>
  /** The opposite of `eq`. With a value other than null, it also matches records without a value. */
  ne<F extends FieldWith<S, "$ne">>(field: F, value: ValueOf<S, F> | ValueOfField<F>): Condition<S>
  /** The field's value is less than this one. */
  lt<F extends FieldWith<S, "$lt">>(
    field: F,
    value: NonNullable<ValueOf<S, F>> | ValueOfField<F>,
  ): Condition<S>
  /** The field's value is less than or equal to this one. */
  lte<F extends FieldWith<S, "$lte">>(
    field: F,
    value: NonNullable<ValueOf<S, F>> | ValueOfField<F>,
  ): Condition<S>
  /** The field's value is greater than this one. */
  gt<F extends FieldWith<S, "$gt">>(
    field: F,
    value: NonNullable<ValueOf<S, F>> | ValueOfField<F>,
  ): Condition<S>
  /** The field's value is greater than or equal to this one. */
  gte<F extends FieldWith<S, "$gte">>(
    field: F,
    value: NonNullable<ValueOf<S, F>> | ValueOfField<F>,
  ): Condition<S>
  /** The field's value is one of these (`$in`). An empty list matches no record. */
  oneOf<F extends FieldWith<S, "$in">>(
    field: F,
    values: readonly (ValueOf<S, F> | ValueOfField<F>)[],
  ): Condition<S>
  /** The opposite of `oneOf` (`$nin`). It also matches records without a value, unless the list contains null. */
  noneOf<F extends FieldWith<S, "$nin">>(
    field: F,
    values: readonly (ValueOf<S, F> | ValueOfField<F>)[],
  ): Condition<S>
  /** The field's value contains this text. */
  contains<F extends FieldWith<S, "$contains">>(field: F, text: string): Condition<S>
  /** The filter that matches every record. */
  readonly all: Filter<S>
  /** The filter that matches no record. */
  readonly none: Filter<S>
}

/**
 * Makes functions that build filters for a schema. The schema determines their types. At run time they check
 * their arguments with the rules that `parseFilter` uses. The builder does not load the parser.
 *
 * @param schema the fields that the filters may use
 * @returns the builder. Its functions throw a FilterError for an unknown field, an operator that the
 * field does not support, or a value that its type does not accept. `undefined` is an error, so a
 * forgotten value cannot widen a filter. They throw a TypeError for a list in place of filters, and for too many arguments.
 * @throws TypeError when the first argument is no schema
 *
 * @example
 * ```ts
 * const { and, contains, eq, gte, oneOf, when } = filterBuilder(customers)
 * const filter = and(eq("state", "active"), oneOf("id", [1, 2]), gte("createdAt", new Date("2024-02-29")))
 * stringify(filter) // '{"state":"active","id":{"$in":[1,2]},"createdAt":{"$gte":"2024-02-29T00:00:00Z"}}'
 *
 * // Use when() for an optional condition: undefined would be an error.
 * const search = (name?: string) =>
 *   and(eq("state", "active"), when(name !== undefined, () => contains("lastName", name ?? "")))
 * stringify(search()) // '{"state":"active"}'
 * ```
 */
export function filterBuilder<S extends Schema>(schema: S): FilterBuilder<S> {
  assertSchema(schema)
  const conditionWith =
    (operator: Operator, call: string) =>
    (name: string, operand: unknown, ...more: readonly unknown[]) => {
      if (more.length > 0) throw new TypeError(`Too many arguments: write ${call}`)
      return buildCondition(schema, operator, name, operand)
    }
  return Object.freeze<FilterBuilder<S>>({
    and: (...parts) => and(withoutOmitted("and", parts)),
    or: (...parts) => or(withoutOmitted("or", parts)),
    when(condition, part) {
      if (typeof condition !== "boolean") throw new TypeError("The condition of when() must be true or false")
      if (typeof part !== "function")
        throw new TypeError("The part of when() must be a function: write when(condition, () => filter)")
      return condition ? part() : OMITTED
    },
    eq: conditionWith("$eq", "eq(field, value)"),
    ne: conditionWith("$ne", "ne(field, value)"),
    lt: conditionWith("$lt", "lt(field, value)"),
    lte: conditionWith("$lte", "lte(field, value)"),
    gt: conditionWith("$gt", "gt(field, value)"),
    gte: conditionWith("$gte", "gte(field, value)"),
    oneOf: conditionWith("$in", "oneOf(field, [a, b])"),
    noneOf: conditionWith("$nin", "noneOf(field, [a, b])"),
    contains: conditionWith("$contains", "contains(field, text)"),
    all: and<S>([]),
    none: or<S>([]),
  })
}

function withoutOmitted<S extends Schema>(name: "and" | "or", parts: readonly Part<S>[]): Filter<S>[] {
  if (parts.some((part) => Array.isArray(part)))
    throw new TypeError(`${name}() takes filters, not a list of them. Spread the list: ${name}(...filters)`)
  return parts.filter((part) => part !== OMITTED)
}
