import { describe, expect, test } from "vitest"
import { compile } from "./compiler.ts"

const prelude = `
import { type FilterInput, defineSchema, field, parseFilter, type Schema } from "desk-filter"
import { filterBuilder } from "desk-filter/builder"
import { customers, tags } from "desk-filter/desk"
import { toPredicate } from "desk-filter/predicate"
const schema = defineSchema({
  id: field.integer({ nullable: false }),
  role: field.enum(["agent", "admin"]),
  seenAt: field.datetime(),
  contacts: field.many({ value: field.string() }),
})
const { contains, eq, gt, oneOf } = filterBuilder(schema)
const input = (value: FilterInput<typeof schema>) => value
interface PeopleSchema extends Schema<(typeof schema)["declarations"]> {}
const matches = toPredicate(parseFilter<PeopleSchema>(schema, "{}"))
const row = { seen_at: "2024-02-29" }
`

/** A line of code, the part of it that is underlined, and a part of the message. */
const wrong: readonly (readonly [line: string, code: string, message: string])[] = [
  [
    'eq("idd", 1)',
    '"idd"',
    `not assignable to parameter of type '"id" | "role" | "seenAt" | "contacts.value"'`,
  ],
  [
    'eq("id", true)',
    "true",
    `not assignable to parameter of type 'string | number | bigint | ValueOfField<"id">'`,
  ],
  ['eq("role", "agnet")', '"agnet"', `'"agent" | "admin" | ValueOfField<"role"> | null'`],
  ['eq("contacts.value", 5)', "5", 'ValueOfField<"contacts.value">'],
  ['oneOf("role", ["agnet"])', '"agnet"', `'"agent" | "admin" | ValueOfField<"role"> | null'`],
  ['gt("seenAt", 5)', "5", 'ValueOfField<"seenAt">'],
  ['gt("seenAt", null)', "null", 'ValueOfField<"seenAt">'],
  ['contains("id", "x")', '"id"', `not assignable to parameter of type '"contacts.value"'`],
  [
    'gt("role", "agent")',
    '"role"',
    `not assignable to parameter of type '"id" | "seenAt" | "contacts.value"'`,
  ],
  // In JSON, the compiler underlines the name.
  ["input({ idd: 1 })", "idd", "'idd' does not exist in type"],
  ["input({ id: true })", "id", "Type 'boolean' is not assignable to type 'string | number | "],
  ['input({ role: "agnet" })', "role", `Type '"agnet"' is not assignable to type '"agent" | "admin" | `],
  ['input({ id: { $contains: "x" } })', "$contains", "'$contains' does not exist in type"],
  ["matches({ seen_at: 5 })", "seen_at", "Did you mean to write 'seenAt'?"],
  ["matches(row)", "row", "has no properties in common with type 'SchemaRecord<PeopleSchema>'"],
  [
    "Array.of(row).filter(matches)",
    "matches",
    "has no properties in common with type 'SchemaRecord<PeopleSchema>'",
  ],
  [
    "matches({ seenAt: 5 })",
    "seenAt",
    "Type 'number' is not assignable to type 'string | Date | null | undefined'",
  ],
  ["input({ seenAt: { $lt: 5 } })", "$lt", "Type 'number' is not assignable to type 'string'"],
  // A schema with a named type.
  [
    'filterBuilder(customers).and(parseFilter(tags, "{}"))',
    'parseFilter(tags, "{}")',
    "Argument of type 'Filter<TagsSchema>' is not assignable to parameter of type 'Part<CustomersSchema>'",
  ],
  [
    "const named: FilterInput<typeof customers> = { stat: 1 }",
    "stat",
    "'stat' does not exist in type 'FilterInput<CustomersSchema>'. Did you mean to write 'state'?",
  ],
]
const { errors } = compile(prelude + wrong.map(([line]) => line).join("\n"))
const firstLine = prelude.split("\n").length - 1

describe("the compiler names the field or the schema", () => {
  test.each(wrong.map((row, i) => [...row, i] as const))("%s", (_, code, message, i) => {
    const found = errors.filter(({ line }) => line === firstLine + i)
    expect(found).toHaveLength(1)
    expect(found[0]?.code).toBe(code)
    expect(found[0]?.message).toContain(message)
  })
})

test("valid code compiles", () => {
  expect(compile(`${prelude}eq("id", 1); contains("contacts.value", "x"); input({ id: 1 })`).errors).toEqual(
    [],
  )
})
