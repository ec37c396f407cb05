import { and, type Filter } from "../../../filter/filter.ts"
import type { Limits } from "../../../read/limits.ts"
import type { Schema } from "../../../schema/schema.ts"
import { daysOf } from "../../../text/first-instant.ts"
import { assertOptions } from "../../assert-options.ts"
import { readModel } from "../../model-reader.ts"
import { readAdvanced } from "./advanced.ts"
import { readColumns } from "./column.ts"

/** How the filter model of an AG Grid is read. */
export interface AgGridFilterOptions {
  /**
   * The time zone of the browser, such as `Europe/Paris`. A date filter on a date-time field needs it: a day begins at
   * another instant in each zone.
   */
  readonly timeZone?: string
  /** The limits of `parseFilter`. A model comes from a client. */
  readonly limits?: Partial<Limits>
}

/**
 * Reads the filter model of an AG Grid: what `getFilterModel()` or `getAdvancedFilterModel()` returns, or a request of
 * its server-side row model has as `filterModel`. The filter matches the rows that the grid itself would show, or there
 * is an error: no rule is skipped or read as one that is wider.
 *
 * @param schema the fields that filters may use. The ids of the columns are their names
 * @param model the model: `{ [colId]: { filterType, type, filter } }`, or `{ filterType: "join", type, conditions }` and
 *   a single rule `{ filterType, colId, type, filter }` of the advanced filter. `{}` and null match every record
 * @param options `{ timeZone?, limits? }`
 * @returns a checked filter of the schema
 * @throws FilterError with the path to each mistake in the model, such as `["name","conditions",1]`
 * @throws RangeError if `timeZone` is no time zone or a limit is invalid, and TypeError if `schema` is no schema
 *
 * @example
 * ```ts
 * const model = { firstName: { filterType: "text", type: "startsWith", filter: "Al" } }
 * stringify(fromAgGridFilterModel(customers, model)) // '{"firstName":{"$gte":"Al","$lt":"Am"}}'
 * ```
 */
export function fromAgGridFilterModel<S extends Schema>(
  schema: S,
  model: unknown,
  options: AgGridFilterOptions = {},
): Filter<S> {
  assertOptions(options, ["timeZone", "limits"])
  const { timeZone, limits } = options
  const zone = timeZone === undefined ? undefined : daysOf(timeZone)
  return readModel(schema, limits, (reader) => {
    if (model === null) return and([])
    const object = reader.object(model, [])
    if (object === undefined) return undefined
    // A column may have any name, but what it has as its filter is no text.
    const isAdvanced = typeof reader.member(object, "filterType") === "string"
    const context = { reader, zone, isAdvanced }
    return isAdvanced ? readAdvanced(context, object) : readColumns(context, object)
  })
}
