import type { Comparable } from "../../../schema/comparison-form.ts"
import type { Field } from "../../../schema/field.ts"
import type { Value } from "../../../schema/field-type.ts"
import type { Stored } from "./stored.ts"

export type { Comparable }

/**
 * What a column of date-times holds where the database has no type for them. All are in UTC:
 *
 * - `"iso-millis"`: `2024-01-31T09:30:00.000Z`, as `Date.prototype.toISOString` writes it
 * - `"iso-seconds"`: `2024-01-31T09:30:00Z`, as Desk answers it
 * - `"sqlite"`: `2024-01-31 09:30:00`, as CURRENT_TIMESTAMP and datetime() of SQLite write it
 * - `"date"`: `2024-01-31`, which means its midnight
 * - `"epoch-seconds"`, `"epoch-millis"`, `"epoch-micros"`: an integer, counted from 1970
 */
export type DatetimeStorage =
  | "iso-millis"
  | "iso-seconds"
  | "sqlite"
  | "date"
  | "epoch-seconds"
  | "epoch-millis"
  | "epoch-micros"

/**
 * How the texts of a column compare, if it is not the database's default:
 *
 * - `"binary"`: by code point and without padding. Plain comparisons are then exact, and an ordinary
 *   index serves their order. Examples: `"C"` in PostgreSQL, `utf8mb4_0900_bin` in MySQL,
 *   `utf8mb4_nopad_bin` in MariaDB, the default of SQLite and DuckDB.
 * - `"nondeterministic"`: different texts may be equal. Examples: a collation of PostgreSQL with
 *   `deterministic = false`, NOCASE and RTRIM in SQLite. The SQL then tests equality twice: once in the
 *   form that the index serves, and once exactly. MySQL and MariaDB are treated this way by default.
 * - The name of a collation as the catalog has it, such as `latin1_swedish_ci`.
 */
export type Collation = "binary" | "nondeterministic" | (string & {})

/** What a mapping says about the column of a field. */
export interface ColumnFacts {
  readonly field: Field
  /** The column's type as the database's catalog names it. Undefined: the type that the dialect expects for the field. */
  readonly type?: string | undefined
  /** How its texts compare. */
  readonly collation?: Collation | undefined
  /** What date-times it holds. */
  readonly datetimeStorage?: DatetimeStorage | undefined
  /** How many digits after the point an integer stands for: an amount in cents has a scale of 2. */
  readonly scale?: number | undefined
  /** Whether every text in it is in lower case. */
  readonly lowerCase?: boolean | undefined
  /** The values of the database's own enum, if the catalog has been read. */
  readonly labels?: readonly string[] | undefined
}

/** How a column holds the values of its field. Each dialect adds how it compares them. */
export interface ColumnType {
  /**
   * Finds the values of the column that equal a value of a filter.
   *
   * @param comparable the value in comparison form: date-times as `YYYY-MM-DDTHH:MM:SS.nnnnnnnnnZ` in UTC, booleans
   *   as 0 and 1, texts with ASCII letters folded if the field ignores case
   * @param value the value as the filter holds it, for a database that folds letters by itself
   */
  store(comparable: Comparable, value: Value): Stored
}

/** The column that a condition tests. It may be null. */
export interface Column<Type extends ColumnType = ColumnType> {
  /** Its name in the database's quoting, with the table's name, or an expression in parentheses. */
  readonly name: string
  /** The field that it holds. */
  readonly field: Field
  /** How it holds the values of the field. */
  readonly type: Type
}
