import type { Instant } from "../../datetime.ts"
import type { Field } from "../../schema/field.ts"
import type { Fragment, SqlValue } from "./fragment.ts"

/** What a column of date-times holds where the database has no type for them. */
export type DatetimeStorage = "iso-millis" | "epoch-seconds" | "epoch-millis" | "epoch-micros"

/** A value as a column holds it. */
export interface Stored {
  /** The value to bind: the very one, or the greatest that the column can hold below it. */
  readonly value: SqlValue
  /** Whether the column can hold the value itself. */
  readonly exact: boolean
}

/** An operator that asks for order. */
export type OrderOperator = "$lt" | "$lte" | "$gt" | "$gte"

/**
 * How one database writes what the language means. Every hook is required, so that a new dialect
 * decides every question; what a database cannot answer exactly, its dialect rewrites or refuses.
 *
 * `column` is a column that may be null, in the database's quoting; values are bound as parameters.
 */
export interface Dialect {
  readonly name: string
  /** The placeholder of the nth parameter, from 1. */
  placeholder(position: number): string
  /** A name in quotes, such that no name can end them. */
  identifier(name: string): string
  /** A condition that holds for every row. */
  readonly always: string
  /** A condition that holds for no row. */
  readonly never: string
  /** How a date-time is bound, with the digits that the column holds. */
  instant(instant: Instant, storage: DatetimeStorage | undefined): Stored
  /** How any other value is bound. */
  value(field: Field, value: string | number | bigint | boolean): SqlValue
  /** The column has this value; a null is not equal. */
  equal(column: Fragment, value: SqlValue, field: Field): Fragment
  /** The column has another value, or none. */
  notEqual(column: Fragment, value: SqlValue, field: Field): Fragment
  /** The column has one of these values, of which there is one at least; a null is none of them. */
  among(column: Fragment, values: readonly SqlValue[], field: Field): Fragment
  /** The column has a value, and none of these, of which there is one at least. */
  notAmong(column: Fragment, values: readonly SqlValue[], field: Field): Fragment
  /** The column has a value that stands so to this one. Strings stand by code point. */
  order(column: Fragment, operator: OrderOperator, value: SqlValue, field: Field): Fragment
  /** The column has a text with this one in it, and every character means itself. */
  contains(column: Fragment, text: string, field: Field): Fragment
}
