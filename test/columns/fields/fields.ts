import { field } from "../../../src/index.ts"
import type { ScalarDeclaration } from "../../../src/schema/declarations.ts"
import type { FieldKind } from "../oracle.ts"
import { boolean } from "./boolean.ts"
import { date } from "./date.ts"
import { datetime } from "./datetime.ts"
import { decimal } from "./decimal.ts"
import { enumeration, LABELS } from "./enum.ts"
import type { FieldValues } from "./field-values.ts"
import { integer, reference } from "./integer.ts"
import { number } from "./number.ts"
import { string } from "./string.ts"
import { uuid } from "./uuid.ts"

/** The values of each kind of field. */
export const fieldValues: Readonly<Record<FieldKind, FieldValues>> = {
  integer,
  reference,
  number,
  decimal,
  string,
  fold: string,
  boolean,
  enum: enumeration,
  datetime,
  date,
  uuid,
  opaque: { ...string, operators: ["$eq", "$ne"], operand: () => undefined },
}

/** How a schema declares each kind of field. */
export const declarations: Readonly<Record<FieldKind, () => ScalarDeclaration>> = {
  integer: () => field.integer(),
  reference: () => field.reference("things"),
  number: () => field.number(),
  decimal: () => field.decimal(),
  string: () => field.string(),
  fold: () => field.string({ caseSensitive: false }),
  boolean: () => field.boolean(),
  enum: () => field.enum(LABELS),
  datetime: () => field.datetime(),
  date: () => field.date(),
  uuid: () => field.uuid(),
  opaque: () => field.opaque(),
}
