import type { Span } from "../../syntax/span.ts"
import {
  type EntryNode,
  isFilters,
  type LogicalNode,
  type ObjectNode,
  type OperatorNode,
  type OperatorsNode,
} from "../../syntax/syntax-tree.ts"
import type { ValueNode } from "../../syntax/value-node.ts"
import type { Edit } from "../edit.ts"
import { spanOf } from "./location.ts"

/** The edits of a fix. Undefined if the text around it could not be read. */
export type Edits = readonly Edit[] | undefined

type Member = EntryNode | OperatorNode

/** Removes members of an object, each with a comma beside it. */
export function removeMembers(members: readonly Member[], removed: readonly Member[]): readonly Edit[] {
  const isRemoved = new Set(removed)
  return remove(members.map((member) => ({ span: spanOf(member), isRemoved: isRemoved.has(member) })))
}

/** Removes items of a list, each with a comma beside it. */
export function removeNodes<Node extends ValueNode>(
  items: readonly Node[],
  removed: readonly Node[],
): readonly Edit[] {
  return remove(items.map((item) => ({ span: item.span as Span, isRemoved: removed.includes(item) })))
}

interface Part {
  readonly span: Span
  readonly isRemoved: boolean
}

function remove(parts: readonly Part[]): readonly Edit[] {
  const edits: Edit[] = []
  const lastKept = parts.findLastIndex(({ isRemoved }) => !isRemoved)
  for (const [index, { span, isRemoved }] of parts.entries()) {
    if (!isRemoved) continue
    const before = parts[index - 1]?.span
    const after = parts[index + 1]?.span
    // The comma after it; after the last part that stays, the comma before it.
    if (index < lastKept && after !== undefined) edits.push({ start: span.start, end: after.start, text: "" })
    else edits.push({ start: before?.end ?? span.start, end: span.end, text: "" })
  }
  return edits
}

/** Replaces a member of a filter by the conditions of another filter, whose text is an object with these names. */
export function replaceMember(
  filter: ObjectNode,
  member: EntryNode,
  text: string,
  names: readonly string[],
): Edits {
  const span = spanOf(member)
  const others = filter.entries.filter((entry) => entry !== member)
  const taken = new Set(others.flatMap((entry) => (entry.kind === "gap" ? [] : [entry.name.text])))
  const inner = text.slice(1, -1)
  if (inner !== "" && !names.some((name) => taken.has(name))) return [{ ...span, text: inner }]
  return moveToAnd(filter, [member], [text])
}

/** Replaces members of a filter by filters in its `$and`. */
export function moveToAnd(
  filter: ObjectNode,
  members: readonly EntryNode[],
  texts: readonly string[],
): Edits {
  const moved = new Set(members)
  const list = andOf(filter.entries.filter((entry) => !moved.has(entry)))
  const [first, ...others] = members
  if (list === undefined)
    return (
      first && [{ ...spanOf(first), text: `"$and":[${texts}]` }, ...removeMembers(filter.entries, others)]
    )
  const addition = addTo(list, texts)
  return addition && [...removeMembers(filter.entries, members), addition]
}

/** Replaces operators of a field by a filter that must match too. */
export function replaceOperators(
  filter: ObjectNode,
  member: EntryNode,
  operators: OperatorsNode,
  replaced: readonly OperatorNode[],
  text: string,
  names: readonly string[],
): Edits {
  if (replaced.length === operators.operators.length) return replaceMember(filter, member, text, names)
  const removal = removeMembers(operators.operators, replaced)
  const addition = joinTo(filter, member, [text])
  return addition && [...removal, addition]
}

/** Adds filters that must match too, behind a member. */
export function joinTo(filter: ObjectNode, member: EntryNode, texts: readonly string[]): Edit | undefined {
  const list = andOf(filter.entries)
  if (list !== undefined) return addTo(list, texts)
  const { end } = spanOf(member)
  return { start: end, end, text: `,"$and":[${texts}]` }
}

/** The `$and` of a filter. */
export function andOf(entries: readonly EntryNode[]): LogicalNode | undefined {
  return entries.find((entry) => entry.kind === "logical" && entry.name.text === "$and") as
    | LogicalNode
    | undefined
}

/** Adds filters to the list of `$and` or `$or`. */
export function addTo({ operands, span }: LogicalNode, texts: readonly string[]): Edit | undefined {
  if (!isFilters(operands) || span === undefined) return undefined
  const end = operands.at(-1)?.span?.end ?? span.end - 1
  return { start: end, end, text: `${operands.length > 0 ? "," : ""}${texts}` }
}
