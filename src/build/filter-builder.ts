import { FilterError } from "../diagnostics/filter-error.ts"
import { hintText } from "../diagnostics/hint.ts"
import { and, type Condition, condition, type Filter, or } from "../filter/filter.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import type { FieldName, OperatorOf, ValueOf } from "../schema/infer.ts"
import type { Operator } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { isRefusal, readOperand } from "../schema/value.ts"
import { type Literal, numberLiteral } from "../syntax/literal.ts"
import { quote } from "../text/quote.ts"

/** The names of the fields that take an operator, by operator. */
type FieldsWith<S extends Schema> = {
  [O in Operator]: { [F in FieldName<S>]: O extends OperatorOf<S, F> ? F : never }[FieldName<S>]
}

/** The names of the fields that take an operator. */
export type FieldWith<S extends Schema, O extends Operator> = FieldsWith<S>[O]

/** In the types alone: no value has it. */
declare const field: unique symbol

/** Is no value: it makes the compiler name the field when a value is of the wrong type. */
export interface ValueOfField<F extends string> {
  readonly [field]: F
}

/** What stands for a part that is left out: unlike undefined, it is never there by accident. */
const LEFT_OUT: unique symbol = Symbol("left out")

/** What `and` and `or` join: a filter, or what `when` makes of one. */
export type Part<S extends Schema> = Filter<S> | typeof LEFT_OUT

/** Makes filters of one schema; see {@link filterBuilder}. */
export interface FilterBuilder<S extends Schema> {
  /** Every part matches; with none given, every record matches. */
  and(...parts: readonly Part<S>[]): Filter<S>
  /** Some part matches; with none given, no record matches. */
  or(...parts: readonly Part<S>[]): Filter<S>
  /**
   * A part of an `and` or `or` that is there only if the condition holds; the condition is true or
   * false, and nothing that is taken for either.
   */
  when(condition: boolean, part: () => Filter<S>): Part<S>
  /** The field's value equals this one; null: there is no value. */
  eq<F extends FieldWith<S, "$eq">>(field: F, value: ValueOf<S, F> | ValueOfField<F>): Condition<S>
  /** Not `eq`: a record without a value matches too. */
  ne<F extends FieldWith<S, "$ne">>(field: F, value: ValueOf<S, F> | ValueOfField<F>): Condition<S>
  /** The value is less. */
  lt<F extends FieldWith<S, "$lt">>(
    field: F,
    value: NonNullable<ValueOf<S, F>> | ValueOfField<F>,
  ): Condition<S>
  /** The value is less or equal. */
  lte<F extends FieldWith<S, "$lte">>(
    field: F,
    value: NonNullable<ValueOf<S, F>> | ValueOfField<F>,
  ): Condition<S>
  /** The value is greater. */
  gt<F extends FieldWith<S, "$gt">>(
    field: F,
    value: NonNullable<ValueOf<S, F>> | ValueOfField<F>,
  ): Condition<S>
  /** The value is greater or equal. */
  gte<F extends FieldWith<S, "$gte">>(
    field: F,
    value: NonNullable<ValueOf<S, F>> | ValueOfField<F>,
  ): Condition<S>
  /** The value is one of these, `$in`; none of an empty list. */
  oneOf<F extends FieldWith<S, "$in">>(
    field: F,
    values: readonly (ValueOf<S, F> | ValueOfField<F>)[],
  ): Condition<S>
  /** Not `oneOf`, `$nin`: a record without a value matches too, unless null is listed. */
  noneOf<F extends FieldWith<S, "$nin">>(
    field: F,
    values: readonly (ValueOf<S, F> | ValueOfField<F>)[],
  ): Condition<S>
  /** The text has this text in it. */
  contains<F extends FieldWith<S, "$contains">>(field: F, text: string): Condition<S>
  /** The filter that matches every record. */
  readonly all: Filter<S>
  /** The filter that matches no record. */
  readonly none: Filter<S>
}

/**
 * Makes a builder of filters: typed by the schema, and checked at run time by the same rules as a
 * text. It needs no parser.
 *
 * @param schema the fields that the filters may use
 * @returns the builder; its functions throw a FilterError for an unknown field, an operator that the
 * field does not take, or a value that is not one of its type. `undefined` is never a value: a value that
 * was forgotten must not widen a filter.
 *
 * @example
 * ```ts
 * const { and, contains, eq, gte, oneOf, when } = filterBuilder(customers)
 * const filter = and(eq("state", "active"), oneOf("id", [1, 2]), gte("createdAt", new Date("2024-02-29")))
 * stringify(filter) // '{"state":"active","id":{"$in":[1,2]},"createdAt":{"$gte":"2024-02-29T00:00:00Z"}}'
 *
 * // What is conditional is said so: undefined would be an error.
 * const search = (name?: string) =>
 *   and(eq("state", "active"), when(name !== undefined, () => contains("lastName", name ?? "")))
 * stringify(search()) // '{"state":"active"}'
 * ```
 */
export function filterBuilder<S extends Schema>(schema: S): FilterBuilder<S> {
  const make = (operator: Operator, name: string, values: readonly unknown[]): Condition<S> => {
    const field = fieldOf(schema, operator, name)
    return condition<S>(
      operator,
      field,
      // Not values.map, which passes over the holes of a list.
      Array.from(values, (value) => operandOf(field, operator, value)),
    )
  }
  const one = (operator: Operator) => (name: string, value: unknown) => make(operator, name, [value])
  const list = (operator: Operator) => (name: string, values: readonly unknown[]) => {
    if (Array.isArray(values)) return make(operator, name, values)
    throw failure("type-mismatch", `${operator} takes a list of values`, [name, operator])
  }
  return Object.freeze<FilterBuilder<S>>({
    and: (...parts) => and(present(parts)),
    or: (...parts) => or(present(parts)),
    when(condition, part) {
      if (typeof condition !== "boolean")
        throw new TypeError("when() takes a condition that is true or false")
      return condition ? part() : LEFT_OUT
    },
    eq: one("$eq"),
    ne: one("$ne"),
    lt: one("$lt"),
    lte: one("$lte"),
    gt: one("$gt"),
    gte: one("$gte"),
    oneOf: list("$in"),
    noneOf: list("$nin"),
    contains: one("$contains"),
    all: and<S>([]),
    none: or<S>([]),
  })
}

function present<S extends Schema>(parts: readonly Part<S>[]): Filter<S>[] {
  return parts.filter((part) => part !== LEFT_OUT)
}

function fieldOf(schema: Schema, operator: Operator, name: string): Field {
  const field = schema.fields.get(name)
  if (field === undefined)
    throw failure("unknown-field", `There is no field ${quote(String(name))} to filter by`, [name])
  if (field.operators.includes(operator)) return field
  throw failure("operator-not-allowed", `Field ${name} of type ${field.type} does not take ${operator}`, [
    name,
    operator,
  ])
}

function operandOf(field: Field, operator: Operator, value: unknown): Value | null {
  const operand = readOperand(field, operator, literalOf(value, field, operator))
  if (!isRefusal(operand)) return operand
  const { code, message, hint } = operand
  throw failure(code, `Field ${field.name} ${message}`, [field.name, operator], hintText(hint))
}

function literalOf(value: unknown, field: Field, operator: Operator): Literal {
  switch (typeof value) {
    case "string":
      return { kind: "string", value }
    case "boolean":
      return { kind: "boolean", value }
    case "bigint":
      return numberLiteral(value)
    case "number":
      if (Number.isFinite(value)) return numberLiteral(value)
      break
  }
  if (value === null) return { kind: "null" }
  if (value instanceof Date && !Number.isNaN(value.getTime()) && field.type === "datetime")
    return { kind: "string", value: value.toISOString() }
  throw failure("type-mismatch", `${describe(value)} is no value to filter ${field.name} by`, [
    field.name,
    operator,
  ])
}

function describe(value: unknown): string {
  if (value === undefined || typeof value === "number") return String(value)
  return value instanceof Date
    ? Number.isNaN(value.getTime())
      ? "An invalid Date"
      : "A Date"
    : Array.isArray(value)
      ? "A list"
      : `A ${typeof value}`
}

function failure(
  code: FilterError["diagnostics"][number]["code"],
  message: string,
  path: readonly string[],
  hint?: string,
): FilterError {
  return new FilterError([{ code, message, path, ...(hint !== undefined && { hint }) }])
}
