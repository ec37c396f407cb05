import { createRequire } from "node:module"
import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { standardSchema } from "../../src/standard-schema.ts"

const { z } = createRequire(import.meta.url)("zod")
const { jsonSchema } = standardSchema(customers)["~standard"]

describe.each(["draft-2020-12", "draft-07"])("Zod reads the Standard JSON Schema, %s", (target) => {
  const schema = z.fromJSONSchema(jsonSchema.input({ target }))

  test.each([
    {},
    { state: "active", createdAt: { $gte: "2024-02-29" } },
    { $or: [{ id: { $in: [1, "2"] } }, { permission: null }] },
  ])("and accepts %j", (filter) => {
    expect(schema.safeParse(filter).success).toBe(true)
  })

  test.each([{ state: 5 }, { stat: "active" }, { createdAt: "now" }, { $or: [{ id: { $contains: "1" } }] }])(
    "and rejects %j",
    (filter) => {
      expect(schema.safeParse(filter).success).toBe(false)
    },
  )
})
