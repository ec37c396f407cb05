import type { OperatorTest } from "../../../schema/operators.ts"
import type { Collation, ColumnFacts, ColumnType } from "../dialect/column.ts"
import type { FindingCode } from "../dialect/finding.ts"

/** A row of an answer, by the names of its columns. The statement names them in lower case with AS. */
export type Row = Readonly<Record<string, unknown>>

/**
 * Runs a statement that the reader of a catalog wrote. Each `?` stands for the next value, and no other `?` is in the
 * statement. Statements run one after the other, because the driver may have one connection.
 */
export type Ask = (statement: string, ...values: readonly string[]) => Promise<readonly Row[]>

/** What is found, before it is known for which field. */
export interface Note {
  readonly code: FindingCode
  /** What is so, in one sentence without a full stop. */
  readonly message: string
  /** What to do about it. */
  readonly hint?: string
}

/** What is found about the session or the database. */
export interface SessionNote extends Note {
  /** The column whose answers it changes. Undefined if it concerns the whole mapping. */
  readonly column?: InspectedColumn
}

/** A table or view, as the catalog has it. */
export interface CatalogTable {
  /** Its columns by {@link Catalog.nameKey} of their names. */
  readonly columns: ReadonlyMap<string, CatalogColumn>
  /** Undefined for a view or a foreign table, whose indexes belong to other tables. */
  readonly indexes: readonly CatalogIndex[] | undefined
}

/** A column, as the catalog has it. */
export interface CatalogColumn {
  readonly name: string
  /** Its type, as the dialect's `columnType` reads it. For a domain, its base type. Undefined if the catalog does not say, as for an expression in a view of SQLite. */
  readonly type: string | undefined
  /** Another name of its type, which a mapping may also use: the name of a domain. */
  readonly domain?: string
  /** How its texts compare, as the dialect's `columnType` reads it. Undefined if the dialect has no word for it, or if it holds no texts. */
  readonly collation?: Collation
  /** The name of its collation, if it is not the default of the database. A key pairs columns with few other collations. */
  readonly ownCollation?: string
  /** What to say of its collation if the mapping declares none: the finding is `loose-collation`. */
  readonly collationNote?: Omit<Note, "code">
  /** The values of the database's own enum. None if its type is known to be no enum. */
  readonly labels?: readonly string[]
  /** Whether it may be null. Undefined if the catalog does not say, as for views. */
  readonly nullable?: boolean
  /** What else to say if a field is in this column. */
  readonly notes?: readonly Note[]
}

/** An index that serves any row: not a partial one. */
export interface CatalogIndex {
  readonly name: string
  /**
   * Its keys in order. The key of a plain column is {@link Catalog.nameKey} of its name. Any other key is a text of
   * the reader's choice, which {@link IndexNeed.keys} repeats: `email text_pattern_ops`, `lower(email COLLATE "C")`. An index
   * that serves in several ways may be listed several times.
   */
  readonly keys: readonly string[]
}

/** Which index serves an operator. */
export interface IndexNeed {
  /** An index serves if its first key is one of these. */
  readonly keys: readonly string[]
  /** The statement that creates an index, with names in quotes and without a semicolon at the end. */
  readonly create: string
}

/** A column that a field is in, after the catalog was read. Columns of expressions are not among them. */
export interface InspectedColumn<Type extends ColumnType = ColumnType> {
  /** The name of its table, as the mapping has it. */
  readonly table: readonly string[]
  readonly name: string
  /** What the mapping says, completed. */
  readonly facts: ColumnFacts
  /** How the dialect compares it. */
  readonly type: Type
}

/** How the catalog of a database is read. */
export interface Catalog<Type extends ColumnType = ColumnType> {
  /** Equal for names that the database takes for the same. PostgreSQL: the name itself. SQLite: in lower case. */
  nameKey(name: string): string
  /** Reads a table. Undefined if no table has the name. A name without a schema is found as in a statement. */
  table(ask: Ask, name: readonly string[]): Promise<CatalogTable | undefined>
  /** Whether a type that a mapping declares is the column's, up to aliases: `int8` is `bigint`, `numeric` is `numeric(10,2)`. */
  sameType(declared: string, column: CatalogColumn): boolean
  /** Whether conditions under the collation that a mapping declares are right for the column. */
  sameCollation(declared: Collation, column: CatalogColumn): boolean
  /** Finds settings of the session and the database that change what the columns answer. */
  session(ask: Ask, columns: readonly InspectedColumn<Type>[]): Promise<readonly SessionNote[]>
  /** Which index serves positive operators that make this test. Undefined if none does, or if the database needs none. The names of the table's indexes are taken. */
  indexFor(column: InspectedColumn<Type>, test: OperatorTest, taken: readonly string[]): IndexNeed | undefined
  /** The statement that creates an index on plain columns of a table, for the key of a relation. Undefined if the database needs none. */
  createIndex(table: readonly string[], columns: readonly string[]): string | undefined
  /** Whether the key of a relation may pair these columns: `=` neither fails nor makes a number of a text. */
  pairsKeys(one: CatalogColumn, other: CatalogColumn): boolean
}
