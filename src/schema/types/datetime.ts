import {
  canonicalDatetime,
  type Instant,
  instantBetween,
  instantOf,
  sortableDatetime,
  sortableInstant,
} from "../../text/datetime.ts"
import { quote } from "../../text/quote.ts"
import { tagOf } from "../../text/tag.ts"
import type { RecordReader, ToComparable, ValueRange } from "../comparison-form.ts"
import { type FieldType, mismatch } from "../field-type.ts"

const EXAMPLE = "write 2024-02-29T12:30:00Z, 2024-02-29T12:30:00.5+01:00, or 2024-02-29 for midnight UTC"

/**
 * A point in time, written as in RFC 3339: a date-time with an offset or `Z`, to the nanosecond, or
 * a full-date, which is midnight UTC. The filter holds it in UTC.
 */
export const datetime: FieldType<string> = {
  expects: "a date-time",
  least: "0000-01-01T00:00:00Z",
  acceptsDate: true,
  read(literal, field) {
    if (literal.kind !== "string") return mismatch(field, this.expects, literal.kind, EXAMPLE)
    const canonical = canonicalDatetime(literal.value)
    if (canonical !== undefined) return canonical
    const found = quote(literal.value)
    return {
      code: "invalid-value",
      message: `Field ${field.name} expects an RFC 3339 date-time, not ${found}`,
      params: { reason: "not-a-datetime", field: field.name, found },
      hint: EXAMPLE,
    }
  },
}

/** A spelling whose order as text is the order in time. */
export const datetimeComparable: ToComparable<string> = sortableDatetime

export const datetimeRange: ValueRange<string> = { between: instantBetween }

export const datetimeOfRecord: RecordReader = {
  forms: "an RFC 3339 date-time with an offset or Z, a date YYYY-MM-DD or a Date",
  read(value) {
    if (typeof value === "string") {
      const canonical = canonicalDatetime(value)
      return canonical && sortableDatetime(canonical)
    }
    const instant = instantOfDate(value)
    return instant && sortableInstant(instant)
  },
}

/** Not with instanceof, because a Date may be of another realm. */
function instantOfDate(value: unknown): Instant | undefined {
  return tagOf(value) === "Date" ? instantOf(value as Date) : undefined
}
