import { defaultLimits } from "../read/limits.ts"
import { readTree } from "../read/parse.ts"
import { assertSchema } from "../schema/assert-schema.ts"
import type { Schema } from "../schema/schema.ts"
import type { Span } from "../syntax/span.ts"
import { Outline } from "./outline.ts"

/** A part of a filter, for an outline. */
export interface FilterSymbol {
  /** The name of a field or an operator, or the position of a filter in the list of `$and` or `$or`, from 1. */
  readonly name: string
  readonly kind: "field" | "operator" | "logical" | "filter"
  /** The bare value or the type of a field, the operand of an operator, or the names in a filter: at most 40 characters. */
  readonly detail?: string
  /** The whole part. It is in the span of its parent. */
  readonly span: Span
  /** Its name. The whole part if it is a filter. */
  readonly nameSpan: Span
  readonly children: readonly FilterSymbol[]
}

/**
 * Lists the parts of a filter for an outline: fields with their operators, and `$and` and `$or` with their filters. It also
 * works in a text with mistakes, and leaves out what cannot be read. Hidden characters become JSON escapes.
 *
 * @param schema the schema of the records that the filter is for
 * @param text the text of a filter
 * @returns the parts of the outermost object, in the order of the text. None if the text exceeds a default limit
 * @throws TypeError if the schema is not a schema
 *
 * @example
 * ```ts
 * const articles = defineSchema({ id: field.integer() })
 * symbols(articles, '{"id":{"$gt":5}}')
 * // [
 * //   {
 * //     name: "id",
 * //     kind: "field",
 * //     detail: "integer",
 * //     span: { start: 1, end: 15 },
 * //     nameSpan: { start: 1, end: 5 },
 * //     children: [
 * //       {
 * //         name: "$gt",
 * //         kind: "operator",
 * //         detail: "5",
 * //         span: { start: 7, end: 14 },
 * //         nameSpan: { start: 7, end: 12 },
 * //         children: [],
 * //       },
 * //     ],
 * //   },
 * // ]
 * ```
 */
export function symbols(schema: Schema, text: string): readonly FilterSymbol[] {
  assertSchema(schema)
  const tree = readTree(text, defaultLimits)
  return tree?.kind === "object" ? new Outline(schema, text).ofObject(tree) : []
}
