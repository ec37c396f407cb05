import type { OperatorTest } from "../../../schema/operators.ts"
import type { Column, ColumnFacts, ColumnType } from "../dialect/column.ts"
import type { Finding } from "../dialect/finding.ts"

/** A row of an answer, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>

/** Runs a statement with a driver. The values are those of {@link toSql}: a list, or an object by name for ClickHouse. */
export type Run<Values> = (text: string, values: Values) => Promise<readonly object[]> | readonly object[]

/** Runs a statement that a reader of a catalog wrote. `?` stands for each value, which is a text. */
export type Ask = (statement: string, ...values: readonly string[]) => Promise<readonly Row[]>

/** A table or view, as the catalog has it. */
export interface CatalogTable {
  /** What a mapping may say about each column, by the column's name. */
  readonly columns: ReadonlyMap<string, CatalogColumn>
  readonly indexes: readonly CatalogIndex[]
}

/** A column, as the catalog has it: what a mapping says about it. */
export type CatalogColumn = Omit<ColumnFacts, "field" | "scale" | "lowerCase" | "datetimeStorage"> & {
  readonly type: string
}

/** An index. */
export interface CatalogIndex {
  readonly name: string
  /** Its keys in order, each as {@link Catalog.indexKey} writes it. */
  readonly keys: readonly string[]
}

/** A column of a mapping, and where it is. */
export interface InspectedColumn {
  readonly table: readonly string[]
  readonly facts: ColumnFacts
  readonly column: Column<ColumnType>
}

/** How the catalog of a database is read. */
export interface Catalog {
  /** Reads a table. Undefined if there is none of this name. Without a schema, the name is looked up as a statement would. */
  table(ask: Ask, name: readonly string[]): Promise<CatalogTable | undefined>
  /** Finds settings of the session and the database that change what the columns answer. */
  session(ask: Ask, columns: readonly InspectedColumn[]): Promise<readonly Finding[]>
  /** The key of an index that serves such operators on the column, as it stands in CREATE INDEX. Undefined if none does. */
  indexKey(inspected: InspectedColumn, test: OperatorTest): string | undefined
}
