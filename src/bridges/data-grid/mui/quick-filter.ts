import { and, type Filter, or } from "../../../filter/filter.ts"
import { notA, untranslatable } from "../../model-mistakes.ts"
import { joinedAll, type ModelReader } from "../../model-reader.ts"
import { reject } from "../reject.ts"
import { readJoin } from "./join.ts"

const VALUES = "quickFilterValues"
/** How messages call it. */
const SHOWN = "quick filter"

const NO_FIELDS =
  "the model does not say in which columns to look: pass the option quickFilterFields, the names of text fields"

/** The quick filter of a model: some field contains the value. */
export function readQuickFilter(
  reader: ModelReader,
  model: object,
  fields: readonly string[] | undefined,
): Filter | undefined {
  const join = readJoin(reader, model, "quickFilterLogicOperator")
  const values = reader.list(reader.member(model, VALUES) ?? [], [VALUES])
  if (join === undefined || values === undefined) return undefined
  if (!values.some(Boolean)) return and([])
  if (fields === undefined) return reader.refuse([VALUES], untranslatable(SHOWN, NO_FIELDS))
  return joinedAll(
    join,
    values.map((value, i) => {
      const path = [VALUES, i]
      // Each value makes a condition for each field.
      for (let conditions = 0; conditions < Math.max(1, fields.length); conditions++) reader.count(path, 2)
      return reader.rule(path, SHOWN, () => {
        // The grid finds a blank value in no column.
        if (!value) return or([])
        if (typeof value !== "string") return reject(notA("string", value))
        return or(fields.map((field) => reader.condition("$contains", field, value)))
      })
    }),
  )
}
