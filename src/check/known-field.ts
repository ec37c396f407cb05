import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import { fieldOperatorOf } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { quote } from "../text/quote.ts"
import { foreignOperator } from "./foreign-operators.ts"
import type { Rule } from "./rule.ts"

/** A name that is not `$and` or `$or` is the name of a field of the schema. */
export const knownField: Rule<"fieldName"> = {
  on: "fieldName",
  check(name, { schema, field }) {
    if (field !== undefined) return undefined
    const { text, span } = name
    if (!text.startsWith("$")) {
      return {
        code: "unknown-field",
        message: `There is no field ${quote(text)} to filter by`,
        hint: () => fieldHint(text, schema),
        span,
      }
    }
    if (fieldOperatorOf(text) === undefined) return foreignOperator(name)
    return {
      code: "unknown-operator",
      message: `${text} is an operator where the name of a field belongs`,
      hint: `write the operator inside a field: {"field":{"${text}":…}}`,
      span,
    }
  },
}

function fieldHint(name: string, schema: Schema): string | undefined {
  if (name === "email" && schema.fields.has("contacts.value")) {
    return 'an email address is one of the contacts: use "contacts.value"'
  }
  const properties = [...schema.fields.values()].filter(({ relation }) => relation?.name === name)
  if (properties.length > 0)
    return `use a field of the relation: ${properties.map((field) => quote(field.name)).join(", ")}`
  return didYouMean(suggest(name, schema.fields.keys()))
}
