import {
  columnFilteringFeature,
  constructTable,
  createFilteredRowModel,
  filterFn_arrHas,
  filterFn_equals,
  filterFn_includesString,
  filterFn_inDateRange,
  filterFn_inNumberRange,
  tableFeatures,
} from "@tanstack/table-core"
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings"
import fc from "fast-check"
import { expect, test } from "vitest"
import { fromColumnFilters } from "../../src/data-grid.ts"
import { defineSchema, FilterError, field } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { runs } from "../properties/runs.ts"

// The letters of a text that ignores case are folded by a filter and by the table alike if they are ASCII.
const schema = defineSchema({
  count: field.integer(),
  score: field.number(),
  price: field.decimal(),
  name: field.string({ caseSensitive: false }),
  active: field.boolean(),
  role: field.enum(["agent", "admin"]),
  roles: field.enum(["agent", "admin"]),
  owner: field.reference("users"),
  born: field.date(),
  seenAt: field.datetime(),
})

type Row = Readonly<Record<string, unknown>>

/** The function of the table that a field of each type stands for. */
const filterFns = {
  count: filterFn_inNumberRange,
  score: filterFn_inNumberRange,
  price: filterFn_inNumberRange,
  name: filterFn_includesString,
  active: filterFn_equals,
  role: filterFn_equals,
  roles: filterFn_arrHas,
  owner: filterFn_equals,
  born: filterFn_inDateRange,
  seenAt: filterFn_inDateRange,
}

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
})

/** The rows that the table keeps. It removes blank filters when the state is set. */
function keptByTable(
  filters: readonly { id: string; value: unknown }[],
  rows: readonly Row[],
): readonly Row[] {
  const table = constructTable({
    features,
    data: [...rows],
    columns: Object.entries(filterFns).map(([accessorKey, filterFn]) => ({ accessorKey, filterFn })),
    renderFallbackValue: null,
  } as never) as unknown as {
    setColumnFilters(filters: unknown): void
    getRowModel(): { rows: { original: Row }[] }
    getFilteredRowModel(): { rows: { original: Row }[] }
  }
  table.setColumnFilters(filters)
  return table.getFilteredRowModel().rows.map(({ original }) => original)
}

const integer = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(10, 100, -1000))
const number = fc.oneof(integer, fc.constantFrom(1.5, -0.5, 1e20))
const word = fc.string({ unit: fc.constantFrom("a", "B", "b", "A", "1", "%", "_", " "), maxLength: 3 })
const role = fc.constantFrom("agent", "admin")
const owner = fc.integer({ min: 1, max: 3 })
const day = fc.integer({ min: 0, max: 6 }).map((n) => `2024-02-2${n + 3}`)
const instant = fc
  .tuple(day, fc.constantFrom(0, 1, 60_000, 3_600_000))
  .map(([day, millis]) => new Date(Date.parse(day) + millis).toISOString())

const rowValues = {
  count: integer,
  score: number,
  price: number,
  name: word,
  active: fc.boolean(),
  role: fc.oneof(role, fc.constant("guest")),
  roles: fc.oneof(role, fc.constant("guest")),
  owner,
  born: day,
  seenAt: instant,
}
const rows = fc.array(
  fc.record(
    Object.fromEntries(
      Object.entries(rowValues).map(([name, value]) => [name, fc.option(value, { freq: 4 })]),
    ),
  ),
  { minLength: 1, maxLength: 12 },
)

const blank = fc.constantFrom(undefined, null, "")
const orBlank = (value: fc.Arbitrary<unknown>) => fc.oneof({ weight: 4, arbitrary: value }, blank)
const range = (end: fc.Arbitrary<unknown>) =>
  orBlank(fc.oneof(fc.tuple(orBlank(end), orBlank(end)), fc.tuple(end), fc.constant([])))
const orText = (value: fc.Arbitrary<number>) => fc.oneof(value, value.map(String))

const filterValues: Readonly<Record<keyof typeof filterFns, fc.Arbitrary<unknown>>> = {
  count: range(orText(integer)),
  score: range(orText(number)),
  price: range(orText(number)),
  name: orBlank(word),
  active: orBlank(fc.boolean()),
  role: orBlank(role),
  roles: orBlank(fc.array(role, { maxLength: 2 })),
  owner: orBlank(owner),
  born: range(day),
  seenAt: range(
    fc.oneof(
      instant,
      instant.map((text) => new Date(text)),
    ),
  ),
}
const filters = fc
  .uniqueArray(fc.constantFrom(...Object.keys(filterValues)), { maxLength: 3 })
  .chain((names) =>
    fc.tuple(
      ...names.map((id) =>
        filterValues[id as keyof typeof filterFns].map((value): { id: string; value: unknown } => ({
          id,
          value,
        })),
      ),
    ),
  )

test("the filter of column filters matches the rows that the table keeps", () => {
  fc.assert(
    fc.property(filters, rows, (filters, rows) => {
      const filter = fromColumnFilters(schema, filters)
      expect(rows.filter(toPredicate(filter))).toEqual(keptByTable(filters, rows))
    }),
    runs(4000),
  )
})

test("column filters that arrive as JSON mean the same", () => {
  fc.assert(
    fc.property(filters, (filters) => {
      expect(fromColumnFilters(schema, JSON.parse(JSON.stringify(filters)))).toEqual(
        fromColumnFilters(schema, filters),
      )
    }),
    runs(1000),
  )
})

test("any column filters give a filter or a FilterError", () => {
  const anything = fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true })
  const anyFilter = fc.record({ id: fc.constantFrom(...schema.fields.keys()), value: anything })
  fc.assert(
    fc.property(fc.oneof(fc.array(anyFilter), anything), (filters) => {
      try {
        fromColumnFilters(schema, filters, { timeZone: "UTC" })
      } catch (error) {
        expect(error).toBeInstanceOf(FilterError)
      }
    }),
    runs(3000),
  )
})
