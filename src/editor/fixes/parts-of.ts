import type { Field } from "../../schema/field.ts"
import { isInvalidOperand } from "../../schema/field-type.ts"
import { fieldTypes } from "../../schema/types/index.ts"
import type { Literal } from "../../syntax/literal.ts"
import { scalarOf, type ValueNode } from "../../syntax/value-node.ts"
import { isJsonNumber } from "../../text/decimal.ts"

/** A longer string is not searched for a list. */
const LONGEST_LIST = 1000

/** The values in a list that was written as one string, if the field cannot have the string as a value. */
export function partsOf(value: ValueNode, field: Field): readonly string[] | undefined {
  const scalar = scalarOf(value)
  if (scalar?.kind !== "string" || scalar.value.length > LONGEST_LIST) return undefined
  const type = fieldTypes[field.type]
  const isValid = (literal: Exclude<Literal, { kind: "null" }>) =>
    !isInvalidOperand(type.read(literal, field))
  const parts = scalar.value.split(",").map((part) => part.trim())
  if (parts.length < 2 || isValid(scalar)) return undefined
  const texts: string[] = []
  for (const part of parts) {
    if (isJsonNumber(part) && isValid({ kind: "number", digits: part })) texts.push(part)
    else if (isValid({ kind: "string", value: part })) texts.push(JSON.stringify(part))
    else return undefined
  }
  return texts
}
