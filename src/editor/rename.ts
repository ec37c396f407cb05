import { assertSchema } from "../schema/assert-schema.ts"
import type { Schema } from "../schema/schema.ts"
import type { Span } from "../syntax/span.ts"
import { type EntryNode, type FieldNode, isFilters, type SyntaxTree } from "../syntax/syntax-tree.ts"
import { quote } from "../text/quote.ts"
import type { Edit } from "./edit.ts"
import { spanOf } from "./fixes/location.ts"
import { moveToAnd } from "./fixes/members.ts"
import { treeOf } from "./tree-of.ts"

/**
 * Renames a field wherever a text uses it, for example in saved filters after a change of the schema. Where an object
 * already has the new name, `$and` joins both conditions. A text with mistakes is changed as far as it can be read.
 *
 * @param schema the schema that has the new name
 * @param text the text of a filter
 * @param from the old name of the field. The schema need not have it any more
 * @param to the new name
 * @returns the edits, in the order of the text. None if the text does not use the field
 * @throws RangeError if the schema has no field with the new name
 *
 * @example
 * ```ts
 * const text = '{"$or":[{"surname":"Fox"},{"surname":null}]}'
 * applyEdits(text, rename(customers, text, "surname", "lastName"))
 * // '{"$or":[{"lastName":"Fox"},{"lastName":null}]}'
 * ```
 */
export function rename(schema: Schema, text: string, from: string, to: string): readonly Edit[] {
  assertSchema(schema)
  if (!schema.fields.has(to)) throw new RangeError(`The schema has no field ${quote(to)}`)
  if (from === to) return []
  return [...renameIn(treeOf(text), text, from, to)].sort((a, b) => a.start - b.start)
}

function renameIn(tree: SyntaxTree, text: string, from: string, to: string): readonly Edit[] {
  if (tree.kind !== "object") return []
  const { entries } = tree
  const renamed = entries.filter((entry): entry is FieldNode => isNamed(entry, from))
  const inside = entries.flatMap((entry) =>
    entry.kind === "logical" && isFilters(entry.operands)
      ? entry.operands.flatMap((operand) => renameIn(operand, text, from, to))
      : [],
  )
  if (!entries.some((entry) => isNamed(entry, to)))
    return [...renamed.map(({ name }) => ({ ...(name.span as Span), text: JSON.stringify(to) })), ...inside]
  const texts = renamed.map(
    (member) => `{${JSON.stringify(to)}${text.slice(member.name.span?.end, spanOf(member).end)}}`,
  )
  return [...(moveToAnd(tree, renamed, texts) ?? []), ...inside]
}

function isNamed(entry: EntryNode, name: string): boolean {
  return entry.kind === "field" && entry.name.text === name
}
