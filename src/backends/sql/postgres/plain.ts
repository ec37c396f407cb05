import { ORDER } from "../dialect/dialect.ts"
import { bare, type Form, type PostgresType } from "./column-type.ts"

/** A type whose values compare in one form. */
export function plain(
  cast: string,
  store: PostgresType["store"],
  needsText?: Form["needsText"],
): PostgresType {
  const form: Form = { operand: bare, cast, ...(needsText !== undefined && { needsText }) }
  return { exact: form, ordered: form, order: ORDER, store }
}
