import { type FieldType, mismatch } from "../field-type.ts"
import { equality } from "../operators.ts"

/** `true` or `false`, and nothing that looks like it. */
export const boolean: FieldType<boolean> = {
  operators: equality,
  expects: "true or false",
  read(literal) {
    return literal.kind === "boolean"
      ? literal.value
      : mismatch(this.expects, literal, "write true or false, without quotes")
  },
}
