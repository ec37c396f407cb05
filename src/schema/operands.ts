/**
 * The operand of each operator on a field, for a field with these values. The comments are the sentences of
 * `operators`, so that an editor shows what an operator means.
 */
export interface Operands<Value> {
  /** True when the value equals the operand; `null` matches a missing value. */
  readonly $eq?: Value
  /** True when not `$eq`; a record without a value matches `$ne 5`. */
  readonly $ne?: Value
  /** True when there is a value, and it is less than the operand. */
  readonly $lt?: Exclude<Value, null>
  /** True when there is a value, and it is less than or equal to the operand. */
  readonly $lte?: Exclude<Value, null>
  /** True when there is a value, and it is greater than the operand. */
  readonly $gt?: Exclude<Value, null>
  /** True when there is a value, and it is greater than or equal to the operand. */
  readonly $gte?: Exclude<Value, null>
  /** True when the value equals an item of the list; `[]` matches nothing. */
  readonly $in?: readonly Value[]
  /** True when not `$in`; `[]` matches everything. */
  readonly $nin?: readonly Value[]
  /** True when there is a value, and it contains this text; `%`, `_` and `*` are ordinary characters. */
  readonly $contains?: Exclude<Value, null>
}

/** The operands of the operators that join filters. */
export interface LogicalOperands<Filter> {
  /** True when every filter in the list matches; `[]` matches everything. */
  readonly $and?: readonly Filter[]
  /** True when at least one filter in the list matches; `[]` matches nothing. */
  readonly $or?: readonly Filter[]
}
