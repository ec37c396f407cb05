import { type Condition, conditionValues, type Filter } from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"
import type { Value } from "../../schema/field-type.ts"
import { IMPLICIT_OPERATOR, takesList } from "../../schema/operators.ts"
import { escapeHidden } from "../../text/hidden.ts"

/** Writes a filter as a client would, without hidden characters. It is the text of a hint, and not a canonical form. */
export function filterText(filter: Filter): string {
  return fold<string>(filter, {
    and: (operands, { operands: parts }) => asOneObject(parts) ?? `{"$and":[${operands}]}`,
    or: (operands) => {
      const distinct = [...new Set(operands)]
      return operands.length > 0 && distinct.length === 1 ? distinct.join() : `{"$or":[${distinct}]}`
    },
    condition: (condition) => asOneObject([condition]) as string,
  })
}

/** `{"a":1,"b":{"$gte":1,"$lt":2}}`, unless an operator would appear twice in a field. */
function asOneObject(parts: readonly Filter[]): string | undefined {
  const fields = new Map<string, Map<string, string>>()
  for (const part of parts) {
    if (part.kind === "and" || part.kind === "or") return undefined
    const { name } = part.field
    const operators = fields.get(name) ?? new Map<string, string>()
    if (operators.has(part.operator)) return undefined
    fields.set(name, operators.set(part.operator, operandText(part)))
  }
  return `{${Array.from(fields, ([name, operators]) => `${string(name)}:${fieldText(operators)}`)}}`
}

function fieldText(operators: ReadonlyMap<string, string>): string {
  const implied = operators.size === 1 ? operators.get(IMPLICIT_OPERATOR) : undefined
  return implied ?? `{${Array.from(operators, ([operator, operand]) => `"${operator}":${operand}`)}}`
}

function operandText(condition: Condition): string {
  const values = conditionValues(condition).map(valueText)
  return takesList(condition.operator) ? `[${values}]` : values.join()
}

/** A value as JSON. */
function valueText(value: Value | null): string {
  return typeof value === "string" ? string(value) : String(value)
}

function string(text: string): string {
  return escapeHidden(JSON.stringify(text))
}
