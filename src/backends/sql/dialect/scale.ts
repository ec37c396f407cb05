import type { ColumnFacts } from "./column.ts"
import type { Dialect } from "./dialect.ts"
import type { Refusal } from "./finding.ts"

/** No decimal of a filter has more digits. */
const GREATEST_SCALE = 38

/** The refusal of a scale that is no number of digits, or that the dialect would ignore. Rows would then be wrong. */
export function refuseScale(
  { field, scale }: ColumnFacts,
  { name, scaled }: Pick<Dialect<unknown>, "name" | "scaled">,
): Refusal | undefined {
  if (scale === undefined) return undefined
  if (scaled[field.type] !== true)
    return {
      refused: "column-type",
      message: `The mapping has the scale ${scale}, and the dialect ${name} has none for a field of type ${field.type}`,
      hint: "leave scale out of the mapping, or declare a column and a field of decimals",
    }
  if (Number.isInteger(scale) && scale >= 0 && scale <= GREATEST_SCALE) return undefined
  return {
    refused: "missing-scale",
    message: `The scale of the column is ${scale}, and must be an integer from 0 to ${GREATEST_SCALE}`,
    hint: "give the number of digits after the point that an integer in the column stands for: 2 for cents",
  }
}
