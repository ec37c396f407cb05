import type { Field, FieldTypeName } from "../../schema/field.ts"
import { instantOf, readInstant, sortableInstant } from "../../text/datetime.ts"
import { foldAscii } from "../../text/unicode.ts"

/** A value in the form that comparing needs: `===` is equality, and `<` is order but for strings. */
export type Comparable = string | number | bigint | boolean

/** Brings a value, of a record or of a filter, into that form; undefined for what is no value of the type. */
type Reader = (value: unknown) => Comparable | null | undefined

const string: Reader = (value) => (typeof value === "string" ? value : undefined)

const integer: Reader = (value) => {
  if (typeof value === "number") {
    if (Number.isSafeInteger(value)) return value === 0 ? 0 : value
    return Number.isInteger(value) ? BigInt(value) : undefined
  }
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value
  return typeof value === "string" && /^-?\d{1,20}$/.test(value) ? integer(BigInt(value)) : undefined
}

const readers: Readonly<Record<FieldTypeName, Reader>> = {
  integer,
  number: (value) => (typeof value === "number" && !Number.isNaN(value) ? value : undefined),
  string,
  boolean: (value) => (typeof value === "boolean" ? value : undefined),
  enum: string,
  datetime: (value) => {
    const instant =
      value instanceof Date ? instantOf(value) : typeof value === "string" ? readInstant(value) : undefined
    return instant && sortableInstant(instant)
  },
  reference: (value) => {
    if (typeof value !== "object" || value === null) return integer(value)
    const { id } = value as { id?: unknown }
    return id === null || id === undefined ? null : integer(id)
  },
  opaque: () => true,
}

/**
 * How the values of a field are read.
 *
 * @returns a function that gives a value in comparable form, null for none, and throws a TypeError for
 * what cannot be a value of the field: comparing it would give an answer that no database gives
 */
export function valueReader(field: Field): (value: unknown) => Comparable | null {
  const read = readers[field.type]
  const checked = (value: unknown): Comparable | null => {
    if (value === null || value === undefined) return null
    const result = read(value)
    if (result !== undefined) return result
    throw new TypeError(`A record has a value in ${field.name} that is no ${field.type}: ${kindOf(value)}`)
  }
  if (field.caseSensitive) return checked
  return (value) => {
    const result = checked(value)
    return typeof result === "string" ? foldAscii(result) : result
  }
}

/** What the value is, without saying it: errors end in logs. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "an array"
  return typeof value === "object" ? "an object" : `a ${typeof value}`
}
