import { didYouMean, suggest } from "../../diagnostics/suggest.ts"
import { ENCODE_PLUS, hasLostPlus } from "../../text/lost-plus.ts"
import { quote } from "../../text/quote.ts"
import { textBetween } from "../../text/text-between.ts"
import { inWords } from "../../text/value-kind.ts"
import type { ToComparable, ValueRange } from "../comparison-form.ts"
import type { FieldType } from "../field-type.ts"

/** The most values that a message lists: a list of a thousand mistakes must not repeat a thousand values each time. */
const MAX_LISTED = 20

/** One of the strings that the field lists. */
export const enumeration: FieldType<string> = {
  expects: "one of its values",
  listsValues: true,
  read(literal, { name: field, values = [] }) {
    const value = literal.kind === "string" ? values[values.indexOf(literal.value)] : undefined
    if (value !== undefined) return value
    const allowed = values.slice(0, MAX_LISTED)
    const more = values.length - allowed.length
    const expects = `Field ${field} expects one of ${[...allowed.map(quote), ...(more > 0 ? [`or ${more} more`] : [])].join(", ")}`
    if (literal.kind !== "string") {
      const found = literal.kind
      return {
        code: "type-mismatch",
        message: `${expects}, not ${inWords(found)}`,
        params: { reason: "listed", field, allowed, more, found },
      }
    }
    const found = quote(literal.value)
    return {
      code: "invalid-value",
      message: `${expects}, not ${found}`,
      details() {
        const suggestions = suggest(literal.value, values)
        return {
          params: { reason: "not-listed", field, allowed, more, found, suggestions },
          hint: hasLostPlus(literal.value) ? ENCODE_PLUS : didYouMean(suggestions),
        }
      },
    }
  },
}

/** The string itself. */
export const enumerationComparable: ToComparable<string> = (value) => value

/** A record may hold a string that the field does not list: columns and APIs get new values before schemas do. */
export const enumerationRange: ValueRange<string> = {
  listed: ({ values = [] }) => values,
  unlisted({ values = [] }, named = []) {
    const known = new Set([...values, ...named])
    let value = "other"
    while (known.has(value)) value += "+"
    return value
  },
  between: (below, above) => textBetween(below, above),
}

/** A string that the field does not list equals no value of a filter. */
export { stringOfRecord as enumerationOfRecord } from "./string.ts"
