import type { ColDef, GridApi } from "ag-grid-community"
import fc from "fast-check"
import { Window } from "happy-dom"
import { afterAll, beforeAll, expect, test } from "vitest"
import { fromAgGridFilterModel } from "../../src/data-grid.ts"
import { defineSchema, field } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { runs } from "../properties/runs.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  name: field.string(),
  label: field.string({ caseSensitive: false }),
  score: field.number(),
  count: field.integer(),
  active: field.boolean(),
  role: field.enum(["agent", "admin"]),
  born: field.date(),
  seenAt: field.datetime(),
})

interface Row {
  readonly id: number
  readonly name: string | null
  readonly label: string | null
  readonly score: number | null
  readonly count: number | null
  readonly active: boolean | null
  readonly role: string | null
  readonly born: string | null
  readonly seenAt: string | null
}

/** The grid of the browser is in this zone. Its clocks are turned at 2 o'clock in March and in November. */
const timeZone = "America/New_York"

const SCALAR = [
  "equals",
  "notEqual",
  "greaterThan",
  "greaterThanOrEqual",
  "lessThan",
  "lessThanOrEqual",
  "inRange",
]

/** The operators of every column of dates: the grid offers fewer by default. */
const filterOptions = [...SCALAR, "blank", "notBlank"]

/** The columns. */
const columnDefs: ColDef<Row>[] = [
  { field: "id", filter: "agNumberColumnFilter" },
  { field: "name", filter: "agTextColumnFilter", filterParams: { caseSensitive: true } },
  { field: "label", filter: "agTextColumnFilter" },
  { field: "score", filter: "agNumberColumnFilter" },
  {
    colId: "count",
    filter: "agBigIntColumnFilter",
    cellDataType: "bigint",
    valueGetter: ({ data }) => (data?.count == null ? null : BigInt(data.count)),
  },
  { field: "active", filter: true, cellDataType: "boolean" },
  { field: "role", filter: "agTextColumnFilter", filterParams: { caseSensitive: true } },
  {
    colId: "born",
    filter: "agDateColumnFilter",
    cellDataType: "date",
    valueGetter: ({ data }) => (data?.born == null ? null : midnightOf(data.born)),
    filterParams: { filterOptions },
  },
  {
    colId: "seenAt",
    filter: "agDateColumnFilter",
    cellDataType: "dateTime",
    valueGetter: ({ data }) => (data?.seenAt == null ? null : new Date(data.seenAt)),
    filterParams: {
      filterOptions,
      // Compares days: the grid compares instants.
      comparator: (filterDate: Date, cell: Date) =>
        Math.sign(new Date(cell).setHours(0, 0, 0, 0) - filterDate.getTime()),
    },
  },
]

function midnightOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  return new Date(year, month - 1, date)
}

const text = fc
  .array(fc.constantFrom("a", "A", "b", "z", "Z", "[", "`", " ", "\t", "%", "_", "é", "😀", "\uffff"), {
    maxLength: 4,
  })
  .map((parts) => parts.join(""))
const written = text.filter((value) => value !== "")
const number = fc.constantFrom(-1, 0, 0.5, 1, 2, 1e21)
const integer = fc.integer({ min: -2, max: 2 })
const day = fc
  .tuple(
    fc.constantFrom("2024-02", "2024-03", "2024-11"),
    fc.constantFrom("01", "02", "03", "04", "10", "11"),
  )
  .map((parts) => parts.join("-"))
const role = fc.constantFrom("agent", "admin")
const instant = fc
  .tuple(day, fc.constantFrom("00:00", "03:59", "04:00", "04:59:59.999", "05:00", "06:30", "23:59:59"))
  .map(([day, time]) => `${day}T${time}${time.length < 6 ? ":00" : ""}Z`)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 4 })

const rows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      name: maybe(text),
      label: maybe(text),
      score: maybe(number),
      count: maybe(integer),
      active: maybe(fc.boolean()),
      role: maybe(role),
      born: maybe(day),
      seenAt: maybe(instant),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) => list.map((row, index) => ({ id: index - 1, ...row })))

type Rule = Readonly<Record<string, unknown>>

const textRule = (value: fc.Arbitrary<string>, ...types: string[]): fc.Arbitrary<Rule> =>
  fc.record({ filterType: fc.constant("text"), type: fc.constantFrom(...types), filter: value })

/** A rule with both values: the grid reads the second one for a range only. */
const scalarRule = (
  filterType: string,
  [from, to]: readonly [string, string],
  value: fc.Arbitrary<unknown>,
): fc.Arbitrary<Rule> =>
  fc.record({
    filterType: fc.constant(filterType),
    type: fc.constantFrom(...SCALAR, "blank", "notBlank"),
    [from]: value,
    [to]: value,
  })

const VALUES = ["filter", "filterTo"] as const
const DATES = ["dateFrom", "dateTo"] as const
const gridDay = fc.tuple(day, fc.constantFrom("", " 00:00:00", "T00:00:00")).map((parts) => parts.join(""))

/** A rule of each column, or several that the grid's form joins. */
const joined = (rule: fc.Arbitrary<Rule>): fc.Arbitrary<unknown> =>
  fc.oneof(
    rule,
    fc
      .tuple(fc.constantFrom("AND", "OR"), fc.array(rule, { minLength: 2, maxLength: 3 }))
      .map(([operator, conditions]) => ({
        filterType: conditions[0]?.filterType,
        operator,
        conditions,
      })),
  )

const TEXT = ["contains", "equals", "notEqual", "startsWith"]

/** The filter of each column. */
const filters: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  id: joined(scalarRule("number", VALUES, integer)),
  name: joined(textRule(written, ...TEXT)),
  label: joined(textRule(written, ...TEXT)),
  score: joined(scalarRule("number", VALUES, number)),
  count: joined(scalarRule("bigint", VALUES, integer.map(String))),
  active: textRule(fc.constant(""), "true", "false"),
  role: joined(textRule(role, "equals", "notEqual", "blank", "notBlank")),
  born: joined(scalarRule("date", DATES, gridDay)),
  seenAt: joined(scalarRule("date", DATES, gridDay)),
}

/** Filters of a few columns: with more, no row would satisfy all of them. */
const model = fc
  .subarray(Object.keys(filters), { minLength: 1, maxLength: 2 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, filters[name]]))))

let api: GridApi<Row>

beforeAll(async () => {
  process.env.TZ = timeZone
  const window = new Window()
  const names = [
    "window",
    "document",
    "Element",
    "HTMLElement",
    "Node",
    "navigator",
    "getComputedStyle",
    "MutationObserver",
    "Event",
    "MouseEvent",
    "KeyboardEvent",
    "CustomEvent",
    "ResizeObserver",
    "HTMLInputElement",
    "DocumentFragment",
    "requestAnimationFrame",
    "cancelAnimationFrame",
  ]
  for (const name of names)
    Object.defineProperty(globalThis, name, { configurable: true, value: Reflect.get(window, name) })
  const grid = await import("ag-grid-community")
  api = grid.createGrid(
    document.body.appendChild(document.createElement("div")),
    // It filters by hidden columns too, and happy-dom takes long to render cells.
    { columnDefs, defaultColDef: { hide: true }, rowData: [], animateRows: false },
    {
      modules: [
        grid.ClientSideRowModelModule,
        grid.ClientSideRowModelApiModule,
        grid.TextFilterModule,
        grid.NumberFilterModule,
        grid.BigIntFilterModule,
        grid.DateFilterModule,
        grid.ValidationModule,
      ],
    },
  )
})

afterAll(() => api?.destroy())

/** The rows that the grid shows. */
function shown(model: object): readonly number[] {
  api.setFilterModel(model)
  // The grid drops a filter that it does not understand.
  expect(Object.keys(api.getFilterModel()).sort()).toEqual(Object.keys(model).sort())
  const ids: number[] = []
  api.forEachNodeAfterFilter(({ data }) => ids.push(data?.id ?? Number.NaN))
  return ids
}

test("the clock of the grid is in the zone", () => {
  expect(new Date("2024-02-29T05:00:00Z").getHours()).toBe(0)
})

test("a filter keeps the rows that the grid shows", () => {
  fc.assert(
    fc.property(rows, fc.array(model, { minLength: 10, maxLength: 10 }), (rows, models) => {
      api.setGridOption("rowData", rows)
      for (const model of models) {
        const keeps = toPredicate(fromAgGridFilterModel(schema, model, { timeZone }))
        expect(rows.filter(keeps).map(({ id }) => id)).toEqual(shown(model))
      }
    }),
    runs(400),
  )
})
