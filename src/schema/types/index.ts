import type { FieldTypeName } from "../field.ts"
import type { FieldType } from "../field-type.ts"
import { boolean } from "./boolean.ts"
import { date } from "./date.ts"
import { datetime } from "./datetime.ts"
import { decimal } from "./decimal.ts"
import { enumeration } from "./enum.ts"
import { integer } from "./integer.ts"
import { number } from "./number.ts"
import { opaque } from "./opaque.ts"
import { reference } from "./reference.ts"
import { string } from "./string.ts"
import { uuid } from "./uuid.ts"

/** The types of scalar fields by name. */
export const fieldTypes = {
  integer,
  number,
  string,
  boolean,
  enum: enumeration,
  datetime,
  reference,
  opaque,
  uuid,
  decimal,
  date,
} as const satisfies Readonly<Record<FieldTypeName, FieldType>>
