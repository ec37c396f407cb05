import type { Rule } from "./rule.ts"

/** The field can be null. */
export const nullableField: Rule<"null"> = {
  on: "null",
  check({ span }, { field }) {
    if (field.nullable) return undefined
    return {
      code: "null-not-allowed",
      message: `Field ${field.name} always has a value, so it cannot be compared with null`,
      params: { reason: "field", field: field.name },
      hint: "leave the condition out, or leave null out of the list",
      span,
    }
  },
}
