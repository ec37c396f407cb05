import { literalOf } from "../../check/translation/literal-of.ts"
import type { Field } from "../../schema/field.ts"
import { isInvalidOperand } from "../../schema/field-type.ts"
import { fieldTypes } from "../../schema/types/index.ts"
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
    // A number beyond 2^53 may have lost digits, which the text of its digits would hide.
    const literal = typeof value === "number" ? { kind: "number" as const, digits: value } : literalOf(value)
    if (isInvalidOperand(fieldTypes[field.type].read(literal, field))) return []
    const text = typeof value === "string" ? escapeHidden(JSON.stringify(value)) : String(value)
    return [{ label: escapeHidden(String(value)), kind: "value", value: plain(text), ...rest }]
  })
}
