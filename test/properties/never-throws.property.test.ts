import fc from "fast-check"
import { expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { FilterError, formatDiagnostics, safeParseFilter } from "../../src/index.ts"
import { fromSearchParams } from "../../src/query-string.ts"
import { filterText } from "../arbitraries/filters.ts"
import { people } from "../conformance/people.ts"
import { runs } from "./runs.ts"

/** Every input gives a filter, or a FilterError that can be shown and sent. */
function survives(input: unknown): void {
  const result = safeParseFilter(people, input)
  if (result.ok) return
  expect(result.error).toBeInstanceOf(FilterError)
  expect(result.error.diagnostics.length).toBeGreaterThan(0)
  expect(JSON.stringify(result.error.toProblem())).toContain('"status":400')
  if (typeof input === "string") {
    expect(formatDiagnostics(input, result.error)).toContain("^")
    for (const { span } of result.error.diagnostics) {
      expect(span).toBeDefined()
      expect(span?.end).toBeGreaterThanOrEqual(span?.start ?? 0)
      expect(span?.end).toBeLessThanOrEqual(input.length)
    }
  }
}

test("any text gives a filter or a FilterError", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), survives), runs(1000))
})

test("any JSON text gives a filter or a FilterError", () => {
  fc.assert(fc.property(fc.json(), survives), runs(1000))
})

test("any JavaScript value gives a filter or a FilterError", () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
    withUnicodeString: true,
  })
  fc.assert(fc.property(anything, survives), runs(1000))
})

test("names, operators and values in wrong positions give a filter or a FilterError", () => {
  const name = fc.constantFrom(
    ...people.fields.keys(),
    "$and",
    "$or",
    "$eq",
    "$in",
    "$nin",
    "$lt",
    "$contains",
    "$regex",
    "__proto__",
    "id2",
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, true, 0, 1.5, "a", "5", "2024-01-01", ""),
      fc.dictionary(name, tie("value"), { maxKeys: 3 }),
      fc.array(tie("value"), { maxLength: 3 }),
    ),
  }))
  fc.assert(
    fc.property(value, (value) => {
      survives(value)
      survives(JSON.stringify(value))
    }),
    runs(1000),
  )
})

test("a changed valid filter gives a filter or a FilterError", () => {
  const edit = fc.record({
    at: fc.nat(),
    drop: fc.integer({ min: 0, max: 3 }),
    insert: fc.string({ maxLength: 3 }),
  })
  fc.assert(
    fc.property(filterText, fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) => {
      survives(
        edits.reduce((changed, { at, drop, insert }) => {
          const start = at % (changed.length + 1)
          return changed.slice(0, start) + insert + changed.slice(start + drop)
        }, text),
      )
    }),
    runs(1000),
  )
})

test("any query string gives a filter or a FilterError", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      try {
        fromSearchParams(customers, `filter=${text}`)
      } catch (error) {
        expect(error).toBeInstanceOf(FilterError)
      }
    }),
    runs(1000),
  )
})
