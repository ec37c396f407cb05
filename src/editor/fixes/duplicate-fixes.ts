import { type EntryNode, isFilters, type OperatorNode } from "../../syntax/syntax-tree.ts"
import type { Fix } from "./fix.ts"
import type { FixContext } from "./fix-context.ts"
import { type Location, spanOf } from "./location.ts"
import { addTo, andOf, type Edits, joinTo, moveToAnd, removeMembers } from "./members.ts"

type Named = Exclude<EntryNode | OperatorNode, { kind: "gap" }>

/** Merges the members with one name by `$and`. */
export function duplicateFixes(location: Location, context: FixContext): readonly Fix[] {
  const { condition } = location
  const edits =
    condition === undefined ? mergeMembers(location, context) : mergeOperators(location, condition, context)
  return edits === undefined ? [] : [{ title: "Merge with $and", edits }]
}

function mergeMembers({ filter, member }: Location, context: FixContext): Edits {
  const members = withName(filter.entries, member.name.text)
  const [first, ...others] = members
  if (first?.kind !== "logical" || first !== andOf(filter.entries))
    return moveToAnd(
      filter,
      members,
      members.map((one) => objectOf(one, context)),
    )
  const addition = addTo(
    first,
    others.flatMap((one) => filtersOf(one, context)),
  )
  return addition && [addition, ...removeMembers(filter.entries, others)]
}

function mergeOperators(
  { filter, member }: Location,
  { operators, operator }: NonNullable<Location["condition"]>,
  context: FixContext,
): Edits {
  const [, ...others] = withName(operators.operators, operator.name.text)
  const removal = removeMembers(operators.operators, others)
  const name = context.sourceOf(member.name.span as NonNullable<typeof member.name.span>)
  const addition = joinTo(
    filter,
    member,
    others.map((one) => `{${name}:${objectOf(one, context)}}`),
  )
  return addition && [addition, ...removal]
}

function withName<Node extends EntryNode | OperatorNode>(members: readonly Node[], name: string) {
  return members.filter((member): member is Exclude<Node, { kind: "gap" }> => isNamed(member, name))
}

function isNamed(member: EntryNode | OperatorNode, name: string): member is Named {
  return member.kind !== "gap" && member.name.text === name
}

/** An object with one member. */
function objectOf(member: Named, { text }: FixContext): string {
  const { start, end } = spanOf(member)
  return `{${text.slice(start, end)}}`
}

/** The filters in the list of `$and`. */
function filtersOf(member: Named, { text }: FixContext): readonly string[] {
  if (member.kind !== "logical" || !isFilters(member.operands)) return []
  return member.operands.map(({ span }) => text.slice(span?.start, span?.end))
}
