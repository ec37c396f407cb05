import type { Comparable } from "../../../schema/comparison-form.ts"
import type { Value } from "../../../schema/field-type.ts"
import type { Stored } from "./dialect.ts"

/** Binds a value in its comparison form. */
export function bindComparable(comparable: Comparable): Stored {
  return { value: comparable, exact: true }
}

/** Binds a boolean, whose comparison form is 0 or 1, as true or false. */
export function bindBoolean(comparable: Comparable): Stored {
  return { value: comparable === 1, exact: true }
}

/** Binds a value as the filter holds it. */
export function bindValue(_comparable: Comparable, _column: unknown, value: Value): Stored {
  return { value, exact: true }
}

/** Binds a number as its digits. */
export function bindDigits(comparable: Comparable): Stored {
  return { value: String(comparable), exact: true }
}
