import type { FieldTypeName } from "../../../schema/field.ts"
import type { OrderOperator } from "../../../schema/operators.ts"
import type { Column, ColumnFacts, ColumnType } from "./column.ts"
import type { Refusal } from "./finding.ts"
import type { Fragment, SqlValue } from "./fragment.ts"

export type { OrderOperator }

/** The SQL operator for each operator of order. */
export const ORDER = { $lt: "<", $lte: "<=", $gt: ">", $gte: ">=" } as const satisfies Readonly<
  Record<OrderOperator, string>
>

/** A database whose catalog can be read. */
export type CatalogName = "postgres" | "mysql" | "mariadb" | "sqlite" | "duckdb" | "clickhouse"

/** No limit. */
export const UNLIMITED = Infinity

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
 * `Values` is the type that its drivers take: a list by position, or an object by name. `Type` is what the dialect
 * knows of a column's type.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"id":7,"state":"active"}')
 * const upper: Dialect = { ...sqlite, name: "SQLite, upper case", placeholder: (position) => `:P${position}` }
 * toSql(filter, upper).text // "(`id` = :P1 AND `state` = :P2 COLLATE BINARY)"
 * ```
 */
export interface Dialect<Values = SqlValue[], Type extends ColumnType = ColumnType> {
  readonly name: string
  /** Whose catalog `inspectMapping` reads. Undefined if it cannot read the database's. */
  readonly catalog: CatalogName | undefined
  /** How its drivers bind parameters. Template tags bind by position. */
  readonly binding: "position" | "name"
  /** The most parameters that one statement takes. */
  readonly maxParameters: number
  /** How deep expressions may nest. A chain of n operands of AND or OR counts n. */
  readonly maxDepth: number
  /** How a column holds the values of its field, or why it cannot answer conditions on the field exactly. */
  columnType(facts: ColumnFacts): Type | Refusal
  /** The types of fields for which it uses the `scale` of a column. For any other, a mapping with a scale is refused. */
  readonly scaled: { readonly [Type in FieldTypeName]?: true }
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
  equal(column: Column<Type>, value: SqlValue): Fragment
  /** The column has another value, or null. */
  notEqual(column: Column<Type>, value: SqlValue): Fragment
  /** The column has one of these values; there is at least one. A null is not among them. */
  among(column: Column<Type>, values: readonly SqlValue[]): Fragment
  /** The column has a value that is not one of these; there is at least one. */
  notAmong(column: Column<Type>, values: readonly SqlValue[]): Fragment
  /** The column has a value on this side of the given one. Strings compare by code point. */
  order(column: Column<Type>, operator: OrderOperator, value: SqlValue): Fragment
  /** The position of a text in the column's text: 0 if it is not there, 1 at the beginning. The text is in comparison form, and each of its characters means itself. */
  position(column: Column<Type>, text: string): Fragment
  /** The row has a related row that satisfies the condition. It is true or false and never unknown, because NOT may precede it. */
  exists(rows: RelatedRows, condition: Fragment): Fragment
}
