import type { FilterOperator } from "../oracle.ts"
import type { Random } from "../random.ts"

/** A value of a filter: as the filter's text has it, and in canonical spelling. */
export interface Operand {
  readonly json: string
  readonly value: string
}

/** The values of a kind of field. */
export interface FieldValues {
  readonly operators: readonly FilterOperator[]
  /** Values that databases and drivers often confuse. A column takes those that it can hold. */
  readonly values: readonly string[]
  /** Any value of the field. */
  random(random: Random): string
  /** The canonical spelling of what the database says. Undefined if no record can hold it. */
  record(text: string): string | undefined
  /** What a record has for a canonical value. */
  recordValue(value: string): unknown
  /** A value beside this one: another case, the next number, a day later. */
  neighbour(random: Random, value: string): string
  /** Values of filters that few columns can hold. */
  readonly foreign: readonly string[]
  /** A value as a filter may write it: in any of its spellings. Undefined if no filter can write it. */
  operand(random: Random, value: string): Operand | undefined
}

export const EQUALITY = ["$eq", "$ne", "$in", "$nin"] as const
export const ORDERED = [...EQUALITY, "$lt", "$lte", "$gt", "$gte"] as const
