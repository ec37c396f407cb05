import type { ColumnType } from "../dialect/column.ts"
import type { SqlValue } from "../dialect/fragment.ts"

/** How ClickHouse compares the values of a column with a parameter. */
export interface ClickhouseType extends ColumnType {
  /** The form that is compared with one value. */
  readonly equality: Form
  /** The form that is looked for in a list. */
  readonly list: Form
  /** The form in which the values have their order. */
  readonly ordered: Form
  /** The form in which the column is a text that has a position in it. */
  readonly text: Form
}

/** The column, and the type that a parameter beside it has. */
export interface Form {
  /** The column in this form. */
  operand(name: string): string
  /** The type of a parameter, which ClickHouse requires in the placeholder. */
  readonly parameter: string
  /** Whether the column can hold a value: ClickHouse fails for a value that the type lacks. By default, it can. */
  holds?(value: SqlValue): boolean
  /** Whether a list is bound as a text such as `[0.1,2]`. Clients quote texts in an array, and ClickHouse then reads no numbers. */
  readonly bindsListAsText?: true
}
