import type { Translation } from "../../../check/translation/translation.ts"
import { canonicalDatetime, type Instant, instantOf, readInstant } from "../../../text/datetime.ts"
import { kindOf } from "../../../text/value-kind.ts"
import { isFalsy } from "../blank.ts"
import { type DayTest, onDay } from "../day.ts"
import { before, from } from "../instants.ts"
import { onEitherSide, oneValue } from "../one-value.ts"
import type { MuiColumn, MuiField, MuiOperator } from "./item.ts"
import { isEmpty, isNotEmpty } from "./presence.ts"

function comparing(test: DayTest): MuiOperator {
  return {
    isIncomplete: isFalsy,
    ofValue: (on, value) => (on.hasTime ? onMinute(on, test, value) : onDay(on, test, dayOf(value))),
  }
}

const MIDNIGHT = "T00:00:00Z"

/** The day of a midnight in UTC, which is what the grid's input for days writes. Anything else stays. */
function dayOf(value: unknown): unknown {
  const text = kindOf(value) === "date" ? (value as Date).toISOString() : value
  const instant = typeof text === "string" ? canonicalDatetime(text) : undefined
  return instant?.endsWith(MIDNIGHT) ? instant.slice(0, -MIDNIGHT.length) : text
}

const SECOND = 1000
const MINUTE = 60_000

type MinuteTest = (on: MuiField, minute: number) => Translation

/** The grid compares the minutes of two date-times for equality, and a date-time with the start of the minute for order. */
const minuteTests: Readonly<Record<DayTest, MinuteTest>> = {
  is: ({ reader, field }, minute) =>
    oneValue(field, [from(reader, field, minute), before(reader, field, minute + MINUTE)]),
  not: ({ reader, field }, minute) =>
    onEitherSide(field, before(reader, field, minute), from(reader, field, minute + MINUTE)),
  after: (on, minute) => on.test("$gt", new Date(minute)),
  onOrAfter: (on, minute) => on.test("$gte", new Date(minute)),
  before: (on, minute) => on.test("$lt", new Date(minute)),
  onOrBefore: (on, minute) => on.test("$lte", new Date(minute)),
}

function onMinute(on: MuiField, test: DayTest, value: unknown): Translation {
  const instant = instantIn(value)
  // The rules object to what is no date-time.
  if (instant === undefined) return on.test("$eq", value)
  return minuteTests[test](on, Math.floor((instant.seconds * SECOND) / MINUTE) * MINUTE)
}

function instantIn(value: unknown): Instant | undefined {
  if (typeof value === "string") return readInstant(value)
  return kindOf(value) === "date" ? instantOf(value as Date) : undefined
}

/** A column of type `date` or `dateTime`. */
export const dateColumn: MuiColumn = {
  is: /* @__PURE__ */ comparing("is"),
  not: /* @__PURE__ */ comparing("not"),
  after: /* @__PURE__ */ comparing("after"),
  onOrAfter: /* @__PURE__ */ comparing("onOrAfter"),
  before: /* @__PURE__ */ comparing("before"),
  onOrBefore: /* @__PURE__ */ comparing("onOrBefore"),
  isEmpty,
  isNotEmpty,
}
