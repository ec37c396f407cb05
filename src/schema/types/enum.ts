import { didYouMean, quote, suggest } from "../../diagnostics/suggest.ts"
import { equality } from "../../operators.ts"
import { accept, type FieldType, mismatch, refuse } from "../field-type.ts"

/** One of the strings that the field lists. */
export const enumeration: FieldType<string> = {
  operators: equality,
  expects: "one of its values",
  read(literal, { values = [] }) {
    if (literal.kind !== "string") return mismatch(`one of ${listed(values)}`, literal)
    if (values.includes(literal.value)) return accept(literal.value)
    return refuse(
      "invalid-value",
      `expects one of ${listed(values)}, not ${quote(literal.value)}`,
      didYouMean(suggest(literal.value, values)),
    )
  },
}

function listed(values: readonly string[]): string {
  return values.map((value) => quote(value)).join(", ")
}
