import { fieldValues } from "./fields/fields.ts"
import type { Condition, FieldKind, FilterOperator, Meaning } from "./oracle.ts"
import type { Random } from "./random.ts"

/** The name of the one field. */
export const FIELD = "v"

/** A filter: its text, and what it means. */
export interface RandomFilter {
  readonly text: string
  readonly meaning: Meaning
}

/** Filters of a field. Each operator has its turn. Most values are in the records or beside a value of a record. */
export function randomFilters(
  kind: FieldKind,
  held: readonly string[],
  count: number,
  random: Random,
): RandomFilter[] {
  const { operators } = fieldValues[kind]
  return Array.from({ length: count }, (_, i) => {
    const operator = operators[i % operators.length] ?? "$eq"
    if (i % 8 < 7) return single(conditionOf(kind, held, operator, random))
    const parts = [operator, random.pick(operators)].map((part) => conditionOf(kind, held, part, random))
    return joined(random.pick(["and", "or"]), parts)
  })
}

/** A filter with each operator of a field. */
export function filtersByOperator(kind: FieldKind, random: Random): RandomFilter[] {
  return randomFilters(kind, fieldValues[kind].values, fieldValues[kind].operators.length, random)
}

interface ConditionText extends Condition {
  readonly json: string
}

function single(condition: ConditionText): RandomFilter {
  return { text: textOf(condition), meaning: whole(condition) }
}

function whole(condition: Condition): Meaning {
  return { join: "none", condition }
}

function joined(join: "and" | "or", conditions: readonly ConditionText[]): RandomFilter {
  return {
    text: `{"$${join}":[${conditions.map(textOf).join()}]}`,
    meaning: { join, parts: conditions.map(whole) },
  }
}

function textOf({ operator, json }: ConditionText): string {
  return `{"${FIELD}":{"${operator}":${json}}}`
}

function conditionOf(
  kind: FieldKind,
  held: readonly string[],
  operator: FilterOperator,
  random: Random,
): ConditionText {
  const one = () => operandOf(kind, held, random)
  if (operator === "$in" || operator === "$nin") {
    const items = Array.from({ length: random.pick([0, 1, 1, 2, 3, 5, 9]) }, () =>
      random.below(8) === 0 ? NULL : one(),
    )
    return {
      operator,
      values: items.map(({ value }) => value),
      json: `[${items.map(({ json }) => json).join()}]`,
    }
  }
  const mayBeNull = operator === "$eq" || operator === "$ne"
  const { json, value } = mayBeNull && random.below(10) === 0 ? NULL : one()
  return { operator, values: [value], json }
}

const NULL = { json: "null", value: null } as const

/** An operand that filters can write. */
function operandOf(kind: FieldKind, held: readonly string[], random: Random) {
  const values = fieldValues[kind]
  for (let tries = 0; tries < 50; tries++) {
    const known = random.pick(held)
    const value = random.pick([
      ...[known, known, known, known],
      ...[values.neighbour(random, known), values.neighbour(random, known)],
      random.pick(values.foreign),
      values.random(random),
    ])
    const operand = values.operand(random, value)
    if (operand !== undefined) return operand
  }
  return NULL
}
