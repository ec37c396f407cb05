import type { Join } from "../../../check/translation/translation.ts"
import { and, or } from "../../../filter/filter.ts"
import { notA, unknownOperator } from "../../model-mistakes.ts"
import type { ModelReader } from "../../model-reader.ts"

const joins: Readonly<Record<string, Join>> = { and, or }

/** How a model joins its items, or the values of its quick filter. Undefined if it is a mistake, which is reported. */
export function readJoin(reader: ModelReader, model: object, name: string): Join | undefined {
  const value = reader.member(model, name) ?? "and"
  if (typeof value !== "string") return reader.refuse([name], notA("string", value))
  return Object.hasOwn(joins, value)
    ? joins[value]
    : reader.refuse([name], unknownOperator(value, Object.keys(joins)))
}
