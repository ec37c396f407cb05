import { FilterError } from "../../diagnostics/filter-error.ts"
import type { Field } from "../../schema/field.ts"

/** The error for a condition that no query expresses, and that the client can replace by another one. */
export function refusal({ name: field }: Field, message: string, hint: string): FilterError {
  return new FilterError([
    {
      code: "invalid-value",
      message: `Field ${field} ${message}`,
      params: { reason: "backend", field },
      path: [field],
      hint,
    },
  ])
}
