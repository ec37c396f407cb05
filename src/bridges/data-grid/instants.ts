import type { Filter } from "../../filter/filter.ts"
import type { Field } from "../../schema/field.ts"
import { hasInstant } from "../../text/datetime.ts"
import type { ModelReader } from "../model-reader.ts"

/** The first date-time that a filter can hold. */
const FIRST = "0000-01-01T00:00:00Z"
/** The last one. */
const LAST = "9999-12-31T23:59:59.999999999Z"

/** The date-times before an instant, in milliseconds since 1970. */
export function before(reader: ModelReader, { name }: Field, instant: number): Filter {
  const text = textOf(instant)
  return reader.condition(text === LAST ? "$lte" : "$lt", name, text)
}

/** The date-times from an instant on. */
export function from(reader: ModelReader, { name }: Field, instant: number): Filter {
  const text = textOf(instant)
  return reader.condition(text === LAST ? "$gt" : "$gte", name, text)
}

/** A date-time as near to the instant as a filter can hold: no value of a field lies between them. */
function textOf(instant: number): string {
  const date = new Date(instant)
  if (hasInstant(date)) return date.toISOString()
  return instant < 0 ? FIRST : LAST
}
