import type { Filter } from "../filter/filter.ts"
import { fold } from "../filter/fold.ts"
import type { Schema } from "../schema/schema.ts"
import { quote } from "../text/quote.ts"

/** @throws TypeError if the value is no checked filter, or if a field of the filter is not one of the schema */
export function assertFieldsOf(schema: Schema, filter: Filter): void {
  fold<void>(filter, {
    and() {},
    or() {},
    condition({ field }) {
      const namesake = schema.fields.get(field.name)
      if (namesake === field) return
      const name = quote(field.name)
      throw new TypeError(
        namesake === undefined
          ? `The index is of another schema, which has no field ${name}: pass the schema of the filter to filterIndex`
          : `The index is of another schema, which has its own field ${name}: make the index and the filter with one schema object, of one copy of desk-filter`,
      )
    },
  })
}
