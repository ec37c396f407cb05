import type { Translation } from "../../../check/translation/translation.ts"
import { type Condition, conditionValues, or } from "../../../filter/filter.ts"
import type { Field, FieldTypeName } from "../../../schema/field.ts"
import type { Value } from "../../../schema/field-type.ts"
import { entryOf } from "../../../text/entry-of.ts"
import { incomplete, notA, unknownOperator } from "../../model-mistakes.ts"
import type { ModelReader } from "../../model-reader.ts"
import { writtenValue } from "../../written-value.ts"
import { reject } from "../reject.ts"
import { blankOn, isBlankCell } from "./blank.ts"
import type { Context, Place, ReadPart } from "./filter-kind.ts"
import { onColumn } from "./on-column.ts"
import { operatorName } from "./rule.ts"
import { reasonAgainstKey } from "./set-key.ts"

type ListOperator = "$in" | "$nin"

/** The set filter of a column: the records whose value is among those that are ticked. */
export const readSet: ReadPart = (context, set, place) => inSet(context, set, place, "set", () => "$in")

const LIST_OPERATORS: Readonly<Record<string, ListOperator>> = { isAnyOf: "$in", isNoneOf: "$nin" }

/** A set filter of the advanced filter. Without values, the grid takes it for unfinished. */
export const readAdvancedSet: ReadPart = (context, set, place) => {
  const type = context.reader.member(set, "type")
  return inSet(context, set, place, typeof type === "string" ? type : "", (values) => {
    const name = operatorName(type)
    const operator = entryOf(LIST_OPERATORS, name)
    if (operator === undefined) reject(unknownOperator(name, Object.keys(LIST_OPERATORS)))
    if (values.length === 0) reject(incomplete("value"))
    return operator
  })
}

function inSet(
  { reader }: Context,
  set: object,
  { column, path }: Place,
  shown: string,
  operatorFor: (keys: readonly unknown[]) => ListOperator,
) {
  const keys = reader.list(reader.member(set, "values"), [...path, "values"])
  if (keys === undefined) return undefined
  return reader.rule(path, shown, (): Translation => {
    const on = onColumn(reader, column)
    const { field } = on
    const operator = operatorFor(keys)
    const values = keys.map((key) => readKey(field, key))
    const blank = values.includes(null) ? blankOn(on) : undefined
    if (typeof blank === "string") return blank
    if (holdsInstants[field.type] && values.some(isDay)) return DAYS
    if (values.length === 0) return or([])
    const condition = reader.condition(operator, field.name, values)
    return reasonAgainstKeys(reader, field, operator, keys) ?? condition
  })
}

/** What a key stands for. The keys of the grid are texts, and null for what is blank. */
function readKey(field: Field, key: unknown): unknown {
  if (isBlankCell(key)) return null
  return typeof key === "string" ? writtenValue(field, key) : reject(notA("string", key))
}

function reasonAgainstKeys(
  reader: ModelReader,
  field: Field,
  operator: ListOperator,
  keys: readonly unknown[],
): string | undefined {
  for (const key of keys) {
    if (isBlankCell(key)) continue
    const condition = reader.condition(operator, field.name, [readKey(field, key)])
    const [value] = conditionValues(condition as Condition)
    const reason = reasonAgainstKey(field.type, key as string, value as Value)
    if (reason !== undefined) return reason
  }
  return undefined
}

/** Whether a filter takes a day for the instant at which it begins in UTC. */
const holdsInstants: Readonly<Record<FieldTypeName, boolean>> = {
  integer: false,
  number: false,
  string: false,
  boolean: false,
  enum: false,
  datetime: true,
  reference: false,
  opaque: false,
  uuid: false,
  decimal: false,
  date: false,
}

const DAYS = "a day is no value of a date-time: use a date filter"

function isDay(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)
}
