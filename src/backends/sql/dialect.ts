import type { Field } from "../../schema/field.ts"
import type { OrderOperator } from "../../schema/operators.ts"
import type { Instant } from "../../text/datetime.ts"
import type { Fragment, SqlValue } from "./fragment.ts"

export type { OrderOperator }

/** What a column of date-times holds where the database has no type for them. */
export type DatetimeStorage = "iso-millis" | "epoch-seconds" | "epoch-millis" | "epoch-micros"

/** A value as a column holds it. */
export interface Stored {
  /** The value to bind: the very one, or the greatest that the column can hold below it; undefined if it can hold none so low. */
  readonly value: SqlValue | undefined
  /** Whether the column can hold the value itself. */
  readonly exact: boolean
}

/** The operators of SQL that ask for order. */
export const ORDER = { $lt: "<", $lte: "<=", $gt: ">", $gte: ">=" } as const satisfies Readonly<
  Record<OrderOperator, string>
>

/** As many as one likes. A constant, because bundlers keep what reads a property when it is loaded. */
export const UNLIMITED = Number.POSITIVE_INFINITY

/**
 * How the texts of a column compare, where that is not what the database does by default:
 *
 * - `"binary"`: by code point and without padding, so that the plain comparisons are the exact ones
 *   and an ordinary index serves their order: `"C"` in PostgreSQL, `utf8mb4_0900_bin` in MySQL,
 *   `utf8mb4_nopad_bin` in MariaDB, the default of SQLite and DuckDB.
 * - `"nondeterministic"`: different texts may be equal, as they are under a collation of PostgreSQL
 *   with `deterministic = false`, or under NOCASE and RTRIM in SQLite. An equality is then asked
 *   twice: as the index knows it, and exactly. MySQL and MariaDB are taken to be so without a word.
 */
export type Collation = (typeof COLLATIONS)[number]

export const COLLATIONS = ["binary", "nondeterministic"] as const

/** A column that a condition is about; it may be null. */
export interface Column {
  /** Its name in the database's quoting, with the table's. */
  readonly name: string
  /** The field that it holds. */
  readonly field: Field
  /** How its texts compare, if the mapping says so. */
  readonly collation: Collation | undefined
}

/** The rows that a relation leads to, all names in the database's quoting. */
export interface RelatedRows {
  readonly table: string
  /** What the table is called in the condition. */
  readonly alias: string
  /** Which column of this table equals which of the related one: at least one pair. */
  readonly on: readonly (readonly [here: string, there: string])[]
}

/**
 * How one database writes what the language means. Every hook is required, so that a new dialect
 * decides every question; what a database cannot answer exactly, its dialect rewrites or refuses.
 *
 * `Values` is what its drivers take: a list by position, or an object by name.
 */
export interface Dialect<Values = SqlValue[]> {
  readonly name: string
  /** The most parameters that one statement takes. */
  readonly maxParameters: number
  /** How deep AND, OR and the rest may stand inside of one another; a chain of n counts n. */
  readonly maxDepth: number
  /** The placeholder of the nth parameter, from 1. `type` is the parameter's, in a database that wants it there. */
  placeholder(position: number, type: string | undefined): string
  /** The values in the form that drivers take. */
  values(values: SqlValue[], firstParameter: number): Values
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
  equal(column: Column, value: SqlValue): Fragment
  /** The column has another value, or none. */
  notEqual(column: Column, value: SqlValue): Fragment
  /** The column has one of these values, of which there is one at least; a null is none of them. */
  among(column: Column, values: readonly SqlValue[]): Fragment
  /** The column has a value, and none of these, of which there is one at least. */
  notAmong(column: Column, values: readonly SqlValue[]): Fragment
  /** The column has a value that stands so to this one. Strings stand by code point. */
  order(column: Column, operator: OrderOperator, value: SqlValue): Fragment
  /** The column has a text with this one in it, and every character means itself. */
  contains(column: Column, text: string): Fragment
  /** The row has a related one that satisfies the condition. True or false and never unknown, as NOT may stand before it. */
  exists(rows: RelatedRows, condition: Fragment): Fragment
}
