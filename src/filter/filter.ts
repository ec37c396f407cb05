import { FilterError } from "../diagnostics/filter-error.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import {
  type CompareOperator,
  type ConditionKind,
  factsOf,
  type InOperator,
  type Operator,
} from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"

/**
 * Joins a filter to its schema, in the types: a filter of tickets is no filter of customers. A filter of fewer
 * fields is one of more, and not the other way round; `Filter` by itself is that of any schema.
 */
declare const schemaOf: unique symbol

interface Checked<S extends Schema> {
  readonly [schemaOf]: (schema: S) => void
}

/** Every operand matches; with no operand, every record does. */
export interface And<S extends Schema = never> extends Checked<S> {
  readonly kind: "and"
  readonly operands: readonly Filter<S>[]
}

/** Some operand matches; with no operand, no record does. */
export interface Or<S extends Schema = never> extends Checked<S> {
  readonly kind: "or"
  readonly operands: readonly Filter<S>[]
}

/** The field's value stands to this one as the operator says. */
export interface Compare<S extends Schema = never> extends Checked<S> {
  readonly kind: "compare"
  readonly operator: CompareOperator
  readonly field: Field
  /** Null with `$eq` and `$ne` only. */
  readonly value: Value | null
}

/** The field's value is, or is not, among these. */
export interface In<S extends Schema = never> extends Checked<S> {
  readonly kind: "in"
  readonly operator: InOperator
  readonly field: Field
  readonly values: readonly (Value | null)[]
}

/** The field's text has this text in it. */
export interface Contains<S extends Schema = never> extends Checked<S> {
  readonly kind: "contains"
  readonly operator: "$contains"
  readonly field: Field
  readonly value: string
}

/** A condition on one field. */
export type Condition<S extends Schema = never> = Compare<S> | In<S> | Contains<S>

/**
 * A checked filter: fields resolved, values of their types, deeply frozen. Only parsing, the builder
 * and functions from filter to filter make one, so what has this type has been checked, and what has
 * not is refused at run time as well.
 *
 * Integers are numbers where a number is exact and bigints beyond; date-times are UTC texts with no
 * more digits than they need. A conjunction holds no conjunction and never exactly one operand; the
 * same holds for a disjunction: there is one tree for one meaning of `{"a":1,"$and":[{"b":2}]}`.
 */
export type Filter<S extends Schema = never> = And<S> | Or<S> | Condition<S>

/** How deep filters may nest: no recursion over one can exhaust the stack. Texts are limited to less by default. */
export const MAX_DEPTH = 256

/** As a constructor, it returns the node instead of a new object, and so a class that extends it puts its private field on the node. */
function givenNode(node: object): object {
  return node
}

/** The proof that this module made a node, and how deep it nests: a private field cannot be imitated, and costs a tenth of a WeakMap. */
class Seal extends (givenNode as unknown as new (node: object) => object) {
  readonly #depth: number

  constructor(node: object, depth: number) {
    super(node)
    this.#depth = depth
  }

  static depthOf(value: object): number | undefined {
    return #depth in value ? value.#depth : undefined
  }
}

/** The filter that all the operands make together. The array becomes the filter's own, and is frozen. */
export function and<S extends Schema>(operands: Filter<S>[]): Filter<S> {
  return join("and", operands)
}

/** The filter that any of the operands satisfies. The array becomes the filter's own, and is frozen. */
export function or<S extends Schema>(operands: Filter<S>[]): Filter<S> {
  return join("or", operands)
}

export function compare<S extends Schema>(
  operator: CompareOperator,
  field: Field,
  value: Value | null,
): Compare<S> {
  return seal<Compare<S>>({ kind: "compare", operator, field, value }, 1)
}

/** The array becomes the filter's own, and is frozen. */
export function within<S extends Schema>(
  operator: InOperator,
  field: Field,
  values: (Value | null)[],
): In<S> {
  return seal<In<S>>({ kind: "in", operator, field, values: Object.freeze(values) }, 1)
}

export function contains<S extends Schema>(field: Field, value: string): Contains<S> {
  return seal<Contains<S>>({ kind: "contains", operator: "$contains", field, value }, 1)
}

/** Makes a condition of each kind. The values are one, or the list of `$in` and `$nin`, which becomes the filter's own. */
const makers: Readonly<
  Record<ConditionKind, (operator: Operator, field: Field, values: (Value | null)[]) => Condition>
> = {
  compare: (operator, field, values) => compare(operator as CompareOperator, field, values[0] ?? null),
  in: (operator, field, values) => within(operator as InOperator, field, values),
  contains: (_, field, values) => contains(field, String(values[0])),
}

/** The condition that an operator makes of a field and its values: one, or the list of `$in` and `$nin`, which becomes the filter's own. */
export function condition<S extends Schema>(
  operator: Operator,
  field: Field,
  values: (Value | null)[],
): Condition<S> {
  return makers[factsOf(operator).kind](operator, field, values) as Condition<S>
}

/** The values of a condition: one, or the list of `$in` and `$nin`. */
export function conditionValues(node: Condition): readonly (Value | null)[] {
  return "values" in node ? node.values : [node.value]
}

/** Whether a condition holds for a field without a value. */
export function matchesNull(node: Condition): boolean {
  const { nullable, negative } = factsOf(node.operator)
  return nullable && conditionValues(node).includes(null) !== negative
}

/**
 * Whether the value is a filter that was made by checking: no look-alike passes.
 *
 * @param value anything
 * @returns true for what parsing, the builder and functions from filter to filter return
 *
 * @example
 * ```ts
 * isFilter(parseFilter(customers, "{}")) // true
 * isFilter({ kind: "and", operands: [] }) // false
 * ```
 */
export function isFilter(value: unknown): value is Filter {
  return typeof value === "object" && value !== null && Seal.depthOf(value) !== undefined
}

/** @throws TypeError when the value is no checked filter, which is a mistake of the program, not of its input */
export function assertFilter(value: unknown): asserts value is Filter {
  depthOf(value)
}

/** How deep a filter nests. */
function depthOf(value: unknown): number {
  const depth = typeof value === "object" && value !== null ? Seal.depthOf(value) : undefined
  if (depth === undefined)
    throw new TypeError(
      "Not a checked filter. It was made by hand or read back from JSON: store a filter with stringify and read it with parseFilter. Or another copy of desk-filter made it.",
    )
  return depth
}

function join<S extends Schema>(kind: "and" | "or", operands: Filter<S>[]): Filter<S> {
  let depth = 0
  let isFlat = true
  for (const operand of operands) {
    const deep = depthOf(operand)
    const isSame = operand.kind === kind
    isFlat &&= !isSame
    depth = Math.max(depth, isSame ? deep - 1 : deep)
  }
  const flat = isFlat ? operands : flatten(kind, operands)
  const only = flat[0]
  if (flat.length === 1 && only !== undefined) return only
  if (depth >= MAX_DEPTH) {
    throw new FilterError([
      { code: "limit-exceeded", message: `A filter may nest ${MAX_DEPTH} deep at most`, path: [] },
    ])
  }
  return seal<And<S> | Or<S>>({ kind, operands: Object.freeze(flat) }, depth + 1)
}

/** The operands, with those of an operand of the same kind in its place. */
function flatten<S extends Schema>(kind: "and" | "or", operands: readonly Filter<S>[]): Filter<S>[] {
  const flat: Filter<S>[] = []
  for (const operand of operands) {
    if (operand.kind !== kind) flat.push(operand)
    // One by one, because as many arguments as a list may have operands exhaust the stack.
    else for (const inner of operand.operands) flat.push(inner)
  }
  return flat
}

/** Freezes a node and remembers it. The schema is in the type alone, so that a filter holds nothing but its meaning. */
function seal<Node extends Filter>(node: Omit<Node, typeof schemaOf>, depth: number): Node {
  new Seal(node, depth)
  return Object.freeze(node) as Node
}
