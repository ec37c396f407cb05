import { expect, test } from "vitest"
import { defineSchema, field, safeParseFilter } from "../../src/index.ts"
import { toJsonSchema } from "../../src/json-schema.ts"

test.each([
  ["a value, where the type has no order", field.boolean(), true],
  ["null, where the field takes nothing else", field.opaque(), null],
  ["a lower bound, where the type has an order", field.number(), { $gte: 1.5 }],
  [
    "the first operator, where $eq is not allowed",
    field.string({ operators: ["$contains"] }),
    { $contains: "text" },
  ],
  [
    "a list, where the first operator takes one",
    field.enum(["a", "b"], { operators: ["$in"] }),
    { $in: ["a"] },
  ],
])("the example of a schema asks for %s", (_, declared, condition) => {
  const schema = defineSchema({ x: declared })
  expect(toJsonSchema(schema).examples).toEqual([{ x: condition }])
  expect(safeParseFilter(schema, { x: condition }).ok).toBe(true)
})
