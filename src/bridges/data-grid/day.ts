import type { Translation } from "../../check/translation/translation.ts"
import type { Field, FieldTypeName } from "../../schema/field.ts"
import { isInvalidOperand } from "../../schema/field-type.ts"
import { date } from "../../schema/types/date.ts"
import type { DaysOfZone } from "../../text/first-instant.ts"
import { notA } from "../model-mistakes.ts"
import type { ModelReader } from "../model-reader.ts"
import { before, from } from "./instants.ts"
import { onEitherSide, oneValue } from "./one-value.ts"
import { reject } from "./reject.ts"

/** How a value relates to a day. None holds for a record without a value. */
export type DayTest = "is" | "not" | "after" | "onOrAfter" | "before" | "onOrBefore"

/** Filters by whole days on one field. */
export interface DayField {
  readonly reader: ModelReader
  readonly field: Field
  /** The days of the option `timeZone`. Undefined if the program does not give it. */
  readonly zone: DaysOfZone | undefined
}

/**
 * The values of the field that relate so to a day.
 *
 * @param day a day `YYYY-MM-DD`. Anything else is a mistake
 * @throws FilterError that `ModelReader.rule` reports
 */
export function onDay(on: DayField, test: DayTest, day: unknown): Translation {
  const { field } = on
  const valid = dayOf(field, day)
  return typeFilters[field.type](on)[test](valid)
}

type DayFilters = Readonly<Record<DayTest, (day: string) => Translation>>

const typeFilters: Readonly<Record<FieldTypeName, (on: DayField) => DayFilters>> = {
  integer: withoutDays,
  number: withoutDays,
  string: withoutDays,
  boolean: withoutDays,
  enum: withoutDays,
  datetime: instantsOfDays,
  reference: withoutDays,
  opaque: withoutDays,
  uuid: withoutDays,
  decimal: withoutDays,
  date: days,
}

/** A date is a day itself, in every zone. */
function days({ reader, field }: DayField): DayFilters {
  const { name } = field
  const before = (day: string) => reader.condition("$lt", name, day)
  const after = (day: string) => reader.condition("$gt", name, day)
  return {
    is: (day) => reader.condition("$eq", name, day),
    not: (day) => onEitherSide(field, before(day), after(day)),
    after,
    onOrAfter: (day) => reader.condition("$gte", name, day),
    before,
    onOrBefore: (day) => reader.condition("$lte", name, day),
  }
}

const NO_ZONE =
  'a day of a date-time depends on the time zone: pass the option timeZone, such as { timeZone: "Europe/Paris" }'

/** A day of date-times reaches from its first instant up to that of the next day. */
function instantsOfDays({ reader, field, zone }: DayField): DayFilters {
  if (zone === undefined) return refused(NO_ZONE)
  const below = (instant: number) => before(reader, field, instant)
  const above = (instant: number) => from(reader, field, instant)
  return {
    is: (day) => oneValue(field, [above(zone.begin(day)), below(zone.end(day))]),
    not: (day) => onEitherSide(field, below(zone.begin(day)), above(zone.end(day))),
    after: (day) => above(zone.end(day)),
    onOrAfter: (day) => above(zone.begin(day)),
    before: (day) => below(zone.begin(day)),
    onOrBefore: (day) => below(zone.end(day)),
  }
}

function withoutDays({ field: { name, type } }: DayField): DayFilters {
  return refused(`field ${name} of type ${type} has no days`)
}

function refused(reason: string): DayFilters {
  const refuse = () => reason
  return {
    is: refuse,
    not: refuse,
    after: refuse,
    onOrAfter: refuse,
    before: refuse,
    onOrBefore: refuse,
  }
}

function dayOf(field: Field, day: unknown): string {
  if (typeof day !== "string") return reject(notA("string", day))
  const value = date.read({ kind: "string", value: day }, field)
  return isInvalidOperand(value) ? reject(value) : value
}
