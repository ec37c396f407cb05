import type { Field } from "../schema/field.ts"
import { fieldOperatorOf, operatorOf } from "../schema/operators.ts"
import type { NameNode } from "../syntax/syntax-tree.ts"
import { quote } from "../text/quote.ts"
import { foreignOperator } from "./foreign-operators.ts"
import { type CheckContext, called, type Objection } from "./rule.ts"

/** What stands inside of a field is an operator on values. */
export function knownOperator(name: NameNode, field: Field, { schema }: CheckContext): Objection {
  const { text, span } = name
  if (operatorOf(text) !== undefined) {
    return {
      code: "unknown-operator",
      message: `${text} joins filters and cannot stand inside of a field`,
      hint: `write the field in each filter: {"${text}":[{"${field.name}":…},{"${field.name}":…}]}`,
      span,
    }
  }
  if (text.startsWith("$")) return foreignOperator(name)
  return {
    code: "unknown-operator",
    message: `${called(field)} has ${quote(text)} where an operator belongs`,
    hint: hint(text, field, schema),
    span,
  }
}

function hint(text: string, field: Field, schema: CheckContext["schema"]): string {
  if (field.type === "reference" && text === "id") return `write the id itself: {"${field.name}":5}`
  if (schema.fields.has(`${field.name}.${text}`))
    return `a related field is written with a dot: "${field.name}.${text}"`
  return fieldOperatorOf(`$${text}`) === undefined
    ? 'operators begin with $, such as "$eq"'
    : `operators begin with $: "$${text}"`
}
