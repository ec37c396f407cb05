import type { Field } from "../schema/field.ts"
import { isNegative, type Operator, takesList } from "../schema/operators.ts"
import type { Rule } from "./rule.ts"

/** The field can be null. */
export const nullableField: Rule<"null"> = {
  on: "null",
  check({ span }, { field, operator }) {
    if (field.nullable) return undefined
    return {
      code: "null-not-allowed",
      message: `Field ${field.name} always has a value, so it cannot be compared with null`,
      params: { reason: "field", field: field.name },
      hint: nullHint(field, operator),
      span,
    }
  },
}

function nullHint({ name, operators }: Field, operator: Operator): string {
  if (takesList(operator)) return "leave null out of the list"
  if (isNegative(operator)) return "leave the condition out: every record satisfies it"
  return operators.includes("$in")
    ? `no record satisfies it: to match no record, write {"${name}":{"$in":[]}}`
    : "no record satisfies it"
}
