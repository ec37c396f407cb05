import type { SqlValue } from "./fragment.ts"

/**
 * The values of a column that equal a value of a filter. There is one, or none because the column is too coarse, or
 * several because the column is finer.
 */
export type Stored = One | None | Several

/** The column can hold the value itself. */
export interface One {
  readonly kind: "one"
  readonly value: SqlValue
}

/** The column cannot hold the value. */
export interface None {
  readonly kind: "none"
  /** The greatest value below it that the column can hold. Undefined if the column can hold no value below it. */
  readonly floor: SqlValue | undefined
}

/** The column can hold several values that equal the value, such as decimals that round to the same double. */
export interface Several {
  readonly kind: "several"
  readonly from: SqlValue
  readonly to: SqlValue
  /** Whether `from` and `to` equal the value too. */
  readonly inclusive: boolean
}

/** The column holds the value itself. */
export function one(value: SqlValue): One {
  return { kind: "one", value }
}

/** The column cannot hold the value, and `floor` is the greatest value below it that it can hold. */
export function none(floor?: SqlValue): None {
  return { kind: "none", floor }
}
