import type { Value } from "../../schema/field-type.ts"
import type { Literal } from "../../syntax/literal.ts"

/** The literal that a value is read from. */
export function literalOf(value: Value): Exclude<Literal, { kind: "null" }> {
  if (typeof value === "string") return { kind: "string", value }
  return typeof value === "boolean" ? { kind: "boolean", value } : { kind: "number", digits: String(value) }
}
