import type { Rule } from "./rule.ts"

/** The object of a field has at least one operator. */
export const someOperator: Rule<"operators"> = {
  on: "operators",
  check({ operators, span }, { field }) {
    if (operators.length > 0) return undefined
    return {
      code: "empty-operators",
      message: `Field ${field.name} has {}, an object without operators`,
      params: { reason: "field", field: field.name, nullable: field.nullable },
      hint:
        field.nullable && field.operators.includes("$eq") && field.relation?.cardinality !== "many"
          ? `leave the field out, or write {"${field.name}":null} for records without a value`
          : "leave the field out",
      span,
    }
  },
}
