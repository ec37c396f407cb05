import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import type { Schema } from "../schema/schema.ts"
import { quote } from "../text/quote.ts"
import type { Rule } from "./rule.ts"

/** The field with the email addresses of Desk's customers. */
const ADDRESSES = "contacts.value"

/** The schema has a field with this name. */
export const knownField: Rule<"fieldName"> = {
  on: "fieldName",
  check({ text, span }, { schema, field }) {
    if (field !== undefined) return undefined
    const found = quote(text)
    return {
      code: "unknown-field",
      message: `There is no field ${found} to filter by`,
      details() {
        const suggestions = fieldsFor(text, schema)
        return { params: { reason: "unknown", found, suggestions }, hint: fieldHint(text, suggestions) }
      },
      span,
    }
  },
}

/** The fields that a name may mean. */
function fieldsFor(name: string, schema: Schema): readonly string[] {
  if (name === "email" && schema.fields.has(ADDRESSES)) return [ADDRESSES]
  const properties = [...schema.fields.values()].filter(({ relation }) => relation?.name === name)
  return properties.length > 0 ? properties.map((field) => field.name) : suggest(name, schema.fields.keys())
}

function fieldHint(name: string, suggestions: readonly string[]): string | undefined {
  if (name === "email" && suggestions[0] === ADDRESSES)
    return `email addresses are contacts: use "${ADDRESSES}"`
  return suggestions[0]?.startsWith(`${name}.`)
    ? `use a field of the relation: ${suggestions.map(quote).join(", ")}`
    : didYouMean(suggestions)
}
