/**
 * A JSON scalar as it was written. A number keeps its digits for two reasons: a JavaScript number cannot hold every id
 * above 2^53, and the meaning of the digits depends on the type of the field.
 */
export type Literal =
  | { readonly kind: "string"; readonly value: string }
  | {
      readonly kind: "number"
      /** A number if the input has one, or if a number holds the digits of the text exactly: it is the cheapest to read. */
      readonly digits: number | string
    }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
