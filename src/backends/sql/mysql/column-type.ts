import type { FieldTypeName } from "../../../schema/field.ts"
import type { ColumnFacts, ColumnType } from "../dialect/column.ts"
import type { OrderOperator } from "../dialect/dialect.ts"
import type { Refusal } from "../dialect/finding.ts"
import type { Fragment, SqlValue } from "../dialect/fragment.ts"
import type { TypeName } from "../dialect/type-name.ts"

/** How MySQL and MariaDB compare the values of a column with a parameter. */
export interface MysqlType extends ColumnType {
  /** The form in which a value equals itself only. */
  readonly exact: Form
  /** The form in which the values have their order, and texts are searched. */
  readonly ordered: Form
  /** A condition that an index serves, and that every row with one of the values satisfies. Equality is then tested too. */
  among?(column: string, values: readonly SqlValue[], test: EqualityTest): Fragment | undefined
  /** A condition that an index serves, and that every row on this side of the value satisfies. Order is then tested too. */
  beside?(column: string, operator: OrderOperator, value: SqlValue): Fragment | undefined
}

/** Writes that an operand is one of these values. */
export type EqualityTest = (operand: string, values: readonly Fragment[]) => Fragment

/** The column and the parameter in one form. */
export interface Form {
  /** The column in this form. */
  operand(name: string): string
  /** The parameter in this form. A comparison of a text with a number would find values that are only similar. */
  parameter(value: SqlValue): Fragment
}

/** How a column of one type answers conditions on a field. */
export type Answer = (facts: ColumnFacts, type: TypeName) => MysqlType | Refusal

/** How a column of one type answers conditions on each type of field. It cannot answer the others. */
export type Answers = { readonly [Type in FieldTypeName]?: Answer }

/** The column as it is. */
export const bare = (name: string) => name

/** A type whose values compare in one form. */
export function plain(parameter: Form["parameter"], store: MysqlType["store"]): MysqlType {
  const form: Form = { operand: bare, parameter }
  return { exact: form, ordered: form, store }
}
