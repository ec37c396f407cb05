/**
 * A JSON scalar as it was written. A number keeps its digits, because an id above 2^53 does not
 * survive a JavaScript number, and what the digits mean depends on the type of the field.
 */
export type Literal =
  | { readonly kind: "string"; readonly value: string }
  | {
      readonly kind: "number"
      readonly digits: string
      /** The digits come from a JavaScript number that may already have lost some: an integer beyond ±2^53. */
      readonly lossy?: true
    }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }

/** The literal that a JavaScript number or bigint stands for. */
export function numberLiteral(value: number | bigint): Literal {
  const digits = String(value)
  return typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)
    ? { kind: "number", digits, lossy: true }
    : { kind: "number", digits }
}
