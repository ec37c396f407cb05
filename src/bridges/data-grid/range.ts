import type { Translation } from "../../check/translation/translation.ts"
import type { Condition } from "../../filter/filter.ts"
import type { Field } from "../../schema/field.ts"
import { rangeOf } from "../../schema/operators.ts"
import { valueOrder } from "../value-order.ts"
import { isBlank } from "./blank.ts"
import { oneValue } from "./one-value.ts"

/** The conditions that an end of a range makes. Each is one condition with a value. */
export interface RangeEnds {
  /** The values from this end on. */
  from(end: unknown): Translation
  /** The values up to this end. */
  upTo(end: unknown): Translation
}

/** The values between two ends, in either order. A blank end is open; not both may be blank. */
export function inRange(field: Field, first: unknown, last: unknown, ends: RangeEnds): Translation {
  if (isBlank(first)) return ends.upTo(last)
  if (isBlank(last)) return ends.from(first)
  const [from, upTo] = [ends.from(first), ends.upTo(last)]
  return oneValue(field, isReversed(field, from, upTo) ? [ends.from(last), ends.upTo(first)] : [from, upTo])
}

/** Whether no value can lie between the ends. A day and an instant in it are in order either way. */
function isReversed(field: Field, from: Translation, upTo: Translation): boolean {
  // The reason is one in either order.
  if (typeof from === "string" || typeof upTo === "string") return false
  const order = valueOrder(field, upTo, from)
  // A day ends before an instant, which does not belong to it.
  return order < 0 || (order === 0 && rangeOf((upTo as Condition).operator)?.inclusive !== true)
}
