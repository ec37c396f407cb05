import fc from "fast-check"
import { expect, test } from "vitest"
import { people } from "../conformance/people.ts"
import { runs } from "../properties/runs.ts"
import { read } from "./ag-grid.ts"

/** Every model gives a filter, or a FilterError with a mistake. `read` throws any other error. */
function survives(model: unknown): void {
  const result = read(model, { timeZone: "America/New_York" })
  if (typeof result !== "string") expect(result).not.toEqual([])
}

test("any JavaScript value gives a filter or a FilterError", () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), survives),
    runs(1000),
  )
})

test("names, operators and values in wrong positions give a filter or a FilterError", () => {
  const column = fc.constantFrom(...people.fields.keys(), "nobody", "filterType")
  const value = fc.oneof(
    fc.constantFrom(
      "",
      " ",
      "a",
      "2024-02-29",
      "2024-02-30",
      "2024-02-29 00:00:00",
      "1",
      1,
      0.5,
      true,
      null,
      undefined,
    ),
    fc.anything({ maxDepth: 1 }),
  )
  const filterType = fc.oneof(
    fc.constantFrom(
      "text",
      "number",
      "bigint",
      "boolean",
      "date",
      "dateString",
      "dateTime",
      "set",
      "multi",
      "join",
    ),
    value,
  )
  const type = fc.oneof(
    fc.constantFrom(
      "equals",
      "notEqual",
      "contains",
      "startsWith",
      "endsWith",
      "inRange",
      "lessThan",
      "blank",
    ),
    fc.constantFrom("notBlank", "empty", "today", "true", "isAnyOf", "isNoneOf", "AND", "OR"),
    value,
  )
  const { part } = fc.letrec<{ part: unknown }>((tie) => ({
    part: fc.record(
      {
        filterType,
        type,
        colId: column,
        filter: value,
        filterTo: value,
        dateFrom: value,
        dateTo: value,
        operator: type,
        values: fc.oneof(fc.array(value, { maxLength: 3 }), value),
        conditions: fc.oneof({ maxDepth: 3 }, value, fc.array(tie("part"), { maxLength: 3 })),
        filterModels: fc.oneof({ maxDepth: 3 }, value, fc.array(tie("part"), { maxLength: 3 })),
      },
      { requiredKeys: ["filterType", "type"] },
    ),
  }))
  fc.assert(fc.property(fc.oneof(part, fc.dictionary(column, part, { maxKeys: 3 })), survives), runs(2000))
})

test("a property that throws gives a FilterError", () => {
  const getter = Object.defineProperty({}, "name", {
    enumerable: true,
    get: () => {
      throw new Error("No")
    },
  })
  expect(read(getter)).toEqual(["[] syntax: pass plain JSON data"])
})
