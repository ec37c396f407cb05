import { and, type Filter } from "../../../filter/filter.ts"
import type { Limits } from "../../../read/limits.ts"
import { assertSchema } from "../../../schema/assert-schema.ts"
import type { Field } from "../../../schema/field.ts"
import type { FieldType } from "../../../schema/field-type.ts"
import type { FieldName, FieldWith, ValueOf } from "../../../schema/infer.ts"
import type { Schema } from "../../../schema/schema.ts"
import { fieldTypes } from "../../../schema/types/index.ts"
import { daysOf } from "../../../text/first-instant.ts"
import { assertOptions } from "../../assert-options.ts"
import { joinedAll, readModel } from "../../model-reader.ts"
import { namedFields } from "./named-fields.ts"
import { readQuickFilter } from "./quick-filter.ts"
import { type ItemSettings, readItems } from "./read-items.ts"

/** The names of the fields whose values may be a Date: the date-time fields. */
type DateTimeField<S extends Schema> = {
  [F in FieldName<S>]: Date extends ValueOf<S, F> ? F : never
}[FieldName<S>]

/** Options of {@link fromMuiFilterModel}. */
export interface MuiFilterOptions<S extends Schema = Schema> {
  /**
   * The time zone whose days a column of type `date` shows, such as `Europe/Paris`. Without it, the filter of a day on a
   * date-time field is refused.
   */
  readonly timeZone?: string
  /** The date-time fields whose columns have the type `dateTime`. The columns of the others have the type `date`. */
  readonly dateTimeFields?: readonly DateTimeField<S>[]
  /** The text fields that the quick filter looks in. Without it, a model with a quick filter is refused. */
  readonly quickFilterFields?: readonly FieldWith<S, "$contains">[]
  /** The limits of the model. A limit that is left out has its default. */
  readonly limits?: Partial<Limits>
}

/**
 * The filter that a filter model of MUI's Data Grid means: the grid finds the same rows, but ignores case and accents.
 * Like the grid, it ignores an item that has no value yet.
 *
 * @param schema the fields that the model may use. The `field` of a column is the name that a filter writes
 * @param model the `GridFilterModel`, from `onFilterModelChange` or from JSON: `{ items: [{ field, operator, value }] }`
 * @param options the time zone of days, the fields of the quick filter, and the limits
 * @returns the filter
 * @throws FilterError with every mistake. Its paths lead to the items: `["items", 0]`. Also if no filter means the same
 * @throws RangeError if an option is invalid, and TypeError if `schema` is no schema: mistakes of the program
 *
 * @example
 * ```ts
 * const model = { items: [{ id: 1, field: "lastName", operator: "contains", value: "Lee" }], quickFilterValues: [] }
 * stringify(fromMuiFilterModel(customers, model)) // '{"lastName":{"$contains":"Lee"}}'
 * ```
 */
export function fromMuiFilterModel<S extends Schema>(
  schema: S,
  model: unknown,
  options: MuiFilterOptions<S> = {},
): Filter<S> {
  assertSchema(schema)
  assertOptions(options, ["timeZone", "dateTimeFields", "quickFilterFields", "limits"])
  const { timeZone, dateTimeFields, quickFilterFields, limits } = options
  const items: ItemSettings = {
    zone: timeZone === undefined ? undefined : daysOf(timeZone),
    withTime: new Set(namedFields(schema, "dateTimeFields", dateTimeFields ?? [], "a date-time", hasTime)),
  }
  const quickFields =
    quickFilterFields === undefined
      ? undefined
      : namedFields(schema, "quickFilterFields", quickFilterFields, "a text", canContain)
  return readModel(schema, limits, (reader) => {
    reader.count([], 1)
    const object = reader.object(model, [])
    return (
      object &&
      joinedAll(and, [readItems(reader, object, items), readQuickFilter(reader, object, quickFields)])
    )
  })
}

function hasTime({ type }: Field): boolean {
  const { acceptsDate }: FieldType = fieldTypes[type]
  return acceptsDate === true
}

function canContain({ operators }: Field): boolean {
  return operators.includes("$contains")
}
