import type { Value } from "../../../schema/field-type.ts"
import type { ValueTest } from "../rule.ts"

/**
 * For each operator a test that answers for values in the form that they usually have, and leaves every
 * other value to the rule: null, a bigint, no value of the type at all. The rule says what is right; a
 * shortcut only says it sooner.
 *
 * The types have functions of their own, alike as they look. An engine compiles a function for what it
 * has seen there: one that has seen nothing but texts is fast, and one for all types never is.
 */
export interface Shortcuts<V extends Value> {
  /** The same answer for all of them: of a comparison with null, as none of them is. */
  always?(answer: boolean, rule: ValueTest): ValueTest
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
