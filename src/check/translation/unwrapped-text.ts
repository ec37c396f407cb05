import type { Field } from "../../schema/field.ts"
import { isInvalidOperand } from "../../schema/field-type.ts"
import { fieldTypes } from "../../schema/types/index.ts"
import type { MisplacedNode } from "../../syntax/syntax-tree.ts"
import { quote } from "../../text/quote.ts"
import { unwrapped } from "./unwrapped.ts"

/** The JSON of the value that an object stands for, if the field accepts it. */
export function unwrappedText(node: MisplacedNode, field: Field): string | undefined {
  const literal = unwrapped(node, field)
  if (literal === undefined || literal.kind === "null") return undefined
  const value = fieldTypes[field.type].read(literal, field)
  if (isInvalidOperand(value)) return undefined
  return typeof value === "string" ? quote(value) : String(value)
}
