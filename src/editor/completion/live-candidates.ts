import type { Field } from "../../schema/field.ts"
import { isInvalidOperand } from "../../schema/field-type.ts"
import { fieldTypes } from "../../schema/types/index.ts"
import type { Literal } from "../../syntax/literal.ts"
import { escapeHidden } from "../../text/hidden.ts"
import type { Candidate } from "./candidate.ts"
import type { LiveValue } from "./completion.ts"
import { plain } from "./snippet.ts"

/** The values that the field can have. The source of the values may know others. */
export function liveCandidates(field: Field, values: readonly LiveValue[]): readonly Candidate[] {
  return values.flatMap((live): readonly Candidate[] => {
    const { value, ...rest } = typeof live === "object" ? live : { value: live }
    // JSON has no notation for the other numbers.
    if (typeof value === "number" && !Number.isFinite(value)) return []
    const literal = literalOf(value)
    if (isInvalidOperand(fieldTypes[field.type].read(literal, field))) return []
    const text = typeof value === "string" ? escapeHidden(JSON.stringify(value)) : String(value)
    return [{ label: escapeHidden(String(value)), kind: "value", value: plain(text), ...rest }]
  })
}

function literalOf(value: string | number | bigint | boolean): Exclude<Literal, { kind: "null" }> {
  if (typeof value === "string") return { kind: "string", value }
  if (typeof value === "boolean") return { kind: "boolean", value }
  return { kind: "number", digits: typeof value === "number" ? value : String(value) }
}
