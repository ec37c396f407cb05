import type { Rule } from "./rule.ts"

/** `$or` has a filter, if the caller asks for one with `emptyOr: "error"`. An empty `$and` restricts nothing and is allowed. */
export const emptyOr: Rule<"logical"> = {
  on: "logical",
  check({ name, operands }, context) {
    if (context.emptyOr !== "error" || name.text !== "$or") return undefined
    if (!Array.isArray(operands) || operands.length > 0) return undefined
    return {
      code: "empty-operators",
      message: "The list of $or is empty",
      hint: "leave $or out to match every record",
      span: name.span,
    }
  },
}
