import type { Comparable } from "../../../schema/comparison-form.ts"
import type { Field, FieldTypeName } from "../../../schema/field.ts"
import type { Value } from "../../../schema/field-type.ts"
import type { OrderOperator } from "../../../schema/operators.ts"
import type { Fragment, SqlValue } from "./fragment.ts"

export type { Comparable, OrderOperator }

/** What a column of date-times holds where the database has no type for them. */
export type DatetimeStorage = "iso-millis" | "epoch-seconds" | "epoch-millis" | "epoch-micros"

/** A value as a column holds it. */
export interface Stored {
  /**
   * The value to bind. If the column cannot hold the value itself, this is the greatest value below it that the
   * column can hold. It is undefined if the column can hold no value below it.
   */
  readonly value: SqlValue | undefined
  /** Whether the column can hold the value itself. */
  readonly exact: boolean
}

/** The SQL operator for each operator of order. */
export const ORDER = { $lt: "<", $lte: "<=", $gt: ">", $gte: ">=" } as const satisfies Readonly<
  Record<OrderOperator, string>
>

/** No limit. */
export const UNLIMITED = Infinity

/**
 * How the texts of a column compare, if it is not the database's default:
 *
 * - `"binary"`: by code point and without padding. Plain comparisons are then exact, and an ordinary
 *   index serves their order. Examples: `"C"` in PostgreSQL, `utf8mb4_0900_bin` in MySQL,
 *   `utf8mb4_nopad_bin` in MariaDB, the default of SQLite and DuckDB.
 * - `"nondeterministic"`: different texts may be equal. Examples: a collation of PostgreSQL with
 *   `deterministic = false`, NOCASE and RTRIM in SQLite. The SQL then tests equality twice: once in the
 *   form that the index serves, and once exactly. MySQL and MariaDB are treated this way by default.
 */
export type Collation = (typeof COLLATIONS)[number]

export const COLLATIONS = ["binary", "nondeterministic"] as const

/** The column that a condition tests. It may be null. */
export interface Column {
  /** Its name in the database's quoting, with the table's name. */
  readonly name: string
  /** The field that it holds. */
  readonly field: Field
  /** How its texts compare, if the mapping says so. */
  readonly collation: Collation | undefined
  /** What date-times it holds, if the mapping says so. */
  readonly datetimeStorage: DatetimeStorage | undefined
}

/** How a database holds the values of one type of field. */
export interface StoredType {
  /**
   * Binds a value of a filter.
   *
   * @param comparable the value in comparison form: date-times as `YYYY-MM-DDTHH:MM:SS.nnnnnnnnnZ` in UTC, booleans
   *   as 0 and 1, texts with ASCII letters folded if the field ignores case
   * @param column the column to compare it with
   * @param value the value as the filter holds it, for a database that folds letters by itself
   */
  store(comparable: Comparable, column: Column, value: Value): Stored
}

/** The related rows of a relation. All names are in the database's quoting. */
export interface RelatedRows {
  readonly table: string
  /** The name of the table in the condition. */
  readonly alias: string
  /** Which column of this table equals which column of the related one: at least one pair. */
  readonly on: readonly (readonly [here: string, there: string])[]
}

/**
 * How one database writes what the language means. Every member is required, so that a new dialect answers
 * every question. If a database cannot answer a condition exactly, its dialect rewrites or rejects the condition.
 *
 * `Values` is the type that its drivers take: a list by position, or an object by name.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"id":7,"state":"active"}')
 * const upper: Dialect = { ...sqlite, name: "SQLite, upper case", placeholder: (position) => `:P${position}` }
 * toSql(filter, upper).text // "(`id` = :P1 AND `state` = :P2 COLLATE BINARY)"
 * ```
 */
export interface Dialect<Values = SqlValue[]> {
  readonly name: string
  /** How its drivers bind parameters. Template tags bind by position. */
  readonly binding: "position" | "name"
  /** The most parameters that one statement takes. */
  readonly maxParameters: number
  /** How deep expressions may nest. A chain of n operands of AND or OR counts n. */
  readonly maxDepth: number
  /** How each type of field is stored. */
  readonly types: Readonly<Record<FieldTypeName, StoredType>>
  /** The placeholder of the nth parameter, from 1. `type` is the parameter's type, if the database wants it there. */
  placeholder(position: number, type: string | undefined): string
  /** The values in the form that drivers take. */
  values(values: SqlValue[], firstParameter: number): Values
  /** Quotes a name so that no character of it can end the quotes. */
  identifier(name: string): string
  /** A condition that holds for every row. */
  readonly always: string
  /** A condition that holds for no row. */
  readonly never: string
  /** The column has this value. A null is not equal to it. */
  equal(column: Column, value: SqlValue): Fragment
  /** The column has another value, or null. */
  notEqual(column: Column, value: SqlValue): Fragment
  /** The column has one of these values; there is at least one. A null is not among them. */
  among(column: Column, values: readonly SqlValue[]): Fragment
  /** The column has a value that is not one of these; there is at least one. */
  notAmong(column: Column, values: readonly SqlValue[]): Fragment
  /** The column has a value on this side of the given one. Strings compare by code point. */
  order(column: Column, operator: OrderOperator, value: SqlValue): Fragment
  /** The position of a text in the column's text: 0 if it is not there, 1 at the beginning. The text is in comparison form, and each of its characters means itself. */
  position(column: Column, text: string): Fragment
  /** The row has a related row that satisfies the condition. It is true or false and never unknown, because NOT may precede it. */
  exists(rows: RelatedRows, condition: Fragment): Fragment
}
