import { expect, test } from "vitest"
import { implies } from "../../../src/analysis/implies.ts"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"

const schema = defineSchema({ id: field.integer({ nullable: false }) })
const ids = (length: number, from = 1000) => Array.from({ length }, (_, i) => from + 3 * i)

test("the guard accepts lists as long as the limits allow", () => {
  const lists = [0, 1, 2].map((i) => ({ id: { $in: ids(990, 1000 + 3000 * i) } }))
  const text = JSON.stringify({ $or: lists })
  expect(() => parseFilter(schema, text, { requireSelective: true })).not.toThrow()
})

test("a long list implies each list with its values, and no list without one of them", () => {
  const filter = (list: readonly number[]) => parseFilter(schema, { id: { $in: list } })
  const [first, ...others] = ids(1000)
  const last = others.pop()
  expect(implies(filter(ids(1000)), filter(ids(1000).reverse()))).toEqual({ answer: "yes" })
  expect(implies(filter(ids(1000)), filter([last as number, ...others]))).toEqual({
    answer: "no",
    record: { id: first },
  })
})
