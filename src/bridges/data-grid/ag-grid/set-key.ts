import type { FieldTypeName } from "../../../schema/field.ts"
import type { Value } from "../../../schema/field-type.ts"
import { quote } from "../../../text/quote.ts"

/** Whether a set filter finds the value by this key. The grid takes the text of a cell for its key. */
type FindsValue = (key: string, value: Value) => boolean

const byText: FindsValue = (key, value) => key === String(value)

const findsValue: Readonly<Record<FieldTypeName, FindsValue>> = {
  integer: byText,
  number: byText,
  string: byText,
  boolean: byText,
  enum: byText,
  // JSON has the milliseconds of a Date.
  datetime: (key, value) => byText(key, value) || key === new Date(String(value)).toISOString(),
  reference: byText,
  opaque: byText,
  // A UUID has no case.
  uuid: (key, value) => byText(key.toLowerCase(), value),
  decimal: byText,
  date: byText,
}

/** Why a key shows no row in the grid although the field may have its value. Undefined if the key is that of the value. */
export function reasonAgainstKey(type: FieldTypeName, key: string, value: Value): string | undefined {
  return findsValue[type](key, value)
    ? undefined
    : `AG Grid compares with the text of a value: write ${quote(String(value))} in place of ${quote(key)}`
}
