import type { Field } from "../schema/field.ts"

/** The operators that a field supports, in words. */
export function supportedOperators({ operators }: Pick<Field, "operators">): string {
  return operators.join(", ") || "no operator"
}
