import type { OnField } from "../../../check/translation/on-field.ts"
import type { Translation } from "../../../check/translation/translation.ts"
import type { Field, FieldTypeName } from "../../../schema/field.ts"
import { hasNoValue, hasValue } from "../presence.ts"
import type { GridOperator } from "./filter-kind.ts"

/** Whether AG Grid counts a value as blank: no value, and a text of white space. */
export function isBlankCell(value: unknown): boolean {
  return value === null || (typeof value === "string" && value.trim() === "")
}

/** Whether a value of the type may be any text. */
const hasAnyText: Readonly<Record<FieldTypeName, boolean>> = {
  integer: false,
  number: false,
  string: true,
  boolean: false,
  enum: false,
  datetime: false,
  reference: false,
  opaque: true,
  uuid: false,
  decimal: false,
  date: false,
}

const BLANK_TEXTS = "AG Grid counts a text of white space as blank too, and no filter finds all such texts"

/** Why "blank" is not the same as "has no value". Undefined if it is. */
function blankTexts({ type, values = [] }: Field): string | undefined {
  return hasAnyText[type] || values.some(isBlankCell) ? BLANK_TEXTS : undefined
}

/** The records whose value is blank. */
export function blankOn(on: OnField): Translation {
  return blankTexts(on.field) ?? hasNoValue(on)
}

export const blank: GridOperator = {
  takes: 0,
  translate: ({ on }) => blankOn(on),
}

export const notBlank: GridOperator = {
  takes: 0,
  translate: ({ on }) => blankTexts(on.field) ?? hasValue(on),
}
