import type { Filter } from "../../../filter/filter.ts"
import { entryOf } from "../../../text/entry-of.ts"
import { incomplete, notA, unknownOperator } from "../../model-mistakes.ts"
import type { ModelReader } from "../../model-reader.ts"
import { isBlank } from "../blank.ts"
import { reject } from "../reject.ts"
import { type Context, FILTER_VALUES, type Place } from "./filter-kind.ts"
import { kindFor } from "./kind-for.ts"
import { onColumn } from "./on-column.ts"

/**
 * Reads a rule: an operator with its values.
 *
 * @param filterType the filter that wrote the rule
 */
export function readRule(
  context: Context,
  rule: object,
  { column, path }: Place,
  filterType: unknown,
): Filter | undefined {
  const { reader, isAdvanced } = context
  const type = reader.member(rule, "type")
  return reader.rule(path, typeof type === "string" ? type : "", () => {
    const on = onColumn(reader, column)
    if (typeof filterType !== "string") reject(notA("string", filterType))
    const kind = kindFor(on.field, filterType)
    if (typeof kind === "string") return kind
    const name = operatorName(type)
    const refusal = kind.refusal?.(name)
    if (refusal !== undefined) return refusal
    const operator = entryOf(kind.operators, name)
    if (operator === undefined) reject(unknownOperator(name, Object.keys(kind.operators)))
    const [from, to] = (isAdvanced ? FILTER_VALUES : kind.values)
      .slice(0, operator.takes)
      .map((property) => readValue(reader, rule, property))
    return operator.translate({ ...context, on }, from, to)
  })
}

/** The operator, unless nobody chose one: a form offers "empty" for that. */
export function operatorName(type: unknown): string {
  if (isBlank(type) || type === "empty") reject(incomplete("operator"))
  if (typeof type !== "string") reject(notA("string", type))
  return type
}

function readValue(reader: ModelReader, rule: object, property: string): unknown {
  const value = reader.member(rule, property)
  if (isBlank(value)) reject(incomplete("value"))
  return value
}
