import { assertSchema } from "./assert-schema.ts"
import type { FieldName, FieldWith } from "./infer.ts"
import type { Operator } from "./operators.ts"
import type { Schema } from "./schema.ts"

/**
 * Tells whether a text is the name of a field, and narrows its type. Use it for names that come from outside, such as a
 * parameter of a request.
 *
 * @param schema the schema
 * @param name a text; the fields of relations have paths, such as `contacts.value`
 * @param operator an operator that the field must take, if the name is to be used with it
 * @returns true if the schema has a field with this name that takes the operator
 * @throws TypeError when the first argument is not a schema
 *
 * @example
 * ```ts
 * const { contains } = filterBuilder(customers)
 * const search = (name: string, text: string) => {
 *   if (!isFieldName(customers, name, "$contains")) throw new RangeError(`Cannot search ${name}`)
 *   return contains(name, text)
 * }
 * stringify(search("lastName", "Doe")) // '{"lastName":{"$contains":"Doe"}}'
 *
 * isFieldName(customers, "trusted") // true
 * isFieldName(customers, "trusted", "$contains") // false
 * ```
 */
export function isFieldName<S extends Schema>(schema: S, name: string): name is FieldName<S>
export function isFieldName<S extends Schema, O extends Operator>(
  schema: S,
  name: string,
  operator: O,
): name is FieldWith<S, O>
export function isFieldName(schema: Schema, name: string, operator?: Operator): boolean {
  assertSchema(schema)
  const field = schema.fields.get(name)
  return field !== undefined && (operator === undefined || field.operators.includes(operator))
}
