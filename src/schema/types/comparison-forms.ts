import type { ComparisonForm } from "../comparison-form.ts"
import type { FieldTypeName } from "../field.ts"
import { booleanForm } from "./boolean.ts"
import { datetimeForm } from "./datetime.ts"
import { enumerationForm } from "./enum.ts"
import { integerForm } from "./integer.ts"
import { numberForm } from "./number.ts"
import { opaqueForm } from "./opaque.ts"
import { referenceForm } from "./reference.ts"
import { stringForm } from "./string.ts"

/** How the values of each type of field compare. */
export const comparisonForms: Readonly<Record<FieldTypeName, ComparisonForm>> = {
  integer: integerForm,
  number: numberForm,
  string: stringForm,
  boolean: booleanForm,
  enum: enumerationForm,
  datetime: datetimeForm,
  reference: referenceForm,
  opaque: opaqueForm,
}
