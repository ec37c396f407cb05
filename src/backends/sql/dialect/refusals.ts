import { quote } from "../../../text/quote.ts"
import type { ColumnFacts } from "./column.ts"
import type { Refusal } from "./finding.ts"

/**
 * The refusal of a column whose type cannot answer conditions on the field exactly.
 *
 * @param expected the type that answers them
 * @param hint what to do instead, if it is not to change the type
 */
export function refuseType(
  { field }: ColumnFacts,
  type: string,
  expected: string,
  hint = `change the column's type to ${expected}, or declare another type of field`,
): Refusal {
  return {
    refused: "column-type",
    message: `A column of type ${type} cannot answer conditions on a field of type ${field.type} exactly`,
    hint,
  }
}

/** The refusal of a collation that the dialect does not know. */
export function refuseCollation(collation: string, hint: string): Refusal {
  return {
    refused: "unknown-collation",
    message: `How the collation ${quote(collation)} compares is not known`,
    hint,
  }
}
