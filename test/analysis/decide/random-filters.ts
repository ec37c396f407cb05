import { type Field, type Filter, type Operator, operators, parseFilter } from "../../../src/index.ts"
import type { Random } from "./random.ts"
import type { World } from "./world.ts"

/** A filter before it is parsed, in the shape that a filter has in JSON. */
export type JsonFilter = { readonly [name: string]: unknown }

/** Two filters, and how to write them. */
export interface Pair {
  readonly a: Filter
  readonly b: Filter
  /** The texts of both. */
  readonly texts: readonly [string, string]
}

/** The filter of a world. */
export function parsed({ schema }: World, json: JsonFilter): Filter {
  return parseFilter(schema, json as never)
}

/** A filter that is easy to change. */
type Tree = Leaf | { readonly kind: "$and" | "$or"; readonly operands: readonly Tree[] }
interface Leaf {
  readonly kind: "condition"
  readonly json: JsonFilter
  readonly field: Field
}

/**
 * Two filters of the same depth: a condition at depth 0, and a list of two or three filters around each level. Half of
 * the pairs are of one family: the second is the first with a few changes. Otherwise few of them would imply each other.
 */
export function randomPair(world: World, depth: number, random: Random): Pair {
  const first = randomTree(world, depth, random)
  const second = random.below(2) === 0 ? randomTree(world, depth, random) : relativeOf(first, world, random)
  const [a, b] = random.below(2) === 0 ? [jsonOf(first), jsonOf(second)] : [jsonOf(second), jsonOf(first)]
  return { a: parsed(world, a), b: parsed(world, b), texts: [JSON.stringify(a), JSON.stringify(b)] }
}

function relativeOf(tree: Tree, world: World, random: Random): Tree {
  let relative = tree
  for (let changes = 1 + random.below(2); changes > 0; changes--) relative = changed(relative, world, random)
  return relative
}

/** Every condition of the world with one operator: null, each constant, and lists of none and of all. */
export function conditionsOf(world: World): readonly JsonFilter[] {
  return fieldsOf(world).flatMap((field) =>
    field.operators.flatMap((operator) =>
      operandsFor(world, field, operator).map((operand) => ({ [field.name]: { [operator]: operand } })),
    ),
  )
}

function operandsFor(world: World, field: Field, operator: Operator): readonly unknown[] {
  const values = valuesFor(world, field, operator)
  if (operators[operator].operand === "scalar") return values
  return [[], values]
}

function fieldsOf({ schema, constants }: World): readonly Field[] {
  return [...schema.fields.values()].filter(({ name }) => constants[name] !== undefined)
}

function valuesFor({ constants }: World, field: Field, operator: Operator): readonly unknown[] {
  const values = constants[field.name] ?? []
  return field.nullable && operators[operator].nullable ? [...values, null] : values
}

function randomTree(world: World, depth: number, random: Random): Tree {
  if (depth === 0) return randomLeaf(world, random.pick(fieldsOf(world)), random)
  const operands = Array.from({ length: 2 + random.below(2) }, () =>
    randomTree(world, random.below(4) === 0 ? 0 : depth - 1, random),
  )
  return { kind: random.pick(["$and", "$or"] as const), operands }
}

function randomLeaf(world: World, field: Field, random: Random): Leaf {
  const operator = random.pick(field.operators)
  const values = valuesFor(world, field, operator)
  const operand =
    operators[operator].operand === "scalar"
      ? random.pick(values)
      : values.filter(() => random.below(3) > 0).slice(0, 3)
  return { kind: "condition", field, json: { [field.name]: { [operator]: operand } } }
}

/** The tree with another condition at one place, or with an operand more or less. */
function changed(tree: Tree, world: World, random: Random): Tree {
  // Mostly another condition on the same field.
  if (tree.kind === "condition")
    return randomLeaf(world, random.below(4) === 0 ? random.pick(fieldsOf(world)) : tree.field, random)
  const { kind, operands } = tree
  const at = random.below(operands.length)
  const without = operands.filter((_, i) => i !== at)
  const change = random.below(4)
  if (change === 0) return { kind, operands: [...operands, randomTree(world, 0, random)] }
  if (change === 1 && without.length > 0) return { kind, operands: without }
  return {
    kind,
    operands: operands.map((operand, i) => (i === at ? changed(operand, world, random) : operand)),
  }
}

function jsonOf(tree: Tree): JsonFilter {
  return tree.kind === "condition" ? tree.json : { [tree.kind]: tree.operands.map(jsonOf) }
}
