import { expect, test } from "vitest"
import { OnField } from "../../../src/check/translation/on-field.ts"
import { defineSchema, field } from "../../../src/index.ts"
import type { ValueNode } from "../../../src/syntax/value-node.ts"

const schema = defineSchema({ id: field.integer() })
const id = schema.fields.get("id")

test.each<readonly [operand: ValueNode, reason: string]>([
  [{ kind: "operators", operators: [] }, "$eq takes one value, not an object"],
  [{ kind: "misplaced", found: "object", members: [] }, "$eq takes one value, not an object"],
  [{ kind: "misplaced", found: "array", items: [] }, "$eq takes one value, not a list"],
])("%j is no operand of $eq, wherever it was written", (operand, reason) => {
  expect(id && new OnField(schema, id).test("$eq", operand)).toBe(reason)
})
