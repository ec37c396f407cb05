import type { Hint } from "../diagnostics/hint.ts"
import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import type { Relation } from "../schema/field.ts"
import type { Schema } from "../schema/schema.ts"
import type { NameNode } from "../syntax/syntax-tree.ts"
import { quote } from "../text/quote.ts"
import type { Objection, Rule } from "./rule.ts"

/** The schema has a field with this name. */
export const knownField: Rule<"fieldName"> = {
  on: "fieldName",
  check({ name }, { schema, field }) {
    return field === undefined ? unknownField(name, () => fieldHint(name.text, schema)) : undefined
  },
}

/** The objection to a name that no field has. */
export function unknownField({ text, span }: NameNode, hint: Hint): Objection {
  return { code: "unknown-field", message: `There is no field ${quote(text)} to filter by`, hint, span }
}

/** The most fields of a relation that a hint lists. */
const MAX_LISTED = 5

function fieldHint(name: string, schema: Schema): string | undefined {
  if (name === "email" && schema.fields.has("contacts.value")) {
    return 'email addresses are contacts: use "contacts.value"'
  }
  const relation = schema.relations.get(name)
  return relation === undefined
    ? didYouMean(suggest(name, schema.fields.keys()))
    : relationHint(relation, schema)
}

/** Lists the fields of a relation: a relation itself has no value. */
export function relationHint(relation: Relation, { fields }: Schema): string {
  const properties = [...fields.values()].filter((field) => field.relation === relation)
  const listed = properties.slice(0, MAX_LISTED).map(({ name }) => quote(name))
  const more = properties.length > MAX_LISTED ? [`or ${properties.length - MAX_LISTED} more`] : []
  return `use a field of the relation: ${[...listed, ...more].join(", ")}`
}
