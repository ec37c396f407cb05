import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import type { Relation } from "../schema/field.ts"
import type { Schema } from "../schema/schema.ts"
import type { NameNode } from "../syntax/syntax-tree.ts"
import { quote } from "../text/quote.ts"
import type { NameAdvice, Objection, Rule } from "./rule.ts"

/** The field with the email addresses of Desk's customers. */
const ADDRESSES = "contacts.value"

/** The schema has a field with this name. */
export const knownField: Rule<"fieldName"> = {
  on: "fieldName",
  check({ name }, { schema, field }) {
    return field === undefined ? unknownField(name, () => fieldAdvice(name.text, schema)) : undefined
  },
}

/** The objection to a name that no field has. */
export function unknownField({ text, span }: NameNode, advise: () => NameAdvice): Objection {
  const found = quote(text)
  return {
    code: "unknown-field",
    message: `There is no field ${found} to filter by`,
    details() {
      const { suggestions, hint } = advise()
      return { params: { reason: "unknown", found, suggestions }, hint }
    },
    span,
  }
}

/** The most fields of a relation that a hint lists. */
const MAX_LISTED = 5

function fieldAdvice(name: string, schema: Schema): NameAdvice {
  if (name === "email" && schema.fields.has(ADDRESSES))
    return { suggestions: [ADDRESSES], hint: `email addresses are contacts: use "${ADDRESSES}"` }
  const relation = schema.relations.get(name)
  if (relation !== undefined) return relationAdvice(relation, schema)
  const suggestions = suggest(name, schema.fields.keys())
  return { suggestions, hint: didYouMean(suggestions) }
}

/** Lists the fields of a relation: a relation itself has no value. */
export function relationAdvice(relation: Relation, { fields }: Schema): NameAdvice {
  const properties = [...fields.values()].filter((field) => field.relation === relation)
  const suggestions = properties.slice(0, MAX_LISTED).map(({ name }) => name)
  const more = properties.length > MAX_LISTED ? [`or ${properties.length - MAX_LISTED} more`] : []
  return {
    suggestions,
    hint: `use a field of the relation: ${[...suggestions.map(quote), ...more].join(", ")}`,
  }
}
