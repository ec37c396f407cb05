import { assertSchema } from "../schema/assert-schema.ts"
import { operatorOf, type operators } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import type { Span } from "../syntax/span.ts"
import { assertOffset } from "./assert-offset.ts"
import { explainField } from "./hover/explain-field.ts"
import { explainOperator } from "./hover/explain-operator.ts"
import { explainValue } from "./hover/explain-value.ts"
import { type Part, partAt } from "./hover/part-at.ts"
import { treeOf } from "./tree-of.ts"

/** What an editor shows about the name or the value under the pointer. */
export interface Hover {
  /** The name or the value. */
  readonly span: Span
  /** Plain text; its paragraphs are separated by empty lines. */
  readonly text: string
}

/**
 * Explains the name or the value at an offset: what a field is, what an operator means, and what a value was read as. It
 * also works in a text with mistakes.
 *
 * @param schema the schema of the records that the filter is for
 * @param text the text of a filter
 * @param offset an offset in UTF-16 units. A name or a value includes its start, and its end if no other token begins there
 * @returns the explanation. Undefined if nothing is at the offset, if the name is unknown or if the value is invalid
 * @throws TypeError if the schema is not a schema
 * @throws RangeError if the offset is not in the text
 *
 * @example
 * ```ts
 * const articles = defineSchema({ createdAt: field.datetime({ nullable: false }) })
 * hover(articles, '{"createdAt":"2024-02-29"}', 15)
 * // {
 * //   span: { start: 13, end: 25 },
 * //   text: "Thursday, 29 February 2024, 00:00:00 UTC. A date without a time is midnight UTC.",
 * // }
 * ```
 */
export function hover(schema: Schema, text: string, offset: number): Hover | undefined {
  assertSchema(schema)
  assertOffset(text, offset)
  const part = partAt(treeOf(text), text, offset)
  const paragraphs = part && explain(schema, part)
  return paragraphs && { span: part.span, text: paragraphs.join("\n\n") }
}

function explain(
  { fields }: Schema,
  { field: fieldName, operator, scalar }: Part,
): readonly string[] | undefined {
  const field = fieldName === undefined ? undefined : fields.get(fieldName)
  if (scalar !== undefined) return field && explainValue(scalar, field, operator)
  if (operator !== undefined)
    return operatorOf(operator) && explainOperator(operator as keyof typeof operators, field)
  return field && explainField(field)
}
