import type { OrderOperator } from "../../../schema/operators.ts"
import type { ColumnFacts, ColumnType } from "../dialect/column.ts"
import type { Refusal } from "../dialect/finding.ts"
import type { SqlValue } from "../dialect/fragment.ts"
import type { TypeName } from "../dialect/type-name.ts"

/** How PostgreSQL compares the values of a column with a parameter. */
export interface PostgresType extends ColumnType {
  /** The form in which a value equals itself only. */
  readonly exact: Form
  /** A form that an index serves and in which more values may be equal. Equality is then tested in both forms. */
  readonly indexed?: Form
  /** A condition under which fewer values are equal in the indexed form. The planner computes it, so that the index still serves. */
  readonly indexedUnless?: string
  /** The form in which the values have their order. */
  readonly ordered: Form
  readonly order: Readonly<Record<OrderOperator, string>>
  /** Whether each item of a list is a parameter. Otherwise the list is one parameter. */
  readonly bindsItems?: true
  /** The enum of the column if its labels are not known. A text that is no label cannot be cast, so it is looked up. */
  readonly unreadEnum?: string
  /** Whether the values are those of an enum, and not their texts. */
  readonly ofEnum?: true
}

/** The column and the parameter in one type. */
export interface Form {
  /** The column in this form. */
  operand(name: string): string
  /** The type that a parameter is cast to, so that neither driver nor server has to guess. */
  readonly cast: string
  /** Whether a driver that sees the type may damage this value, so that it is sent as text. */
  needsText?(value: SqlValue): boolean
}

/** How a column of one type answers conditions on a field. */
export type Answer = (facts: ColumnFacts, type: TypeName) => PostgresType | Refusal

/** Drivers cannot write lists of a type that an extension or a user created. They can write lists of texts. */
export const isUnknownToDrivers = (): boolean => true

export const bare = (name: string): string => name
export const asText = (name: string): string => `${name}::text`
