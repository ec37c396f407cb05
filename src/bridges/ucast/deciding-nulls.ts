import { isNegative, rangeOf } from "../../schema/operators.ts"
import type { Schema } from "../../schema/schema.ts"
import type { Comparison, Group, Node } from "./node.ts"

/**
 * The names of fields and relations that have a value, or else the group around does not ask further: `and` has
 * `ne null` beside other conditions, or `or` has `eq null`. Interpreters disagree about null, so some conditions have
 * one meaning only there.
 */
export interface DecidingNulls {
  readonly names: ReadonlySet<string>
  /** Those of the groups around. */
  readonly outer: DecidingNulls | undefined
}

/** Whether a test for null around the condition decides if the field or the relation has no value. */
export function decides(nulls: DecidingNulls | undefined, name: string): boolean {
  for (let scope = nulls; scope !== undefined; scope = scope.outer) if (scope.names.has(name)) return true
  return false
}

/** What decides inside of the group. A test on a company's name decides only where another one is on the company. */
export function decidingNulls(
  group: Group,
  outer: DecidingNulls | undefined,
  schema: Schema,
): DecidingNulls | undefined {
  const names = new Set(group.nodes.filter((node) => isDeciding(node, group)).map(({ name }) => name))
  if (names.size === 0) return outer
  const nulls = { names, outer }
  for (const name of names) {
    const relation = relationToOne(schema, name)
    if (relation !== undefined && !decides(nulls, relation)) names.delete(name)
  }
  return nulls
}

/**
 * The conditions of a group, without the tests for null that others of them imply: an agent whose age is less than 5
 * has an age, and a company whose name is not null exists.
 *
 * @param nulls what decides inside of the group
 * @param inRow whether the group is about one related record
 */
export function withoutImplied(
  group: Group,
  nulls: DecidingNulls | undefined,
  schema: Schema,
  inRow: boolean,
): Group["nodes"] {
  const implied = new Set<string>()
  for (const node of group.nodes) {
    if (isDeciding(node, group)) {
      const relation = relationToOne(schema, node.name)
      if (relation !== undefined) implied.add(relation)
    } else if (group.compound.needs === "all" && demandsValue(node)) {
      const isMany = schema.fields.get(node.name)?.relation?.cardinality === "many"
      // Outside of a row, two conditions on a relation to many may be met by two related records.
      if (inRow || !isMany) implied.add(node.name)
    }
  }
  return group.nodes.filter(
    (node) => !(isDeciding(node, group) && implied.has(node.name) && decides(nulls, node.name)),
  )
}

/** The relation to one that the field belongs to. */
function relationToOne(schema: Schema, name: string): string | undefined {
  const relation = schema.fields.get(name)?.relation
  return relation?.cardinality === "one" ? relation.name : undefined
}

/** Whether the condition tells whether a field or a relation is null. */
export function isNullTest(node: Node | undefined): node is Comparison & { readonly value: null } {
  return node?.kind === "comparison" && node.value === null && rangeOf(node.operator) === undefined
}

function isDeciding(node: Node | undefined, { compound }: Group): node is Comparison {
  return isNullTest(node) && isNegative(node.operator) === (compound.needs === "all")
}

function demandsValue(node: Node | undefined): node is Comparison | Extract<Node, { kind: "text" }> {
  if (node?.kind === "comparison") return node.value !== null && !isNegative(node.operator)
  return node?.kind === "text"
}
