import { type Condition, conditionValues } from "../../filter/filter.ts"
import type { Field } from "../../schema/field.ts"
import { ucastValue } from "./ucast-value.ts"

/**
 * Why values do not have the form in which records of JavaScript hold them. CASL finds no record by the text "7" if the
 * records have the number 7, and `$ne` then finds all of them.
 *
 * @param condition the condition that the rules of the builder read
 * @param written its value, or the list of its values, as the condition of ucast has them
 * @throws FilterError if records of JavaScript cannot hold a value at all
 */
export function formReason(condition: Condition, written: unknown): string | undefined {
  const items: readonly unknown[] = Array.isArray(written) ? written : [written]
  for (const [index, value] of conditionValues(condition).entries()) {
    const reason =
      value === null ? undefined : reasonOf(condition.field, ucastValue(condition.field, value), items[index])
    if (reason !== undefined) return reason
  }
  return undefined
}

function reasonOf(
  { name }: Field,
  held: ReturnType<typeof ucastValue>,
  written: unknown,
): string | undefined {
  if (held instanceof Date ? written instanceof Date : held === written) return undefined
  const form = held instanceof Date ? "a Date" : `the ${typeof held} ${held}`
  return `CASL compares the form of a value too, and records have another one in field ${name}: write ${form}`
}
