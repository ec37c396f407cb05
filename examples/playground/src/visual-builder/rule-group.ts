/** A value of a rule: the text of one value, or a list of texts and nulls. Null is a value that is not written yet. */
export type RuleValue = string | null | readonly (string | null)[]

/** A condition as the builder shows it. */
export interface Rule {
  readonly id?: string
  readonly field: string
  readonly operator: string
  readonly value: RuleValue
}

/** Rules that are joined by and or by or. */
export interface RuleGroup {
  readonly id?: string
  readonly combinator: "and" | "or"
  readonly rules: readonly (Rule | RuleGroup)[]
}

/** The operators of the builder for null, which take no value. */
export const nullOperators: ReadonlyMap<string, "$eq" | "$ne"> = new Map([
  ["null", "$eq"],
  ["notNull", "$ne"],
])
