import { defineSchema, type FilterInput, field, parseFilter } from "desk-filter"
import { describe } from "desk-filter/analysis"
import { filterBuilder } from "desk-filter/builder"
import { customers } from "desk-filter/desk"
import { toJsonSchema } from "desk-filter/json-schema"
import { toPredicate } from "desk-filter/predicate"
import { fromSearchParams, toSearchParams } from "desk-filter/query-string"
import { postgres, toSql } from "desk-filter/sql"
import { standardSchema } from "desk-filter/standard-schema"

const { and, eq, oneOf } = filterBuilder(customers)
const filter = and(eq("state", "active"), oneOf("companies.id", [1001]))

// @ts-expect-error There is no field stat.
eq("stat", "active")
// @ts-expect-error A state is a text.
eq("state", 7)

const query: string = toSearchParams(filter).toString()
fromSearchParams(customers, toSearchParams(filter))
// @ts-expect-error A query is a text or search parameters.
fromSearchParams(customers, 7)

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  tags: field.many({ name: field.string() }),
})
const input: FilterInput<typeof schema> = { id: { $gt: 7 }, "tags.name": { $in: ["news"] } }
// @ts-expect-error An id does not contain a text.
const wrong: FilterInput<typeof schema> = { id: { $contains: "7" } }
// @ts-expect-error The schema has no field of that name.
toPredicate(parseFilter(schema, input))({ ids: 8 })

export const results: readonly [string, string, string, boolean, unknown, unknown, unknown] = [
  query,
  describe(filter),
  toSql(filter, postgres).text,
  toPredicate(parseFilter(schema, input))({ id: 8 }),
  toJsonSchema(schema),
  standardSchema(schema)["~standard"].version,
  wrong,
]
