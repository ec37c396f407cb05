import { type DayTest, onDay } from "../day.ts"
import type { FilterKind, ValueNames } from "./filter-kind.ts"
import { type Comparison, scalarOperators } from "./scalar.ts"

const TESTS: Readonly<Record<Comparison, DayTest>> = {
  equals: "is",
  notEqual: "not",
  greaterThan: "after",
  greaterThanOrEqual: "onOrAfter",
  lessThan: "before",
  lessThanOrEqual: "onOrBefore",
}

/** A day, and the time that AG Grid may write behind it. */
const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/

const PRESET =
  /^(?:yesterday|today|tomorrow|(?:last|this|next)(?:Week|Month|Quarter|Year)|yearToDate|last(?:7|30|90)Days|last(?:6|12|24)Months)$/

const DATES: ValueNames = ["dateFrom", "dateTo"]

/** The date filter: a day in the browser's time zone. */
export const dates: FilterKind = {
  values: DATES,
  operators: /* @__PURE__ */ scalarOperators(({ reader, on, zone }, comparison, value) => {
    const [, day = value, time = MIDNIGHT] = (typeof value === "string" && DAY_AND_TIME.exec(value)) || []
    return time === MIDNIGHT ? onDay({ reader, field: on.field, zone }, TESTS[comparison], day) : NO_TIME
  }),
  refusal: presetRefusal,
}

function presetRefusal(operator: string): string | undefined {
  return PRESET.test(operator)
    ? "it depends on the clock of the browser: use greaterThanOrEqual and lessThan with dates"
    : undefined
}

const MIDNIGHT = "00:00:00"

const NO_TIME = "it has a time of the browser's clock without an offset from UTC: filter by whole days"

/** The filters of a column of date-times. */
export const dateTimes: FilterKind = {
  values: DATES,
  operators: /* @__PURE__ */ scalarOperators(() => NO_TIME),
  refusal: presetRefusal,
}
