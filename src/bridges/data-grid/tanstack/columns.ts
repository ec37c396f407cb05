import type { Translation } from "../../../check/translation/translation.ts"
import type { Field, FieldTypeName } from "../../../schema/field.ts"
import type { Operator } from "../../../schema/operators.ts"
import { isFullDate } from "../../../text/date.ts"
import type { DaysOfZone } from "../../../text/first-instant.ts"
import type { ModelReader } from "../../model-reader.ts"
import { writtenValue } from "../../written-value.ts"
import { isBlank } from "../blank.ts"
import { type DayTest, onDay } from "../day.ts"
import { writtenNumber } from "../number-text.ts"
import { inRange, type RangeEnds } from "../range.ts"

/** The field that a column filter names. */
export interface FilteredColumn {
  readonly reader: ModelReader
  readonly field: Field
  /** The days of the option `timeZone`. */
  readonly zone: DaysOfZone | undefined
}

/** What the value of a column filter means. Undefined if the table removes the filter. */
type TanstackColumn = (on: FilteredColumn, value: unknown) => Translation | undefined

function equal(on: FilteredColumn, value: unknown): Translation {
  return on.reader.condition("$eq", on.field.name, writtenValue(on.field, value))
}

const text: TanstackColumn = ({ reader, field }, value) =>
  isBlank(value) ? undefined : reader.condition("$contains", field.name, value)

const equals: TanstackColumn = (on, value) => (isBlank(value) ? undefined : equal(on, value))

/** One value, or a list of which the field has one. */
const choice: TanstackColumn = (on, value) => {
  if (!Array.isArray(value)) return equals(on, value)
  const { reader, field } = on
  const values = value.map((item: unknown) => writtenValue(field, item))
  return values.length === 0 ? undefined : reader.condition("$in", field.name, values)
}

/** One value, or a range of values. */
function ranging(
  one: (on: FilteredColumn, value: unknown) => Translation,
  endsOf: (on: FilteredColumn) => RangeEnds,
): TanstackColumn {
  return (on, value) => {
    if (!Array.isArray(value)) return isBlank(value) ? undefined : one(on, value)
    const [first, last, ...more]: readonly unknown[] = value
    if (more.length > 0) return "a range has two ends: [min, max]"
    return isBlank(first) && isBlank(last) ? undefined : inRange(on.field, first, last, endsOf(on))
  }
}

const number = /* @__PURE__ */ ranging(
  ({ reader, field: { name, type } }, value) => reader.condition("$eq", name, writtenNumber(type, value)),
  ({ reader, field: { name, type } }) => ({
    from: (end) => reader.condition("$gte", name, writtenNumber(type, end)),
    upTo: (end) => reader.condition("$lte", name, writtenNumber(type, end)),
  }),
)

const time = /* @__PURE__ */ ranging((on, value) => {
  const day = dayIn(value)
  return day === undefined ? equal(on, value) : onDay(on, "is", day)
}, timeEnds)

function timeEnds(on: FilteredColumn): RangeEnds {
  return {
    from: (end) => endAt(on, end, "onOrAfter", "$gte"),
    upTo: (end) => endAt(on, end, "onOrBefore", "$lte"),
  }
}

function endAt(on: FilteredColumn, end: unknown, test: DayTest, operator: Operator): Translation {
  const { reader, field } = on
  const day = dayIn(end)
  return day === undefined
    ? reader.condition(operator, field.name, writtenValue(field, end))
    : onDay(on, test, day)
}

/** The day that a text is, apart from white space around it. */
function dayIn(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.trim() : ""
  return isFullDate(text) ? text : undefined
}

/** The column that shows a field of each type. */
export const tanstackColumns: Readonly<Record<FieldTypeName, TanstackColumn>> = {
  integer: number,
  number,
  string: text,
  boolean: equals,
  enum: choice,
  datetime: time,
  reference: choice,
  opaque: equals,
  uuid: choice,
  decimal: number,
  date: time,
}

/** The function of the table that a field of each type stands for. Mistakes name it. */
export const filterFns: Readonly<Record<FieldTypeName, string>> = {
  integer: "inNumberRange",
  number: "inNumberRange",
  string: "includesString",
  boolean: "equals",
  enum: "equals",
  datetime: "inDateRange",
  reference: "equals",
  opaque: "equals",
  uuid: "equals",
  decimal: "inNumberRange",
  date: "inDateRange",
}
