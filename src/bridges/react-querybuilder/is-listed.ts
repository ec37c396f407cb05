import type { Field, FieldTypeName } from "../../schema/field.ts"

const listedTypes: Readonly<Record<FieldTypeName, boolean>> = {
  integer: false,
  number: false,
  string: false,
  boolean: true,
  enum: true,
  datetime: false,
  reference: false,
  opaque: false,
  uuid: false,
  decimal: false,
  date: false,
}

/** Whether the values of the field are chosen from a list. */
export function isListed({ type }: Field): boolean {
  return listedTypes[type]
}
