import { defineSchema, type Filter, type FilterInput, field, parseFilter } from "../../../src/index.ts"

/** A table with an index on every column, and 20,000 rows. */
export const events = defineSchema({
  id: field.integer({ nullable: false }),
  name: field.string(),
  at: field.datetime(),
})

/** Filters that an ordinary index must serve on every engine with indexes. */
export const byIndex: Readonly<Record<string, FilterInput<typeof events>>> = {
  "an id": { id: 77 },
  ids: { id: { $in: [77, 1200, 9001] } },
  "a range of ids": { id: { $lt: 20 } },
  "a name": { name: "n77" },
  names: { name: { $in: ["n77", "n1200", "n9001"] } },
  "a date-time": { at: "2024-01-01T00:01:17Z" },
  "date-times": { at: { $in: ["2024-01-01T00:01:17Z", "2024-01-01T00:20:00Z"] } },
  "a range of date-times": { at: { $lt: "2024-01-01T00:00:20Z" } },
}

/** Filters that need an index by code point. */
export const byCodePointIndex: Readonly<Record<string, FilterInput<typeof events>>> = {
  "a range of names": { name: { $lt: "n10" } },
  "a range of names from below": { name: { $gte: "n9999" } },
}

export function read(input: FilterInput<typeof events>): Filter<typeof events> {
  return parseFilter(events, input)
}
