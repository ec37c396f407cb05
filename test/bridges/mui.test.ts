import {
  GRID_BOOLEAN_COL_DEF,
  GRID_DATE_COL_DEF,
  GRID_DATETIME_COL_DEF,
  GRID_NUMERIC_COL_DEF,
  GRID_SINGLE_SELECT_COL_DEF,
  GRID_STRING_COL_DEF,
  type GridFilterModel,
} from "@mui/x-data-grid"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { fromMuiFilterModel, type MuiFilterOptions } from "../../src/data-grid.ts"
import { defineSchema, FilterError, field } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { runs } from "../properties/runs.ts"

/** The grid's own code for filters. The package does not export it by name. */
const gridCode = "./node_modules/@mui/x-data-grid/hooks/features/filter/gridFilterUtils.mjs"

interface GridCode {
  buildAggregatedFilterApplier(
    model: GridFilterModel,
    getValue: (row: Row, column: { readonly field: string }) => unknown,
    apiRef: unknown,
    disableEval: boolean,
  ): (row: Row, shouldApply: undefined, result: Result) => void
  passFilterLogic(
    items: readonly unknown[],
    quick: readonly unknown[],
    model: GridFilterModel,
    getValue: (row: Row, column: { readonly field: string }) => unknown,
    apiRef: unknown,
    cache: object,
  ): boolean
}

interface Result {
  passingFilterItems?: unknown
  passingQuickFilterValues?: unknown
}

// The letters of a text that ignores case are folded by a filter and by the grid alike if they are ASCII.
const schema = defineSchema({
  id: field.integer({ nullable: false }),
  count: field.integer(),
  score: field.number(),
  price: field.decimal(),
  name: field.string({ caseSensitive: false }),
  active: field.boolean(),
  role: field.enum(["agent", "admin"]),
  owner: field.reference("users"),
  ref: field.uuid(),
  born: field.date(),
  seenAt: field.datetime(),
  readAt: field.datetime(),
})

type Row = Readonly<Record<string, unknown>>

/** Makes a Date of local midnight, as the grid's documentation tells to. */
function localMidnight(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  return new Date(year, month - 1, date)
}

const asDate = (value: unknown) => (typeof value === "string" ? new Date(value) : value)

const columns: Readonly<Record<string, object>> = {
  id: GRID_NUMERIC_COL_DEF,
  count: GRID_NUMERIC_COL_DEF,
  score: GRID_NUMERIC_COL_DEF,
  price: GRID_NUMERIC_COL_DEF,
  name: GRID_STRING_COL_DEF,
  active: GRID_BOOLEAN_COL_DEF,
  role: GRID_SINGLE_SELECT_COL_DEF,
  owner: GRID_SINGLE_SELECT_COL_DEF,
  ref: GRID_STRING_COL_DEF,
  born: {
    ...GRID_DATE_COL_DEF,
    valueGetter: (value: unknown) => (typeof value === "string" ? localMidnight(value) : value),
  },
  seenAt: { ...GRID_DATE_COL_DEF, valueGetter: asDate },
  readAt: { ...GRID_DATETIME_COL_DEF, valueGetter: asDate },
}

/** The columns that the quick filter of the test looks in. */
const quickFilterFields = ["name"] as const

function shownValue(row: Row, { field }: { readonly field: string }): unknown {
  const { valueGetter } = (columns[field] ?? {}) as { valueGetter?: (value: unknown) => unknown }
  return valueGetter === undefined ? row[field] : valueGetter(row[field])
}

const api = {
  current: {
    rootProps: { ignoreDiacritics: false },
    getPublicApi: () => api.current,
    getColumn: (field: string) => columns[field] && { field, ...columns[field] },
    getRowFormattedValue: shownValue,
    state: {
      columns: { orderedFields: quickFilterFields, lookup: columns, columnVisibilityModel: {} },
    },
  },
}

let grid: GridCode
beforeAll(async () => {
  grid = await import(gridCode)
})

/** The rows that the grid keeps. */
function keptByGrid(model: GridFilterModel, rows: readonly Row[]): readonly Row[] {
  const items = model.items.map((item, id) => ({ id, ...item }))
  const filterModel = { ...model, items }
  const apply = grid.buildAggregatedFilterApplier(filterModel, shownValue, api, true)
  return rows.filter((row) => {
    const result: Result = {}
    apply(row, undefined, result)
    const { passingFilterItems, passingQuickFilterValues } = result
    return grid.passFilterLogic(
      [passingFilterItems],
      [passingQuickFilterValues],
      filterModel,
      shownValue,
      api,
      {},
    )
  })
}

const DAY = 24 * 3_600_000
const isoDay = (instant: number) => new Date(instant).toISOString().slice(0, 10)

/** Days on which a clock of the zones below changes, the days around them, and others. */
const changes = ["2018-02-18", "2018-11-04", "2024-03-31", "2024-04-07", "2024-10-27"]
const day = fc.oneof(
  fc
    .tuple(fc.constantFrom(...changes), fc.constantFrom(-1, 0, 1))
    .map(([day, n]) => isoDay(Date.parse(day) + n * DAY)),
  fc.constantFrom("2024-02-29", "2024-03-01", "1970-01-01", "1969-12-31"),
)
/** Instants near the begin of a local day and of a day in UTC. */
const instant = fc
  .tuple(
    day,
    fc.boolean(),
    fc.constantFrom(0, 0, 0, 1, -1, 12).map((hours) => hours * 3_600_000),
    fc.constantFrom(0, 1, -1, 30_000, 59_999, 60_000),
  )
  .map(([day, isLocal, hours, millis]) => {
    const midnight = isLocal ? localMidnight(day).getTime() : Date.parse(day)
    return new Date(midnight + hours + millis).toISOString()
  })
const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(1.5, -0.5, 1e21, 10, 100))
const integer = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(10, 100, -1000))
const word = fc.string({
  unit: fc.constantFrom("a", "B", "b", "A", "1", "%", "_", ".", "\\", " "),
  maxLength: 4,
})
const uuid = fc.constantFrom("0193a5ab-6f3e-7000-8000-00000000000a", "0193a5ab-6f3e-7000-8000-00000000000b")

/** Instants outside of repeated hours: the grid takes both passes of such an hour for the first one. */
const unrepeated = instant.filter((text) => {
  const millis = Date.parse(text)
  const offsets = [-2, 0, 2].map((hours) => new Date(millis + hours * 3_600_000).getTimezoneOffset())
  // Behind a clock that is turned back, the offset is a greater number.
  return Math.min(...offsets) === Math.max(...offsets)
})

const rowValues: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  id: integer,
  count: integer,
  score: number,
  price: number.filter((value) => Math.abs(value) < 1e20),
  name: word,
  active: fc.boolean(),
  role: fc.constantFrom("agent", "admin", "guest"),
  owner: fc.integer({ min: 1, max: 3 }),
  ref: uuid,
  born: day,
  seenAt: instant,
  readAt: unrepeated,
}

const rows = fc.array(
  fc.record(
    Object.fromEntries(
      Object.entries(rowValues).map(([name, value]) => [
        name,
        name === "id" ? value : fc.option(value, { freq: 4 }),
      ]),
    ),
  ),
  { minLength: 1, maxLength: 12 },
)

const blank = fc.constantFrom(undefined, "")
const numberOperators = ["=", "!=", ">", ">=", "<", "<=", "isEmpty", "isNotEmpty"]
const dateOperators = ["is", "not", "after", "onOrAfter", "before", "onOrBefore", "isEmpty", "isNotEmpty"]

function itemsOf(
  name: string,
  operators: readonly string[],
  value: fc.Arbitrary<unknown>,
  item: fc.Arbitrary<unknown> | undefined,
) {
  const single = fc.record({
    field: fc.constant(name),
    operator: fc.constantFrom(...operators),
    value: fc.oneof({ weight: 6, arbitrary: value }, blank),
  })
  if (item === undefined) return single
  const list = fc.record({
    field: fc.constant(name),
    operator: fc.constant("isAnyOf"),
    value: fc.oneof({ weight: 6, arbitrary: fc.array(item, { maxLength: 3 }) }, blank),
  })
  return fc.oneof({ weight: 3, arbitrary: single }, list)
}

const asText = (value: fc.Arbitrary<number>) => value.map(String)
const midnight = fc.oneof(
  day,
  day.map((text) => new Date(text)),
  day.map((text) => `${text}T00:00:00.000Z`),
)
const role = fc.constantFrom("agent", "admin")
const owner = fc.integer({ min: 1, max: 3 })

const item = fc.oneof(
  itemsOf("id", numberOperators, integer, integer),
  itemsOf("count", numberOperators, fc.oneof(integer, asText(integer)), fc.oneof(integer, asText(integer))),
  itemsOf(
    "score",
    numberOperators,
    fc.oneof(number, asText(number), fc.constantFrom(".5", "-01.50", "1e0")),
    number,
  ),
  itemsOf("price", numberOperators, fc.oneof(integer, fc.constantFrom("1.5", "-.50")), integer),
  itemsOf("name", ["contains", "equals", "doesNotEqual", "startsWith", "isEmpty", "isNotEmpty"], word, word),
  itemsOf("active", ["is"], fc.constantFrom(true, false, "true", "false", "TRUE", "any"), undefined),
  itemsOf(
    "role",
    ["is", "not"],
    fc.oneof(
      role,
      role.map((value) => ({ value, label: "x" })),
    ),
    role,
  ),
  itemsOf("owner", ["is", "not"], owner, owner),
  itemsOf("ref", ["equals", "doesNotEqual", "isEmpty", "isNotEmpty"], uuid, uuid),
  itemsOf("born", dateOperators, midnight, undefined),
  itemsOf("seenAt", dateOperators, midnight, undefined),
  itemsOf(
    "readAt",
    dateOperators,
    fc.oneof(
      unrepeated,
      unrepeated.map((text) => new Date(text)),
      day,
    ),
    undefined,
  ),
)

const join = fc.constantFrom("and", "or", undefined)
const model = fc.record(
  {
    items: fc.array(item, { maxLength: 4 }),
    logicOperator: join,
    quickFilterValues: fc.array(fc.oneof({ weight: 5, arbitrary: word }, fc.constant("")), { maxLength: 2 }),
    quickFilterLogicOperator: join,
  },
  { requiredKeys: ["items"] },
) as fc.Arbitrary<GridFilterModel>

const zones = ["UTC", "Europe/Paris", "America/Sao_Paulo", "Asia/Tehran", "Pacific/Auckland"]

describe.each(zones)("in the time zone %s", (timeZone) => {
  beforeAll(() => {
    process.env.TZ = timeZone
    return () => {
      delete process.env.TZ
    }
  })
  const options: MuiFilterOptions<typeof schema> = { timeZone, dateTimeFields: ["readAt"], quickFilterFields }

  test("the grid computes in the zone", () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(timeZone)
  })

  test.each(dateOperators)("%s finds the same days", (operator) => {
    const days = changes.flatMap((day) => [-1, 0, 1].map((n) => isoDay(Date.parse(day) + n * DAY)))
    const instants = days.flatMap((day) =>
      [-1, 0, 1, 3_600_000, 12 * 3_600_000].map((n) =>
        new Date(localMidnight(day).getTime() + n).toISOString(),
      ),
    )
    const rows = instants.map((seenAt, i) => ({ seenAt, born: days[i % days.length] }))
    for (const field of ["seenAt", "born"])
      for (const value of days) {
        const model = { items: [{ field, operator, value }] }
        const kept = rows.filter(toPredicate(fromMuiFilterModel(schema, model, options)))
        expect(kept, `${field} ${value}`).toEqual(keptByGrid(model, rows))
      }
  })

  test("the filter of a model matches the rows that the grid keeps", () => {
    fc.assert(
      fc.property(model, rows, (model, rows) => {
        const filter = fromMuiFilterModel(schema, model, options)
        expect(rows.filter(toPredicate(filter))).toEqual(keptByGrid(model, rows))
      }),
      runs(2000),
    )
  })
})

test("a model that arrives as JSON means the same", () => {
  fc.assert(
    fc.property(model, (model) => {
      const options = { timeZone: "Asia/Tokyo", dateTimeFields: ["readAt"], quickFilterFields } as const
      expect(fromMuiFilterModel(schema, JSON.parse(JSON.stringify(model)), options)).toEqual(
        fromMuiFilterModel(schema, model, options),
      )
    }),
    runs(1000),
  )
})

test("any model gives a filter or a FilterError", () => {
  const anything = fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true })
  const anyItem = fc.record(
    {
      field: fc.oneof(fc.constantFrom(...schema.fields.keys()), anything),
      operator: fc.oneof(
        fc.constantFrom(...numberOperators, ...dateOperators, "isAnyOf", "contains"),
        anything,
      ),
      value: anything,
    },
    { requiredKeys: [] },
  )
  const anyModel = fc.record({ items: fc.array(anyItem), quickFilterValues: fc.array(anything) })
  fc.assert(
    fc.property(fc.oneof(anyModel, anything), (model) => {
      try {
        fromMuiFilterModel(schema, model, { quickFilterFields })
      } catch (error) {
        expect(error).toBeInstanceOf(FilterError)
      }
    }),
    runs(3000),
  )
})
