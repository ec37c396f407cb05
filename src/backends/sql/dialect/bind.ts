import type { Comparable } from "../../../schema/comparison-form.ts"
import { one, type Stored } from "./stored.ts"

/** Binds a value in its comparison form. */
export function bindComparable(comparable: Comparable): Stored {
  return one(comparable)
}

/** Binds a boolean, whose comparison form is 0 or 1, as true or false. */
export function bindBoolean(comparable: Comparable): Stored {
  return one(comparable === 1)
}

/** Binds a number as its digits. */
export function bindDigits(comparable: Comparable): Stored {
  return one(String(comparable))
}
