import { OnField } from "../../../check/translation/on-field.ts"
import type { Translation } from "../../../check/translation/translation.ts"
import type { Filter } from "../../../filter/filter.ts"
import type { Field } from "../../../schema/field.ts"
import type { Operator } from "../../../schema/operators.ts"
import type { DaysOfZone } from "../../../text/first-instant.ts"
import type { ModelReader } from "../../model-reader.ts"

/** The field of a filter item, with what its operators need. */
export class MuiField {
  constructor(
    readonly reader: ModelReader,
    readonly field: Field,
    /** The days of the option `timeZone`. */
    readonly zone: DaysOfZone | undefined,
    /** Whether the column has the type `dateTime`. */
    readonly hasTime: boolean,
  ) {}

  get on(): OnField {
    return new OnField(this.reader.schema, this.field)
  }

  test(operator: Operator, value: unknown): Filter {
    return this.reader.condition(operator, this.field.name, value)
  }
}

/** An operator of a column. The grid ignores an item whose value `isIncomplete`. */
export type MuiOperator = { readonly isIncomplete: (value: unknown) => boolean } & (
  | { readonly ofValue: (on: MuiField, value: unknown) => Translation }
  | { readonly ofList: (on: MuiField, values: readonly unknown[]) => Translation }
)

/** The operators of a type of column, by name. */
export type MuiColumn = Readonly<Record<string, MuiOperator>>
