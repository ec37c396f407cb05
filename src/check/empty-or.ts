import type { Rule } from "./rule.ts"

/** The list of `$or` is not empty, with the option `emptyOr: "error"`. An empty `$and` restricts nothing, so it is always allowed. */
export const emptyOr: Rule<"logical"> = {
  on: "logical",
  check({ name, operands }, context) {
    if (context.emptyOr !== "error" || name.text !== "$or") return undefined
    if (!Array.isArray(operands) || operands.length > 0) return undefined
    return {
      code: "empty-operators",
      message: "The list of $or is empty",
      params: { reason: "list", operator: name.text },
      hint: "leave $or out to add no restriction",
      span: name.span,
    }
  },
}
