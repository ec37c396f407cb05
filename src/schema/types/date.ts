import { dateBetween, isFullDate } from "../../text/date.ts"
import { canonicalDatetime } from "../../text/datetime.ts"
import { quote } from "../../text/quote.ts"
import type { RecordReader, ToComparable, ValueRange } from "../comparison-form.ts"
import { type FieldType, mismatch } from "../field-type.ts"

const EXAMPLE = "write a day as YYYY-MM-DD, such as 2024-02-29"

/** A day of the calendar, written `YYYY-MM-DD`, without time or zone. */
export const date: FieldType<string> = {
  expects: "a date",
  least: "0000-01-01",
  hintForDate: (date) =>
    `write the day as text, such as "${date.toISOString().slice(0, 10)}": a Date has a time, and is another day in another time zone`,
  read(literal, field) {
    if (literal.kind !== "string") return mismatch(field, this.expects, literal.kind, EXAMPLE)
    if (isFullDate(literal.value)) return literal.value
    const found = quote(literal.value)
    const hasTime = canonicalDatetime(literal.value) !== undefined
    return {
      code: "invalid-value",
      message: `Field ${field.name} expects a date${hasTime ? " without a time" : ""}, not ${found}`,
      params: { reason: hasTime ? "date-with-time" : "not-a-date", field: field.name, found },
      hint: EXAMPLE,
    }
  },
}

/** The text itself: its order is the order of days. */
export const dateComparable: ToComparable<string> = (value) => value

export const dateRange: ValueRange<string> = { between: dateBetween }

/** Not a Date: drivers make one of midnight in the zone of the process. */
export const dateOfRecord: RecordReader = {
  forms: "a date YYYY-MM-DD",
  read: (value) => (typeof value === "string" && isFullDate(value) ? value : undefined),
}
