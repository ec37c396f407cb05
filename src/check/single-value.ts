import { inWords } from "../text/value-kind.ts"
import { jsonKindOf } from "./json-kind.ts"
import type { Rule } from "./rule.ts"
import { advice } from "./translation/advice.ts"
import { OnField } from "./translation/on-field.ts"

/** A field has one value or an object of operators, never a bare list. */
export const singleValue: Rule<"misplacedValue"> = {
  on: "misplacedValue",
  check(node, { field, schema }) {
    const found = jsonKindOf(node)
    return {
      code: "type-mismatch",
      message: `Field ${field.name} expects a value or operators, not ${inWords(found)}`,
      params: { reason: "field", field: field.name, found },
      hint: () => {
        const filter = new OnField(schema, field).test("$in", node)
        if (!field.operators.includes("$in")) return advice(filter)
        const list = typeof filter === "string" ? undefined : advice(filter)
        return `to match any of the values, ${list ?? `write {"${field.name}":{"$in":[…]}}`}`
      },
      span: node.span,
    }
  },
}
