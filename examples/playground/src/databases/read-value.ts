import { defineSchema, type Field, type FieldTypeName, field, safeParseFilter } from "desk-filter"
import { unstorable } from "./unstorable.ts"

/** A value that both databases can be given. A date-time, a decimal and a UUID are the texts of a filter. */
export type Readable = string | number | bigint | boolean

/** A field of each type whose values have a canonical form in a filter. */
const probe = defineSchema({
  integer: field.integer(),
  number: field.number(),
  datetime: field.datetime(),
  uuid: field.uuid(),
  decimal: field.decimal(),
  date: field.date(),
})

type Probed = keyof typeof probe.declarations

/** The canonical form of a value, or undefined if a filter cannot name it. */
function canonical(type: Probed, value: unknown): Readable | undefined {
  const isText = typeof value === "string" || typeof value === "number" || typeof value === "bigint"
  if (!isText) return undefined
  const parsed = safeParseFilter(probe, { [type]: value })
  if (!parsed.ok || parsed.filter.kind !== "compare") return undefined
  return parsed.filter.value ?? undefined
}

const texts = (value: unknown) => (typeof value === "string" && !unstorable.test(value) ? value : undefined)

const booleans = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  [1, true],
  [0, false],
  [1n, true],
  [0n, false],
])

const readers: Readonly<Record<FieldTypeName, (value: unknown) => Readable | null | undefined>> = {
  integer: (value) => canonical("integer", value),
  number: (value) => canonical("number", value),
  string: texts,
  boolean: (value) => booleans.get(value),
  enum: texts,
  datetime: (value) =>
    canonical(
      "datetime",
      value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value,
    ),
  reference: (value) => {
    if (typeof value !== "object" || value === null) return canonical("integer", value)
    const id: unknown = "id" in value ? value.id : undefined
    return id === null || id === undefined ? null : canonical("integer", id)
  },
  // A filter asks only whether there is a value.
  opaque: () => "present",
  uuid: (value) => canonical("uuid", value),
  decimal: (value) => canonical("decimal", value),
  date: (value) => canonical("date", value),
}

/**
 * Reads a value of a record.
 *
 * @param position the index of the record
 * @throws TypeError if a database cannot hold the value
 */
export function readValue(value: unknown, { name, type }: Field, position: number): Readable | null {
  if (value === null) return null
  const read = readers[type](value)
  if (read === undefined) throw cannotHold(name, position, `it is not a valid ${type} for a database`)
  return read
}

/** The error for a value that a database cannot hold. It names the field and the record. */
export function cannotHold(fieldName: string, position: number, reason: string): TypeError {
  return new TypeError(`The value of ${fieldName} in record ${position + 1} cannot be stored: ${reason}.`)
}

const bigintRange = { least: -(2n ** 63n), greatest: 2n ** 63n - 1n }

/** @throws TypeError if the integer has more than 64 bits */
export function assertBigint(value: bigint, fieldName: string, position: number): void {
  if (value < bigintRange.least || value > bigintRange.greatest)
    throw cannotHold(fieldName, position, "the database has integers of 64 bits")
}

/** How many digits of a second a date-time of a filter has. */
export function secondDigits(datetime: string): number {
  return /\.(\d+)/.exec(datetime)?.[1]?.length ?? 0
}
