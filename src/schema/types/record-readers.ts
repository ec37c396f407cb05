import type { RecordReader } from "../comparison-form.ts"
import type { FieldTypeName } from "../field.ts"
import { booleanOfRecord } from "./boolean.ts"
import { dateOfRecord } from "./date.ts"
import { datetimeOfRecord } from "./datetime.ts"
import { decimalOfRecord } from "./decimal.ts"
import { enumerationOfRecord } from "./enum.ts"
import { integerOfRecord } from "./integer.ts"
import { numberOfRecord } from "./number.ts"
import { opaqueOfRecord } from "./opaque.ts"
import { referenceOfRecord } from "./reference.ts"
import { stringOfRecord } from "./string.ts"
import { uuidOfRecord } from "./uuid.ts"

/** How a predicate reads the values of each type of field. */
export const recordReaders: Readonly<Record<FieldTypeName, RecordReader>> = {
  integer: integerOfRecord,
  number: numberOfRecord,
  string: stringOfRecord,
  boolean: booleanOfRecord,
  enum: enumerationOfRecord,
  datetime: datetimeOfRecord,
  reference: referenceOfRecord,
  opaque: opaqueOfRecord,
  uuid: uuidOfRecord,
  decimal: decimalOfRecord,
  date: dateOfRecord,
}
