import { type FieldType, mismatch, refuse } from "../field-type.ts"
import { ordered } from "../operators.ts"

/** An IEEE 754 double; there is one zero. */
export const number: FieldType<number> = {
  operators: ordered,
  expects: "a number",
  read(literal) {
    if (literal.kind !== "number")
      return mismatch(this.expects, literal, "write it without quotes, such as 1.5")
    const value = Number(literal.digits)
    if (!Number.isFinite(value))
      return refuse("invalid-value", "expects a number that a double can hold, up to about 1.8e308")
    return value === 0 ? 0 : value
  },
}
