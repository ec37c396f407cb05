import type { Field } from "../../schema/field.ts"
import { fieldOperatorOf, operators } from "../../schema/operators.ts"

/** What an operator means, and an example. */
export function explainOperator(name: keyof typeof operators, field: Field | undefined): readonly string[] {
  const operator = operators[name]
  // A name instead of "not", because the sentence begins with "True when".
  const meaning = operator.doc.replace(/^not (`\$\w+`)/, "$1 is false").replaceAll("`", "")
  const sentences = [`${name}: True when ${meaning}.`]
  if (field?.relation?.cardinality === "many" && fieldOperatorOf(name) !== undefined)
    sentences.push(ON_MANY[operator.negative ? "negative" : "positive"])
  return [...sentences, `Example: ${operator.example}`]
}

/** How many related records a condition on a relation to many needs. */
const ON_MANY = {
  positive: "On a relation to many, it is true when some related record satisfies it.",
  negative: "On a relation to many, it is true when no related record has a matching value.",
} as const
