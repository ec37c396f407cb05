import type { ValueRange } from "../comparison-form.ts"
import type { FieldTypeName } from "../field.ts"
import { booleanRange } from "./boolean.ts"
import { dateRange } from "./date.ts"
import { datetimeRange } from "./datetime.ts"
import { decimalRange } from "./decimal.ts"
import { enumerationRange } from "./enum.ts"
import { integerRange } from "./integer.ts"
import { numberRange } from "./number.ts"
import { opaqueRange } from "./opaque.ts"
import { referenceRange } from "./reference.ts"
import { stringRange } from "./string.ts"
import { uuidRange } from "./uuid.ts"

/** The values that each type of field has. */
export const valueRanges: Readonly<Record<FieldTypeName, ValueRange>> = {
  integer: integerRange,
  number: numberRange,
  string: stringRange,
  boolean: booleanRange,
  enum: enumerationRange,
  datetime: datetimeRange,
  reference: referenceRange,
  opaque: opaqueRange,
  uuid: uuidRange,
  decimal: decimalRange,
  date: dateRange,
}
