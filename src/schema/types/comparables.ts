import type { ToComparable } from "../comparison-form.ts"
import type { FieldTypeName } from "../field.ts"
import { booleanComparable } from "./boolean.ts"
import { dateComparable } from "./date.ts"
import { datetimeComparable } from "./datetime.ts"
import { decimalComparable } from "./decimal.ts"
import { enumerationComparable } from "./enum.ts"
import { integerComparable } from "./integer.ts"
import { numberComparable } from "./number.ts"
import { opaqueComparable } from "./opaque.ts"
import { referenceComparable } from "./reference.ts"
import { stringComparable } from "./string.ts"
import { uuidComparable } from "./uuid.ts"

/** How the values of each type of field are brought into comparison form. */
export const comparables: Readonly<Record<FieldTypeName, ToComparable>> = {
  integer: integerComparable,
  number: numberComparable,
  string: stringComparable,
  boolean: booleanComparable,
  enum: enumerationComparable,
  datetime: datetimeComparable,
  reference: referenceComparable,
  opaque: opaqueComparable,
  uuid: uuidComparable,
  decimal: decimalComparable,
  date: dateComparable,
}
