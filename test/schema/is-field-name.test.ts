import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { isFieldName, pick } from "../../src/index.ts"

describe("isFieldName", () => {
  test.each(["id", "state", "contacts.value"])("accepts %s", (name) => {
    expect(isFieldName(customers, name)).toBe(true)
  })

  test.each(["", "idd", "ID", "contacts", "value", "$eq", "constructor", "__proto__"])(
    "rejects %j",
    (name) => {
      expect(isFieldName(customers, name)).toBe(false)
    },
  )

  test("rejects a field that a narrower schema does not have", () => {
    expect(isFieldName(pick(customers, "id"), "state")).toBe(false)
  })

  test("rejects a first argument that is no schema", () => {
    expect(() => isFieldName("id" as never, "id")).toThrow(
      new TypeError("The first argument must be a schema made by defineSchema, not a string"),
    )
  })

  test("tells whether a field takes an operator", () => {
    expect(isFieldName(customers, "lastName", "$contains")).toBe(true)
    expect(isFieldName(customers, "trusted", "$contains")).toBe(false)
    expect(isFieldName(customers, "idd", "$eq")).toBe(false)
  })
})
