import { expect, test } from "vitest"
import { customers } from "../src/desk.ts"
import { parseFilter } from "../src/index.ts"
import { standardSchema } from "../src/standard-schema.ts"

const { version, vendor, validate } = standardSchema(customers)["~standard"]

test("is a Standard Schema v1", () => {
  expect({ version, vendor }).toEqual({ version: 1, vendor: "desk-filter" })
})

test("gives the checked filter for a text and for a value", () => {
  const filter = parseFilter(customers, '{"state":"active"}')
  expect(validate('{"state":"active"}')).toEqual({ value: filter })
  expect(validate({ state: "active" })).toEqual({ value: filter })
})

test("gives every mistake with its path", () => {
  expect(validate({ stat: 1, id: { $in: [1, "x"] } })).toEqual({
    issues: [
      { message: 'There is no field "stat" to filter by; did you mean "state"?', path: ["stat"] },
      { message: expect.stringContaining("Field id expects an integer"), path: ["id", "$in", 1] },
    ],
  })
})

test("obeys the options", () => {
  const guarded = standardSchema(customers, { requireSelective: true })["~standard"]
  expect(guarded.validate({})).toEqual({ issues: [{ message: expect.any(String), path: [] }] })
})
