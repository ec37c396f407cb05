import type { Operator } from "../schema/operators.ts"
import type { JsonSchema } from "./keywords.ts"

/**
 * Says in `errorMessage` what to write. It is in every schema that can reject a value: an editor reports the message
 * of the alternative that comes closest.
 *
 * @param description what a value is: `Text without the character U+0000`
 */
export function withErrorMessage(schema: JsonSchema, description: string): JsonSchema {
  const examples = schema.examples?.map((example) => JSON.stringify(example)).join(" or ")
  const expected = description.charAt(0).toLowerCase() + description.slice(1)
  return withMessage(schema, `Expected ${expected}${examples === undefined ? "" : `, such as ${examples}`}`)
}

/**
 * The schema of an operator that the field does not have: no value is valid. Unlike `false`, it counts as a property of
 * the object. An editor then reports this error, and not that the object is none of the field's values.
 */
export function noOperator(operators: readonly Operator[]): JsonSchema {
  return { not: {}, errorMessage: `Expected one of the operators ${operators.join(", ")}` }
}

function withMessage(schema: JsonSchema, errorMessage: string): JsonSchema {
  const { anyOf, then } = schema
  if (anyOf !== undefined)
    return { ...schema, anyOf: anyOf.map((alternative) => withMessage(alternative, errorMessage)) }
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema has this keyword
  return { ...schema, ...(then !== undefined && { then: { ...then, errorMessage } }), errorMessage }
}
