import type { Comparable } from "../schema/comparison-form.ts"
import type { FieldTypeName } from "../schema/field.ts"
import { numberOfSortableDecimal } from "../text/decimal.ts"
import { numberOfText } from "../text/order-number.ts"

/** Rounds a value to a double: of two values, the greater one never has the lesser number. */
type ToNumber = (comparable: never) => number

const numberOf: ToNumber = (comparable: number | bigint) => Number(comparable)

/** Milliseconds: those of a day, or of the first 23 characters of a sortable date-time. */
const millisecondsOf: ToNumber = (comparable: string) =>
  Date.parse(comparable.length > MILLISECONDS ? `${comparable.slice(0, MILLISECONDS)}Z` : comparable)

const MILLISECONDS = 23

/** For types without an order. No filter compares their values so, and any function would do. */
const noOrder = numberOf

const orderNumbers: Readonly<Record<FieldTypeName, ToNumber>> = {
  integer: numberOf,
  number: numberOf,
  string: numberOfText,
  boolean: noOrder,
  enum: noOrder,
  datetime: millisecondsOf,
  reference: noOrder,
  opaque: noOrder,
  uuid: noOrder,
  decimal: numberOfSortableDecimal,
  date: millisecondsOf,
}

/**
 * The number that stands for a value in a sorted list of bounds. Numbers fit into typed arrays and compare fast. Where
 * two numbers are equal, the values themselves must be compared.
 */
export function orderNumberOf(type: FieldTypeName, comparable: Comparable): number {
  return orderNumbers[type](comparable as never)
}
