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
  decimal: () => declared("decimal"),
  string: () => field.string(),
  fold: () => field.string({ caseSensitive: false }),
  boolean: () => field.boolean(),
  enum: () => field.enum(LABELS),
  datetime: () => field.datetime(),
  date: () => declared("date"),
  uuid: () => declared("uuid"),
  opaque: () => field.opaque(),
}

function declared(name: string): ScalarDeclaration {
  const declare = (field as unknown as Readonly<Record<string, (() => ScalarDeclaration) | undefined>>)[name]
  if (declare === undefined) throw new Error(`field.${name} does not exist`)
  return declare()
}
