import type { Path } from "../../../diagnostics/diagnostic.ts"
import { and, type Filter } from "../../../filter/filter.ts"
import type { Limits } from "../../../read/limits.ts"
import type { Schema } from "../../../schema/schema.ts"
import { type DaysOfZone, daysOf } from "../../../text/first-instant.ts"
import { assertOptions } from "../../assert-options.ts"
import { incomplete } from "../../model-mistakes.ts"
import { joinedAll, type ModelReader, readModel } from "../../model-reader.ts"
import { isBlank } from "../blank.ts"
import { filterFns, tanstackColumns } from "./columns.ts"

/** Options of {@link fromColumnFilters}. */
export interface ColumnFilterOptions {
  /**
   * The time zone of the days in the ranges of date-times, such as `Europe/Paris`. Without it, a day on a date-time
   * field is refused.
   */
  readonly timeZone?: string
  /** The limits of the column filters. A limit that is left out has its default. */
  readonly limits?: Partial<Limits>
}

/**
 * The filter that the state `columnFilters` of TanStack Table means. The state has values but no operators, so the type
 * of a field decides: a text is found inside the field's text, `[min, max]` is a range of numbers, dates or date-times,
 * and everything else is equal. Like the table, it ignores a filter whose value is blank.
 *
 * @param schema the fields that the filters may use. The `id` of a column is the name that a filter writes
 * @param filters the `ColumnFiltersState`, from `onColumnFiltersChange` or from JSON: `[{ id, value }]`
 * @param options the time zone of days, and the limits
 * @returns the filter
 * @throws FilterError with every mistake. Its paths lead to the column filters: `[0]`. Also if no filter means the same
 * @throws RangeError if an option is invalid, and TypeError if `schema` is no schema: mistakes of the program
 *
 * @example
 * ```ts
 * const state = [{ id: "lastName", value: "Lee" }, { id: "id", value: [10, ""] }]
 * stringify(fromColumnFilters(customers, state)) // '{"lastName":{"$contains":"Lee"},"id":{"$gte":10}}'
 * ```
 */
export function fromColumnFilters<S extends Schema>(
  schema: S,
  filters: unknown,
  options: ColumnFilterOptions = {},
): Filter<S> {
  assertOptions(options, ["timeZone", "limits"])
  const { timeZone, limits } = options
  const zone = timeZone === undefined ? undefined : daysOf(timeZone)
  return readModel(schema, limits, (reader) => {
    reader.count([], 1)
    const list = reader.list(filters, [])
    return (
      list &&
      joinedAll(
        and,
        list.flatMap((filter, i) => readFilter(reader, filter, [i], zone)),
      )
    )
  })
}

/** The filter of a column. None if the table ignores it; undefined if it has a mistake. */
function readFilter(
  reader: ModelReader,
  value: unknown,
  path: Path,
  zone: DaysOfZone | undefined,
): readonly (Filter | undefined)[] {
  reader.count(path, 2)
  const object = reader.object(value, path)
  if (object === undefined) return [undefined]
  const name = reader.member(object, "id")
  if (isBlank(name)) return [reader.refuse(path, incomplete("field"))]
  let isIgnored = false
  const filter = reader.rule(path, filterFnOf(reader, name), () => {
    const field = reader.field(name)
    const given = reader.member(object, "value")
    const operand = Array.isArray(given) ? reader.list(given, path) : given
    const translation = tanstackColumns[field.type]({ reader, field, zone }, operand)
    isIgnored = translation === undefined
    return translation ?? and([])
  })
  return isIgnored ? [] : [filter]
}

function filterFnOf({ schema }: ModelReader, name: unknown): string {
  // No field has a name that is no text.
  const field = schema.fields.get(name as string)
  return field === undefined ? "" : filterFns[field.type]
}
