import type { Field, FieldTypeName } from "../schema/field.ts"
import { isInvalidOperand } from "../schema/field-type.ts"
import type { ScalarNode } from "../syntax/syntax-tree.ts"
import { dateHint } from "./date-hint.ts"
import { datetimeHint } from "./datetime-hint.ts"
import { decimalHint } from "./decimal-hint.ts"
import type { Rule } from "./rule.ts"
import { typedValue } from "./typed-value.ts"
import { uuidHint } from "./uuid-hint.ts"
import { hintOf, type ValueAdvice } from "./value-advice.ts"
import { withHint } from "./with-hint.ts"

/** A value is not in the notation of another language. */
export const nativeValue: Rule<"value"> = {
  on: "value",
  check(node, context) {
    if (!isInvalidOperand(context.reading)) return undefined
    return withHint(typedValue.check(node, context), hintOf(valueAdvice(node, context.field)))
  },
}

/** What to write instead of a value in another notation. */
export function valueAdvice(node: ScalarNode, field: Field): ValueAdvice | undefined {
  const text = node.kind === "string" ? node.value : node.kind === "number" ? String(node.digits) : ""
  if (field.nullable && /^(?:null|none|nil|undefined)$/i.test(text))
    return { write: "null", because: ", without quotes" }
  return hints[field.type]?.(text)
}

/** What to write instead of a value that is not in the notation of the type. */
const hints: Readonly<Record<FieldTypeName, ((text: string) => ValueAdvice | undefined) | undefined>> = {
  integer: separatedDigits,
  number: separatedDigits,
  string: undefined,
  boolean: undefined,
  enum: undefined,
  datetime: datetimeHint,
  reference: separatedDigits,
  opaque: undefined,
  uuid: uuidHint,
  decimal: (text) => separatedDigits(text) ?? decimalHint(text),
  date: dateHint,
}

/** A list of digits with commas may be several ids. No id begins with zero. */
function separatedDigits(text: string): ValueAdvice | undefined {
  return /^-?[1-9]\d{0,2}(?:,\d{3}){1,5}$/.test(text) && text.includes(",0")
    ? { write: text.replaceAll(",", ""), because: ": numbers have no separators" }
    : undefined
}
