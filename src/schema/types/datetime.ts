import {
  canonicalDatetime,
  type Instant,
  instantOf,
  readInstant,
  sortableInstant,
} from "../../text/datetime.ts"
import { quote } from "../../text/quote.ts"
import type { RecordReader, ToComparable, ValueRange } from "../comparison-form.ts"
import { type FieldType, invalidOperand, mismatch } from "../field-type.ts"
import { fieldOperatorsThatTest } from "../operators.ts"

const EXAMPLE = "write 2024-02-29T12:30:00Z, 2024-02-29T12:30:00.5+01:00, or 2024-02-29 for midnight UTC"

/**
 * A point in time, written as in RFC 3339: a date-time with an offset or `Z`, to the nanosecond, or
 * a full-date, which is midnight UTC. The filter holds it in UTC.
 */
export const datetime: FieldType<string> = {
  operators: /* @__PURE__ */ fieldOperatorsThatTest("equality", "order"),
  expects: "a date-time",
  acceptsDate: true,
  read(literal) {
    if (literal.kind !== "string") return mismatch(this.expects, literal, EXAMPLE)
    const canonical = canonicalDatetime(literal.value)
    return canonical === undefined
      ? invalidOperand("invalid-value", `expects an RFC 3339 date-time, not ${quote(literal.value)}`, EXAMPLE)
      : canonical
  },
}

/** A spelling whose order as text is the order in time. */
export const datetimeComparable: ToComparable<string> = (value) =>
  sortableInstant(readInstant(value) as Instant)

export const datetimeRange: ValueRange<string> = {
  least: "0000-01-01T00:00:00Z",
  greatest: "9999-12-31T23:59:59.999999999Z",
}

export const datetimeOfRecord: RecordReader = (value) =>
  sortable(
    value instanceof Date ? instantOf(value) : typeof value === "string" ? readInstant(value) : undefined,
  )

function sortable(instant: Instant | undefined): string | undefined {
  return instant && sortableInstant(instant)
}
