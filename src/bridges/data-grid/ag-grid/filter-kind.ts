import type { OnField } from "../../../check/translation/on-field.ts"
import type { Translation } from "../../../check/translation/translation.ts"
import type { Path } from "../../../diagnostics/diagnostic.ts"
import type { Filter } from "../../../filter/filter.ts"
import type { DaysOfZone } from "../../../text/first-instant.ts"
import type { ModelReader } from "../../model-reader.ts"

/** What all parts of a model are read with. */
export interface Context {
  readonly reader: ModelReader
  /** The days of the option `timeZone`. Undefined if the program does not give it. */
  readonly zone: DaysOfZone | undefined
  /** Whether the model is that of the advanced filter. */
  readonly isAdvanced: boolean
}

/** Where a part of the model is. */
export interface Place {
  /** The column that the part filters by. */
  readonly column: unknown
  readonly path: Path
  readonly depth: number
}

/** Reads a part of a model. Undefined if it has a mistake, which is reported. */
export type ReadPart = (context: Context, part: object, place: Place) => Filter | undefined

/** A rule whose column is a field. */
export interface Rule extends Context {
  readonly on: OnField
}

/** An operator of AG Grid. */
export interface GridOperator {
  /** How many values it takes. A rule without one of them is not complete. */
  readonly takes: 0 | 1 | 2
  translate(rule: Rule, from: unknown, to: unknown): Translation
}

/** The properties of a rule that hold its values. */
export type ValueNames = readonly [from: string, to: string]

/** Where the advanced filter has the values of a rule, and most filters of a column. */
export const FILTER_VALUES: ValueNames = ["filter", "filterTo"]

/** A filter of AG Grid: how it writes rules, and what they mean. */
export interface FilterKind {
  /** Where a filter of one column has the values of a rule. */
  readonly values: ValueNames
  readonly operators: Readonly<Record<string, GridOperator>>
  /** Why no filter means the same as this operator. */
  refusal?(operator: string): string | undefined
}
