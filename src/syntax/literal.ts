/**
 * A JSON scalar as it was written. A number keeps its digits for two reasons: a JavaScript number cannot hold every id
 * above 2^53, and the meaning of the digits depends on the type of the field.
 */
export type Literal =
  | { readonly kind: "string"; readonly value: string }
  | {
      readonly kind: "number"
      /** An integer that a JavaScript number holds exactly is a number, which is the cheapest to make and to read. */
      readonly digits: number | string
      /** Whether the digits come from a JavaScript number beyond ±2^53, which may have lost some of them. */
      readonly lossy?: true
    }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }

/** The literal for a JavaScript number or bigint. */
export function numberLiteral(value: number | bigint): Literal {
  if (typeof value === "number" && Number.isSafeInteger(value)) return { kind: "number", digits: value || 0 }
  const digits = String(value)
  return Number.isInteger(value) ? { kind: "number", digits, lossy: true } : { kind: "number", digits }
}
