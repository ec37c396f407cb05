import type { Field, FieldTypeName } from "../schema/field.ts"
import { isInvalidOperand } from "../schema/field-type.ts"
import { takesList } from "../schema/operators.ts"
import { fieldTypes } from "../schema/types/index.ts"
import type { MisplacedNode, ScalarNode } from "../syntax/syntax-tree.ts"
import { quote } from "../text/quote.ts"
import { datetimeHint } from "./datetime-hint.ts"
import { flatList } from "./flat-list.ts"
import { operandShape } from "./operand-shape.ts"
import type { Objection, Rule, Verdict } from "./rule.ts"
import { unwrapped } from "./translation/unwrapped.ts"
import { typedValue } from "./typed-value.ts"

/** An operand is not an object that wraps a value, as in MongoDB's Extended JSON. */
export const unwrappedOperand: Rule<"operand"> = {
  on: "operand",
  check(operand, context) {
    const { field, operator } = context
    const value = operand.kind === "misplaced" ? unwrappedText(operand, field) : undefined
    const shown = takesList(operator) ? `[${value}]` : value
    return withHint(
      operandShape.check(operand, context),
      value && `write the value itself: {"${operator}":${shown}}`,
    )
  },
}

/** An item of a list is not an object that wraps a value. */
export const unwrappedItem: Rule<"misplacedItem"> = {
  on: "misplacedItem",
  check(node, context) {
    const value = unwrappedText(node, context.field)
    return withHint(flatList.check(node, context), value && `write the value itself: ${value}`)
  },
}

/** A value is not in the notation of another language. */
export const nativeValue: Rule<"value"> = {
  on: "value",
  check(node, context) {
    // Most values are valid, so the rule costs nothing more.
    if (!isInvalidOperand(context.reading)) return undefined
    return withHint(typedValue.check(node, context), valueHint(node, context.field))
  },
}

/** The objection of another rule with a better hint, if there is one. */
function withHint(verdict: Verdict, hint: string | undefined): Verdict {
  return verdict && hint !== undefined ? { ...(verdict as Objection), hint } : undefined
}

function unwrappedText(node: MisplacedNode, field: Field): string | undefined {
  const literal = unwrapped(node, field)
  if (literal === undefined || literal.kind === "null") return undefined
  const value = fieldTypes[field.type].read(literal, field)
  if (isInvalidOperand(value)) return undefined
  return typeof value === "string" ? quote(value) : String(value)
}

function valueHint(node: ScalarNode, field: Field): string | undefined {
  const text = node.kind === "string" ? node.value : node.kind === "number" ? String(node.digits) : ""
  if (field.nullable && /^(?:null|none|nil|undefined)$/i.test(text)) return "write null, without quotes"
  return hints[field.type]?.(text)
}

/** What to write instead of a value that is not in the notation of the type. */
const hints: Readonly<Record<FieldTypeName, ((text: string) => string | undefined) | undefined>> = {
  integer: separatedDigits,
  number: separatedDigits,
  string: undefined,
  boolean: undefined,
  enum: undefined,
  datetime: datetimeHint,
  reference: separatedDigits,
  opaque: undefined,
}

/** A list of digits with commas may be several ids. No id begins with zero. */
function separatedDigits(text: string): string | undefined {
  return /^-?[1-9]\d{0,2}(?:,\d{3}){1,5}$/.test(text) && text.includes(",0")
    ? `write ${text.replaceAll(",", "")}: numbers have no separators`
    : undefined
}
