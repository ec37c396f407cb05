import type { FieldTypeName } from "../field.ts"
import type { FieldType } from "../field-type.ts"
import { boolean } from "./boolean.ts"
import { datetime } from "./datetime.ts"
import { enumeration } from "./enum.ts"
import { integer } from "./integer.ts"
import { number } from "./number.ts"
import { opaque } from "./opaque.ts"
import { reference } from "./reference.ts"
import { string } from "./string.ts"

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
} as const satisfies Readonly<Record<FieldTypeName, FieldType>>
