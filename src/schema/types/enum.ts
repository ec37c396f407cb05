import { didYouMean, suggest } from "../../diagnostics/suggest.ts"
import { quote } from "../../text/quote.ts"
import type { ToComparable, ValueRange } from "../comparison-form.ts"
import { type FieldType, invalidOperand, mismatch } from "../field-type.ts"
import { fieldOperatorsThatTest } from "../operators.ts"

/** The most values that a message lists: a list of a thousand mistakes must not repeat a thousand values each time. */
const MAX_LISTED = 20

/** One of the strings that the field lists. */
export const enumeration: FieldType<string> = {
  operators: /* @__PURE__ */ fieldOperatorsThatTest("equality"),
  expects: "one of its values",
  listsValues: true,
  read(literal, { values = [] }) {
    if (literal.kind !== "string") return mismatch(`one of ${enumeratedValues(values)}`, literal)
    const value = values[values.indexOf(literal.value)]
    if (value !== undefined) return value
    return invalidOperand(
      "invalid-value",
      `expects one of ${enumeratedValues(values)}, not ${quote(literal.value)}`,
      () => didYouMean(suggest(literal.value, values)),
    )
  },
}

function enumeratedValues(values: readonly string[]): string {
  const more = values.length > MAX_LISTED ? [`or ${values.length - MAX_LISTED} more`] : []
  return [...values.slice(0, MAX_LISTED).map(quote), ...more].join(", ")
}

/** The string itself. */
export const enumerationComparable: ToComparable<string> = (value) => value

export const enumerationRange: ValueRange<string> = { listed: ({ values = [] }) => values }

/** A record may hold a string that the field does not list. It equals no value of a filter. */
export { stringOfRecord as enumerationOfRecord } from "./string.ts"
