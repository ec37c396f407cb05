import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import { fieldOperatorOf } from "../schema/operators.ts"
import type { NameNode } from "../syntax/syntax-tree.ts"
import { quote } from "../text/quote.ts"
import { foreignOperator } from "./foreign-operators.ts"
import type { CheckContext, Objection } from "./rule.ts"

/** A name that is no logical operator is that of a field of the schema. */
export function knownField(name: NameNode, { schema }: CheckContext): Objection {
  const { text, span } = name
  if (text.startsWith("$")) {
    if (fieldOperatorOf(text) === undefined) return foreignOperator(name)
    return {
      code: "unknown-operator",
      message: `${text} stands where the name of a field belongs`,
      hint: `an operator stands inside of a field: {"field":{"${text}":…}}`,
      span,
    }
  }
  return {
    code: "unknown-field",
    message: `There is no field ${quote(text)} to filter by`,
    hint: () => hint(text, schema),
    span,
  }
}

function hint(name: string, schema: CheckContext["schema"]): string | undefined {
  if (name === "email" && schema.fields.has("contacts.value")) {
    return 'an email address is one of the contacts: use "contacts.value"'
  }
  const properties = [...schema.fields.values()].filter(({ relation }) => relation?.name === name)
  if (properties.length > 0)
    return `name a field of the relation: ${properties.map((field) => quote(field.name)).join(", ")}`
  return didYouMean(suggest(name, schema.fields.keys()))
}
