import type { Field } from "../schema/field.ts"
import type { FieldType } from "../schema/field-type.ts"
import { fieldTypes } from "../schema/types/index.ts"

/** Whether the values of the field are texts of any kind: every text is one, and texts have an order and prefixes. */
export function isText({ type }: Field): boolean {
  const { foldsCase }: FieldType = fieldTypes[type]
  return foldsCase === true
}
