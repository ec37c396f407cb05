import { describe, expect, test } from "vitest"
import { completions } from "./compiler.ts"

const prelude = `
import { type FilterInput, defineSchema, field, parseFilter, safeParseFilter } from "desk-filter"
import { filterBuilder } from "desk-filter/builder"
import { toPredicate } from "desk-filter/predicate"
const schema = defineSchema({
  id: field.integer({ nullable: false }),
  name: field.string(),
  role: field.enum(["agent", "admin"]),
  secret: field.opaque(),
  contacts: field.many({ value: field.string() }),
})
const { contains, eq, gt, oneOf } = filterBuilder(schema)
const input = (value: FilterInput<typeof schema>) => value
const matches = toPredicate(parseFilter(schema, "{}"))
`

const names = ['"contacts.value"', "$and", "$or", "id", "name", "role", "secret"]

/** The kind of completion, a line with a bar at the cursor, and the offered names. */
const cases: readonly (readonly [what: string, line: string, names: readonly string[]])[] = [
  ["field names, including relation paths", 'eq("|")', ["contacts.value", "id", "name", "role", "secret"]],
  ["the fields that support the operator", 'contains("|")', ["contacts.value", "name"]],
  ["the values of an enum", 'eq("role", "|")', ["admin", "agent"]],
  ["the values of an enum in a list", 'oneOf("role", ["agent", "|"])', ["admin", "agent"]],
  ["names in JSON", "input({ | })", names],
  ["names inside $or", "input({ $or: [{ | }] })", names],
  ["the operators of a field", "input({ role: { | } })", ["$eq", "$in", "$ne", "$nin"]],
  [
    "the operators of a relation path",
    'input({ "contacts.value": { | } })',
    ["$contains", "$eq", "$gt", "$gte", "$in", "$lt", "$lte", "$ne", "$nin"],
  ],
  ["the operators of an opaque field", "input({ secret: { | } })", ["$eq", "$ne"]],
  ["names in the input of parseFilter", "parseFilter(schema, { | })", names],
  ["names in the input of safeParseFilter", "safeParseFilter(schema, { $and: [{ | }] })", names],
  ["operators in the input of parseFilter", "parseFilter(schema, { secret: { | } })", ["$eq", "$ne"]],
  ["values in the input of parseFilter", 'parseFilter(schema, { role: "|" })', ["admin", "agent"]],
  ["the properties of a record", "matches({ | })", ["contacts", "id", "name", "role", "secret"]],
  ["the properties of a related record", "matches({ contacts: [{ | }] })", ["value"]],
  ["the values of an enum in JSON", 'input({ role: { $in: ["|"] } })', ["admin", "agent"]],
]
const found = completions(
  prelude,
  cases.map(([, line]) => line),
)

describe("an editor completes", () => {
  test.each(cases.map((row, i) => [...row, i] as const))("%s: %s", (_, __, names, i) => {
    expect(found[i]).toEqual(names)
  })
})
