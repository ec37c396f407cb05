import { didYouMean, suggest } from "../../diagnostics/suggest.ts"
import { quote } from "../../text/quote.ts"
import type { ComparisonForm } from "../comparison-form.ts"
import { type FieldType, mismatch, refuse } from "../field-type.ts"
import { fieldOperatorsThatTest } from "../operators.ts"

/** How many values a message lists: a list of a thousand mistakes must not say each a thousand values. */
const MOST_LISTED = 20

/** One of the strings that the field lists. */
export const enumeration: FieldType<string> = {
  operators: /* @__PURE__ */ fieldOperatorsThatTest("equality"),
  expects: "one of its values",
  read(literal, { values = [] }) {
    if (literal.kind !== "string") return mismatch(`one of ${listed(values)}`, literal)
    const value = values[values.indexOf(literal.value)]
    if (value !== undefined) return value
    return refuse("invalid-value", `expects one of ${listed(values)}, not ${quote(literal.value)}`, () =>
      didYouMean(suggest(literal.value, values)),
    )
  },
}

function listed(values: readonly string[]): string {
  const more = values.length > MOST_LISTED ? [`${values.length - MOST_LISTED} more`] : []
  return [...values.slice(0, MOST_LISTED).map(quote), ...more].join(", ")
}

/** A record may hold a string that the field does not list: it equals no value of a filter. */
export const enumerationForm: ComparisonForm<string> = {
  ofValue: (value) => value,
  ofRecord: (value) => (typeof value === "string" ? value : undefined),
  listed: ({ values = [] }) => values,
}
