import { assertSchema } from "../schema/assert-schema.ts"
import type { Schema } from "../schema/schema.ts"
import type { FilterSymbol } from "./outline/filter-symbol.ts"
import { Outline } from "./outline/outline.ts"
import { treeOf } from "./tree-of.ts"

/**
 * Lists the parts of a filter for an outline: fields with their operators, and `$and` and `$or` with their filters. It also
 * works in a text with mistakes, and leaves out what cannot be read. Hidden characters become JSON escapes.
 *
 * @param schema the schema of the records that the filter is for
 * @param text the text of a filter
 * @returns the parts of the outermost object, in the order of the text.
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
  const tree = treeOf(text)
  return tree.kind === "object" ? new Outline(schema, text).ofObject(tree) : []
}
