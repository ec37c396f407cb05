import type { Value } from "../../../schema/field-type.ts"
import type { ValueTest } from "../rule.ts"

/**
 * For each operator, a test that answers for values in their usual form. It leaves every other value to the rule:
 * null, a bigint, a value of another type. The rule defines the answer; a shortcut gives the same answer faster.
 *
 * Each type repeats these functions on purpose: shared ones would make their call sites megamorphic.
 */
export interface Shortcuts<V extends Value> {
  /** The same answer for every value that is not null: a comparison with null. */
  always(answer: boolean, rule: ValueTest): ValueTest
  $eq?(to: V, rule: ValueTest): ValueTest
  $ne?(to: V, rule: ValueTest): ValueTest
  $lt?(to: V, rule: ValueTest): ValueTest
  $lte?(to: V, rule: ValueTest): ValueTest
  $gt?(to: V, rule: ValueTest): ValueTest
  $gte?(to: V, rule: ValueTest): ValueTest
  $in?(values: readonly V[], rule: ValueTest): ValueTest
  $nin?(values: readonly V[], rule: ValueTest): ValueTest
  $contains?(part: string, rule: ValueTest): ValueTest
}
