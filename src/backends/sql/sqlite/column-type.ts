import type { ColumnType } from "../dialect/column.ts"

/** How SQLite compares the values of a column with a parameter. */
export interface SqliteType extends ColumnType {
  /** The form in which a value equals itself only. */
  readonly exact: Form
  /** A form that an index serves and in which more values may be equal. Equality is then tested in both forms. */
  readonly indexed?: Form
  /** The form in which the values have their order. */
  readonly ordered: Form
  /** Whether a list is one parameter, as JSON. Otherwise each item is a parameter. */
  readonly bindsJson: boolean
  /**
   * A test of the column that each of its values passes. SQLite takes any value in any column, so that
   * the type alone does not say what it holds.
   */
  expected(name: string): string
  /** What to do about another value. */
  hint?(name: string): string
}

/** The column as it compares. */
export interface Form {
  operand(name: string): string
  /** The collation of the comparison, which overrides the column's: BINARY compares bytes, NOCASE folds ASCII letters first. */
  readonly collation: "" | " COLLATE BINARY" | " COLLATE NOCASE"
}
