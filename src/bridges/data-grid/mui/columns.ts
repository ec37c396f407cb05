import type { FieldTypeName } from "../../../schema/field.ts"
import { booleanColumn, choiceColumn } from "./choice-column.ts"
import { dateColumn } from "./date-column.ts"
import type { MuiColumn } from "./item.ts"
import { numberColumn } from "./number-column.ts"
import { codeColumn, textColumn } from "./text-column.ts"

/** The column that shows a field of each type. */
export const muiColumns: Readonly<Record<FieldTypeName, MuiColumn>> = {
  integer: numberColumn,
  number: numberColumn,
  string: textColumn,
  boolean: booleanColumn,
  enum: choiceColumn,
  datetime: dateColumn,
  reference: choiceColumn,
  opaque: codeColumn,
  uuid: codeColumn,
  decimal: numberColumn,
  date: dateColumn,
}
