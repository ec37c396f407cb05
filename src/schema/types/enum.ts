import { quote } from "../../diagnostics/quote.ts"
import { didYouMean, suggest } from "../../diagnostics/suggest.ts"
import { equality } from "../../operators.ts"
import { accept, type FieldType, mismatch, refuse } from "../field-type.ts"

/** How many values a message lists: a list of a thousand mistakes must not say each a thousand values. */
const MOST_LISTED = 20

/** One of the strings that the field lists. */
export const enumeration: FieldType<string> = {
  operators: equality,
  expects: "one of its values",
  read(literal, { values = [] }) {
    const more = values.length > MOST_LISTED ? [`${values.length - MOST_LISTED} more`] : []
    const listed = [...values.slice(0, MOST_LISTED).map(quote), ...more].join(", ")
    if (literal.kind !== "string") return mismatch(`one of ${listed}`, literal)
    if (values.includes(literal.value)) return accept(literal.value)
    return refuse("invalid-value", `expects one of ${listed}, not ${quote(literal.value)}`, () =>
      didYouMean(suggest(literal.value, values)),
    )
  },
}
