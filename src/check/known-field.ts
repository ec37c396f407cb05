import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import type { Schema } from "../schema/schema.ts"
import { quote } from "../text/quote.ts"
import type { Rule } from "./rule.ts"

/** The schema has a field with this name. */
export const knownField: Rule<"fieldName"> = {
  on: "fieldName",
  check({ text, span }, { schema, field }) {
    if (field !== undefined) return undefined
    return {
      code: "unknown-field",
      message: `There is no field ${quote(text)} to filter by`,
      hint: () => fieldHint(text, schema),
      span,
    }
  },
}

function fieldHint(name: string, schema: Schema): string | undefined {
  if (name === "email" && schema.fields.has("contacts.value")) {
    return 'email addresses are contacts: use "contacts.value"'
  }
  const properties = [...schema.fields.values()].filter(({ relation }) => relation?.name === name)
  if (properties.length > 0)
    return `use a field of the relation: ${properties.map((field) => quote(field.name)).join(", ")}`
  return didYouMean(suggest(name, schema.fields.keys()))
}
