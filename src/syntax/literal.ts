/**
 * A JSON scalar as it was written. A number keeps its digits for two reasons: a JavaScript number cannot hold every id
 * above 2^53, and the meaning of the digits depends on the type of the field.
 */
export type Literal =
  | { readonly kind: "string"; readonly value: string }
  | {
      readonly kind: "number"
      readonly digits: string
      /** Whether the digits come from a JavaScript number beyond ±2^53, which may have lost some of them. */
      readonly lossy?: true
    }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }

/** The literal for a JavaScript number or bigint. */
export function numberLiteral(value: number | bigint): Literal {
  const digits = String(value)
  return typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)
    ? { kind: "number", digits, lossy: true }
    : { kind: "number", digits }
}
