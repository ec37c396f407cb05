import { diagnostic } from "../diagnostics/diagnostic.ts"
import { FilterError } from "../diagnostics/filter-error.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import {
  type CompareOperator,
  type ContainsOperator,
  factsOf,
  type InOperator,
  isNegative,
  type ScalarOperator,
} from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { announce, copies } from "./copies.ts"

/**
 * Ties a filter to its schema in the types: a filter of tickets is not a filter of customers. A filter over fewer
 * fields is also a filter over more fields, but not the other way round. `Filter` alone is a filter of any schema.
 */
declare const schemaOf: unique symbol

interface Checked<S extends Schema> {
  readonly [schemaOf]: (schema: S) => void
}

/** Matches when every operand matches. Without operands, it matches every record. */
export interface And<S extends Schema = never> extends Checked<S> {
  readonly kind: "and"
  readonly operands: readonly Filter<S>[]
}

/** Matches when some operand matches. Without operands, it matches no record. */
export interface Or<S extends Schema = never> extends Checked<S> {
  readonly kind: "or"
  readonly operands: readonly Filter<S>[]
}

/** Compares the field's value with this one. */
export interface Compare<S extends Schema = never> extends Checked<S> {
  readonly kind: "compare"
  readonly operator: CompareOperator
  readonly field: Field
  /** Null occurs with `$eq` and `$ne` only. */
  readonly value: Value | null
}

/** Tests whether the field's value is in the list, or is not. */
export interface In<S extends Schema = never> extends Checked<S> {
  readonly kind: "in"
  readonly operator: InOperator
  readonly field: Field
  readonly values: readonly (Value | null)[]
}

/** Tests whether the field's text contains this text. */
export interface Contains<S extends Schema = never> extends Checked<S> {
  readonly kind: "contains"
  readonly operator: ContainsOperator
  readonly field: Field
  readonly value: string
}

/** A condition on one field. */
export type Condition<S extends Schema = never> = Compare<S> | In<S> | Contains<S>

/**
 * A checked filter: its fields are resolved, its values have the types of their fields, and it is deeply frozen. Only
 * parsing, the builder and functions from filter to filter make one. Everything else is rejected at run time too.
 *
 * An integer is a number where a number is exact, and a bigint beyond. A date-time is a UTC text without superfluous
 * digits. A conjunction contains no conjunction and never has exactly one operand, and the same holds for a
 * disjunction. So `{"a":1,"$and":[{"b":2}]}` and `{"a":1,"b":2}` have the same tree.
 */
export type Filter<S extends Schema = never> = And<S> | Or<S> | Condition<S>

/** How deep filters may nest, so that recursion over a filter cannot exhaust the stack. The default limit for texts is lower. */
export const MAX_DEPTH = 256

/** A constructor that returns the node itself, so that a class that extends it puts its private field on the node. */
function givenNode(node: object): object {
  return node
}

/** Proves that this module made a node, and stores how deep the node nests. Nobody can forge a private field. */
class Seal extends (givenNode as unknown as new (node: object) => object) {
  readonly #depth: number

  constructor(node: object, depth: number) {
    super(node)
    this.#depth = depth
  }

  static depthOf(value: unknown): number | undefined {
    const node = Object(value)
    return #depth in node ? node.#depth : undefined
  }
}

/** The conjunction of the operands. It takes over the array and freezes it. */
export function and<S extends Schema>(operands: Filter<S>[]): Filter<S> {
  return join("and", operands)
}

/** The disjunction of the operands. It takes over the array and freezes it. */
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

/** It takes over the array and freezes it. */
export function within<S extends Schema>(
  operator: InOperator,
  field: Field,
  values: (Value | null)[],
): In<S> {
  return seal<In<S>>({ kind: "in", operator, field, values: Object.freeze(values) }, 1)
}

export function contains<S extends Schema>(
  operator: ContainsOperator,
  field: Field,
  value: string,
): Contains<S> {
  return seal<Contains<S>>({ kind: "contains", operator, field, value }, 1)
}

/** The condition of an operator that takes one value. */
export function condition<S extends Schema>(
  operator: ScalarOperator,
  field: Field,
  value: Value | null,
): Compare<S> | Contains<S> {
  // The kind that is declared for the operator proves its type.
  return factsOf(operator).kind === "compare"
    ? compare(operator as CompareOperator, field, value)
    : contains(operator as ContainsOperator, field, String(value))
}

/** The values of a condition: one, or the list of `$in` and `$nin`. */
export function conditionValues(node: Condition): readonly (Value | null)[] {
  return "values" in node ? node.values : [node.value]
}

/** Whether a condition holds for a field without a value. */
export function matchesNull(node: Condition): boolean {
  const { nullable = false } = factsOf(node.operator)
  return nullable && conditionValues(node).includes(null) !== isNegative(node.operator)
}

/**
 * Tells whether the value is a checked filter. An object that only looks like one is not.
 *
 * @param value any value
 * @returns true if parsing, the builder or a function from filter to filter returned the value
 *
 * @example
 * ```ts
 * isFilter(parseFilter(customers, "{}")) // true
 * isFilter({ kind: "and", operands: [] }) // false
 * ```
 */
export function isFilter(value: unknown): value is Filter {
  return Seal.depthOf(value) !== undefined
}

/** @throws TypeError if the value is not a checked filter: a mistake in the program, not in its input */
export function assertFilter(value: unknown): asserts value is Filter {
  depthOf(value)
}

/** How deep a filter nests. */
function depthOf(value: unknown): number {
  const depth = Seal.depthOf(value)
  if (depth !== undefined) return depth
  const origin = copies().some((recognises) => recognises(value))
    ? "another copy of desk-filter: load one, or"
    : "hand or from JSON:"
  throw new TypeError(`Not a checked filter: made by ${origin} use stringify and parseFilter`)
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
    const message = `The filter nests deeper than ${MAX_DEPTH} levels`
    const params = { limit: "maxDepth", maximum: MAX_DEPTH } as const
    throw new FilterError([diagnostic({ code: "limit-exceeded", message, params }, [])])
  }
  return seal<And<S> | Or<S>>({ kind, operands: Object.freeze(flat) }, depth + 1)
}

/** Replaces operands of the same kind by their own operands. */
function flatten<S extends Schema>(kind: "and" | "or", operands: readonly Filter<S>[]): Filter<S>[] {
  const flat: Filter<S>[] = []
  for (const operand of operands) {
    if (operand.kind !== kind) flat.push(operand)
    // One by one: spreading a long list into arguments would exhaust the stack.
    else for (const inner of operand.operands) flat.push(inner)
  }
  return flat
}

/** Seals and freezes a node. The schema exists only in the type, so that a filter holds nothing but its meaning. */
function seal<Node extends Filter>(node: Omit<Node, typeof schemaOf>, depth: number): Node {
  announce(Seal.depthOf)
  new Seal(node, depth)
  return Object.freeze(node) as Node
}
