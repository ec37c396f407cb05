import type { Field } from "../../schema/field.ts"
import type { Schema } from "../../schema/schema.ts"
import type { ColumnFacts } from "./dialect/column.ts"

/** A column, and what is known of it. */
export interface MappedColumn extends Omit<ColumnFacts, "field"> {
  readonly name: string
  /** SQL to compare instead of the column. */
  readonly expression?: string | undefined
}

/** The columns and tables of the fields of any schema. */
export interface AnySqlMapping {
  /** The schema that the mapping was made of. */
  readonly schema: Schema
  readonly table: readonly string[] | undefined
  /** Columns by field. Fields of other schemas and of relations without a table are absent. */
  readonly columns: ReadonlyMap<Field, MappedColumn>
  readonly relations: ReadonlyMap<
    string,
    { readonly table: readonly string[]; readonly on: ReadonlyMap<string, string> }
  >
}

/** Exists in the types only. */
declare const mapped: unique symbol

/** The columns and tables of the fields of one schema. */
export interface SqlMappingOf<S extends Schema> extends AnySqlMapping {
  readonly [mapped]?: () => S
}

/**
 * The columns and tables of a schema's fields. {@link sqlMapping} makes it. A mapping of a schema also serves filters of
 * a schema with fewer of its fields. `SqlMapping` alone is a mapping of any schema.
 */
export type SqlMapping<S extends Schema = never> = [S] extends [never]
  ? AnySqlMapping
  : Schema extends S
    ? AnySqlMapping
    : SqlMappingOf<S>
