import type { Field, FieldTypeName } from "../../src/index.ts"
import { canonicalDecimal } from "../../src/text/decimal.ts"
import { people } from "../conformance/people.ts"

type Convert = (value: unknown) => unknown

const same: Convert = (value) => value

const integer: Convert = (value) => {
  const exact = BigInt(value as string | number)
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact
}

const conversions: Readonly<Record<FieldTypeName, Convert>> = {
  integer,
  number: Number,
  string: same,
  boolean: (value) => value === true || value === 1,
  enum: same,
  datetime: (value) => new Date(value as string),
  reference: (value) => integer(typeof value === "object" ? (value as { id: number }).id : value),
  opaque: same,
  uuid: (value) => String(value).toLowerCase(),
  decimal: Number,
  date: same,
}

type Properties = Readonly<Record<string, unknown>>

/** A person in the forms for which `toUcast` writes conditions: Dates, numbers and ids, and null or nothing for a missing value. */
export function jsRecord(person: object): Properties {
  return converted(person, "")
}

function converted(properties: object, prefix: string): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, convertedValue(`${prefix}${name}`, value)]),
  )
}

function convertedValue(name: string, value: unknown): unknown {
  if (value === null) return null
  if (people.relations.has(name))
    return Array.isArray(value)
      ? value.map((related) => converted(related as object, `${name}.`))
      : converted(value as object, `${name}.`)
  const { type } = people.fields.get(name) as Field
  return conversions[type](value)
}

/** Whether the text of a decimal is the shortest spelling of a number. */
export function isNumber(text: string): boolean {
  return canonicalDecimal(String(Number(text))) === canonicalDecimal(text)
}
